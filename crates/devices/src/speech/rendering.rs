//! From pieces to sounds, one at a time while the one before is heard.

use std::collections::VecDeque;

use super::Pace;
use super::plan::Piece;
use super::track::Track;
use crate::speaker::{Sound, clip};

/// The sounds of the pieces up to the next one that the engine says.
pub(super) struct Rendering<'a> {
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
                Piece::Clause(text) => self.missing.push(text),
                Piece::Character(c) => self.missing.push(c.to_string()),
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
    /// Whether the engine says the next piece: it makes a pause of its own.
    fn engine_is_next(&self) -> bool {
        let next = self.pieces.front();
        self.by_engine && matches!(next, Some(Piece::Clause(_) | Piece::Character(_)))
    }
}
