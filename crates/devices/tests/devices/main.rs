//! The devices from outside: slips looked at, printers and scanners through pseudo-terminals,
//! sound through the real output path.

// Helpers of tests may fail as plainly as the tests themselves.
#![allow(clippy::unwrap_used)]

mod network;
mod printer;
mod samples;
mod scanner;
mod slip;
mod sound_card;
mod speaker;
mod speech;
mod speech_card;
mod speech_engine;
mod speech_figures;
mod speech_privacy;
mod ssip;
