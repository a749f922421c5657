//! A board in the middle of its work, for pictures and tests of one screen.

use super::{Typing, marks};

impl Typing {
    /// Has spelled `letters`, and shows what is offered for them from the `from`th on.
    pub fn spell(&mut self, letters: &str, offered: &[&str], from: usize) {
        self.letters = letters.to_owned();
        self.offer(offered);
        self.from = from;
    }

    /// Offers the signs of sentences.
    pub fn offer_marks(&mut self) {
        self.candidates = marks();
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
