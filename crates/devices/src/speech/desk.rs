//! What waits to be said, shared by those who ask and the thread that speaks.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::{MAX_TEXT, MAX_WAITING_UTTERANCES, Manner, Outlet, Utterance, UtteranceId};
use crate::speaker::Stop;

/// Why an utterance was not even taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// [`MAX_WAITING_UTTERANCES`] wait already.
    #[error("too much waits to be said")]
    Full,
    /// It has more than [`MAX_TEXT`] characters.
    #[error("the text is too long to be said")]
    TooLong,
    /// The reader's thread has ended.
    #[error("the reader has stopped")]
    Stopped,
}

/// What waits to be said.
#[derive(Default)]
pub(super) struct Desk {
    state: Mutex<State>,
    news: Condvar,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Utterance>,
    /// Those that were dropped before they were begun, and have not been told of.
    dropped: Vec<UtteranceId>,
    current: Option<Current>,
    manner: Manner,
    is_calling: bool,
    /// Whether the first that waits is for the loudspeaker while that calls a number.
    is_held: bool,
    is_over: bool,
}

/// What is being said.
struct Current {
    stop: Stop,
    outlet: Option<Outlet>,
    /// Whether it is not to be said any more.
    is_dropped: bool,
}

/// What the thread does next.
pub(super) enum Next {
    /// Say this in this manner.
    Say(Utterance, Manner),
    /// Tell that these will not be said.
    Dropped(Vec<UtteranceId>),
    /// Nothing came for a while.
    Idle,
    /// End.
    End,
}

/// Whether an utterance may begin at an outlet.
pub(super) enum Enter {
    /// It may, until this stops it.
    Go(Stop),
    /// A number is being called there: it has been put back.
    Held,
    /// It is not wanted any more.
    Dropped,
}

/// What becomes of an utterance that was stopped.
pub(super) enum Stopped {
    /// It is not wanted any more.
    Cut,
    /// It waits to be said again.
    Again,
}

impl Desk {
    pub(super) fn say(&self, utterance: Utterance) -> Result<(), Refused> {
        if utterance.chars() > MAX_TEXT {
            return Err(Refused::TooLong);
        }
        let mut state = self.state();
        if state.is_over {
            return Err(Refused::Stopped);
        }
        if !utterance.queued {
            state.clear();
        } else if state.waiting.len() >= MAX_WAITING_UTTERANCES {
            return Err(Refused::Full);
        }
        state.waiting.push_back(utterance);
        self.news.notify_all();
        Ok(())
    }

    pub(super) fn hush(&self) {
        self.state().clear();
        self.news.notify_all();
    }

    pub(super) fn set_manner(&self, manner: Manner) {
        self.state().manner = manner;
    }

    pub(super) fn give_way(&self, calling: bool) {
        let mut state = self.state();
        state.is_calling = calling;
        if let Some(current) = &state.current
            && calling
            && current.outlet == Some(Outlet::Loudspeaker)
        {
            current.stop.stop();
        }
        self.news.notify_all();
    }

    pub(super) fn end(&self) {
        let mut state = self.state();
        state.clear();
        state.is_over = true;
        self.news.notify_all();
    }

    /// What was held for the loudspeaker may have another outlet now.
    pub(super) fn look_again(&self) {
        self.state().is_held = false;
    }

    /// Waits for the next thing to do, at most for `limit`.
    pub(super) fn next(&self, limit: Duration) -> Next {
        let state = self.state();
        let waited = self
            .news
            .wait_timeout_while(state, limit, |state| !state.has_work());
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if !state.dropped.is_empty() {
            return Next::Dropped(std::mem::take(&mut state.dropped));
        }
        if state.is_over {
            return Next::End;
        }
        if state.is_blocked() {
            return Next::Idle;
        }
        let manner = state.manner;
        let Some(utterance) = state.waiting.pop_front() else {
            return Next::Idle;
        };
        state.is_held = false;
        state.current = Some(Current {
            stop: Stop::new(),
            outlet: None,
            is_dropped: false,
        });
        Next::Say(utterance, manner)
    }

    /// Begins the current utterance at an outlet.
    pub(super) fn enter(&self, outlet: Outlet, utterance: &Utterance) -> Enter {
        let mut state = self.state();
        let is_held = state.is_calling && outlet == Outlet::Loudspeaker;
        let Some(current) = &mut state.current else {
            return Enter::Dropped;
        };
        if current.is_dropped {
            state.current = None;
            return Enter::Dropped;
        }
        if is_held {
            state.put_back(utterance.clone());
            return Enter::Held;
        }
        // A stop holds for one outlet: a stop of the one before was not for this one.
        current.stop = Stop::new();
        current.outlet = Some(outlet);
        Enter::Go(current.stop.clone())
    }

    /// The current utterance is over.
    pub(super) fn leave(&self) {
        self.state().current = None;
    }

    /// The current utterance was stopped: dropped, or made to give way.
    pub(super) fn leave_stopped(&self, utterance: Utterance) -> Stopped {
        let mut state = self.state();
        let is_dropped = state.current.as_ref().is_none_or(|now| now.is_dropped);
        if is_dropped {
            state.current = None;
            return Stopped::Cut;
        }
        state.put_back(utterance);
        Stopped::Again
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn is_blocked(&self) -> bool {
        self.is_calling && self.is_held
    }

    fn has_work(&self) -> bool {
        let may_speak = !self.waiting.is_empty() && !self.is_blocked();
        self.is_over || !self.dropped.is_empty() || may_speak
    }

    /// Nothing is said or waits any more.
    fn clear(&mut self) {
        let waiting = self.waiting.drain(..).map(|utterance| utterance.id);
        self.dropped.extend(waiting);
        self.is_held = false;
        if let Some(current) = &mut self.current {
            current.is_dropped = true;
            current.stop.stop();
        }
    }

    fn put_back(&mut self, utterance: Utterance) {
        self.current = None;
        self.waiting.push_front(utterance);
        self.is_held = true;
    }
}
