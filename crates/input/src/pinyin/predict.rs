//! What may follow what is written.

use std::collections::HashMap;

use super::pairs::{BEGINNING, NUMBER};
use super::{CANDIDATES_MOST, Dictionary, Pairs};

/// The characters of the longest word of the dictionary.
const WORD_MOST: usize = 8;
/// How many characters before the cursor are looked at.
const LOOKED_AT: usize = 16;
/// How many words before the cursor are taken together to look for what follows them.
const WORDS_TOGETHER: usize = 3;
/// What a character that is in no dictionary costs where words are told apart, and what each word costs
/// on top, in thousandths of a natural logarithm.
const UNKNOWN: u32 = 16_000;
const NEXT_WORD: u32 = 3_000;
/// What it costs that the last word goes on, whatever it goes on to: most words are whole.
const GOES_ON: u32 = 700;
/// The same for two words together that begin a longer one.
const GOES_ON_TOGETHER: u32 = 400;

impl Dictionary {
    /// What may follow what is written, best first, `most` at most.
    ///
    /// The end of the text is cut into words. Offered are the texts that follow its last words
    /// ("门口的灯" offers "坏了"), and what makes a longer word of the last one ("居" offers "民",
    /// "委会", "住证"). At the beginning of a sentence there are beginnings, behind a number what is
    /// counted in a hall. Where nothing is known, nothing is offered. Nothing of what was written before
    /// is known or kept.
    pub fn predict(&self, pairs: &Pairs, written: &str, most: usize) -> Vec<String> {
        let most = most.min(CANDIDATES_MOST);
        let mut offered = Offered::default();
        match written.chars().next_back() {
            Some(last) if is_han(last) => self.go_on(pairs, last_han(written), &mut offered),
            Some(last) if last.is_ascii_digit() => offered.add_all(0, pairs.after(NUMBER)),
            Some(last) if last.is_alphanumeric() => {}
            _ => offered.add_all(0, pairs.after(BEGINNING)),
        }
        offered.best(most)
    }

    fn go_on(&self, pairs: &Pairs, written: &str, offered: &mut Offered) {
        let words = self.words(written);
        for together in 1..=WORDS_TOGETHER.min(words.len()) {
            let from = words[words.len() - together];
            let end = &written[from..];
            offered.add_all(0, pairs.after(end));
            let cost = if together == 1 {
                GOES_ON
            } else {
                GOES_ON_TOGETHER
            };
            let rests = self.rests(end);
            offered.add_all(cost, rests);
        }
    }

    /// Where each word of `written` begins, cut so that its words are met most often.
    fn words(&self, written: &str) -> Vec<usize> {
        let starts: Vec<usize> = written.char_indices().map(|(at, _)| at).collect();
        let end_of = |place: usize| starts.get(place).copied().unwrap_or(written.len());
        let mut best: Vec<(u32, usize)> = vec![(0, 0)];
        for end in 1..=starts.len() {
            let from = end.saturating_sub(WORD_MOST)..end;
            let word = |from: usize| {
                let word = self.trie.word(&written[starts[from]..end_of(end)]);
                let cost = word.map(|entry| self.trie.cost(entry));
                let cost = cost.or((end - from == 1).then_some(UNKNOWN));
                Some((best[from].0 + cost? + NEXT_WORD, from))
            };
            let step = from.filter_map(word).min().unwrap_or_default();
            best.push(step);
        }
        let mut words = Vec::new();
        let mut place = starts.len();
        while place > 0 {
            place = best[place].1;
            words.push(starts[place]);
        }
        words.reverse();
        words
    }

    /// The rests of the words that `begun` begins, each with what it costs among them and `begun` itself:
    /// a character that is mostly met alone is seldom gone on with.
    fn rests(&self, begun: &str) -> Vec<(u32, &str)> {
        let words = self.trie.words_from(begun);
        let rests: Vec<(u32, &str)> = words
            .filter_map(|entry| {
                let rest = self.trie.text(entry).strip_prefix(begun)?;
                Some((self.trie.cost(entry), rest))
            })
            .collect();
        let often = |cost: u32| (-f64::from(cost) / 1_000.0).exp();
        let all: f64 = rests.iter().map(|(cost, _)| often(*cost)).sum();
        let among = (-all.max(f64::MIN_POSITIVE).ln() * 1_000.0) as u32;
        rests
            .into_iter()
            .filter(|(_, rest)| !rest.is_empty())
            .map(|(cost, rest)| (cost.saturating_sub(among), rest))
            .collect()
    }
}

/// What is offered, each text once at its least cost.
#[derive(Default)]
struct Offered(HashMap<String, u32>);

impl Offered {
    fn add_all<'a>(&mut self, cost: u32, texts: impl IntoIterator<Item = (u32, &'a str)>) {
        for (more, text) in texts {
            let known = self.0.entry(text.to_owned()).or_insert(u32::MAX);
            *known = (*known).min(cost + more);
        }
    }

    fn best(self, most: usize) -> Vec<String> {
        let texts = self.0.into_iter().filter(|(text, _)| !text.is_empty());
        let mut texts: Vec<(u32, String)> = texts.map(|(text, cost)| (cost, text)).collect();
        texts.sort_unstable();
        texts.truncate(most);
        texts.into_iter().map(|(_, text)| text).collect()
    }
}

/// The Chinese characters at the end of `written`, as many as are looked at.
fn last_han(written: &str) -> &str {
    let others = written.char_indices().rev().find(|(_, c)| !is_han(*c));
    let from = others.map_or(0, |(at, other)| at + other.len_utf8());
    let han = &written[from..];
    let begin = han.char_indices().rev().nth(LOOKED_AT - 1);
    begin.map_or(han, |(at, _)| &han[at..])
}

/// Whether a character is one of those that words are written with.
fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}
