//! From ink to candidates.

use std::path::Path;

use super::classes::{is_han, written_as};
use super::drawing;
use super::ink::{Bounds, Ink, Stroke};
use super::rank::Scores;
use super::reader::{Reader, Reading};
use crate::InputError;

/// A Han character this likely is not read again.
const SURE: f32 = 0.9;

/// Ink smaller than this part of its field may be a mark.
const SMALL: f32 = 0.35;

/// Ink lower than this part of its field is a small letter rather than a capital.
const LOW: f32 = 0.5;

/// Ink this many times as wide as high may be several characters.
const WIDE: f32 = 1.6;

/// Each character of a line must be at least this likely.
const LINE_SURE: f32 = 0.5;

/// What may have been written.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// One character, or several when the ink is a line of them.
    pub text: String,
    /// How likely, from 0 to 1. Those of one list need not add up to 1.
    pub score: f32,
}

/// Reads ink. It keeps nothing of what it read.
pub struct Recogniser {
    reader: Reader,
    /// What each class of the model is written as.
    written: Vec<Option<char>>,
}

impl Recogniser {
    /// Loads the model from an ONNX file that carries its list of characters.
    ///
    /// # Errors
    /// When the file cannot be read, or is not such a model.
    pub fn load(model: &Path) -> Result<Self, InputError> {
        let (reader, classes) = Reader::load(model)?;
        let written = classes.iter().map(|class| written_as(class)).collect();
        Ok(Self { reader, written })
    }

    /// Whether this character can be recognised at all.
    #[must_use]
    pub fn knows(&self, character: char) -> bool {
        self.written.contains(&Some(character))
    }

    /// What may have been written: at most `most` candidates, best first, no two alike. A line of
    /// several characters stands first, or second when one character was read without doubt.
    ///
    /// Empty when there is no ink that can be drawn. Points that are no numbers and ink beyond
    /// the limits of this module are left out rather than refused. A model that was loaded
    /// does not fail to read; should it, the list is empty as well.
    #[must_use]
    pub fn recognise(&self, ink: &Ink, most: usize) -> Vec<Candidate> {
        let strokes = ink.sound_strokes();
        let Some(bounds) = Bounds::of(&strokes).filter(|_| most > 0) else {
            return Vec::new();
        };
        let Ok(alone) = self.reader.read(&drawing::character(&strokes, &bounds)) else {
            return Vec::new();
        };
        let singles = self.single(&strokes, &bounds, ink.sound_field(), &alone);
        let mut candidates = singles.into_candidates(most);
        if let Some(line) = self.line(&strokes, &bounds) {
            // Parts of one broad character, as 日 and 月 of 明, could be a line as well.
            let after = usize::from(self.is_one_for_sure(&alone));
            candidates.insert(after.min(candidates.len()), line);
            candidates.truncate(most);
        }
        candidates
    }

    /// Whether the picture of one character shows one without doubt, and no other beside it.
    fn is_one_for_sure(&self, alone: &Reading) -> bool {
        match alone.left_to_right()[..] {
            [(class, sure)] => {
                let written = self.written.get(class).copied().flatten();
                sure >= SURE && written.is_some_and(is_han)
            }
            _ => false,
        }
    }

    /// The ink as one character.
    fn single(
        &self,
        strokes: &[Stroke],
        bounds: &Bounds,
        field: Option<(f32, f32)>,
        alone: &Reading,
    ) -> Scores {
        let height = field.map(|(_, height)| height);
        let small = height.is_some_and(|height| bounds.side() < SMALL * height);
        let mut scores = Scores::of(&self.written, &alone.best_anywhere());
        let sure = |(one, score)| is_han(one) && score >= SURE;
        if !small && scores.best().is_some_and(sure) {
            return scores;
        }
        let picture = drawing::beside_companion(strokes, bounds, height);
        if let Ok(beside) = self.reader.read(&picture) {
            scores = scores.averaged_with(Scores::of(&self.written, &beside.best_on_the_right()));
        }
        scores.offer_twins();
        if let Some(height) = height {
            scores.settle_case(bounds.height() < LOW * height);
        }
        scores
    }

    /// The ink as a line of several characters, when it is wide enough and read without doubt.
    fn line(&self, strokes: &[Stroke], bounds: &Bounds) -> Option<Candidate> {
        if strokes.len() < 2 || bounds.width() < WIDE * bounds.height() {
            return None;
        }
        let reading = self.reader.read(&drawing::line(strokes, bounds)).ok()?;
        let mut text = String::new();
        let mut score = 1.0_f32;
        for (class, sure) in reading.left_to_right() {
            // A space, and what no resident writes, has no place in a line.
            text.push(self.written.get(class).copied().flatten()?);
            score = score.min(sure);
        }
        let several = text.chars().count() >= 2;
        (several && score >= LINE_SURE).then_some(Candidate { text, score })
    }
}
