//! What is known of a printer.

use serde::{Deserialize, Serialize};

/// What is known of a printer, the most pressing thing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrinterStatus {
    /// Not asked yet.
    #[default]
    Unknown,
    /// Ready to print.
    Ready,
    /// Ready to print, but the roll should be changed soon.
    PaperNearEnd,
    /// Out of paper.
    PaperOut,
    /// The cover is open.
    CoverOpen,
    /// The cutter is stuck, the head is too hot, or the like.
    Error,
    /// It says itself that it is off line, and not why.
    Offline,
    /// The line is open, and nothing answers: switched off, wrong speed, or a crossed cable.
    Silent,
    /// The line itself is not there.
    Unplugged,
}

impl PrinterStatus {
    /// Whether a slip can be offered now.
    pub fn can_print(self) -> bool {
        matches!(self, PrinterStatus::Ready | PrinterStatus::PaperNearEnd)
    }

    /// Whether staff should come and see to it.
    pub fn needs_staff(self) -> bool {
        !matches!(self, PrinterStatus::Ready | PrinterStatus::Unknown)
    }
}
