//! What the pages have in hand: the hall's door, the live line, counted attempts.

use std::sync::Arc;

use linli_hall::{Action, Actor, Error, Hall, Question, RequestId, Result, StoreProblem};
use tokio::sync::{Semaphore, oneshot};

use crate::attempts::Attempts;
use crate::limits;
use crate::live::Live;

/// The pages of one hall. Cheap to clone.
#[derive(Clone)]
pub struct Pages {
    inner: Arc<Inner>,
}

struct Inner {
    hall: Hall,
    live: Live,
    attempts: Attempts,
    passwords: Semaphore,
}

impl Pages {
    /// The pages of `hall`; starts the thread that follows its journal.
    #[must_use]
    pub fn new(hall: Hall) -> Self {
        let live = Live::start(&hall);
        let passwords = Semaphore::new(limits::PASSWORDS_AT_ONCE);
        Self {
            inner: Arc::new(Inner {
                hall,
                live,
                attempts: Attempts::default(),
                passwords,
            }),
        }
    }

    pub(crate) fn live(&self) -> &Live {
        &self.inner.live
    }

    pub(crate) fn attempts(&self) -> &Attempts {
        &self.inner.attempts
    }

    /// Looks at the hall, off the threads that serve requests.
    pub(crate) async fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(&Hall) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let hall = self.inner.hall.clone();
        // A look that panics is one page that failed, not a server that fell.
        tokio::task::spawn_blocking(move || look(&hall))
            .await
            .unwrap_or_else(|error| {
                tracing::error!(%error, "a page could not be looked up");
                Err(Error::Store(StoreProblem::Stopped))
            })
    }

    pub(crate) async fn ask<Q: Question>(&self, actor: &Actor, question: Q) -> Result<Q::Answer> {
        let actor = actor.clone();
        self.look(move |hall| hall.ask(&actor, question)).await
    }

    pub(crate) async fn perform<A: Action>(
        &self,
        actor: &Actor,
        request: RequestId,
        action: A,
    ) -> Result<A::Outcome> {
        let (tell, told) = oneshot::channel();
        let actor = actor.clone();
        // Looking and hashing happen on the thread that submits; waiting for the disk does not.
        self.look(move |hall| {
            hall.submit(&actor, request, action, move |outcome| {
                // The browser may have gone; what was done stays done.
                drop(tell.send(outcome));
            });
            Ok(())
        })
        .await?;
        told.await
            .unwrap_or(Err(Error::Store(StoreProblem::Stopped)))
    }

    /// Performs an action that checks a password: few at the same time.
    pub(crate) async fn perform_hashing<A: Action>(
        &self,
        actor: &Actor,
        action: A,
    ) -> Result<A::Outcome> {
        let _turn = self
            .inner
            .passwords
            .acquire()
            .await
            .map_err(|_| Error::Overloaded)?;
        self.perform(actor, RequestId::fresh(), action).await
    }
}
