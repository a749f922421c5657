//! The thread that speaks.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::desk::{Desk, Enter, Next, Stopped};
use super::plan::{Piece, plan};
use super::rendering::Rendering;
use super::{
    EngineStatus, Manner, Outlet, Outlets, Permit, ReaderSettings, SpeechEvent, Utterance, Voice,
};
use crate::speaker::{Played, SoundError, Stop};

type OnEvent = Box<dyn FnMut(SpeechEvent) + Send>;

/// What the thread owns.
pub(super) struct Worker {
    outlets: Outlets,
    voice: Voice,
    settings: ReaderSettings,
    on_event: OnEvent,
    desk: Arc<Desk>,
    is_private: Arc<AtomicBool>,
    /// Where the last look found that speech is heard.
    told_outlet: Option<Outlet>,
    told_engine: EngineStatus,
    is_resting: bool,
}

impl Worker {
    pub(super) fn new(
        outlets: Outlets,
        voice: Voice,
        settings: ReaderSettings,
        on_event: OnEvent,
        desk: Arc<Desk>,
        is_private: Arc<AtomicBool>,
    ) -> Self {
        Self {
            outlets,
            voice,
            settings,
            on_event,
            desk,
            is_private,
            told_outlet: None,
            told_engine: EngineStatus::Unknown,
            is_resting: true,
        }
    }

    pub(super) fn run(mut self) {
        self.look();
        self.look_at_engine();
        loop {
            let limits = &self.settings.limits;
            let wait = match self.is_resting {
                true => limits.look_every,
                false => limits.rest_after,
            };
            match self.desk.next(wait) {
                Next::Say(utterance, manner) => {
                    self.is_resting = false;
                    self.perform(utterance, manner);
                }
                Next::Dropped(ids) => {
                    for id in ids {
                        self.tell(SpeechEvent::Cut(id));
                    }
                }
                Next::Idle => self.idle(),
                Next::End => return,
            }
        }
    }

    fn idle(&mut self) {
        self.outlets.rest();
        self.is_resting = true;
        self.look();
        self.look_at_engine();
    }

    /// Says an utterance where it may be heard now, or finds that it may not.
    fn perform(&mut self, utterance: Utterance, manner: Manner) {
        let id = utterance.id;
        let mut is_private_there = self.look();
        loop {
            let Some(permit) = Permit::ask(utterance.is_personal, is_private_there) else {
                self.desk.leave();
                return self.tell(SpeechEvent::Withheld(id));
            };
            let stop = match self.desk.enter(permit.outlet(), &utterance) {
                Enter::Go(stop) => stop,
                Enter::Held => return self.tell(SpeechEvent::Held(id)),
                Enter::Dropped => return self.tell(SpeechEvent::Cut(id)),
            };
            match self.say(&utterance, permit, manner, &stop) {
                Ok(Played::Whole) => {
                    self.desk.leave();
                    return self.tell(SpeechEvent::Finished(id));
                }
                Ok(Played::Stopped) => {
                    let event = match self.desk.leave_stopped(utterance) {
                        Stopped::Cut => SpeechEvent::Cut(id),
                        Stopped::Again => SpeechEvent::Held(id),
                    };
                    return self.tell(event);
                }
                Err(error) if permit.outlet() == Outlet::Private => {
                    tracing::debug!(%error, "the private output went away");
                    is_private_there = false;
                    self.tell_private(false);
                }
                Err(error) => {
                    tracing::warn!(%error, "something was not heard");
                    self.desk.leave();
                    return self.tell(SpeechEvent::Unheard(id));
                }
            }
        }
    }

