//! A hall with its own file.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use sha2::{Digest, Sha256};

use super::carrier::Carrier;
use super::follow::{Bell, Follower};
use super::held::Held;
use super::readers::Readers;
use super::writer::{Done, Means, Writer};
use super::{Action, Actor, Change, Question, RequestId, Role, View};
use crate::personal::{self, Key};
use crate::settings::Kept;
use crate::store::Place;
use crate::{
    Clock, Entropy, Error, Refusal, Result, StoreProblem, SystemClock, SystemEntropy, journal,
    limits, message, place,
};

/// A hall, opened on its own file. Cheap to clone; all clones are the same hall.
#[derive(Clone)]
pub struct Hall {
    inner: Arc<Inner>,
}

struct Inner {
    writer: Writer,
    readers: Readers,
    clock: Arc<dyn Clock>,
    bell: Arc<Bell>,
    // A hall in memory lives as long as one connection to it does.
    _anchor: Option<std::sync::Mutex<Connection>>,
    held: Arc<Held>,
}

/// How a hall is opened: its clock and its randomness.
pub struct Opening {
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    disk_pages: Option<u32>,
}

impl Default for Opening {
    fn default() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
            disk_pages: None,
        }
    }
}

impl Opening {
    /// With this clock instead of the machine's.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// With this randomness instead of the machine's.
    #[must_use]
    pub fn entropy(mut self, entropy: Arc<dyn Entropy>) -> Self {
        self.entropy = entropy;
        self
    }

    /// With at most so many pages of 4 KiB on disk: a small disk, for trying out a full one.
    #[must_use]
    pub fn disk_pages(mut self, pages: u32) -> Self {
        self.disk_pages = Some(pages);
        self
    }

    /// Opens the hall in `folder`; makes it if there is none.
    ///
    /// # Errors
    /// If the folder cannot be written, the file is damaged or newer than this program.
    pub fn open(self, folder: &Path) -> Result<Hall> {
        Hall::start(Place::in_folder(folder)?, self)
    }
}

impl Hall {
    /// Opens the hall in `folder`; makes it if there is none.
    ///
    /// # Errors
    /// If the folder cannot be written, the file is damaged or newer than this program.
    pub fn open(folder: &Path) -> Result<Self> {
        Opening::default().open(folder)
    }

    /// A hall that is forgotten when its last clone is dropped.
    ///
    /// # Errors
    /// If SQLite refuses.
    pub fn in_memory(clock: Arc<dyn Clock>) -> Result<Self> {
        Self::start(
            Place::Memory(SystemEntropy.token(12)),
            Opening::default().clock(clock),
        )
    }

    fn start(at: Place, opening: Opening) -> Result<Self> {
        let Opening {
            clock,
            entropy,
            disk_pages,
        } = opening;
        let db = at.writer()?;
        if let Some(pages) = disk_pages {
            db.pragma_update(None, "max_page_count", pages)?;
        }
        let held = Arc::new(Held {
            settings: Kept::default(),
            key: found(&db, &at, &*entropy)?,
        });
        message::warn_of_a_lost_key(&db, &held.key)?;
        let _anchor = match &at {
            Place::Memory(_) => Some(std::sync::Mutex::new(at.reader()?)),
            Place::File(_) => None,
        };
        let bell = Arc::new(Bell::default());
        let ring = Arc::clone(&bell);
        let carrier = match &at {
            Place::Memory(_) => None,
            Place::File(_) => Some(Carrier::start(at.carrier()?)?),
        };
        let means = Means {
            db,
            clock: Arc::clone(&clock),
            entropy,
            held: Arc::clone(&held),
            carrier,
        };
        let readers = Readers::new(at);
        let writer = Writer::start(means, move || ring.ring())?;
        Ok(Self {
            inner: Arc::new(Inner {
                writer,
                readers,
                clock,
                bell,
                _anchor,
                held,
            }),
        })
    }

