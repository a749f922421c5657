//! The real app on a real hall, pressed by the names of its controls.
//!
//! The hall lies in a folder of its own, the printer is the simulated one, the clock stands at Saturday
//! 26 September 2026, 09:41 in Shanghai. No picture is drawn; what is drawn is looked at in
//! `target/screenshots`.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected has failed"
)]

mod bad_days;
mod hands;
mod jobs;
mod keys;
mod leaving;
mod remote;
mod session;
mod taking;
mod terminal;
mod tree;
mod voice;
mod walk;
mod writing;
