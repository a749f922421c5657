//! Following the journal as it grows.

use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use super::Hall;
use crate::journal::{self, Entry};
use crate::{Result, limits};

type Ring = Box<dyn Fn() + Send + Sync>;

/// Rung after each commit.
#[derive(Default)]
pub(super) struct Bell {
    rung: Mutex<u64>,
    wake: Condvar,
    others: Mutex<Vec<Ring>>,
}

impl Bell {
    pub(super) fn ring(&self) {
        *self
            .rung
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner()) += 1;
        self.wake.notify_all();
        for other in self
            .others
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
            .iter()
        {
            other();
        }
    }

    pub(super) fn add(&self, ring: impl Fn() + Send + Sync + 'static) {
        self.others
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
            .push(Box::new(ring));
    }

    fn count(&self) -> u64 {
        *self
            .rung
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    fn wait_past(&self, seen: u64, most: Duration) {
        let rung = self
            .rung
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        // Rung or not, the caller looks again: another process may have written.
        drop(
            self.wake
                .wait_timeout_while(rung, most, |rung| *rung <= seen),
        );
    }
}

/// Reads the journal from one place on, for ever.
pub struct Follower {
    hall: Hall,
    bell: Arc<Bell>,
    seq: u64,
}

impl Follower {
    pub(super) fn new(hall: Hall, bell: Arc<Bell>, seq: u64) -> Self {
        Self { hall, bell, seq }
    }

    /// The last entry handed out.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// The next entries; waits for some at most `patience`, and gives none if there are none.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn next(&mut self, patience: Duration) -> Result<Vec<Entry>> {
        let until = Instant::now() + patience;
        loop {
            let seen = self.bell.count();
            let entries = self.hall.look(&super::Actor::owner(), |view| {
                journal::after(view.db, self.seq, limits::JOURNAL_PAGE)
            })?;
            if let Some(last) = entries.last() {
                self.seq = last.seq;
                return Ok(entries);
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(entries);
            }
            self.bell.wait_past(
                seen,
                left.min(Duration::from_millis(limits::FOLLOW_POLL_MS)),
            );
        }
    }
}
