//! The rules of a hall, tried through the door.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected has failed"
)]

mod counters;
mod day;
mod forecast;
mod hours;
mod house;
mod journal;
mod messages;
mod numbers;
mod people;
mod personal;
mod phone;
mod priority;
mod random;
mod requests;
mod store;
mod undo;
