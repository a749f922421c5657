//! Everything that can happen in a hall, and its one SQLite file.
//!
//! There is one door. Every change is an [`Action`] given to [`Hall::perform`], every look is a
//! [`Question`] given to [`Hall::ask`], and everything that happened is read in order from the
//! journal with [`Hall::follow`]. Each noun is a folder, each verb a file: the rule behind
//! `ticket.take` on the wire is in `ticket/take.rs`.
//!
//! ```
//! use linli_hall::{Actor, Hall, RequestId, ticket, sample};
//! # fn main() -> linli_hall::Result<()> {
//! let hall = Hall::in_memory(sample::clock())?;
//! sample::furnish(&hall)?;
//! let taken = hall.perform(&Actor::kiosk("door"), RequestId::fresh(), ticket::Take::of(sample::SOCIAL_SECURITY))?;
//! assert_eq!(taken.label, "A001");
//! # Ok(()) }
//! ```
//!
//! This crate knows no screen, page, wire or device.

mod clock;
mod door;
mod entropy;
mod error;
mod ids;
mod link;
mod names;
mod settings;
mod store;

pub mod counter;
pub mod day;
pub mod device;
pub mod forecast;
pub mod help;
pub mod hours;
pub mod journal;
pub mod limits;
pub mod message;
pub mod notice;
pub mod personal;
pub mod place;
pub mod presence;
pub mod queue;
pub mod sample;
pub mod service;
pub mod staff;
pub mod ticket;

pub use clock::{Clock, ManualClock, SystemClock};
pub use door::{
    Action, Actor, Change, Follower, Hall, Opening, Question, RequestId, Right, Role, View,
    registry,
};
pub use entropy::{Entropy, SeededEntropy, SystemEntropy};
pub use error::{Error, NextOpening, Refusal, Result, StoreProblem};
pub use ids::{CounterId, HelpId, MessageId, NoticeId, ServiceId, StaffId, TicketId};
pub use names::Names;
