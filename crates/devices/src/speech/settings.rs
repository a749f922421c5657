//! How the terminal speaks to a person, and every limit of it.

use std::time::Duration;

use crate::port::BACK_OFF_FIRST;

/// Longer utterances are refused, in characters.
pub const MAX_TEXT: usize = 1000;
/// So many utterances wait for the one being said; more are refused.
pub const MAX_WAITING_UTTERANCES: usize = 8;
/// No silence that is asked for is longer.
pub const MAX_PAUSE: Duration = Duration::from_secs(5);

/// How a reader works.
#[derive(Debug, Clone)]
pub struct ReaderSettings {
    /// The loudest that the loudspeaker may be, in percent of the recording.
    pub loudspeaker_volume: u8,
    /// The loudest that the private output may be, in percent of the recording: it is at
    /// somebody's ear.
    pub private_volume: u8,
    /// How long things may take.
    pub limits: SpeechLimits,
}

impl Default for ReaderSettings {
    fn default() -> Self {
        Self {
            loudspeaker_volume: 80,
            private_volume: 50,
            limits: SpeechLimits::default(),
        }
    }
}

/// How long things may take when something is said.
#[derive(Debug, Clone)]
pub struct SpeechLimits {
    /// How much longer than its sound something may take before the sound card counts as lost.
    pub overrun: Duration,
    /// How often an idle reader looks whether there is a private output; before each utterance it
    /// looks in any case.
    pub look_every: Duration,
    /// How often it looks whether a sound card was plugged in: who plugs a headphone in waits.
    pub plug_every: Duration,
    /// How long the sound cards stay open after the last utterance.
    pub rest_after: Duration,
}

impl Default for SpeechLimits {
    fn default() -> Self {
        Self {
            overrun: Duration::from_secs(4),
            look_every: Duration::from_secs(15),
            plug_every: Duration::from_secs(1),
            rest_after: Duration::from_secs(3),
        }
    }
}

/// How long things may take with a speech engine that is another program.
#[derive(Debug, Clone)]
pub struct EngineLimits {
    /// An answer to an order.
    pub reply: Duration,
    /// An answer, once what is being said is to stop.
    pub stop: Duration,
    /// What a text takes besides its characters: until it begins, and after it should have ended.
    pub overrun: Duration,
    /// One character of a text.
    pub character: Duration,
    /// The first wait before an engine that went away is tried again.
    pub reopen_first: Duration,
}

impl Default for EngineLimits {
    fn default() -> Self {
        Self {
            reply: Duration::from_secs(2),
            stop: Duration::from_millis(80),
            overrun: Duration::from_secs(5),
            character: Duration::from_millis(600),
            reopen_first: BACK_OFF_FIRST,
        }
    }
}
