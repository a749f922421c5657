//! The command line, run as a program.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected has failed"
)]

mod command_line;
mod kill;
mod program;
