//! The hall's day: it turns over by the hall's own calendar, and nothing is deleted.

mod close;

pub use close::{Close, Closed};
