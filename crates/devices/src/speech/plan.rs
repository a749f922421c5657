//! From an utterance to the pieces it is said in.

use std::collections::VecDeque;
use std::path::PathBuf;

use super::lexicon::Lexicon;
use super::names::name_of;
use super::spelling::{Bit, spell};
use super::text::{Clause, Cut, cut, normalised};
use super::tokens::is_han;
use super::{MAX_PAUSE, Passage, Utterance};

/// Silence after a clause, in milliseconds.
pub(super) const GAP_AT_COMMA_MS: u32 = 250;
/// Silence after a sentence, in milliseconds.
const GAP_AT_SENTENCE_MS: u32 = 400;

/// A piece of an utterance: said from one recording, or in one voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A recording of the whole text.
    Recorded { path: PathBuf, text: String },
    /// A clause that is put together from recorded words.
    Composed { bits: Vec<Bit>, text: String },
    /// A clause of which not everything is recorded.
    Clause(String),
    /// A Chinese character that somebody chose, and what an engine says for it.
    Character(char, String),
    /// Milliseconds of silence.
    Gap(u32),
}

impl Piece {
    /// What an engine is to say.
    pub(super) fn text(&self) -> Option<String> {
        match self {
            Self::Recorded { text, .. }
            | Self::Composed { text, .. }
            | Self::Clause(text)
            | Self::Character(_, text) => Some(text.clone()),
            Self::Gap(_) => None,
        }
    }
}

/// The pieces of an utterance, in order.
pub(super) fn plan(utterance: &Utterance, lexicon: &mut Lexicon) -> VecDeque<Piece> {
    let mut planner = Planner {
        locale: &utterance.locale,
        lexicon,
        pieces: VecDeque::new(),
    };
    for passage in &utterance.passages {
        match passage {
            Passage::Text(text) => planner.text(text),
            Passage::Character(c) => planner.character(*c),
            Passage::Pause(time) => {
                let ms = (*time).min(MAX_PAUSE).as_millis();
                planner.gap(u32::try_from(ms).unwrap_or(0));
            }
        }
    }
    // Nothing waits for what comes after the last.
    if let Some(Piece::Gap(_)) = planner.pieces.back() {
        planner.pieces.pop_back();
    }
    planner.pieces
}

struct Planner<'a> {
    locale: &'a str,
    lexicon: &'a mut Lexicon,
    pieces: VecDeque<Piece>,
}

impl Planner<'_> {
    /// Two silences that meet are one, the longer.
    fn gap(&mut self, ms: u32) {
        match self.pieces.back_mut() {
            Some(Piece::Gap(before)) => *before = (*before).max(ms),
            _ => self.pieces.push_back(Piece::Gap(ms)),
        }
    }

    /// The whole text from a recording, else its sentences, else their clauses, else the items of
    /// a list: what belongs together sounds best from one breath.
    fn text(&mut self, text: &str) {
        let whole = Clause {
            text: normalised(text),
            ends_sentence: true,
        };
        if !self.recorded(&whole) {
            for sentence in cut(text, Cut::Sentences) {
                if !self.recorded(&sentence) {
                    self.clauses(&sentence);
                }
            }
        }
        self.gap(GAP_AT_SENTENCE_MS);
    }

    /// A character that somebody chose, in words that tell it from others.
    fn character(&mut self, c: char) {
        if let Some(name) = name_of(c, self.locale) {
            return self.text(name);
        }
        if !is_han(c) {
            return self.text(c.to_string().to_uppercase().as_str());
        }
        let text = match self.lexicon.example(self.locale, c) {
            Some(word) => format!("{c}，{word}的{c}"),
            None => c.to_string(),
        };
        let whole = Clause {
            text,
            ends_sentence: false,
        };
        if !self.recorded(&whole) {
            self.pieces.push_back(Piece::Character(c, whole.text));
            self.gap(GAP_AT_COMMA_MS);
        }
    }

    fn clauses(&mut self, sentence: &Clause) {
        let clauses = cut(&sentence.text, Cut::Clauses);
        let last = clauses.len().saturating_sub(1);
        for (index, mut clause) in clauses.into_iter().enumerate() {
            clause.ends_sentence |= sentence.ends_sentence && index == last;
            if self.recorded(&clause) {
                continue;
            }
            let items = cut(&clause.text, Cut::Items);
            let is_list = items
                .iter()
                .any(|item| self.lexicon.phrase(self.locale, &item.text).is_some());
            if is_list {
                for item in items {
                    if !self.recorded(&item) {
                        self.clause(item.text);
                        self.gap(GAP_AT_COMMA_MS);
                    }
                }
            } else {
                self.clause(clause.text.clone());
            }
            self.gap_after(&clause);
        }
    }

    /// A clause that has no recording of its own.
    fn clause(&mut self, text: String) {
        let spelling = spell(self.lexicon, self.locale, &text);
        self.pieces.push_back(match spelling.is_recorded() {
            true => Piece::Composed {
                bits: spelling.bits,
                text,
            },
            false => Piece::Clause(text),
        });
    }

    /// Whether there is a recording of it, which is taken then.
    fn recorded(&mut self, clause: &Clause) -> bool {
        let Some(path) = self.lexicon.phrase(self.locale, &clause.text) else {
            return false;
        };
        let text = clause.text.clone();
        self.pieces.push_back(Piece::Recorded { path, text });
        self.gap_after(clause);
        true
    }

    fn gap_after(&mut self, clause: &Clause) {
        self.gap(if clause.ends_sentence {
            GAP_AT_SENTENCE_MS
        } else {
            GAP_AT_COMMA_MS
        });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::speaker::VoicePack;

    proptest! {
        #[test]
        fn any_text_is_planned_and_nothing_of_it_is_lost(
            text in "[中一不1-3A-C:.,，。！、：–\u{2068} \\n**]{0,40}|\\PC{0,40}",
            locale in "zh-CN|zh-Hant|en|fr",
        ) {
            let folder = tempfile::tempdir().unwrap();
            let mut lexicon = Lexicon::new(VoicePack::open(folder.path(), None));
            let pieces = plan(&Utterance::new(1, &locale, &text), &mut lexicon);
            let said: String = pieces.iter().filter_map(Piece::text).collect();
            let letters = |text: &str| -> String {
                text.chars().filter(|c| c.is_alphanumeric()).collect()
            };
            prop_assert_eq!(letters(&said), letters(&text));
            for text in pieces.iter().filter_map(Piece::text) {
                prop_assert!(!text.is_empty());
                // Of a pack without recordings all is missing, or there was nothing to say.
                let spelling = spell(&mut lexicon, &locale, &text);
                let is_said = text.chars().any(char::is_alphanumeric);
                prop_assert!(!is_said || !spelling.missing.is_empty());
            }
        }
    }
}
