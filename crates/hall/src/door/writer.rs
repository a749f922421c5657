//! The one thread that writes. Actions that wait together share one commit.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

use rusqlite::Connection;

use super::carrier::Carrier;
use super::held::Held;
use crate::{Clock, Entropy, Error, Result, StoreProblem, limits};

/// Called once the action's fate is durable.
pub(super) type Reply = Box<dyn FnOnce(Result<()>) + Send>;
/// Does one action inside the open transaction; gives back who is to be told after the commit.
pub(super) type Job = Box<dyn FnOnce(&Means) -> Done + Send>;

/// What actions are done with.
pub(super) struct Means {
    pub(super) db: Connection,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) entropy: Arc<dyn Entropy>,
    pub(super) held: Arc<Held>,
    /// None for a hall in memory: it has no log.
    pub(super) carrier: Option<Carrier>,
}

/// One action done, but not yet durable.
pub(super) struct Done {
    /// Whether it changed anything that must be kept.
    pub(super) keep: bool,
    /// Told how the commit went.
    pub(super) reply: Reply,
}

#[derive(Clone)]
pub(super) struct Writer {
    jobs: SyncSender<Job>,
}

impl Writer {
    pub(super) fn start(
        mut means: Means,
        after_commit: impl Fn() + Send + 'static,
    ) -> Result<Self> {
        let (jobs, waiting) = sync_channel(limits::WRITER_QUEUE);
        std::thread::Builder::new()
            .name("hall-writer".to_owned())
            .spawn(move || run(&mut means, &waiting, after_commit))?;
        Ok(Self { jobs })
    }

    pub(super) fn submit(&self, job: Job) -> Result<()> {
        self.jobs.try_send(job).map_err(|refused| match refused {
            TrySendError::Full(_) => Error::Overloaded,
            TrySendError::Disconnected(_) => Error::Store(StoreProblem::Stopped),
        })
    }
}

fn run(means: &mut Means, waiting: &Receiver<Job>, after_commit: impl Fn()) {
    while let Ok(first) = waiting.recv() {
        let batch = std::iter::once(first)
            .chain(waiting.try_iter())
            .take(limits::BATCH);
        if perform(means, batch) {
            if let Some(carrier) = &mut means.carrier {
                carrier.committed();
            }
            after_commit();
        }
    }
}

/// Performs a batch in one transaction. True if something new became durable.
fn perform(means: &Means, batch: impl Iterator<Item = Job>) -> bool {
    let db = &means.db;
    if let Err(error) = db.execute_batch("BEGIN IMMEDIATE") {
        let error = Error::from(error);
        for job in batch {
            // The job is run outside a transaction only to reach its reply: it sees that and does nothing.
            (job(means).reply)(Err(error.clone()));
        }
        return false;
    }
    let mut done = Vec::new();
    for job in batch {
        done.push(job(means));
        if db.is_autocommit() {
            // SQLite gave the whole transaction up (a full disk): nothing of this batch is kept.
            break;
        }
    }
    let kept = done.iter().any(|one| one.keep);
    let result = if db.is_autocommit() {
        Err(Error::Store(StoreProblem::Full))
    } else {
        commit(db)
    };
    for one in done {
        (one.reply)(result.clone());
    }
    kept && result.is_ok()
}

fn commit(db: &Connection) -> Result<()> {
    db.execute_batch("COMMIT").map_err(|error| {
        if !db.is_autocommit() {
            // A failed commit leaves the transaction open; whatever this says, the next BEGIN must work.
            if let Err(error) = db.execute_batch("ROLLBACK") {
                tracing::error!(%error, "rollback failed");
            }
        }
        Error::from(error)
    })
}
