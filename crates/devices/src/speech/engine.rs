//! The port to a speech engine: a program that says any text.

use serde::{Deserialize, Serialize};

use super::{Manner, Outlet};
use crate::speaker::Stop;

/// What is known of a speech engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EngineStatus {
    /// Not asked yet.
    #[default]
    Unknown,
    /// It answers.
    Ready,
    /// It is not there, or does not answer.
    Absent,
}

/// A voice of a speech engine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EngineVoice {
    /// What the engine calls it.
    pub name: String,
    /// Its language, as the engine writes it: "en", "zh-CN", "cmn".
    pub locale: String,
}

/// Why a speech engine did not say something to its end.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EngineError {
    /// It is not there.
    #[error("the speech engine is not there: {0}")]
    Absent(String),
    /// It went away, or what it answered makes no sense.
    #[error("the speech engine broke off: {0}")]
    Broken(String),
    /// It said that it will not.
    #[error("the speech engine refused: {0}")]
    Refused(String),
    /// It took longer than the text can take.
    #[error("the speech engine does not come to an end")]
    Stalled,
}

/// A speech engine. It plays its sound by itself, on the outlet that the hall has pointed it at.
pub trait SpeechEngine: Send {
    /// What it is called, for the log.
    fn name(&self) -> &str;

    /// Whether it is there, as far as can be told without waiting.
    fn look(&mut self) -> EngineStatus;

    /// The voices it has.
    ///
    /// # Errors
    /// When it cannot be asked.
    fn voices(&mut self) -> Result<Vec<EngineVoice>, EngineError>;

    /// Says a text and comes back when it has been heard to its end, or `stop` has ended it. A
    /// limit of its own on the time this takes is the engine's duty.
    ///
    /// # Errors
    /// When it was not heard to its end, and was not stopped.
    fn speak(
        &mut self,
        text: &str,
        locale: &str,
        manner: Manner,
        stop: &Stop,
    ) -> Result<(), EngineError>;
}

/// What a hall uses its speech engine for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EngineUse {
    /// Where its sound is heard. It speaks only what is to be heard there.
    pub outlet: Outlet,
    /// The languages that it says better than syllables do.
    pub locales: Vec<String>,
}

impl Default for EngineUse {
    /// Through the loudspeaker, and in English alone: the engine that Debian brings, espeak-ng,
    /// is not understood in Mandarin.
    fn default() -> Self {
        Self {
            outlet: Outlet::Loudspeaker,
            locales: vec!["en".into()],
        }
    }
}
