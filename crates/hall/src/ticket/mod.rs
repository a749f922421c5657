//! Tickets: taken, called, served. One file a verb; the table of what may follow what is in
//! `transitions.rs`, the only place that moves a ticket is `moves.rs`.

mod call;
mod call_next;
mod cancel;
mod finish;
mod follow;
mod join;
mod leave;
mod moves;
mod no_show;
mod park;
mod print;
mod rate;
mod recall;
mod row;
mod show;
mod start;
mod take;
mod transfer;
mod transitions;
mod undo;
mod unprinted;

pub use call::Call;
pub use call_next::CallNext;
pub use cancel::Cancel;
pub use finish::Finish;
pub use follow::{Follow, Following};
pub use join::Join;
pub use leave::Leave;
pub(crate) use moves::move_to;
pub use no_show::NoShow;
pub use park::Park;
pub use print::{NotePrint, Reprint};
pub use rate::Rate;
pub use recall::Recall;
pub use row::Ticket;
pub(crate) use row::{in_hand, select};
pub(crate) use show::standing;
pub use show::{Show, Standing};
pub use start::Start;
pub use take::{Take, Taken};
pub use transfer::Transfer;
pub use transitions::{ALLOWED, State, Verb, allowed};
pub use undo::Undo;
pub use unprinted::Unprinted;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Why somebody is called earlier. Said by the resident, seen by the clerk, never spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// 70 or older.
    Age,
    /// A disability.
    Disability,
    /// Pregnant, or with a small child.
    Pregnancy,
    /// Serving in or retired from the forces, or their family.
    Military,
}

/// Where a ticket was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// At a terminal.
    Kiosk,
    /// By phone.
    Phone,
    /// By a clerk, for somebody.
    Counter,
}

/// How far the printing of a slip came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PrintState {
    /// No slip was wanted.
    None,
    /// Wanted.
    Pending,
    /// On its way through the printer.
    Printing,
    /// It came out.
    Printed,
    /// It did not come out.
    Failed,
    /// Part of it may have come out: it is not printed again by itself.
    Unsure,
}
