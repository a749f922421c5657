//! Numbers from the recordings that there are of them, and of the words between them.

use std::path::PathBuf;

use super::{GAP_AFTER_LETTER_MS, Speller};
use crate::speech::numerals;

/// Numbers up to this may have a recording of their own.
const MAX_COUNT: u32 = 100;

/// A part of a number.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// A number with a recording of its own.
    Count(u32),
    /// A word between numbers.
    Word(&'static str),
}

pub(super) fn english_number(number: u32) -> Vec<Part> {
    let (hundreds, rest) = (number / 100, number % 100);
    if number <= MAX_COUNT || hundreds > 9 {
        return vec![Part::Count(number)];
    }
    let mut parts = vec![Part::Count(hundreds), Part::Word("hundred")];
    if rest > 0 {
        parts.extend([Part::Word("and"), Part::Count(rest)]);
    }
    parts
}

impl Speller<'_> {
    pub(super) fn number(&mut self, number: u32, next: Option<char>) {
        if number == 2 && numerals::is_measure(next) {
            return self.words(&["两"]);
        }
        let (hundreds, rest) = (number / 100, number % 100);
        let mut parts = vec![Part::Count(number)];
        if number > MAX_COUNT && hundreds < 10 {
            parts = vec![Part::Count(hundreds), Part::Word("百")];
            parts.extend((1..10).contains(&rest).then_some(Part::Count(0)));
            parts.extend((rest > 0).then_some(Part::Count(rest)));
        }
        if !self.recorded(&parts) {
            self.read_on(&numerals::cardinal(number));
        }
    }

    pub(super) fn time(&mut self, hour: u32, minute: u32) {
        let hour_part = match hour {
            2 => Part::Word("两"),
            _ => Part::Count(hour),
        };
        let mut parts = vec![hour_part, Part::Word("点")];
        if minute > 0 {
            parts.extend((minute < 10).then_some(Part::Count(0)));
            parts.extend([Part::Count(minute), Part::Word("分")]);
        }
        if !self.recorded(&parts) {
            self.read_on(&numerals::time(hour, minute));
        }
    }

    /// Words that are recorded, or are read if they are not.
    pub(super) fn words(&mut self, words: &[&'static str]) {
        let parts: Vec<Part> = words.iter().copied().map(Part::Word).collect();
        if !self.recorded(&parts) {
            self.read_on(&words.concat());
        }
    }

    /// Says parts one after the other if there are recordings of all of them.
    pub(super) fn recorded(&mut self, parts: &[Part]) -> bool {
        let paths: Option<Vec<PathBuf>> = parts
            .iter()
            .map(|part| match part {
                Part::Count(number) => self.lexicon.piece(self.locale, &format!("count/{number}")),
                Part::Word(word) => self.lexicon.phrase(self.locale, word),
            })
            .collect();
        let Some(paths) = paths else { return false };
        paths.into_iter().for_each(|path| self.put(path));
        true
    }

    /// Digits one by one, if there are recordings of all of them.
    pub(super) fn digits(&mut self, digits: &str) -> bool {
        let paths: Option<Vec<PathBuf>> = digits
            .chars()
            .map(|digit| {
                let piece =
                    |kind: &str| self.lexicon.piece(self.locale, &format!("{kind}/{digit}"));
                piece("count").or_else(|| piece("number"))
            })
            .collect();
        let Some(paths) = paths else { return false };
        for path in paths {
            self.put(path);
            self.gap(GAP_AFTER_LETTER_MS);
        }
        true
    }
}
