//! The one thread that waits for the disk.
//!
//! The writer goes on with the next actions while what it committed before is made durable; everybody
//! is told only afterwards. What is committed lies in SQLite's write-ahead log in order, so one sync of
//! the log keeps everything committed before it, and after a power cut a beginning of it is there,
//! never a piece without what came before.

use std::fs::File;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use super::writer::Reply;
use crate::{Error, Result, StoreProblem, limits};

/// Some actions that were committed together, and who is to be told.
pub(super) struct Committed {
    /// Whether anything of it is new and must be kept.
    pub(super) keep: bool,
    pub(super) replies: Vec<Reply>,
}

/// Hands commits to the thread that waits for the disk. It ends when the last of these is dropped.
pub(super) struct Keeper {
    committed: SyncSender<Committed>,
    failed: Arc<AtomicBool>,
}

impl Keeper {
    /// Starts the thread. `after_keeping` is called whenever something new has become durable.
    pub(super) fn start(
        sync: impl FnMut() -> io::Result<()> + Send + 'static,
        after_keeping: impl Fn() + Send + 'static,
    ) -> Result<Self> {
        let (committed, waiting) = sync_channel(limits::UNSYNCED);
        let failed = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&failed);
        std::thread::Builder::new()
            .name("hall-keeper".to_owned())
            .spawn(move || run(&waiting, sync, after_keeping, &flag))?;
        Ok(Self { committed, failed })
    }

    /// Tells everybody once it is durable.
    pub(super) fn keep(&self, committed: Committed) {
        if let Err(refused) = self.committed.send(committed) {
            tell(refused.0.replies, &Err(Error::Store(StoreProblem::Stopped)));
        }
    }

    /// Fails once the disk has failed to keep something: nobody knows then what it keeps.
    ///
    /// # Errors
    /// With what to do.
    pub(super) fn must_work(&self) -> Result<()> {
        if self.failed.load(Ordering::Acquire) {
            return Err(Error::Store(StoreProblem::Other(
                "the disk did not keep what was written; the terminal must be started again"
                    .to_owned(),
            )));
        }
        Ok(())
    }
}

fn run(
    waiting: &Receiver<Committed>,
    mut sync: impl FnMut() -> io::Result<()>,
    after_keeping: impl Fn(),
    failed: &AtomicBool,
) {
    while let Ok(first) = waiting.recv() {
        let together: Vec<Committed> = std::iter::once(first).chain(waiting.try_iter()).collect();
        let keep = together.iter().any(|committed| committed.keep);
        let kept = if failed.load(Ordering::Acquire) {
            Err(Error::Store(StoreProblem::Stopped))
        } else if keep {
            sync().map_err(|error| {
                tracing::error!(%error, "what was written could not be made durable");
                failed.store(true, Ordering::Release);
                Error::from(error)
            })
        } else {
            Ok(())
        };
        for committed in together {
            tell(committed.replies, &kept);
        }
        if keep && kept.is_ok() {
            after_keeping();
        }
    }
}

fn tell(replies: Vec<Reply>, how: &Result<()>) {
    for reply in replies {
        reply(how.clone());
    }
}

/// Syncs the log. It is opened once it is there, and stays open: SQLite keeps the same file for as long
/// as anybody has the hall open.
pub(super) fn syncing(log: Option<PathBuf>) -> impl FnMut() -> io::Result<()> + Send {
    let mut open: Option<File> = None;
    move || match (&open, &log) {
        (Some(file), _) => file.sync_data(),
        (None, Some(path)) => open.insert(File::open(path)?).sync_data(),
        // A hall in memory is forgotten anyway.
        (None, None) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    fn committed(keep: bool, tell: &std::sync::mpsc::Sender<Result<()>>) -> Committed {
        let tell = tell.clone();
        Committed {
            keep,
            replies: vec![Box::new(move |how| drop(tell.send(how)))],
        }
    }

    #[test]
    fn nobody_is_told_before_the_disk_has_it() {
        let (allow, allowed) = channel();
        let (tell, told) = channel();
        let keeper = Keeper::start(move || allowed.recv().map_err(io::Error::other), || {})
            .expect("a thread");
        keeper.keep(committed(true, &tell));
        assert!(told.try_recv().is_err());
        allow.send(()).expect("it waits");
        assert_eq!(told.recv(), Ok(Ok(())));
    }

    #[test]
    fn after_a_disk_that_failed_nothing_is_acknowledged_any_more() {
        let (tell, told) = channel();
        let keeper = Keeper::start(|| Err(io::Error::other("no medium")), || {}).expect("a thread");
        assert_eq!(keeper.must_work(), Ok(()));
        keeper.keep(committed(true, &tell));
        assert!(told.recv().expect("an answer").is_err());
        assert!(keeper.must_work().is_err());
        keeper.keep(committed(false, &tell));
        assert!(told.recv().expect("an answer").is_err());
    }
}
