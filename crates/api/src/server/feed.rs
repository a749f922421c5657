//! The journal as it grows, read once for all who follow it over the network.

use std::sync::Arc;
use std::time::Duration;

use linli_hall::journal::{self, Entry};
use linli_hall::{Actor, Hall, Result};
use tokio::sync::{Notify, broadcast, watch};
use tokio::time::{sleep, timeout};

use super::state::blocking;
use crate::limits;

/// Some entries in order. An empty one says: look for yourself.
pub(super) type Batch = Arc<[Entry]>;

/// The journal as it grows. Cheap to clone.
#[derive(Clone)]
pub struct Feed {
    hall: Hall,
    batches: broadcast::Sender<Batch>,
}

impl Feed {
    /// Must be called within the runtime.
    pub(super) fn start(hall: Hall, mut stopping: watch::Receiver<bool>) -> Self {
        let (batches, _) = broadcast::channel(limits::FEED_BATCHES);
        let wake = Arc::new(Notify::new());
        let bell = Arc::clone(&wake);
        hall.on_commit(move || bell.notify_one());
        let reader = Reader {
            hall: hall.clone(),
            batches: batches.clone(),
            at: None,
        };
        tokio::spawn(async move {
            tokio::select! {
                () = reader.run(&wake) => {}
                _ = stopping.wait_for(|stopping| *stopping) => {}
            }
        });
        Self { hall, batches }
    }

    /// Listens from now on. What is received is in order, and may begin with what was known
    /// already; an empty batch, or one missed, says that there may be more: see [`Feed::after`].
    pub fn listen(&self) -> broadcast::Receiver<Arc<[Entry]>> {
        self.batches.subscribe()
    }

    /// One page of the entries after `seq`.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn after(&self, seq: u64) -> Result<Vec<Entry>> {
        page(&self.hall, seq).await
    }

    /// The last entry there is.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub async fn last(&self) -> Result<u64> {
        last(&self.hall).await
    }
}

async fn page(hall: &Hall, after: u64) -> Result<Vec<Entry>> {
    let hall = hall.clone();
    let tail = journal::Tail {
        after,
        limit: linli_hall::limits::JOURNAL_PAGE,
    };
    blocking(move || hall.ask(&Actor::owner(), tail)).await
}

async fn last(hall: &Hall) -> Result<u64> {
    let hall = hall.clone();
    blocking(move || hall.ask(&Actor::owner(), journal::Last {})).await
}

struct Reader {
    hall: Hall,
    batches: broadcast::Sender<Batch>,
    /// The last entry handed out; nothing while nobody listens.
    at: Option<u64>,
}

impl Reader {
    async fn run(mut self, wake: &Notify) {
        let poll = Duration::from_millis(linli_hall::limits::FOLLOW_POLL_MS);
        loop {
            // Woken or not it looks: another process may have written.
            let is_woken = timeout(poll, wake.notified()).await.is_ok();
            if let Err(error) = self.read().await {
                tracing::warn!(%error, "the journal cannot be read");
            }
            if is_woken {
                // Under load, many commits make one batch.
                sleep(limits::FEED_PAUSE).await;
            }
        }
    }

    async fn read(&mut self) -> Result<()> {
        if self.batches.receiver_count() == 0 {
            self.at = None;
            return Ok(());
        }
        let mut at = match self.at {
            Some(at) => at,
            None => {
                let at = last(&self.hall).await?;
                self.send(Arc::new([]));
                at
            }
        };
        loop {
            let entries = page(&self.hall, at).await?;
            let Some(end) = entries.last().map(|entry| entry.seq) else {
                break;
            };
            at = end;
            self.send(entries.into());
        }
        self.at = Some(at);
        Ok(())
    }

    fn send(&self, batch: Batch) {
        // Nobody listening is no mistake.
        let _ = self.batches.send(batch);
    }
}
