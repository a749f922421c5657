//! Carries the write-ahead log over into the file, while the writer goes on writing.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use rusqlite::Connection;

use crate::{Result, limits};

/// Wakes the thread that carries over, after so many commits.
pub(super) struct Carrier {
    wake: SyncSender<()>,
    commits: u32,
}

impl Carrier {
    /// Starts the thread, with a connection of its own to the file.
    pub(super) fn start(db: Connection) -> Result<Self> {
        let (wake, woken) = sync_channel(1);
        std::thread::Builder::new()
            .name("hall-carrier".to_owned())
            .spawn(move || run(&db, &woken))?;
        Ok(Self { wake, commits: 0 })
    }

    /// One more commit is in the log.
    pub(super) fn committed(&mut self) {
        self.commits += 1;
        if self.commits >= limits::LOG_COMMITS {
            self.commits = 0;
            // If the thread is still at it, the next commits will wake it again.
            let _ = self.wake.try_send(());
        }
    }
}

fn run(db: &Connection, woken: &Receiver<()>) {
    while woken.recv().is_ok() {
        // Passive: it waits for nobody and nobody waits for it. What it leaves, the next round carries.
        if let Err(error) = db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())) {
            tracing::warn!(%error, "the log could not be carried over");
        }
    }
}
