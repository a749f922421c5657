//! What is to be said, and in which manner.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// The id of an utterance, chosen by whoever asks for it; reported back with every event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UtteranceId(pub u64);

/// Something said to the person at the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Utterance {
    /// Reported back with every event about it.
    pub id: UtteranceId,
    /// The language it is said in: "zh-CN", "zh-Hant", "en".
    pub locale: String,
    /// What is said, in order.
    pub passages: Vec<Passage>,
    /// Whether it says something of a person: what they wrote, a name, a telephone number. It is
    /// never heard from the loudspeaker then.
    pub is_personal: bool,
    /// Whether it waits for what is being said; otherwise it takes the place of that and of all
    /// that waits.
    pub queued: bool,
}

impl Utterance {
    /// A plain text that takes the place of what is being said, and says nothing of a person.
    pub fn new(id: u64, locale: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            id: UtteranceId(id),
            locale: locale.into(),
            passages: vec![Passage::Text(text.into())],
            is_personal: false,
            queued: false,
        }
    }

    /// How many characters it has.
    pub fn chars(&self) -> usize {
        self.passages
            .iter()
            .map(|passage| match passage {
                Passage::Text(text) => text.chars().count(),
                Passage::Character(_) => 1,
                Passage::Pause(_) => 0,
            })
            .sum()
    }
}

/// A part of an utterance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passage {
    /// Some text.
    Text(String),
    /// One character that somebody chose, said so that it cannot be taken for another:
    /// 「中，中国的中」.
    Character(char),
    /// Silence, up to [`MAX_PAUSE`](super::MAX_PAUSE).
    Pause(Duration),
}

/// How things are said to this person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Manner {
    /// How loud, in percent of what is safe, up to 100.
    pub volume: u8,
    /// How fast.
    pub pace: Pace,
}

impl Default for Manner {
    fn default() -> Self {
        Self {
            volume: 80,
            pace: Pace::Usual,
        }
    }
}

/// How fast something is said. The voice is no higher for it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// For who follows with effort.
    Slow,
    /// As recorded.
    #[default]
    Usual,
    /// For who knows the terminal.
    Fast,
}

impl Pace {
    /// The factor on the speed of the recording.
    pub fn tempo(self) -> f32 {
        match self {
            Self::Slow => 0.8,
            Self::Usual => 1.0,
            Self::Fast => 1.35,
        }
    }
}