    /// Says all pieces of an utterance at one outlet.
    fn say(
        &mut self,
        utterance: &Utterance,
        permit: Permit,
        manner: Manner,
        stop: &Stop,
    ) -> Result<Played, SoundError> {
        let mut missing = Vec::new();
        let mut pieces = plan(utterance, &mut self.voice.lexicon);
        self.tell(SpeechEvent::Started(utterance.id));
        let mut by_engine = self.voice.has_engine_for(permit, &utterance.locale);
        let mut result = Ok(Played::Whole);
        while !pieces.is_empty() && matches!(result, Ok(Played::Whole)) {
            result = self.play(permit, manner, (&mut pieces, &mut missing, by_engine), stop);
            if !pieces.is_empty() && matches!(result, Ok(Played::Whole)) {
                // The engine plays by itself and would not say that the headphone is gone.
                if permit.outlet() == Outlet::Private && !self.outlets.is_private_there() {
                    result = Err(SoundError::Gone("before the engine spoke".into()));
                    break;
                }
                by_engine = self.speak(utterance, permit, manner, &mut pieces, stop);
            }
            if stop.is_stopped() {
                result = Ok(Played::Stopped);
            }
        }
        if !missing.is_empty() {
            if utterance.is_personal {
                // An event may end up in a log.
                missing.fill("…".into());
            }
            self.tell(SpeechEvent::Missing(utterance.id, missing));
        }
        result
    }

    /// Plays what is said from recordings, up to the next piece for the engine.
    fn play(
        &mut self,
        permit: Permit,
        manner: Manner,
        (pieces, missing, by_engine): (&mut VecDeque<Piece>, &mut Vec<String>, bool),
        stop: &Stop,
    ) -> Result<Played, SoundError> {
        let volume = f32::from(self.volume(permit, manner)) / 100.0;
        let overrun = self.settings.limits.overrun;
        let mut sounds = Rendering {
            pace: manner.pace,
            by_engine,
            pieces,
            missing,
        };
        let Some(first) = sounds.next() else {
            return Ok(Played::Whole);
        };
        let mut all = std::iter::once(first).chain(sounds);
        self.outlets.play(permit, &mut all, volume, overrun, stop)
    }

    /// Has the engine say the next piece. Whether it did; if not, the piece stays.
    fn speak(
        &mut self,
        utterance: &Utterance,
        permit: Permit,
        manner: Manner,
        pieces: &mut VecDeque<Piece>,
        stop: &Stop,
    ) -> bool {
        let Some(text) = pieces.front().and_then(Piece::text) else {
            return false;
        };
        let manner = Manner {
            volume: self.volume(permit, manner),
            ..manner
        };
        let spoken = self
            .voice
            .speak(permit, &text, &utterance.locale, manner, stop);
        match spoken {
            Ok(()) => {
                pieces.pop_front();
            }
            Err(ref error) => tracing::debug!(%error, "said without the engine"),
        }
        self.look_at_engine();
        spoken.is_ok()
    }

    /// How loud, in percent of the recording.
    fn volume(&self, permit: Permit, manner: Manner) -> u8 {
        let safe = match permit.outlet() {
            Outlet::Loudspeaker => self.settings.loudspeaker_volume,
            Outlet::Private => self.settings.private_volume,
        };
        let percent = u32::from(safe.min(100)) * u32::from(manner.volume.min(100)) / 100;
        percent as u8
    }

    /// Whether the private output is there now.
    fn look(&mut self) -> bool {
        let is_there = self.outlets.is_private_there();
        self.tell_private(is_there);
        is_there
    }

    fn tell_private(&mut self, is_there: bool) {
        let outlet = match is_there {
            true => Outlet::Private,
            false => Outlet::Loudspeaker,
        };
        self.is_private.store(is_there, Ordering::SeqCst);
        if self.told_outlet != Some(outlet) {
            self.told_outlet = Some(outlet);
            self.desk.look_again();
            self.tell(SpeechEvent::Outlet(outlet));
        }
    }

    fn look_at_engine(&mut self) {
        if let Some(status) = self.voice.engine_status()
            && status != self.told_engine
        {
            self.told_engine = status;
            self.tell(SpeechEvent::Engine(status));
        }
    }

    fn tell(&mut self, event: SpeechEvent) {
        (self.on_event)(event);
    }
}
