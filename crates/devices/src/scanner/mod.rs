//! Barcode and QR scanners on a serial line. (Scanners that are keyboards need no driver; the
//! kiosk reads those as typing.)

mod framer;
mod simulator;
mod worker;

use serde::{Deserialize, Serialize};

pub use framer::{Frame, Framer, MAX_SCAN_BYTES, SILENCE};
pub use simulator::SimulatedScanner;
pub use worker::{ScannerSettings, ScannerWorker};

/// What is known of a scanner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScannerStatus {
    /// Not opened yet.
    #[default]
    Unknown,
    /// Its line is open. Whether it is alive shows only when it reads a code.
    Ready,
    /// There is no such device.
    Unplugged,
    /// The device is there, but another program holds it or we may not use it.
    Blocked,
}

/// What happens at a scanner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScannerEvent {
    /// A code was read: its text, without the line end.
    Scan(String),
    /// The scanner tried and could not read: "hold the code a little further away".
    NoRead,
    /// So many bytes came that are no text.
    Garbage(usize),
    /// A line came that is longer than [`MAX_SCAN_BYTES`]; it was thrown away.
    TooLong,
    /// The status is another than before.
    Status(ScannerStatus),
}
