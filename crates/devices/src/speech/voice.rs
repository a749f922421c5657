//! What a terminal speaks with: recordings, and perhaps an engine.

use super::lexicon::Lexicon;
use super::{EngineError, EngineStatus, EngineUse, Manner, Permit, SpeechEngine};
use crate::speaker::{Stop, VoicePack};

/// What a terminal speaks with: the recordings of a voice pack, and a speech engine for what is
/// not recorded, if there is one.
pub struct Voice {
    pub(super) lexicon: Lexicon,
    engine: Option<(Box<dyn SpeechEngine>, EngineUse)>,
}

impl Voice {
    /// The recordings of a pack alone.
    pub fn new(pack: VoicePack) -> Self {
        Self {
            lexicon: Lexicon::new(pack),
            engine: None,
        }
    }

    /// With a speech engine for what is not recorded.
    #[must_use]
    pub fn with_engine(mut self, engine: impl SpeechEngine + 'static, used_for: EngineUse) -> Self {
        self.engine = Some((Box::new(engine), used_for));
        self
    }

    /// Whether the engine may say something in this language at that outlet.
    pub(super) fn has_engine_for(&self, permit: Permit, locale: &str) -> bool {
        self.engine.as_ref().is_some_and(|(_, used_for)| {
            used_for.outlet == permit.outlet() && used_for.locales.iter().any(|l| l == locale)
        })
    }

    /// What is known of the engine; `None` without one.
    pub(super) fn engine_status(&mut self) -> Option<EngineStatus> {
        self.engine.as_mut().map(|(engine, _)| engine.look())
    }

    /// Says a text by the engine, where the permit says and nowhere else.
    pub(super) fn speak(
        &mut self,
        permit: Permit,
        text: &str,
        locale: &str,
        manner: Manner,
        stop: &Stop,
    ) -> Result<(), EngineError> {
        if !self.has_engine_for(permit, locale) {
            return Err(EngineError::Absent("it is not used for this".into()));
        }
        match &mut self.engine {
            Some((engine, _)) => engine.speak(text, locale, manner, stop),
            None => Err(EngineError::Absent("none is set".into())),
        }
    }
}
