//! The devices from outside: slips looked at, printers and scanners through pseudo-terminals,
//! sound through the real output path.

mod network;
mod printer;
mod samples;
mod scanner;
mod slip;
mod sound_card;
mod speaker;
