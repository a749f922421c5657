//! A clause that nobody has recorded as a whole, put together from recorded parts, numbers,
//! letters and syllables.

mod numbers;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use numbers::{Part, english_number};

use super::lexicon::Lexicon;
use super::numerals;
use super::readings::{Syllable, apply_sandhi, longest_word};
use super::tokens::{Token, tokens};

/// Silence at a mark inside a clause, in milliseconds.
const GAP_AT_MARK_MS: u32 = 150;
/// Silence after a letter, in milliseconds.
const GAP_AFTER_LETTER_MS: u32 = 80;
/// No recording of a part of a clause has more tokens.
const LONGEST_PART: usize = 12;
/// Numbers of the queue are recorded with so many digits.
const LABEL_DIGITS: usize = 3;

/// A piece of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Bit {
    /// A recording that stands by itself.
    Clip(PathBuf),
    /// A recording of a syllable, joined to the one before.
    Syllable(PathBuf),
    /// Milliseconds of silence.
    Gap(u32),
}

/// A clause in pieces.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Spelling {
    pub(super) bits: Vec<Bit>,
    /// What of it cannot be said.
    pub(super) missing: Vec<String>,
}

impl Spelling {
    /// Whether it is all said, and all from recordings of words.
    pub(super) fn is_recorded(&self) -> bool {
        let by_syllables = |bit: &Bit| matches!(bit, Bit::Syllable(_));
        self.missing.is_empty() && !self.is_silent() && !self.bits.iter().any(by_syllables)
    }

    fn is_silent(&self) -> bool {
        !self.bits.iter().any(|bit| !matches!(bit, Bit::Gap(_)))
    }
}

/// Spells a clause.
pub(super) fn spell(lexicon: &mut Lexicon, locale: &str, text: &str) -> Spelling {
    if locale.starts_with("zh") {
        chinese(lexicon, locale, text)
    } else {
        others(lexicon, locale, text)
    }
}

/// Spells a character as it is told from others: 「中，中国的中」, read as it is in that word.
pub(super) fn spell_character(lexicon: &mut Lexicon, locale: &str, c: char) -> Spelling {
    let mut speller = Speller::new(lexicon, locale);
    match speller.lexicon.example(locale, c) {
        Some(word) => {
            let word: Vec<char> = word.chars().collect();
            let mut said = speller.read(&word);
            let itself = said.iter().find(|s| s.character == c).cloned();
            let itself = itself.map(|mut syllable| {
                syllable.ends_word = false;
                syllable
            });
            speller.say(itself.clone().into_iter().collect());
            speller.gap(super::plan::GAP_AT_COMMA_MS);
            said.extend(Syllable::parse("de5", '的'));
            said.extend(itself);
            speller.say(said);
        }
        None => speller.han(&c.to_string()),
    }
    speller.spelling
}

/// Characters without which a clause says something else.
const ESSENTIAL: &str = "零一二三四五六七八九十百千点两不没沒无無未别別";

/// Chinese is said as far as it goes: a name of which one character is missing is worth hearing,
/// but not a sentence without its number or its "not".
fn chinese(lexicon: &mut Lexicon, locale: &str, text: &str) -> Spelling {
    let mut speller = Speller::new(lexicon, locale);
    speller.clause(text, Speller::chinese);
    let missing = &speller.spelling.missing;
    let is_essential = |c: char| ESSENTIAL.contains(c) || c.is_ascii_alphanumeric();
    let is_wrong = missing.iter().any(|what| what.chars().all(is_essential));
    if is_wrong || (speller.spelling.is_silent() && !missing.is_empty()) {
        return nothing(text);
    }
    speller.spelling
}

/// Of other languages there are no syllables; a clause that cannot be said whole is not said at
/// all, for "3" is not "counter 3".
fn others(lexicon: &mut Lexicon, locale: &str, text: &str) -> Spelling {
    let mut speller = Speller::new(lexicon, locale);
    speller.clause(text, |speller, token, _| {
        if !speller.other(token) {
            speller.miss(String::new());
        }
    });
    if !speller.spelling.missing.is_empty() {
        return nothing(text);
    }
    speller.spelling
}

fn nothing(text: &str) -> Spelling {
    Spelling {
        bits: Vec::new(),
        missing: vec![text.to_owned()],
    }
}

struct Speller<'a> {
    lexicon: &'a mut Lexicon,
    locale: &'a str,
    /// Syllables in a row that have not been said: their tones depend on the next.
    row: Vec<Syllable>,
    spelling: Spelling,
}

impl<'a> Speller<'a> {
    fn new(lexicon: &'a mut Lexicon, locale: &'a str) -> Self {
        lexicon.load(locale);
        Self {
            lexicon,
            locale,
            row: Vec::new(),
            spelling: Spelling::default(),
        }
    }

    /// Says a clause from the longest recordings that there are of its parts, and what lies
    /// between them token by token.
    fn clause(&mut self, text: &str, say: impl Fn(&mut Self, &Token, Option<char>)) {
        let text: Vec<char> = text.chars().collect();
        let tokens = tokens(&text);
        let mut at = 0;
        while at < tokens.len() {
            let (token, span) = &tokens[at];
            let next = tokens
                .get(at + 1)
                .and_then(|(_, next)| text.get(next.start));
            // Of a number its words depend on what is counted.
            let least = at + 1 + usize::from(matches!(token, Token::Number(_)));
            let most = tokens.len().min(at + LONGEST_PART);
            let recorded = (least..=most).rev().find_map(|end| {
                let part: String = text[span.start..tokens[end - 1].1.end].iter().collect();
                Some((end, self.lexicon.phrase(self.locale, &part)?))
            });
            if let Some((end, path)) = recorded {
                self.put(path);
                at = end;
            } else {
                say(self, token, next.copied());
                at += 1;
            }
        }
        self.flush();
    }

