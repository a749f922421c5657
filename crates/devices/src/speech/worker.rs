//! The thread that speaks.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use super::desk::{Desk, Enter, Next, Stopped};
use super::plan::{Piece, plan};
use super::plugs::Plugs;
use super::rendering::Rendering;
use super::{
    EngineStatus, Manner, Outlet, Outlets, Permit, ReaderSettings, SpeechEvent, Utterance, Voice,
};
use crate::speaker::{Played, SoundError, Stop};

type OnEvent = Box<dyn FnMut(SpeechEvent) + Send>;

/// An utterance that is being said at one outlet.
struct Saying<'a> {
    locale: &'a str,
    permit: Permit,
    /// Its volume is in percent of the recording.
    manner: Manner,
    stop: &'a Stop,
    is_personal: bool,
    /// Whether the engine says what is not recorded.
    by_engine: bool,
    pieces: VecDeque<Piece>,
    missing: Vec<String>,
}

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
    plugs: Plugs,
    looked_at: Instant,
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
            plugs: Plugs::new(),
            looked_at: Instant::now(),
        }
    }

    pub(super) fn run(mut self) {
        self.look();
        self.look_at_engine();
        loop {
            let limits = &self.settings.limits;
            let wait = match self.is_resting {
                true => limits.plug_every.min(limits.look_every),
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
        let was_resting = std::mem::replace(&mut self.is_resting, true);
        let is_due = self.looked_at.elapsed() >= self.settings.limits.look_every;
        if self.plugs.have_changed() || is_due || !was_resting {
            self.look();
            self.look_at_engine();
        }
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
        let pieces = plan(utterance, &mut self.voice.lexicon);
        self.tell(SpeechEvent::Started(utterance.id));
        let mut saying = Saying {
            locale: &utterance.locale,
            permit,
            manner: Manner {
                volume: self.volume(permit, manner),
                ..manner
            },
            stop,
            is_personal: utterance.is_personal,
            by_engine: self.voice.has_engine_for(permit, &utterance.locale),
            pieces,
            missing: Vec::new(),
        };
        let result = self.say_on(&mut saying);
        let mut missing = saying.missing;
        if !missing.is_empty() {
            if utterance.is_personal {
                // An event may end up in a log.
                missing.fill("…".into());
            }
            self.tell(SpeechEvent::Missing(utterance.id, missing));
        }
        if stop.is_stopped() {
            return Ok(Played::Stopped);
        }
        result
    }

    /// Recordings and the engine take turns until no piece is left.
    fn say_on(&mut self, saying: &mut Saying<'_>) -> Result<Played, SoundError> {
        while !saying.pieces.is_empty() {
            if self.play(saying)? == Played::Stopped || saying.stop.is_stopped() {
                return Ok(Played::Stopped);
            }
            if saying.pieces.is_empty() {
                break;
            }
            // The engine plays by itself and would not say that the headphone is gone.
            if saying.permit.outlet() == Outlet::Private && !self.outlets.is_private_there() {
                return Err(SoundError::Gone("before the engine spoke".into()));
            }
            self.speak(saying);
        }
        Ok(Played::Whole)
    }

    /// Plays what is said from recordings, up to the next piece for the engine.
    fn play(&mut self, saying: &mut Saying<'_>) -> Result<Played, SoundError> {
        let volume = f32::from(saying.manner.volume) / 100.0;
        let overrun = self.settings.limits.overrun;
        let mut sounds = Rendering {
            lexicon: &mut self.voice.lexicon,
            locale: saying.locale,
            pace: saying.manner.pace,
            is_personal: saying.is_personal,
            by_engine: saying.by_engine,
            pieces: &mut saying.pieces,
            missing: &mut saying.missing,
            making: None,
        };
        let Some(first) = sounds.next() else {
            return Ok(Played::Whole);
        };
        let mut all = std::iter::once(first).chain(sounds);
        self.outlets
            .play(saying.permit, &mut all, volume, overrun, saying.stop)
    }

    /// Has the engine say the next piece. If it does not, the piece stays, and the engine is not
    /// asked again for this utterance.
    fn speak(&mut self, saying: &mut Saying<'_>) {
        let Some(text) = saying.pieces.front().and_then(Piece::text) else {
            return;
        };
        let Saying {
            permit,
            locale,
            manner,
            stop,
            ..
        } = *saying;
        match self.voice.speak(permit, &text, locale, manner, stop) {
            Ok(()) => {
                saying.pieces.pop_front();
            }
            Err(error) => {
                tracing::debug!(%error, "said without the engine");
                saying.by_engine = false;
            }
        }
        self.look_at_engine();
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
        self.looked_at = Instant::now();
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
