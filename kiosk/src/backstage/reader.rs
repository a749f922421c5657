//! The reader: speaks to the person at the glass. It keeps silent while a number is called aloud.

use std::sync::Arc;

use linli_devices::speaker::{SpeakerEvent, SpeakerStatus};
use linli_devices::speech::{Manner, Reader, SpeechEvent, Utterance};

use super::{Backstage, News, Newsroom};

/// Starts the reader with whoever is to be told.
pub type ReaderMaker = Box<dyn FnOnce(Box<dyn FnMut(SpeechEvent) + Send>) -> Reader>;

/// What the reader's thread does with its events.
pub(super) fn on_reader(newsroom: &Newsroom) -> impl FnMut(SpeechEvent) + Send + 'static {
    let newsroom = newsroom.clone();
    move |event| match event {
        SpeechEvent::Missing(_, texts) => {
            tracing::warn!(?texts, "the voice has no words for this");
        }
        SpeechEvent::Outlet(outlet) => newsroom.tell(News::Outlet(outlet)),
        SpeechEvent::Finished(id)
        | SpeechEvent::Cut(id)
        | SpeechEvent::Withheld(id)
        | SpeechEvent::Unheard(id) => newsroom.tell(News::Said(id)),
        _ => tracing::debug!(?event, "the reader"),
    }
}

/// Before the announcer's events go on: while it calls a number, the reader gives way.
pub(super) fn give_way(
    reader: Option<Arc<Reader>>,
    mut tell: impl FnMut(SpeakerEvent) + Send + 'static,
) -> impl FnMut(SpeakerEvent) + Send + 'static {
    move |event| {
        if let Some(reader) = &reader {
            match &event {
                SpeakerEvent::Started(_) => reader.give_way(true),
                // A call that was not heard is tried again; until then there is nothing to give way to.
                SpeakerEvent::Finished(_)
                | SpeakerEvent::Missed(..)
                | SpeakerEvent::Status(SpeakerStatus::NoDevice) => reader.give_way(false),
                SpeakerEvent::Incomplete(..) | SpeakerEvent::Status(_) => {}
            }
        }
        tell(event);
    }
}

impl Backstage {
    /// Whether this terminal can speak to the person at it.
    pub fn can_read(&self) -> bool {
        self.reader.is_some()
    }

    /// Whether only that person hears it.
    pub fn reads_privately(&self) -> bool {
        self.reader
            .as_ref()
            .is_some_and(|reader| reader.is_private())
    }

    /// Says something. `false` when nobody takes it; otherwise [`News::Said`] tells of its end.
    pub fn say(&self, utterance: Utterance) -> bool {
        let Some(reader) = &self.reader else {
            return false;
        };
        let taken = reader.say(utterance);
        if let Err(refused) = taken {
            tracing::warn!(%refused, "the reader did not take an utterance");
        }
        taken.is_ok()
    }

    /// Says nothing more.
    pub fn hush(&self) {
        if let Some(reader) = &self.reader {
            reader.hush();
        }
    }

    /// How loud and how quick it speaks.
    pub fn set_manner(&self, manner: Manner) {
        if let Some(reader) = &self.reader {
            reader.set_manner(manner);
        }
    }
}
