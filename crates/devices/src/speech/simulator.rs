//! A speech engine that only remembers.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::{EngineError, EngineStatus, EngineVoice, Manner, SpeechEngine};
use crate::speaker::Stop;

/// A speech engine that only remembers, and whose time stands still while it is held. Clones are
/// handles to the same engine.
#[derive(Clone, Default)]
pub struct SimulatedEngine {
    inner: Arc<(Mutex<Inner>, Condvar)>,
}

#[derive(Default)]
struct Inner {
    is_absent: bool,
    breaks_off: bool,
    is_held: bool,
    is_holding: bool,
    said: Vec<Said>,
}

/// What an engine was given to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The text.
    pub text: String,
    /// Its language.
    pub locale: String,
    /// How it was to be said.
    pub manner: Manner,
    /// Whether it was heard to its end.
    pub is_whole: bool,
}

impl SimulatedEngine {
    /// An engine that is there.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes it away, or brings it back.
    pub fn set_absent(&self, absent: bool) {
        self.inner().is_absent = absent;
    }

    /// From now on it dies in the middle of every text.
    pub fn break_off(&self) {
        self.inner().breaks_off = true;
    }

    /// Lets time stand still in every text until it is stopped or [released](Self::release).
    pub fn hold(&self) {
        self.inner().is_held = true;
    }

    /// Lets time go on.
    pub fn release(&self) {
        self.inner().is_held = false;
        self.inner.1.notify_all();
    }

    /// Waits until a text stands still; false if that takes longer than `limit`.
    pub fn wait_until_held(&self, limit: Duration) -> bool {
        let inner = self.inner();
        let waited = self
            .inner
            .1
            .wait_timeout_while(inner, limit, |inner| !inner.is_holding);
        let (inner, _) = waited.unwrap_or_else(PoisonError::into_inner);
        inner.is_holding
    }

    /// All it was given to say.
    pub fn said(&self) -> Vec<Said> {
        self.inner().said.clone()
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SpeechEngine for SimulatedEngine {
    fn name(&self) -> &str {
        "simulated"
    }

    fn look(&mut self) -> EngineStatus {
        match self.inner().is_absent {
            true => EngineStatus::Absent,
            false => EngineStatus::Ready,
        }
    }

    fn voices(&mut self) -> Result<Vec<EngineVoice>, EngineError> {
        Ok(vec![EngineVoice {
            name: "simulated".into(),
            locale: "en".into(),
        }])
    }

    fn speak(
        &mut self,
        text: &str,
        locale: &str,
        manner: Manner,
        stop: &Stop,
    ) -> Result<(), EngineError> {
        if self.inner().is_absent {
            return Err(EngineError::Absent("simulated".into()));
        }
        stop.on_stop({
            let inner = Arc::clone(&self.inner);
            move || {
                // Locked, so that a text about to wait is not missed.
                drop(inner.0.lock().unwrap_or_else(PoisonError::into_inner));
                inner.1.notify_all();
            }
        });
        let mut inner = self.inner();
        while inner.is_held && !stop.is_stopped() {
            inner.is_holding = true;
            self.inner.1.notify_all();
            inner = self
                .inner
                .1
                .wait(inner)
                .unwrap_or_else(PoisonError::into_inner);
        }
        inner.is_holding = false;
        let breaks_off = inner.breaks_off;
        inner.said.push(Said {
            text: text.to_owned(),
            locale: locale.to_owned(),
            manner,
            is_whole: !breaks_off && !stop.is_stopped(),
        });
        drop(inner);
        stop.forget();
        match breaks_off {
            true => Err(EngineError::Broken("simulated".into())),
            false => Ok(()),
        }
    }
}
