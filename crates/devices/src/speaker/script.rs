//! From an announcement to the pieces that are played, in order.

use std::path::PathBuf;

use super::{Announcement, MAX_DIGITS, MAX_TIMES, NumberStyle, VoicePack, VoiceSettings};

/// Silence after the chime, in milliseconds.
const GAP_AFTER_CHIME_MS: u32 = 150;
/// Silence between one language and the next, in milliseconds.
const GAP_BETWEEN_LOCALES_MS: u32 = 400;
/// Silence before all is said again, in milliseconds.
const GAP_BETWEEN_ROUNDS_MS: u32 = 700;
/// Whole numbers are recorded with so many digits.
const WHOLE_DIGITS: usize = 3;

/// One piece of an announcement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A recording.
    Clip(PathBuf),
    /// Milliseconds of silence.
    Gap(u32),
}

/// What is played for one announcement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Script {
    /// The pieces, in order.
    pub parts: Vec<Part>,
    /// Pieces that the pack does not have, such as `en/letter/A`.
    pub missing: Vec<String>,
    /// How many languages say it.
    pub voices: usize,
}

impl Script {
    /// Puts an announcement together.
    ///
    /// Without its letter or its number a call would be wrong, so that language keeps silent;
    /// without the counter, the call alone is still worth hearing; and where no language can
    /// say it, the chime makes people look up.
    pub fn new(announcement: &Announcement, pack: &VoicePack) -> Self {
        let mut script = Script::default();
        if let Some(chime) = pack.find("chime") {
            script.parts.push(Part::Clip(chime));
            script.parts.push(Part::Gap(GAP_AFTER_CHIME_MS));
        } else {
            script.missing.push("chime".into());
        }
        let phrases: Vec<Vec<Part>> = announcement
            .locales
            .iter()
            .filter_map(|locale| {
                let mut phrase = Phrase::new(pack, locale);
                let said = phrase.say(announcement);
                script.missing.append(&mut phrase.missing);
                said.then_some(phrase.parts)
            })
            .collect();
        script.voices = phrases.len();
        for round in 0..announcement.times.clamp(1, MAX_TIMES) {
            for (index, phrase) in phrases.iter().enumerate() {
                if index > 0 {
                    script.parts.push(Part::Gap(GAP_BETWEEN_LOCALES_MS));
                } else if round > 0 {
                    script.parts.push(Part::Gap(GAP_BETWEEN_ROUNDS_MS));
                }
                script.parts.extend_from_slice(phrase);
            }
        }
        script
    }

    /// Whether there is anything to hear.
    pub fn is_silent(&self) -> bool {
        !self.parts.iter().any(|part| matches!(part, Part::Clip(_)))
    }
}

/// What one language says.
struct Phrase<'a> {
    pack: &'a VoicePack,
    locale: &'a str,
    parts: Vec<Part>,
    missing: Vec<String>,
}

impl<'a> Phrase<'a> {
    fn new(pack: &'a VoicePack, locale: &'a str) -> Self {
        Self {
            pack,
            locale,
            parts: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// Whether the call can be said.
    fn say(&mut self, announcement: &Announcement) -> bool {
        let settings = self.pack.settings(self.locale);
        if let Some(lead) = self.find("lead") {
            self.parts.push(Part::Clip(lead));
            self.parts.push(Part::Gap(settings.gap_after_letter_ms));
        }
        if let Some(letter) = announcement.letter {
            let letter = letter.to_ascii_uppercase();
            // A letter names a file here; nothing but a letter may.
            if !letter.is_ascii_alphabetic() || !self.clip(&format!("letter/{letter}")) {
                return false;
            }
            self.parts.push(Part::Gap(settings.gap_after_letter_ms));
        }
        if !self.number(&announcement.digits, &settings) {
            return false;
        }
        self.parts.push(Part::Gap(settings.gap_at_comma_ms));
        self.clip(&format!("counter/{}", announcement.counter));
        true
    }

    fn number(&mut self, digits: &str, settings: &VoiceSettings) -> bool {
        let is_number = !digits.is_empty()
            && digits.len() <= MAX_DIGITS
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number {
            self.missing.push(format!("{}/number", self.locale));
            return false;
        }
        if settings.number == NumberStyle::Whole {
            let whole = format!("number/{digits:0>WHOLE_DIGITS$}");
            if let Some(path) = self.find(&whole) {
                self.parts.push(Part::Clip(path));
                return true;
            }
            // A hall may have recorded digits for the numbers that have no recording of their own.
            if self.find("number/0").is_none() {
                self.missing.push(format!("{}/{whole}", self.locale));
                return false;
            }
        }
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 {
                self.parts.push(Part::Gap(settings.gap_after_letter_ms));
            }
            if !self.clip(&format!("number/{digit}")) {
                return false;
            }
        }
        true
    }

    fn find(&self, piece: &str) -> Option<PathBuf> {
        self.pack.find(&format!("{}/{piece}", self.locale))
    }

    fn clip(&mut self, piece: &str) -> bool {
        match self.find(piece) {
            Some(path) => {
                self.parts.push(Part::Clip(path));
                true
            }
            None => {
                self.missing.push(format!("{}/{piece}", self.locale));
                false
            }
        }
    }
}
