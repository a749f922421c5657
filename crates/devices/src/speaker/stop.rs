//! Ending a sound from another thread.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Wakes whoever waits for the end of a sound.
type Waker = Box<dyn Fn() + Send>;

/// A handle that ends a sound from another thread. Clones are handles to the same sound. Once
/// stopped, it stays so: every sound has a handle of its own.
#[derive(Clone, Default)]
pub struct Stop {
    inner: Arc<Inner>,
}

#[derive(Default)]
struct Inner {
    is_stopped: AtomicBool,
    waker: Mutex<Option<Waker>>,
}

impl Stop {
    /// A handle of a sound that goes on.
    pub fn new() -> Self {
        Self::default()
    }

    /// Ends the sound. It may be called from any thread and does not wait.
    pub fn stop(&self) {
        self.inner.is_stopped.store(true, Ordering::SeqCst);
        if let Some(wake) = &*self.waker() {
            wake();
        }
    }

    /// Whether the sound was ended.
    pub fn is_stopped(&self) -> bool {
        self.inner.is_stopped.load(Ordering::SeqCst)
    }

    /// Sets what is called by the next [`Stop::stop`], in the place of what was set before. If it
    /// was stopped already, it is called at once.
    pub fn on_stop(&self, wake: impl Fn() + Send + 'static) {
        let mut waker = self.waker();
        // Looked at under the lock: a stop is either seen here or finds the waker.
        if self.is_stopped() {
            wake();
        }
        *waker = Some(Box::new(wake));
    }

    /// Nobody waits any more.
    pub fn forget(&self) {
        *self.waker() = None;
    }

    fn waker(&self) -> std::sync::MutexGuard<'_, Option<Waker>> {
        self.inner
            .waker
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stop")
            .field("is_stopped", &self.is_stopped())
            .finish()
    }
}