    /// Says a token in Chinese.
    fn chinese(&mut self, token: &Token, next: Option<char>) {
        match token {
            Token::Han(text) => self.read_on(text),
            Token::Number(number) => self.number(*number, next),
            Token::Digits(digits) => {
                if !self.digits(digits) {
                    self.read_on(&numerals::row(digits));
                }
            }
            Token::Decimal(whole, part) => self.read_on(&numerals::decimal(*whole, part)),
            Token::Percent(number) => {
                self.read_on(&format!("百分之{}", numerals::cardinal(*number)));
            }
            Token::Time(hour, minute) => self.time(*hour, *minute),
            Token::To => self.words(&["到"]),
            Token::Label(letter, digits) => self.label(*letter, digits),
            Token::Letters(letters) | Token::Word(letters) => {
                for letter in letters.chars() {
                    if !self.letter(letter) {
                        self.miss(letter.to_string());
                    }
                }
            }
            Token::Pause => self.gap(GAP_AT_MARK_MS),
            Token::Unknown(c) => self.miss(c.to_string()),
        }
    }

    /// Says a token in a language without syllables. Whether it could.
    fn other(&mut self, token: &Token) -> bool {
        match token {
            Token::Number(number) => self.recorded(&english_number(*number)),
            Token::Percent(number) => {
                let mut parts = english_number(*number);
                parts.push(Part::Word("percent"));
                self.recorded(&parts)
            }
            Token::Decimal(whole, part) => {
                let mut parts = english_number(*whole);
                parts.push(Part::Word("point"));
                let digits = part.chars().filter_map(|digit| digit.to_digit(10));
                parts.extend(digits.map(Part::Count));
                self.recorded(&parts)
            }
            Token::Time(hour, 0) => {
                self.recorded(&[Part::Count(*hour), Part::Word("o'clock")])
                    || self.recorded(&[Part::Count(*hour)])
            }
            Token::Time(hour, minute) => self.recorded(&[Part::Count(*hour), Part::Count(*minute)]),
            Token::To => self.recorded(&[Part::Word("to")]),
            Token::Digits(digits) => self.digits(digits),
            Token::Letters(letters) => letters.chars().all(|c| self.letter(c)),
            Token::Word(word) => {
                let mut letters = word.chars();
                let only = letters.next().filter(|_| letters.next().is_none());
                only.is_some_and(|c| self.letter(c))
            }
            Token::Label(letter, digits) => self.letter(*letter) && self.digits(digits),
            Token::Pause => {
                self.gap(GAP_AT_MARK_MS);
                true
            }
            Token::Han(_) | Token::Unknown(_) => false,
        }
    }

    fn label(&mut self, letter: char, digits: &str) {
        if !self.letter(letter) {
            self.miss(letter.to_string());
        }
        let whole = format!("number/{digits:0>LABEL_DIGITS$}");
        if !self.clip(&whole) {
            self.read_on(&numerals::row(digits));
        }
    }

    /// One letter by its name, if there is a recording of that.
    fn letter(&mut self, letter: char) -> bool {
        let letter = letter.to_ascii_uppercase();
        let is_said = letter.is_ascii_uppercase() && self.clip(&format!("letter/{letter}"));
        if is_said {
            self.gap(GAP_AFTER_LETTER_MS);
        }
        is_said
    }

    /// A recording that stands by itself, if there is one.
    fn clip(&mut self, piece: &str) -> bool {
        let path = self.lexicon.piece(self.locale, piece);
        let is_there = path.is_some();
        path.into_iter().for_each(|path| self.put(path));
        is_there
    }

    fn put(&mut self, path: PathBuf) {
        self.flush();
        self.spelling.bits.push(Bit::Clip(path));
    }

    fn gap(&mut self, ms: u32) {
        self.flush();
        self.spelling.bits.push(Bit::Gap(ms));
    }

    fn han(&mut self, text: &str) {
        self.read_on(text);
        self.flush();
    }

    /// Reads characters on from those before: tones change across what was written as digits.
    fn read_on(&mut self, text: &str) {
        let characters: Vec<char> = text.chars().collect();
        let said = self.read(&characters);
        self.row.extend(said);
    }

    fn read(&mut self, characters: &[char]) -> Vec<Syllable> {
        let mut syllables = Vec::new();
        let mut at = 0;
        while at < characters.len() {
            let rest = &characters[at..];
            match longest_word(rest, |word| self.lexicon.reading(self.locale, word)) {
                Some((count, word)) => {
                    syllables.extend(word);
                    at += count;
                }
                None => {
                    self.miss(characters[at].to_string());
                    at += 1;
                }
            }
        }
        syllables
    }

    fn say(&mut self, syllables: Vec<Syllable>) {
        self.row.extend(syllables);
        self.flush();
    }

    fn miss(&mut self, what: String) {
        self.spelling.missing.push(what);
    }

    /// Says the row of syllables.
    fn flush(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        apply_sandhi(&mut row);
        for syllable in row {
            // A neutral tone that nobody recorded is nearest to a fourth; a changed tone that is
            // not there to the one before the change.
            let tones = [syllable.tone, syllable.tone_alone, 4, 1, 3, 2];
            let tones = match syllable.tone {
                5 => &tones[..],
                _ => &tones[..2],
            };
            let letters = &syllable.letters;
            let path = tones.iter().find_map(|tone| {
                self.lexicon
                    .piece(self.locale, &format!("syllable/{letters}{tone}"))
            });
            match path {
                Some(path) => self.spelling.bits.push(Bit::Syllable(path)),
                None => self.miss(syllable.character.to_string()),
            }
        }
    }
}
