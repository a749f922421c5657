//! The command line, run as a program.

mod command_line;
mod kill;
mod program;
