//! A scanner that reads what it is told.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::port::{OpenPort, Port, PortError};

/// A scanner in memory. Clones are handles to the same scanner.
#[derive(Clone, Default)]
pub struct SimulatedScanner {
    shared: Arc<(Mutex<Line>, Condvar)>,
}

#[derive(Default)]
struct Line {
    bytes: VecDeque<u8>,
    is_unplugged: bool,
    /// Counts the times it was unplugged, so that a port opened before knows that it is stale.
    unpluggings: u32,
}

impl SimulatedScanner {
    /// A scanner that is plugged in.
    pub fn new() -> Self {
        Self::default()
    }

    /// Holds a code before it.
    pub fn scan(&self, text: &str) {
        self.send(text.as_bytes());
        self.send(b"\r\n");
    }

    /// Puts bytes on its line.
    pub fn send(&self, bytes: &[u8]) {
        self.line().bytes.extend(bytes);
        self.shared.1.notify_all();
    }

    /// Pulls its cable, or plugs it in.
    pub fn set_unplugged(&self, unplugged: bool) {
        let mut line = self.line();
        line.is_unplugged = unplugged;
        line.unpluggings += u32::from(unplugged);
        line.bytes.clear();
        drop(line);
        self.shared.1.notify_all();
    }

    fn line(&self) -> MutexGuard<'_, Line> {
        self.shared.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl OpenPort for SimulatedScanner {
    fn open(&mut self) -> Result<Box<dyn Port>, PortError> {
        let line = self.line();
        if line.is_unplugged {
            return Err(PortError::NotFound);
        }
        Ok(Box::new(ScannerPort {
            plugged_in_as: line.unpluggings,
            scanner: self.clone(),
        }))
    }

    fn name(&self) -> String {
        "simulated scanner".into()
    }
}

struct ScannerPort {
    scanner: SimulatedScanner,
    plugged_in_as: u32,
}

impl Port for ScannerPort {
    fn write(&mut self, bytes: &[u8], _wait: Duration) -> Result<usize, PortError> {
        Ok(bytes.len())
    }

    fn read(&mut self, buffer: &mut [u8], wait: Duration) -> Result<usize, PortError> {
        let (line, changed) = &*self.scanner.shared;
        let line = line.lock().unwrap_or_else(PoisonError::into_inner);
        let is_current = |line: &Line| line.unpluggings == self.plugged_in_as;
        let (mut line, _) = changed
            .wait_timeout_while(line, wait, |line| is_current(line) && line.bytes.is_empty())
            .unwrap_or_else(PoisonError::into_inner);
        if !is_current(&line) {
            return Err(PortError::Gone);
        }
        let count = line.bytes.len().min(buffer.len());
        for (to, from) in buffer.iter_mut().zip(line.bytes.drain(..count)) {
            *to = from;
        }
        if count == 0 {
            return Err(PortError::TimedOut);
        }
        Ok(count)
    }
}
