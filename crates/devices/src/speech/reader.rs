//! The door to the thread that speaks.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use super::desk::Desk;
use super::worker::Worker;
use super::{Manner, Outlets, ReaderSettings, Refused, SpeechEvent, Utterance, Voice};

/// Speaks to the person at the terminal. Dropping it ends what is being said.
pub struct Reader {
    desk: Arc<Desk>,
    is_private: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Reader {
    /// Starts the thread `speech`, which says utterances one after the other and calls `on_event`
    /// with what happens. The callback must be quick.
    pub fn start(
        outlets: Outlets,
        voice: Voice,
        settings: ReaderSettings,
        on_event: impl FnMut(SpeechEvent) + Send + 'static,
    ) -> Self {
        let desk = Arc::new(Desk::default());
        let is_private = Arc::new(AtomicBool::new(false));
        let worker = Worker::new(
            outlets,
            voice,
            settings,
            Box::new(on_event),
            Arc::clone(&desk),
            Arc::clone(&is_private),
        );
        let thread = thread::Builder::new()
            .name("speech".into())
            .spawn(move || worker.run())
            .inspect_err(|error| {
                tracing::error!(%error, "cannot start the reader's thread");
                desk.end();
            })
            .ok();
        Self {
            desk,
            is_private,
            thread,
        }
    }

    /// Hands over an utterance. It takes the place of what is being said and of what waits, or
    /// waits for them if it is `queued`. For each id that was taken one of `Finished`, `Cut`,
    /// `Withheld` and `Unheard` follows.
    ///
    /// # Errors
    /// [`Refused`] when it was not taken; then no event follows.
    pub fn say(&self, utterance: Utterance) -> Result<(), Refused> {
        self.desk.say(utterance)
    }

    /// Silence, at once. What waits is dropped.
    pub fn hush(&self) {
        self.desk.hush();
    }

    /// How things are said, from the next utterance on.
    pub fn set_manner(&self, manner: Manner) {
        self.desk.set_manner(manner);
    }

    /// A number is being called aloud, or that is over. Meanwhile nothing is said through the
    /// loudspeaker; what was being said there is said again from its beginning afterwards.
    pub fn give_way(&self, calling: bool) {
        self.desk.give_way(calling);
    }

    /// Whether there is an output that only the person at the terminal hears.
    pub fn is_private(&self) -> bool {
        self.is_private.load(Ordering::SeqCst)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.desk.end();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the reader's thread had panicked");
        }
    }
}
