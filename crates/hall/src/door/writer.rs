//! The one thread that writes. Actions that wait together share one commit.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

use rusqlite::Connection;

use super::keeper::{Committed, Keeper};
use crate::{Clock, Entropy, Error, Result, StoreProblem, limits};

/// Called once the action's fate is durable.
pub(super) type Reply = Box<dyn FnOnce(Result<()>) + Send>;
/// Does one action inside the open transaction; gives back who is to be told after the commit.
pub(super) type Job = Box<dyn FnOnce(&Connection, &dyn Clock, &dyn Entropy) -> Done + Send>;

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
        db: Connection,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
        keeper: Keeper,
    ) -> Result<Self> {
        let (jobs, waiting) = sync_channel(limits::WRITER_QUEUE);
        std::thread::Builder::new()
            .name("hall-writer".to_owned())
            .spawn(move || run(&db, &waiting, &*clock, &*entropy, &keeper))?;
        Ok(Self { jobs })
    }

    pub(super) fn submit(&self, job: Job) -> Result<()> {
        self.jobs.try_send(job).map_err(|refused| match refused {
            TrySendError::Full(_) => Error::Overloaded,
            TrySendError::Disconnected(_) => Error::Store(StoreProblem::Stopped),
        })
    }
}

fn run(
    db: &Connection,
    waiting: &Receiver<Job>,
    clock: &dyn Clock,
    entropy: &dyn Entropy,
    keeper: &Keeper,
) {
    while let Ok(first) = waiting.recv() {
        let batch = std::iter::once(first)
            .chain(waiting.try_iter())
            .take(limits::BATCH);
        perform(db, batch, clock, entropy, keeper);
    }
}

/// Performs a batch in one transaction and hands it on to be made durable.
fn perform(
    db: &Connection,
    batch: impl Iterator<Item = Job>,
    clock: &dyn Clock,
    entropy: &dyn Entropy,
    keeper: &Keeper,
) {
    let begun = keeper
        .must_work()
        .and_then(|()| Ok(db.execute_batch("BEGIN IMMEDIATE")?));
    if let Err(error) = begun {
        for job in batch {
            // The job is run outside a transaction only to reach its reply: it sees that and does nothing.
            (job(db, clock, entropy).reply)(Err(error.clone()));
        }
        return;
    }
    let mut done = Vec::new();
    for job in batch {
        done.push(job(db, clock, entropy));
        if db.is_autocommit() {
            // SQLite gave the whole transaction up (a full disk): nothing of this batch is kept.
            break;
        }
    }
    let keep = done.iter().any(|one| one.keep);
    let committed = if db.is_autocommit() {
        Err(Error::Store(StoreProblem::Full))
    } else {
        commit(db)
    };
    let replies = done.into_iter().map(|one| one.reply);
    match committed {
        Ok(()) => keeper.keep(Committed {
            keep,
            replies: replies.collect(),
        }),
        Err(error) => replies.for_each(|reply| reply(Err(error.clone()))),
    }
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
