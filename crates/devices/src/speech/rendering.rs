//! From pieces to sounds, a little at a time while what came before is heard.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use super::Pace;
use super::lexicon::Lexicon;
use super::pacer::Pacer;
use super::plan::Piece;
use super::spelling::{Bit, Spelling, spell, spell_character};
use super::track::{Track, samples};
use crate::speaker::{Sound, clip};

/// The sounds of the pieces up to the next one that the engine says.
pub(super) struct Rendering<'a> {
    pub(super) lexicon: &'a mut Lexicon,
    pub(super) locale: &'a str,
    pub(super) pace: Pace,
    pub(super) is_personal: bool,
    /// Whether the engine says what is not recorded.
    pub(super) by_engine: bool,
    pub(super) pieces: &'a mut VecDeque<Piece>,
    /// What could not be said.
    pub(super) missing: &'a mut Vec<String>,
    /// The piece that is being made.
    pub(super) making: Option<Making>,
}

/// A piece that is being made.
pub(super) struct Making {
    bits: VecDeque<Bit>,
    track: Track,
    pacer: Pacer,
}

impl Iterator for Rendering<'_> {
    type Item = Sound;

    fn next(&mut self) -> Option<Sound> {
        loop {
            let samples = match self.making.take() {
                Some(making) => self.make_on(making),
                None => match self.pieces.pop_front()? {
                    Piece::Recorded { path, text } => {
                        self.begin_recorded(path, text);
                        continue;
                    }
                    Piece::Composed { bits, .. } => {
                        self.begin(bits);
                        continue;
                    }
                    Piece::Gap(_) if self.engine_is_next() => continue,
                    Piece::Gap(ms) => self.silence(ms),
                    piece if self.by_engine => {
                        self.pieces.push_front(piece);
                        return None;
                    }
                    Piece::Clause(text) => {
                        let spelling = spell(self.lexicon, self.locale, &text);
                        self.begin_spelled(spelling);
                        continue;
                    }
                    Piece::Character(c, _) => {
                        let spelling = spell_character(self.lexicon, self.locale, c);
                        self.begin_spelled(spelling);
                        continue;
                    }
                },
            };
            if !samples.is_empty() {
                return Some(Sound::new(samples));
            }
        }
    }
}

impl Rendering<'_> {
    fn begin(&mut self, bits: Vec<Bit>) {
        self.making = Some(Making {
            bits: bits.into(),
            track: Track::default(),
            pacer: Pacer::new(self.pace),
        });
    }

    fn begin_spelled(&mut self, spelling: Spelling) {
        self.missing.extend(spelling.missing);
        if !spelling.bits.is_empty() {
            self.begin(spelling.bits);
        }
    }

    /// A recording of the whole; if that cannot be read, its text is spelled instead.
    fn begin_recorded(&mut self, path: PathBuf, text: String) {
        match clip::read(&path) {
            Ok(clip) => {
                let mut track = Track::default();
                track.push(&clip, false);
                self.making = Some(Making {
                    bits: VecDeque::new(),
                    track,
                    pacer: Pacer::new(self.pace),
                });
            }
            Err(error) => {
                tracing::warn!(path = %self.told(&path), error, "cannot read a recording");
                self.pieces.push_front(Piece::Clause(text));
            }
        }
    }

    /// The next part of a piece, or its end and the silence after it.
    fn make_on(&mut self, mut making: Making) -> Vec<f32> {
        loop {
            if let Some(part) = making.track.part() {
                let made = making.pacer.push(part);
                self.making = Some(making);
                return made;
            }
            match making.bits.pop_front() {
                Some(bit) => self.put(bit, &mut making.track),
                None => break,
            }
        }
        let mut made = making.pacer.push(making.track.rest());
        made.extend(making.pacer.finish());
        if let Some(Piece::Gap(ms)) = self.pieces.front()
            && !self.by_engine
        {
            made.extend(self.silence(*ms));
            self.pieces.pop_front();
        }
        made
    }

    /// A recording as a log may name it: its name is what was to be said.
    fn told<'a>(&self, path: &'a Path) -> Cow<'a, str> {
        match self.is_personal {
            true => "…".into(),
            false => path.to_string_lossy(),
        }
    }

    fn put(&mut self, bit: Bit, track: &mut Track) {
        let (path, joined) = match bit {
            Bit::Gap(ms) => return track.gap(ms),
            Bit::Clip(path) => (path, false),
            Bit::Syllable(path) => (path, true),
        };
        match clip::read(&path) {
            Ok(clip) => track.push(&clip, joined),
            Err(error) => {
                tracing::warn!(path = %self.told(&path), error, "cannot read a recording");
                self.missing.push(path.display().to_string());
            }
        }
    }

    /// Silence goes with the pace as well.
    fn silence(&self, ms: u32) -> Vec<f32> {
        vec![0.0; (samples(ms) as f32 / self.pace.tempo()) as usize]
    }

    /// Whether the engine says the next piece: it makes a pause of its own.
    fn engine_is_next(&self) -> bool {
        let next = self.pieces.front();
        self.by_engine && matches!(next, Some(Piece::Clause(_) | Piece::Character(..)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speaker::VoicePack;

    #[test]
    fn the_first_half_second_is_ready_before_anything_else_is_made() {
        let assets = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets");
        let recorded = |text: &str| Piece::Recorded {
            path: assets.join("voice/zh-CN/counter/3.ogg"),
            text: text.into(),
        };
        let whole = clip::read(&assets.join("voice/zh-CN/counter/3.ogg")).unwrap();
        for pace in [Pace::Slow, Pace::Usual, Pace::Fast] {
            let mut lexicon = Lexicon::new(VoicePack::open("/nowhere", None));
            let mut pieces = VecDeque::from([recorded("one"), Piece::Gap(250), recorded("two")]);
            let mut missing = Vec::new();
            let mut sounds = Rendering {
                lexicon: &mut lexicon,
                locale: "zh-CN",
                pace,
                is_personal: false,
                by_engine: false,
                pieces: &mut pieces,
                missing: &mut missing,
                making: None,
            };
            let first = sounds.next().unwrap();
            assert!(first.length().as_secs_f32() <= 0.5 / pace.tempo() + 0.05);
            assert_eq!(sounds.pieces.len(), 2, "the second is not begun");
            let count = first.samples().len() + sounds.map(|s| s.samples().len()).sum::<usize>();
            let wanted = (2 * whole.len() + samples(250)) as f32 / pace.tempo();
            assert!(
                (count as f32 - wanted).abs() < 5.0,
                "nothing is lost or added"
            );
        }
    }
}
