//! A hall, wherever it is.

use std::time::Duration;

use linli_hall::journal::Entry;
use linli_hall::{Action, Actor, Follower, Hall, Question, RequestId, Result};
use serde_json::Value;

use super::{RemoteFollower, RemoteHall};

/// A hall: its file on this machine, or another machine that has it. Cheap to clone.
///
/// Over the wire the actor is whoever holds the token that [`RemoteHall`] was given, and the
/// `actor` of each call is not sent: a machine cannot say of itself who it is.
#[derive(Clone)]
pub enum AnyHall {
    /// The hall's folder is here.
    Embedded(Hall),
    /// The hall's folder is elsewhere.
    Remote(RemoteHall),
}

impl AnyHall {
    /// Does `action` and waits until it is durable.
    ///
    /// # Errors
    /// As [`Hall::perform`]; over the wire also [`Error::Unreachable`](linli_hall::Error::Unreachable),
    /// after which the same `request` can be tried again without doing it twice.
    pub fn perform<A: Action>(
        &self,
        actor: &Actor,
        request: RequestId,
        action: A,
    ) -> Result<A::Outcome> {
        match self {
            Self::Embedded(hall) => hall.perform(actor, request, action),
            Self::Remote(hall) => hall.perform(&request, &action),
        }
    }

    /// Does the action called `name` from JSON.
    ///
    /// # Errors
    /// As [`AnyHall::perform`], and if there is no such action.
    pub fn perform_named(
        &self,
        actor: &Actor,
        request: RequestId,
        name: &str,
        input: Value,
    ) -> Result<Value> {
        match self {
            Self::Embedded(hall) => hall.perform_named(actor, request, name, input),
            Self::Remote(hall) => hall.perform_named(&request, name, &input),
        }
    }

    /// Answers `question`.
    ///
    /// # Errors
    /// As [`Hall::ask`]; over the wire also [`Error::Unreachable`](linli_hall::Error::Unreachable).
    pub fn ask<Q: Question>(&self, actor: &Actor, question: Q) -> Result<Q::Answer> {
        match self {
            Self::Embedded(hall) => hall.ask(actor, question),
            Self::Remote(hall) => hall.ask(&question),
        }
    }

    /// Asks the question called `name` from JSON.
    ///
    /// # Errors
    /// As [`AnyHall::ask`], and if there is no such question.
    pub fn ask_named(&self, actor: &Actor, name: &str, input: Value) -> Result<Value> {
        match self {
            Self::Embedded(hall) => hall.ask_named(actor, name, input),
            Self::Remote(hall) => hall.ask_named(name, &input),
        }
    }

    /// Journal entries after `seq`, as they come, live.
    ///
    /// # Errors
    /// If no thread can be started for it.
    pub fn follow(&self, seq: u64) -> Result<AnyFollower> {
        Ok(match self {
            Self::Embedded(hall) => AnyFollower::Embedded(hall.follow(seq)),
            Self::Remote(hall) => AnyFollower::Remote(hall.follow(seq)?),
        })
    }

    /// Whether the hall is on another machine.
    pub fn is_remote(&self) -> bool {
        matches!(self, Self::Remote(_))
    }
}

impl From<Hall> for AnyHall {
    fn from(hall: Hall) -> Self {
        Self::Embedded(hall)
    }
}

impl From<RemoteHall> for AnyHall {
    fn from(hall: RemoteHall) -> Self {
        Self::Remote(hall)
    }
}

/// Reads the journal from one place on, for ever, wherever the hall is.
pub enum AnyFollower {
    /// Of a hall that is here.
    Embedded(Follower),
    /// Of a hall that is elsewhere.
    Remote(RemoteFollower),
}

impl AnyFollower {
    /// The next entries; waits for some at most `patience`, and gives none if there are none.
    ///
    /// # Errors
    /// If the store cannot be read, or the hall does not let this machine follow. A hall that
    /// cannot be reached is no error: it is tried again until it can.
    pub fn next(&mut self, patience: Duration) -> Result<Vec<Entry>> {
        match self {
            Self::Embedded(follower) => follower.next(patience),
            Self::Remote(follower) => follower.next(patience),
        }
    }

    /// The last entry handed out.
    pub fn seq(&self) -> u64 {
        match self {
            Self::Embedded(follower) => follower.seq(),
            Self::Remote(follower) => follower.seq(),
        }
    }

    /// Whether the hall can be heard now.
    pub fn is_connected(&self) -> bool {
        match self {
            Self::Embedded(_) => true,
            Self::Remote(follower) => follower.is_connected(),
        }
    }
}
