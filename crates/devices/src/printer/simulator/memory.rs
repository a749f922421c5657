//! A printer in memory, for the demonstration and its developer dock.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::PrinterSwitches;
use super::machine::Machine;
use crate::port::{OpenPort, Port, PortError};
use crate::printer::escpos::Page;
use crate::printer::{Bitmap, Paper};

/// A printer in memory. Clones are handles to the same printer: give one to
/// [`crate::printer::PrinterWorker::start`] and keep one to look at the paper.
#[derive(Clone)]
pub struct SimulatedPrinter {
    shared: Arc<Shared>,
    paper: Paper,
}

struct Shared {
    machine: Mutex<Machine>,
    /// Something has changed: bytes came in, or a switch was turned.
    changed: Condvar,
}

impl SimulatedPrinter {
    /// A printer in good health, with this paper.
    pub fn new(paper: Paper) -> Self {
        Self {
            shared: Arc::new(Shared {
                machine: Mutex::default(),
                changed: Condvar::new(),
            }),
            paper,
        }
    }

    /// The paper in it.
    pub fn paper(&self) -> Paper {
        self.paper
    }

    /// How the switches stand.
    pub fn switches(&self) -> PrinterSwitches {
        self.machine().switches
    }

    /// Turns the switches. What was held up for want of paper goes on.
    pub fn set_switches(&self, switches: PrinterSwitches) {
        self.machine().turn(switches);
        self.shared.changed.notify_all();
    }

    /// The last slip that was cut off.
    pub fn last_slip(&self) -> Option<Bitmap> {
        let width = self.paper.width_dots();
        self.machine()
            .pages()
            .back()
            .map(|page| page.picture(width))
    }

    /// The last slip that was cut off, with the lines in the printer's own font, if any.
    pub fn last_page(&self) -> Option<Page> {
        self.machine().pages().back().cloned()
    }

    /// What hangs out of the printer, not yet cut.
    pub fn hanging(&self) -> Page {
        self.machine().page().clone()
    }

    /// How many slips have been cut off since the start.
    pub fn slips(&self) -> usize {
        self.machine().cuts()
    }

    fn machine(&self) -> MutexGuard<'_, Machine> {
        self.shared
            .machine
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl OpenPort for SimulatedPrinter {
    fn open(&mut self) -> Result<Box<dyn Port>, PortError> {
        if self.switches().unplugged {
            return Err(PortError::NotFound);
        }
        Ok(Box::new(MemoryPort {
            printer: self.clone(),
        }))
    }

    fn name(&self) -> String {
        "simulated printer".into()
    }
}

struct MemoryPort {
    printer: SimulatedPrinter,
}

impl MemoryPort {
    /// Waits until `act` gives something, the time is over, or the cable is pulled.
    fn wait_for<T>(
        &self,
        wait: Duration,
        mut act: impl FnMut(&mut Machine) -> Option<T>,
    ) -> Result<T, PortError> {
        let until = Instant::now() + wait;
        let shared = &self.printer.shared;
        let mut machine = self.printer.machine();
        loop {
            if machine.switches.unplugged {
                return Err(PortError::Gone);
            }
            if let Some(done) = act(&mut machine) {
                shared.changed.notify_all();
                return Ok(done);
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(PortError::TimedOut);
            }
            machine = shared
                .changed
                .wait_timeout(machine, left)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    }
}

impl Port for MemoryPort {
    fn write(&mut self, bytes: &[u8], wait: Duration) -> Result<usize, PortError> {
        self.wait_for(wait, |machine| {
            let count = bytes.len().min(machine.room());
            machine.receive(&bytes[..count]);
            (count > 0).then_some(count)
        })
    }

    fn read(&mut self, buffer: &mut [u8], wait: Duration) -> Result<usize, PortError> {
        self.wait_for(wait, |machine| {
            let answers = machine.take_answers();
            let count = answers.len().min(buffer.len());
            buffer[..count].copy_from_slice(&answers[..count]);
            (count > 0).then_some(count)
        })
    }
}
