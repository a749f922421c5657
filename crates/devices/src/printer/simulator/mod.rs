//! Printers without paper: one in memory for demonstrations, one behind a pseudo-terminal for
//! tests of the real serial path. Both are the same machine inside.

mod machine;
mod memory;
mod pty;

pub use machine::PrinterSwitches;
pub use memory::SimulatedPrinter;
pub use pty::PtyPrinter;
