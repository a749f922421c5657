//! The thread that follows what happens in the hall: numbers called, slips asked for again.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, TrySendError};
use std::thread;
use std::time::Duration;

use linli_api::{AnyFollower, AnyHall};
use linli_hall::journal::{Entry, Event, Last};
use linli_hall::{Actor, TicketId};

use super::desk::Errand;
use super::voice::Speaking;

/// How long one wait for news lasts, and how long after a failure the next begins.
const PATIENCE: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_secs(3);

/// What the thread owns.
pub(super) struct Following {
    pub(super) hall: AnyHall,
    /// This terminal.
    pub(super) actor: Actor,
    pub(super) errands: SyncSender<Errand>,
    pub(super) voice: Option<Speaking>,
    pub(super) stopping: Arc<AtomicBool>,
}

impl Following {
    pub(super) fn run(self) {
        let mut follower: Option<AnyFollower> = None;
        while !self.stopping.load(Ordering::Relaxed) {
            let entries = match self.next(&mut follower) {
                Ok(entries) => entries,
                Err(error) => {
                    tracing::debug!(%error, "the journal cannot be followed");
                    // The hall's worker looks for itself and says how it is.
                    self.look();
                    thread::sleep(PAUSE);
                    continue;
                }
            };
            for entry in &entries {
                self.note(entry);
            }
            if !entries.is_empty() {
                self.look();
            }
        }
    }

    /// Has the hall looked at again. A full desk holds a look already, or one comes by itself soon.
    fn look(&self) {
        if matches!(
            self.errands.try_send(Errand::Look),
            Err(TrySendError::Disconnected(_))
        ) {
            self.stopping.store(true, Ordering::Relaxed);
        }
    }

    fn next(&self, follower: &mut Option<AnyFollower>) -> linli_hall::Result<Vec<Entry>> {
        let following = match follower {
            Some(following) => following,
            // What happened before the start is not called out again.
            None => {
                let last = self.hall.ask(&self.actor, Last::default())?;
                follower.insert(self.hall.follow(last)?)
            }
        };
        following.next(PATIENCE)
    }

    fn note(&self, entry: &Entry) {
        match &entry.event {
            Event::TicketCalled {
                ticket,
                label,
                counter,
                ..
            } => {
                if let Some(voice) = &self.voice {
                    voice.call(*ticket, label, *counter);
                }
            }
            Event::ReprintAsked { ticket, device } if *device == self.actor.name => {
                self.ask_reprint(*ticket);
            }
            _ => {}
        }
    }

    fn ask_reprint(&self, ticket: TicketId) {
        if self.errands.send(Errand::Reprint(ticket)).is_err() {
            tracing::debug!("the hall's worker has stopped");
        }
    }
}
