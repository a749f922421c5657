//! Terminals, boards and counters as machines: their tokens, and how their devices are.

mod enrol;
mod list;
mod report;

pub use enrol::{Enrol, Enrolled, Revoke};
pub(crate) use list::all;
pub use list::{Device, List};
pub use report::Report;
