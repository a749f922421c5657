//! A printer at the other end of a pseudo-terminal: what is tested against it has gone through
//! the operating system's serial layer.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use std::io::{Read, Write};

use serialport::{SerialPort, TTYPort};

use super::PrinterSwitches;
use super::machine::Machine;
use crate::port::{Flow, PortError, PortSettings};
use crate::printer::escpos::Page;

/// How long the simulator waits for bytes before it looks whether it is to stop.
const LISTEN: Duration = Duration::from_millis(20);
/// Cut slips that nobody has taken yet; the printer goes on without keeping more.
const WAITING_PAGES: usize = 64;

/// A printer behind a pseudo-terminal. Dropping it pulls the cable.
pub struct PtyPrinter {
    path: String,
    machine: Arc<Mutex<Machine>>,
    cut: Receiver<Page>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl PtyPrinter {
    /// A printer with these switches.
    ///
    /// # Errors
    /// When the system has no pseudo-terminals left.
    pub fn start(switches: PrinterSwitches) -> Result<Self, PortError> {
        let (mut line, far_end) =
            TTYPort::pair().map_err(|error| PortError::Other(error.description))?;
        let path = far_end.name().ok_or(PortError::NotFound)?;
        line.set_timeout(LISTEN)
            .map_err(|error| PortError::Other(error.description))?;
        let machine = Arc::new(Mutex::new(Machine::with(switches)));
        let stop = Arc::new(AtomicBool::new(false));
        let (cut_off, cut) = sync_channel(WAITING_PAGES);
        let thread = thread::Builder::new().name("pty-printer".into()).spawn({
            let machine = Arc::clone(&machine);
            let stop = Arc::clone(&stop);
            move || {
                // Our end of the far side stays open, or the line would break whenever the
                // program under test closes its own.
                let _far_end = far_end;
                let mut buffer = [0; 4096];
                let mut told = 0;
                while !stop.load(Ordering::Relaxed) {
                    let room = lock(&machine).room().min(buffer.len());
                    let count = match line.read(&mut buffer[..room.max(1)]) {
                        Ok(count) => count,
                        Err(error) if error.kind() == std::io::ErrorKind::TimedOut => 0,
                        Err(_) => return,
                    };
                    let (answers, pages) = {
                        let mut machine = lock(&machine);
                        machine.receive(&buffer[..count]);
                        let new = machine.cuts() - told;
                        told = machine.cuts();
                        let kept = machine.pages().len();
                        let pages: Vec<Page> = machine
                            .pages()
                            .iter()
                            .skip(kept.saturating_sub(new))
                            .cloned()
                            .collect();
                        (machine.take_answers(), pages)
                    };
                    if line.write_all(&answers).is_err() {
                        return;
                    }
                    for page in pages {
                        // Nobody may be looking; the paper falls on the floor then.
                        let _ = cut_off.try_send(page);
                    }
                }
            }
        })?;
        Ok(Self {
            path,
            machine,
            cut,
            stop,
            thread: Some(thread),
        })
    }

    /// The serial port to open.
    pub fn port(&self) -> PortSettings {
        PortSettings::Serial {
            path: self.path.clone(),
            baud: 115_200,
            flow: Flow::None,
        }
    }

    /// The path of the serial port.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Turns the switches.
    pub fn set_switches(&self, switches: PrinterSwitches) {
        lock(&self.machine).turn(switches);
    }

    /// Waits for the next slip to be cut off.
    ///
    /// # Errors
    /// [`PortError::TimedOut`] when none was in time.
    pub fn next_page(&self, wait: Duration) -> Result<Page, PortError> {
        self.cut.recv_timeout(wait).map_err(|error| match error {
            RecvTimeoutError::Timeout => PortError::TimedOut,
            RecvTimeoutError::Disconnected => PortError::Gone,
        })
    }

    /// How many slips have been cut off since the start.
    pub fn slips(&self) -> usize {
        lock(&self.machine).cuts()
    }

    /// What hangs out of the printer, not yet cut.
    pub fn hanging(&self) -> Page {
        lock(&self.machine).page().clone()
    }
}

fn lock(machine: &Mutex<Machine>) -> MutexGuard<'_, Machine> {
    machine.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for PtyPrinter {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // A panic of the simulator shows as an unplugged printer, which a test will notice.
            let _ = thread.join();
        }
    }
}