    /// The hall's clock.
    pub fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.inner.clock)
    }

    /// Does `action` and waits until it is durable.
    ///
    /// # Errors
    /// A refusal, bad input or a missing right: nothing was changed. A problem of the store:
    /// nothing of it was kept.
    pub fn perform<A: Action>(
        &self,
        actor: &Actor,
        request: RequestId,
        action: A,
    ) -> Result<A::Outcome> {
        let (tell, told) = mpsc::sync_channel(1);
        self.submit(actor, request, action, move |outcome| {
            // The caller may have gone; what was done stays done.
            let _ = tell.send(outcome);
        });
        told.recv()
            .unwrap_or(Err(Error::Store(StoreProblem::Stopped)))
    }

    /// Does `action`; `reply` is called, on another thread perhaps, when it is durable or failed.
    pub fn submit<A: Action>(
        &self,
        actor: &Actor,
        request: RequestId,
        mut action: A,
        reply: impl FnOnce(Result<A::Outcome>) + Send + 'static,
    ) {
        let ready = actor.must(A::NEEDS).and_then(|()| match A::PREPARES {
            true => self.look(actor, |view| action.prepare(view)),
            false => Ok(()),
        });
        if let Err(error) = ready {
            return reply(Err(error));
        }
        let actor = actor.clone();
        let slot = Arc::new(std::sync::Mutex::new(Some(reply)));
        let spare = Arc::clone(&slot);
        let submitted = self.inner.writer.submit(Box::new(move |means| {
            let outcome = in_savepoint(&means.db, || once(means, &actor, &request, action));
            let keep = matches!(outcome, Ok((_, true)));
            let reply = move |committed: Result<()>| {
                if let Some(reply) = take(&slot) {
                    reply(committed.and(outcome.map(|(outcome, _)| outcome)));
                }
            };
            Done {
                keep,
                reply: Box::new(reply),
            }
        }));
        if let Err(error) = submitted
            && let Some(reply) = take(&spare)
        {
            reply(Err(error));
        }
    }

    /// Answers `question` from one consistent look.
    ///
    /// # Errors
    /// If the actor may not see it, or as the question says.
    pub fn ask<Q: Question>(&self, actor: &Actor, question: Q) -> Result<Q::Answer> {
        actor.must(Q::NEEDS)?;
        self.look(actor, |view| question.answer(view))
    }

    pub(super) fn look<T>(
        &self,
        actor: &Actor,
        look: impl FnOnce(&View<'_>) -> Result<T>,
    ) -> Result<T> {
        let now = self.inner.clock.now();
        self.inner
            .readers
            .with(|db| look(&View::new(db, actor, now, &self.inner.held)))
    }

    /// Journal entries after `seq`, as they come, live.
    pub fn follow(&self, seq: u64) -> Follower {
        Follower::new(self.clone(), Arc::clone(&self.inner.bell), seq)
    }

    /// Calls `ring` after each commit, on the writer's thread: it must be quick.
    pub fn on_commit(&self, ring: impl Fn() + Send + Sync + 'static) {
        self.inner.bell.add(ring);
    }

    /// Who holds `token`; `None` if it is unknown or expired.
    ///
    /// # Errors
    /// If the store cannot be read.
    pub fn actor_of(&self, token: &str) -> Result<Option<Actor>> {
        self.look(&Actor::visitor(), |view| {
            let hash: [u8; 32] = Sha256::digest(token.as_bytes()).into();
            let found = view
                .db
                .prepare_cached(
                    "SELECT role, name, staff FROM credentials WHERE hash = ?1 AND coalesce(expires_at > ?2, 1)",
                )?
                .query_row((hash, view.millis()), |row| {
                    Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get(2)?))
                })
                .optional()?;
            Ok(found.and_then(|(role, name, staff)| Some(Actor { role: Role::named(&role)?, name, staff })))
        })
    }
}

