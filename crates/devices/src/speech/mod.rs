//! Guidance spoken to the person at the terminal.
//!
//! A [`Reader`] says [`Utterance`]s: from recordings of a [`VoicePack`](crate::speaker::VoicePack)
//! where there are any, of whole texts, of clauses, or of the words and numbers in them; by a
//! [`SpeechEngine`] if there is one; and from recorded syllables otherwise. It is heard from the private output (a headphone, a handset) if one is there now.
//! **What is personal is heard there or nowhere** (`outlets.rs`).
//!
//! ```no_run
//! use linli_devices::speaker::{SoundCard, VoicePack};
//! use linli_devices::speech::{
//!     EngineUse, Outlets, Reader, ReaderSettings, SpeechDispatcher, Utterance, Voice,
//! };
//!
//! let outlets = Outlets::new(SoundCard::new().prompt())
//!     .with_private(SoundCard::named("Headset").prompt());
//! let voice = Voice::new(VoicePack::open("assets/voice", None))
//!     .with_engine(SpeechDispatcher::of_this_user(), EngineUse::default());
//! let reader = Reader::start(outlets, voice, ReaderSettings::default(), |event| {
//!     println!("{event:?}");
//! });
//! reader.say(Utterance::new(1, "zh-CN", "请选择要办的事。"))?;
//!
//! // What somebody wrote is heard by them alone; it waits for what is being said.
//! let mut name = Utterance::new(2, "zh-CN", "王小明");
//! name.is_personal = true;
//! name.queued = true;
//! reader.say(name)?;
//!
//! // A finger on the glass: silence.
//! reader.hush();
//! # Ok::<(), linli_devices::speech::Refused>(())
//! ```

mod desk;
mod engine;
mod lexicon;
mod names;
mod numerals;
mod outlets;
mod pacer;
mod plan;
mod plugs;
mod reader;
mod readings;
mod rendering;
mod settings;
mod simulator;
mod spelling;
mod ssip;
mod text;
mod tokens;
mod track;
mod utterance;
mod voice;
mod worker;

use serde::{Deserialize, Serialize};

pub use desk::Refused;
pub use engine::{EngineError, EngineStatus, EngineUse, EngineVoice, SpeechEngine};
pub use outlets::{Outlet, Outlets, Permit};
pub use reader::Reader;
pub use settings::{
    EngineLimits, MAX_PAUSE, MAX_TEXT, MAX_WAITING_UTTERANCES, ReaderSettings, SpeechLimits,
};
pub use simulator::{Said, SimulatedEngine};
pub use ssip::SpeechDispatcher;
pub use utterance::{Manner, Pace, Passage, Utterance, UtteranceId};
pub use voice::Voice;

/// What happens when something is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeechEvent {
    /// It begins to be heard. (Again, if it had to give way to a call, or its output went away.)
    Started(UtteranceId),
    /// A number is being called from the loudspeaker; it is said afterwards, from its beginning.
    Held(UtteranceId),
    /// It was heard to its end.
    Finished(UtteranceId),
    /// It was not heard, or not to its end, because it is not wanted any more.
    Cut(UtteranceId),
    /// It is personal, and there is no output that one person alone hears.
    Withheld(UtteranceId),
    /// There is no sound card, or it does not play.
    Unheard(UtteranceId),
    /// What of it could not be said; the rest is said. Of what is personal only "…" is told.
    Missing(UtteranceId, Vec<String>),
    /// What is said next is heard there.
    Outlet(Outlet),
    /// The status of the speech engine is another than before.
    Engine(EngineStatus),
}
