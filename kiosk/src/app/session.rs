//! What belongs to the person at the glass, and when it ends.

use linli_look::{Glass, Look, Tone};
use linli_texts::Lang;

use crate::screens::{Modes, VoiceLevel};

/// Without a touch for so long, the terminal asks whether someone is there (look, number 9).
pub const IDLE_SECS: f64 = 60.0;
/// It asks for so long.
pub const WARNING_SECS: f64 = 30.0;
/// Who listens without touching anything counts as being there for so long after their last touch.
pub const LISTENING_SECS_MAX: f64 = 300.0;

/// How the terminal is set for one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The language.
    pub lang: Lang,
    /// Large type, low reach, high contrast, voice.
    pub modes: Modes,
    /// How loud and how quick the voice is.
    pub voice: VoiceLevel,
    /// The tone of the hour at which the session began; high contrast overrules it.
    pub tone: Tone,
    own_lang: Lang,
    /// Until when the person was spoken to after they touched the glass last.
    heard_secs: Option<f64>,
    touched_secs: f64,
}

/// How long nobody has touched the glass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quiet {
    /// Not for long.
    Used,
    /// Long enough to ask; this many seconds are left.
    Asking {
        /// Until the session ends.
        left_secs: f64,
    },
    /// So long that whoever it was has gone.
    Over,
}

impl Session {
    /// A session that nobody has begun, in the hall's own language.
    pub fn new(lang: Lang) -> Session {
        Session {
            lang,
            modes: Modes::default(),
            voice: VoiceLevel::default(),
            tone: Tone::Day,
            own_lang: lang,
            heard_secs: None,
            touched_secs: 0.0,
        }
    }

    /// Someone touched the glass.
    pub fn touch(&mut self, secs: f64) {
        self.touched_secs = secs;
        self.heard_secs = None;
    }

    /// Someone is being spoken to: who listens touches nothing, and is there all the same; but not
    /// for ever.
    pub fn hear(&mut self, secs: f64) {
        self.heard_secs = Some(secs.min(self.touched_secs + LISTENING_SECS_MAX));
    }

    /// Whether who is spoken to still counts as being there.
    pub fn listens(&self, secs: f64) -> bool {
        secs < self.touched_secs + LISTENING_SECS_MAX
    }

    /// Since when it is quiet, in seconds since the start.
    pub fn quiet_since_secs(&self) -> f64 {
        self.heard_secs
            .map_or(self.touched_secs, |heard| heard.max(self.touched_secs))
    }

    /// How long it is quiet.
    pub fn quiet(&self, secs: f64) -> Quiet {
        let quiet = secs - self.quiet_since_secs();
        if quiet < IDLE_SECS {
            Quiet::Used
        } else if quiet < IDLE_SECS + WARNING_SECS {
            Quiet::Asking {
                left_secs: IDLE_SECS + WARNING_SECS - quiet,
            }
        } else {
            Quiet::Over
        }
    }

    /// When the quiet next changes its meaning, in seconds since the start.
    pub fn next_change_secs(&self, secs: f64) -> f64 {
        match self.quiet(secs) {
            Quiet::Used => self.quiet_since_secs() + IDLE_SECS,
            // The ring and its number move every second.
            Quiet::Asking { left_secs } => secs + left_secs.fract().max(0.02),
            Quiet::Over => f64::INFINITY,
        }
    }

    /// Whether anything is set otherwise than for somebody who has just come.
    pub fn is_fresh(&self) -> bool {
        self.lang == self.own_lang
            && self.modes == Modes::default()
            && self.voice == VoiceLevel::default()
    }

    /// Forgets everything about the person.
    pub fn end(&mut self, secs: f64) {
        *self = Session {
            touched_secs: secs,
            tone: self.tone,
            ..Session::new(self.own_lang)
        };
    }

    /// The hall's own language, when it is known or changes; whoever has chosen one keeps theirs.
    pub fn set_own_lang(&mut self, lang: Lang) {
        if self.lang == self.own_lang {
            self.lang = lang;
        }
        self.own_lang = lang;
    }

    /// The look for this person.
    pub fn look(&self, glass: Glass) -> Look {
        let tone = if self.modes.contrast {
            Tone::Contrast
        } else {
            self.tone
        };
        Look::new(glass, tone, self.modes.large)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_a_minute_it_asks_and_after_half_a_minute_more_it_is_over() {
        let mut session = Session::new(Lang::default());
        session.touch(100.0);
        assert_eq!(session.quiet(159.0), Quiet::Used);
        assert_eq!(session.quiet(165.0), Quiet::Asking { left_secs: 25.0 });
        assert_eq!(session.quiet(190.0), Quiet::Over);
    }

    #[test]
    fn a_touch_begins_the_minute_again() {
        let mut session = Session::new(Lang::default());
        session.touch(80.0);
        assert_eq!(session.quiet(100.0), Quiet::Used);
    }

    #[test]
    fn the_minute_of_who_listens_begins_when_it_has_been_said_but_not_for_ever() {
        let mut session = Session::new(Lang::default());
        session.touch(100.0);
        session.hear(150.0);
        assert_eq!(session.quiet(205.0), Quiet::Used);
        assert_eq!(session.quiet(215.0), Quiet::Asking { left_secs: 25.0 });
        session.hear(1000.0);
        assert_eq!(session.quiet(465.0), Quiet::Asking { left_secs: 25.0 });
        assert!(session.listens(399.0) && !session.listens(400.0));
        session.touch(470.0);
        assert_eq!(session.quiet(475.0), Quiet::Used);
    }

    #[test]
    fn the_end_takes_language_and_modes_with_it() {
        let mut session = Session::new(Lang::default());
        session.lang = Lang::EN;
        session.modes.large = true;
        session.voice.loudness = VoiceLevel::LOUDEST;
        session.hear(80.0);
        assert!(!session.is_fresh());
        session.end(90.0);
        assert!(session.is_fresh());
        assert_eq!(session.voice, VoiceLevel::default());
        assert_eq!(session.quiet_since_secs(), 90.0);
    }
}
