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
mod numbers;
mod people;
mod phone;
mod priority;
mod random;
mod requests;
mod store;
mod undo;
