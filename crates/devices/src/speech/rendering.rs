//! From pieces to sounds, one at a time while the one before is heard.

use std::collections::VecDeque;

use super::Pace;
use super::lexicon::Lexicon;
use super::plan::Piece;
use super::spelling::{Bit, Spelling, spell, spell_character};
use super::track::Track;
use crate::speaker::{Sound, clip};

/// The sounds of the pieces up to the next one that the engine says.
pub(super) struct Rendering<'a> {
    pub(super) lexicon: &'a mut Lexicon,
    pub(super) locale: &'a str,
    pub(super) pace: Pace,
    /// Whether the engine says what is not recorded.
    pub(super) by_engine: bool,
    pub(super) pieces: &'a mut VecDeque<Piece>,
    /// What could not be said.
    pub(super) missing: &'a mut Vec<String>,
}

impl Iterator for Rendering<'_> {
    type Item = Sound;

    fn next(&mut self) -> Option<Sound> {
        loop {
            let mut track = Track::default();
            match self.pieces.pop_front()? {
                Piece::Recorded { path, text } => match clip::read(&path) {
                    Ok(clip) => track.push(&clip, false),
                    Err(error) => {
                        tracing::warn!(path = %path.display(), error, "cannot read a recording");
                        self.pieces.push_front(Piece::Clause(text));
                        continue;
                    }
                },
                Piece::Gap(ms) => {
                    if self.engine_is_next() {
                        continue;
                    }
                    track.gap(ms);
                }
                piece if self.by_engine => {
                    self.pieces.push_front(piece);
                    return None;
                }
                Piece::Clause(text) => {
                    let spelling = spell(self.lexicon, self.locale, &text);
                    self.put(spelling, &mut track);
                }
                Piece::Character(c, _) => {
                    let spelling = spell_character(self.lexicon, self.locale, c);
                    self.put(spelling, &mut track);
                }
            }
            if !track.is_empty() {
                if let Some(Piece::Gap(ms)) = self.pieces.front()
                    && !self.by_engine
                {
                    track.gap(*ms);
                    self.pieces.pop_front();
                }
                return Some(track.into_sound(self.pace));
            }
        }
    }
}

impl Rendering<'_> {
    fn put(&mut self, spelling: Spelling, track: &mut Track) {
        self.missing.extend(spelling.missing);
        for bit in spelling.bits {
            let (path, joined) = match bit {
                Bit::Gap(ms) => {
                    track.gap(ms);
                    continue;
                }
                Bit::Clip(path) => (path, false),
                Bit::Syllable(path) => (path, true),
            };
            match clip::read(&path) {
                Ok(clip) => track.push(&clip, joined),
                Err(error) => {
                    tracing::warn!(path = %path.display(), error, "cannot read a recording");
                    self.missing.push(path.display().to_string());
                }
            }
        }
    }

    /// Whether the engine says the next piece: it makes a pause of its own.
    fn engine_is_next(&self) -> bool {
        let next = self.pieces.front();
        self.by_engine && matches!(next, Some(Piece::Clause(_) | Piece::Character(..)))
    }
}