/// Gives a new hall its facts, its secret and its key. In a transaction that nobody else can be in:
/// two programs that open a new hall at once found one.
fn found(db: &Connection, at: &Place, entropy: &dyn Entropy) -> Result<Key> {
    let alone = Transaction::new_unchecked(db, TransactionBehavior::Immediate)?;
    place::found(&alone, entropy)?;
    let key = match at.key_file() {
        Some(file) => personal::key_in(&file, entropy)?,
        None => Key::drawn(entropy),
    };
    alone.commit()?;
    Ok(key)
}

fn take<T>(slot: &std::sync::Mutex<Option<T>>) -> Option<T> {
    slot.lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner())
        .take()
}

/// Runs `work` so that its failure undoes its own writes and no others of the same commit.
fn in_savepoint<T>(db: &Connection, work: impl FnOnce() -> Result<T>) -> Result<T> {
    if db.is_autocommit() {
        return Err(Error::Store(StoreProblem::Busy));
    }
    db.prepare_cached("SAVEPOINT action")?.execute([])?;
    // A bug in one action must not stop the hall: its writes are undone and the log names it.
    let outcome =
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).unwrap_or_else(|_| {
            Err(Error::Store(StoreProblem::Other(
                "an action broke off".to_owned(),
            )))
        });
    if db.is_autocommit() {
        return outcome.and(Err(Error::Store(StoreProblem::Full)));
    }
    if outcome.is_err() {
        db.prepare_cached("ROLLBACK TO action")?.execute([])?;
    }
    db.prepare_cached("RELEASE action")?.execute([])?;
    outcome
}

/// Performs the action, or finds that it was performed before. The flag tells which.
fn once<A: Action>(
    means: &Means,
    actor: &Actor,
    request: &RequestId,
    action: A,
) -> Result<(A::Outcome, bool)> {
    let db = &means.db;
    let signature = actor.signature();
    if let Some(outcome) = answered_before::<A>(db, request, &signature)? {
        return Ok((outcome, false));
    }
    let now = means.clock.now();
    let tip = journal::tip(db)?;
    let view = View::new(db, actor, now, &means.held);
    let mut change = Change {
        view,
        action: A::NAME,
        entropy: &*means.entropy,
        tip,
        began: tip.seq,
    };
    let outcome = action.perform(&mut change)?;
    let kept = if A::SHOWN_ONCE {
        None
    } else {
        Some(serde_json::to_string(&outcome)?)
    };
    db.prepare_cached(
        "INSERT INTO requests (id, actor, action, outcome, at) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((
        request.as_str(),
        &signature,
        A::NAME,
        kept,
        now.as_millisecond(),
    ))?;
    forget_old_requests(db, now.as_millisecond())?;
    Ok((outcome, true))
}

fn answered_before<A: Action>(
    db: &Connection,
    request: &RequestId,
    signature: &str,
) -> Result<Option<A::Outcome>> {
    let found = db
        .prepare_cached("SELECT actor, action, outcome FROM requests WHERE id = ?1")?
        .query_row([request.as_str()], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, Option<String>>(2)?,
            ))
        })
        .optional()?;
    match found {
        None => Ok(None),
        Some((actor, action, _)) if actor != signature || action != A::NAME => {
            Err(Refusal::RequestIdReused.into())
        }
        Some((.., None)) => Err(Refusal::ShownOnce.into()),
        Some((.., Some(outcome))) => Ok(Some(serde_json::from_str(&outcome)?)),
    }
}

/// A few old ones with each new one: the table stays small and no action pays for many.
fn forget_old_requests(db: &Connection, now: i64) -> Result<()> {
    let before = now - limits::REQUEST_KEPT_HOURS * 3_600_000;
    let mut old = db.prepare_cached("SELECT id FROM requests WHERE at < ?1 ORDER BY at LIMIT 4")?;
    let old: Vec<String> = old
        .query_map([before], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for id in old {
        db.prepare_cached("DELETE FROM requests WHERE id = ?1")?
            .execute([id])?;
    }
    Ok(())
}
