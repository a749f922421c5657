//! What every handler has in hand.

use std::sync::Arc;

use linli_hall::registry::ActionEntry;
use linli_hall::{Action, Actor, Error, Hall, Question, RequestId, Result, StoreProblem};
use serde_json::Value;
use tokio::sync::{Semaphore, oneshot, watch};

use super::feed::Feed;
use super::rates::{Gate, Purpose, Rates};
use super::{Caller, Rejection};
use crate::limits;

/// What every handler has in hand. Cheap to clone.
#[derive(Clone)]
pub struct ServerState {
    /// The hall that is served.
    pub hall: Hall,
    /// How phones reach this server, such as `http://192.168.1.20:7300`, without a slash at the end.
    pub public_url: Arc<str>,
    pub(super) feed: Feed,
    pub(super) gate: Arc<Gate>,
    pub(super) followers: Arc<Semaphore>,
    hashing: Arc<Semaphore>,
    stopping: watch::Receiver<bool>,
}

impl ServerState {
    pub(super) fn new(
        hall: Hall,
        public_url: &str,
        rates: Rates,
        stopping: watch::Receiver<bool>,
    ) -> Self {
        Self {
            feed: Feed::start(hall.clone(), stopping.clone()),
            hall,
            public_url: public_url.trim_end_matches('/').into(),
            gate: Arc::new(Gate::new(rates)),
            followers: Arc::new(Semaphore::new(limits::FOLLOWERS)),
            hashing: Arc::new(Semaphore::new(limits::HASHING)),
            stopping,
        }
    }

    /// The journal as it grows, shared by all who follow.
    pub fn feed(&self) -> &Feed {
        &self.feed
    }

    /// Waits until the server stops: an endless answer ends then.
    pub async fn stopped(&self) {
        // An error means that the server is gone, which is the same news.
        let _ = self.stopping.clone().wait_for(|stopping| *stopping).await;
    }

    /// Answers `question` without holding up other requests.
    ///
    /// # Errors
    /// As [`Hall::ask`].
    pub async fn ask<Q: Question>(&self, actor: &Actor, question: Q) -> Result<Q::Answer> {
        let (hall, actor) = (self.hall.clone(), actor.clone());
        blocking(move || hall.ask(&actor, question)).await
    }

    /// Does `action`, within how often this caller may, and waits until it is durable.
    ///
    /// # Errors
    /// As [`Hall::perform`], and [`Rejection::TooOften`].
    pub async fn perform<A: Action>(
        &self,
        caller: &Caller,
        request: RequestId,
        action: A,
    ) -> Result<A::Outcome, Rejection> {
        let actor = caller.actor.clone();
        self.limited(caller, A::NAME, A::PREPARES, move |hall, tell| {
            hall.submit(&actor, request, action, tell);
        })
        .await
    }

    pub(super) async fn perform_named(
        &self,
        caller: &Caller,
        entry: &'static ActionEntry,
        request: RequestId,
        input: Value,
    ) -> Result<Value, Rejection> {
        let actor = caller.actor.clone();
        self.limited(caller, entry.name, entry.prepares, move |hall, tell| {
            (entry.submit)(hall, &actor, request, input, Box::new(tell));
        })
        .await
    }

    /// The one way of every action. What could be a guess at a password or a code is paid for
    /// before it is tried, so that many at once cannot pass; a right one is paid back.
    async fn limited<T: Send + 'static>(
        &self,
        caller: &Caller,
        name: &str,
        prepares: bool,
        submit: impl FnOnce(&Hall, Tell<T>) + Send + 'static,
    ) -> Result<T, Rejection> {
        let purpose = Purpose::of_action(name);
        if let Some(purpose) = purpose {
            self.gate.pay(purpose, caller.address)?;
        }
        let (tell, told) = oneshot::channel();
        let tell: Tell<T> = Box::new(move |outcome| {
            // The caller may have hung up; what was done stays done.
            let _ = tell.send(outcome);
        });
        if prepares {
            let hall = self.hall.clone();
            let _turn = self
                .hashing
                .acquire()
                .await
                .map_err(|_| Error::Overloaded)?;
            blocking(move || {
                submit(&hall, tell);
                Ok(())
            })
            .await?;
        } else {
            submit(&self.hall, tell);
        }
        let outcome = told
            .await
            .unwrap_or(Err(Error::Store(StoreProblem::Stopped)));
        if let (Some(purpose), Ok(_)) = (purpose, &outcome) {
            self.gate.pay_back(purpose, caller.address);
        }
        Ok(outcome?)
    }
}

type Tell<T> = Box<dyn FnOnce(Result<T>) + Send>;

/// Runs `work`, which waits for the disk or the processor, beside the requests.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(broken) => {
            tracing::error!(%broken, "a request broke off");
            Err(Error::Store(StoreProblem::Other(
                "the request broke off".to_owned(),
            )))
        }
    }
}
