//! A file descriptor that is never waited for longer than asked.

use std::io::{self, Read, Write};
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use serialport::TTYPort;

use super::{Port, PortError};

/// A non-blocking file or socket, with the serial settings that hold as long as it is open.
pub(super) struct Polled<T> {
    inner: T,
    /// Keeps the lock on a serial port. All reading and writing goes through `inner`, because
    /// only a non-blocking descriptor can promise that a stopped printer does not stop us too.
    _settings: Option<TTYPort>,
}

impl<T: AsFd> Polled<T> {
    pub(super) fn new(inner: T, settings: Option<TTYPort>) -> Self {
        Self {
            inner,
            _settings: settings,
        }
    }

    fn wait_for(&self, what: PollFlags, until: Instant) -> Result<(), PortError> {
        let left = until.saturating_duration_since(Instant::now());
        let timeout = Timespec {
            tv_sec: left.as_secs() as i64,
            tv_nsec: i64::from(left.subsec_nanos()),
        };
        let mut watched = [PollFd::new(&self.inner, what)];
        match poll(&mut watched, Some(&timeout)) {
            Ok(0) => Err(PortError::TimedOut),
            Ok(_) => {
                let seen = watched[0].revents();
                let broken = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
                // What came in before the line broke is still worth reading.
                if seen.intersects(broken) && !seen.contains(PollFlags::IN) {
                    return Err(PortError::Gone);
                }
                Ok(())
            }
            Err(rustix::io::Errno::INTR) => Ok(()),
            Err(error) => Err(io::Error::from(error).into()),
        }
    }

    fn attempt(
        &mut self,
        what: PollFlags,
        wait: Duration,
        mut act: impl FnMut(&mut T) -> io::Result<usize>,
    ) -> Result<usize, PortError> {
        let until = Instant::now() + wait;
        loop {
            self.wait_for(what, until)?;
            match act(&mut self.inner) {
                // A closed socket and an unplugged USB device both read as an endless nothing.
                Ok(0) => return Err(PortError::Gone),
                Ok(count) => return Ok(count),
                Err(error) => match error.kind() {
                    io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted => {
                        if Instant::now() >= until {
                            return Err(PortError::TimedOut);
                        }
                    }
                    io::ErrorKind::NotFound => return Err(PortError::Gone),
                    _ => return Err(gone_or(error)),
                },
            }
        }
    }
}

/// EIO, ENODEV and ENXIO have no kind of their own in std; on a device they mean "unplugged".
fn gone_or(error: io::Error) -> PortError {
    const EIO: i32 = 5;
    const ENXIO: i32 = 6;
    const ENODEV: i32 = 19;
    match error.raw_os_error() {
        Some(EIO | ENXIO | ENODEV) => PortError::Gone,
        _ => error.into(),
    }
}

impl<T: AsFd + Read + Write + Send> Port for Polled<T> {
    fn write(&mut self, bytes: &[u8], wait: Duration) -> Result<usize, PortError> {
        if bytes.is_empty() {
            return Ok(0);
        }
        self.attempt(PollFlags::OUT, wait, |inner| inner.write(bytes))
    }

    fn read(&mut self, buffer: &mut [u8], wait: Duration) -> Result<usize, PortError> {
        self.attempt(PollFlags::IN, wait, |inner| inner.read(buffer))
    }
}
