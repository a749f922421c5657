//! What the terminal is heard with: the voice that calls numbers, and the one for the person at it.

use std::sync::Arc;

use linli_devices::speaker::{SimulatedSpeaker, SoundCard, VoicePack};
use linli_devices::speech::{self, EngineUse, Outlets, Reader, ReaderSettings, SpeechDispatcher};
use linli_hall::Clock;

use crate::assets;
use crate::backstage::{ReaderMaker, Voice};
use crate::settings::{DispatcherSettings, Settings};
use crate::view::HallView;

/// The voice that calls numbers; in a silent demonstration with the loudspeaker that only remembers.
pub fn voice(
    settings: &Settings,
    hall: Option<&HallView>,
    clock: &Arc<dyn Clock>,
    is_demo: bool,
) -> (Option<Voice>, Option<SimulatedSpeaker>) {
    // The languages and the loudness are the hall's; a hall that cannot be seen yet does not speak.
    let Some(hall) = hall.filter(|_| settings.voice.on) else {
        return (None, None);
    };
    let (pack, clock) = (pack(settings), Arc::clone(clock));
    if is_silent(is_demo) {
        let speaker = SimulatedSpeaker::new();
        return (
            Some(Voice::new(speaker.clone(), pack, &hall.facts, clock)),
            Some(speaker),
        );
    }
    (
        Some(Voice::new(SoundCard::new(), pack, &hall.facts, clock)),
        None,
    )
}

/// The voice for the person at the terminal.
pub fn reader(settings: &Settings, is_demo: bool) -> Option<ReaderMaker> {
    let speech = settings.speech.clone();
    if !speech.on {
        return None;
    }
    let voice = with_dispatcher(speech::Voice::new(pack(settings)), &speech.dispatcher);
    let outlets = if is_silent(is_demo) {
        Outlets::new(SimulatedSpeaker::new())
    } else {
        Outlets::new(SoundCard::new().prompt())
    };
    let outlets = match &speech.private_device {
        Some(name) => outlets.with_private(SoundCard::named(name).prompt()),
        None => outlets,
    };
    let reading = ReaderSettings {
        loudspeaker_volume: speech.loudspeaker_volume,
        private_volume: speech.private_volume,
        ..ReaderSettings::default()
    };
    Some(Box::new(move |tell| {
        Reader::start(outlets, voice, reading, tell)
    }))
}

fn with_dispatcher(voice: speech::Voice, settings: &DispatcherSettings) -> speech::Voice {
    if !settings.on {
        return voice;
    }
    let dispatcher = match &settings.socket {
        Some(socket) => SpeechDispatcher::at(socket),
        None => SpeechDispatcher::of_this_user(),
    };
    let used_for = EngineUse {
        outlet: settings.outlet,
        locales: settings.locales.clone(),
    };
    voice.with_engine(dispatcher, used_for)
}

/// A voice that nobody hears, for pictures and for tests of other things.
pub fn unheard_reader() -> ReaderMaker {
    let voice = speech::Voice::new(pack(&Settings::default()));
    let outlets = Outlets::new(SimulatedSpeaker::new());
    Box::new(move |tell| Reader::start(outlets, voice, ReaderSettings::default(), tell))
}

fn pack(settings: &Settings) -> VoicePack {
    Voice::pack(
        assets::folder().join("voice"),
        settings.voice.own_recordings.clone(),
    )
}

fn is_silent(is_demo: bool) -> bool {
    is_demo && std::env::var_os("LINLI_SILENT").is_some()
}
