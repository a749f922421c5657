//! The thread that listens to a scanner.

use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::{Frame, Framer, ScannerEvent, ScannerStatus};
use crate::port::{BACK_OFF_FIRST, BackOff, OpenPort, Port, PortError};

/// The longest that the thread listens before it looks whether it is to stop.
const LISTEN: Duration = Duration::from_millis(500);
/// Bytes read at once.
const READ_BYTES: usize = 256;

/// How a scanner is listened to.
#[derive(Debug, Clone)]
pub struct ScannerSettings {
    /// The first wait before a lost scanner is opened again.
    pub reopen_first: Duration,
}

impl Default for ScannerSettings {
    fn default() -> Self {
        Self {
            reopen_first: BACK_OFF_FIRST,
        }
    }
}

/// A scanner and the thread that listens to it. Dropping it ends the thread.
pub struct ScannerWorker {
    status: Arc<Mutex<ScannerStatus>>,
    stop: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl ScannerWorker {
    /// Starts the thread `scanner`, which opens the port, opens it again whenever it is lost,
    /// and calls `on_event` with what is read. The callback must be quick.
    pub fn start(
        port: impl OpenPort + 'static,
        settings: ScannerSettings,
        on_event: impl FnMut(ScannerEvent) + Send + 'static,
    ) -> Self {
        let status = Arc::new(Mutex::new(ScannerStatus::Unknown));
        let (stop, stopped) = sync_channel(1);
        let listener = Listener {
            port: Box::new(port),
            on_event: Box::new(on_event),
            status: Arc::clone(&status),
            back_off: BackOff::starting_at(settings.reopen_first),
            stopped,
        };
        let thread = thread::Builder::new()
            .name("scanner".into())
            .spawn(move || listener.run())
            .inspect_err(|error| tracing::error!(%error, "cannot start the scanner's thread"))
            .ok();
        Self {
            status,
            stop: Some(stop),
            thread,
        }
    }

    /// What is known of the scanner now.
    pub fn status(&self) -> ScannerStatus {
        *self.status.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for ScannerWorker {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the scanner's thread had panicked");
        }
    }
}

struct Listener {
    port: Box<dyn OpenPort>,
    on_event: Box<dyn FnMut(ScannerEvent) + Send>,
    status: Arc<Mutex<ScannerStatus>>,
    back_off: BackOff,
    /// Breaks when the worker is dropped.
    stopped: Receiver<()>,
}

impl Listener {
    fn run(mut self) {
        loop {
            let lost = match self.port.open() {
                Ok(port) => {
                    self.tell_status(ScannerStatus::Ready);
                    self.listen(port)
                }
                Err(error) => Some(error),
            };
            let Some(error) = lost else { return };
            tracing::debug!(port = self.port.name(), %error, "no scanner");
            self.tell_status(match error {
                PortError::Busy | PortError::Denied => ScannerStatus::Blocked,
                _ => ScannerStatus::Unplugged,
            });
            match self.stopped.recv_timeout(self.back_off.next_wait()) {
                Err(RecvTimeoutError::Timeout) => {}
                Ok(()) | Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Listens until the port is lost (and says why) or the worker is dropped.
    fn listen(&mut self, mut port: Box<dyn Port>) -> Option<PortError> {
        let mut framer = Framer::default();
        let mut buffer = [0; READ_BYTES];
        loop {
            if self.stopped.try_recv() == Err(TryRecvError::Disconnected) {
                return None;
            }
            let wait = framer.silent_in(Instant::now()).unwrap_or(LISTEN);
            match port.read(&mut buffer, wait) {
                Ok(count) => {
                    // Only a device that talks is back; one that opens and breaks is not.
                    self.back_off.reset();
                    for frame in framer.push(&buffer[..count], Instant::now()) {
                        self.tell(frame);
                    }
                }
                Err(PortError::TimedOut) => {
                    if let Some(frame) = framer.end_if_silent(Instant::now()) {
                        self.tell(frame);
                    }
                }
                Err(error) => return Some(error),
            }
        }
    }

    fn tell(&mut self, frame: Frame) {
        (self.on_event)(match frame {
            Frame::Text(text) => ScannerEvent::Scan(text),
            Frame::NoRead => ScannerEvent::NoRead,
            Frame::Garbage(bytes) => ScannerEvent::Garbage(bytes),
            Frame::TooLong => ScannerEvent::TooLong,
        });
    }

    fn tell_status(&mut self, now: ScannerStatus) {
        let mut known = self.status.lock().unwrap_or_else(PoisonError::into_inner);
        if *known != now {
            *known = now;
            drop(known);
            (self.on_event)(ScannerEvent::Status(now));
        }
    }
}
