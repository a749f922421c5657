//! A line of bytes to a device: serial, network or device file, opened by its settings.
//!
//! Every call says how long it may wait, so a thread that owns a port can always keep its own
//! deadline. Any error but [`PortError::TimedOut`] means that the port is to be dropped and
//! opened again after a [`BackOff`].

mod back_off;
mod open;
mod polled;

use std::io;
use std::time::Duration;

use serde::{Deserialize, Serialize};

pub use back_off::{BACK_OFF_FIRST, BACK_OFF_LONGEST, BackOff};
pub use open::{CONNECT_WAIT, Flow, PortSettings};

/// A line of bytes to one device.
pub trait Port: Send {
    /// Hands over some of `bytes`, waiting at most `wait` for room, and says how many were taken.
    ///
    /// # Errors
    /// [`PortError::TimedOut`] when nothing was taken in time; any other error when the port is
    /// of no more use.
    fn write(&mut self, bytes: &[u8], wait: Duration) -> Result<usize, PortError>;

    /// Reads what has come in, waiting at most `wait` for the first byte.
    ///
    /// # Errors
    /// [`PortError::TimedOut`] when nothing came in time; any other error when the port is of no
    /// more use. It never answers `Ok(0)`.
    fn read(&mut self, buffer: &mut [u8], wait: Duration) -> Result<usize, PortError>;
}

/// Opens a port, again and again if need be: [`PortSettings`] or a simulated device.
pub trait OpenPort: Send {
    /// Opens the port anew. The port opened before must have been dropped.
    ///
    /// # Errors
    /// Whatever keeps the port from being opened.
    fn open(&mut self) -> Result<Box<dyn Port>, PortError>;

    /// What staff would call this port: `/dev/usb/lp0`, `192.168.1.50:9100`.
    fn name(&self) -> String;
}

/// Why a port could not be opened, written to or read from.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PortError {
    /// There is no such device: not plugged in, or switched off.
    #[error("there is no such device")]
    NotFound,
    /// Another program holds the device.
    #[error("another program holds the device")]
    Busy,
    /// The operating system does not let us: see the udev rules.
    #[error("no permission to use the device")]
    Denied,
    /// It was open, and went away.
    #[error("the device went away")]
    Gone,
    /// Nothing happened within the time given; the port is still good.
    #[error("nothing happened in time")]
    TimedOut,
    /// Anything else, in the operating system's words.
    #[error("{0}")]
    Other(String),
}

impl From<io::Error> for PortError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound => PortError::NotFound,
            Kind::PermissionDenied => PortError::Denied,
            Kind::TimedOut | Kind::WouldBlock => PortError::TimedOut,
            Kind::ResourceBusy => PortError::Busy,
            Kind::BrokenPipe
            | Kind::ConnectionReset
            | Kind::ConnectionAborted
            | Kind::NotConnected
            | Kind::UnexpectedEof => PortError::Gone,
            _ => PortError::Other(error.to_string()),
        }
    }
}

/// Writes all of `bytes`, giving each step what is left of `wait`, and says how many were taken
/// even when it fails: a device may already have acted on those.
pub(crate) fn write_all(
    port: &mut dyn Port,
    bytes: &[u8],
    wait: Duration,
) -> (usize, Result<(), PortError>) {
    let until = std::time::Instant::now() + wait;
    let mut taken = 0;
    while taken < bytes.len() {
        let left = until.saturating_duration_since(std::time::Instant::now());
        match port.write(&bytes[taken..], left) {
            Ok(count) => taken += count,
            Err(error) => return (taken, Err(error)),
        }
    }
    (taken, Ok(()))
}
