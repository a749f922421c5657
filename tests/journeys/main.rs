//! Journeys through the whole, and the rules of the house.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected has failed"
)]

mod begin;
mod chromium;
mod help;
mod pictures;
mod terminal;
mod tidy;
mod touch_to_served;
