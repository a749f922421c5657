//! Calling for a person's help.

mod answer;
mod call;
mod list;

pub use answer::Answer;
pub use call::Call;
pub(crate) use list::open;
pub use list::{HelpCall, List};
