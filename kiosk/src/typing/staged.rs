//! A board in the middle of its work, for pictures and tests of one screen.

use super::{Typing, signs};

impl Typing {
    /// Has spelled `syllables`, with a mark between them, and shows what is offered for them from the
    /// `from`th on.
    pub fn has_spelled(&mut self, syllables: &str, offered: &[&str], from: usize) {
        self.letters = syllables.replace('\'', "");
        self.syllables = syllables.to_owned();
        self.offer(offered);
        self.knows_begun = true;
        self.pages = (from > 0).then_some(from).into_iter().collect();
    }

    /// Offers the signs of sentences.
    pub fn offer_marks(&mut self) {
        self.candidates = signs::of(self.board, self.lang);
        self.shows_signs = true;
    }

    /// The next letter is a capital.
    pub fn turn_capitals_on(&mut self) {
        self.capitals = true;
    }

    /// Has pressed keys of the board of radicals: so many strokes, then this one of all radicals.
    pub fn choose_radical(&mut self, chosen: &[usize]) {
        for value in chosen {
            self.radicals.choose(*value);
        }
    }
}
