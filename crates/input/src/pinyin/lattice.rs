//! What was typed, as every way to cut it into syllables.

use std::ops::Range;

use super::LETTERS_MOST;
use super::fuzzy::{Fuzzy, initial_length};
use super::trie::{SYLLABLE_MOST, Trie};

/// What it costs that only the initial of a syllable was typed, in thousandths of a natural logarithm.
const INITIAL_ONLY: u32 = 2_000;
/// What it costs that the last syllable is not finished yet.
const UNFINISHED: u32 = 1_000;
/// What it costs to go on with a last syllable that is one already, as xi to xiang.
const LONGER: u32 = 7_000;

/// One way to read a stretch of what was typed.
#[derive(Debug, Clone)]
pub(super) struct Edge {
    /// Where the next syllable begins.
    pub(super) end: usize,
    /// The syllables it may be, by their numbers.
    pub(super) syllables: Range<usize>,
    /// Thousandths of a natural logarithm.
    pub(super) cost: u32,
}

/// What was typed, with the edges that begin at each letter.
#[derive(Debug)]
pub(super) struct Lattice {
    letters: Vec<u8>,
    edges: Vec<Vec<Edge>>,
}

impl Lattice {
    pub(super) fn new(trie: &Trie, typed: &str, fuzzy: Fuzzy) -> Lattice {
        let letters: Vec<u8> = typed.chars().take(LETTERS_MOST).map(letter).collect();
        let mut lattice = Lattice {
            edges: Vec::with_capacity(letters.len()),
            letters,
        };
        for at in 0..lattice.letters.len() {
            let edges = lattice.edges_at(trie, at, fuzzy);
            lattice.edges.push(edges);
        }
        lattice
    }

    /// Where the first syllable begins.
    pub(super) fn start(&self) -> usize {
        self.past_apostrophes(0)
    }

    /// Behind the last letter that is looked at.
    pub(super) fn end(&self) -> usize {
        self.letters.len()
    }

    pub(super) fn edges(&self, at: usize) -> &[Edge] {
        self.edges.get(at).map_or(&[], Vec::as_slice)
    }

    /// The letters of `place`, without apostrophes at its ends.
    pub(super) fn spelled(&self, place: Range<usize>) -> String {
        let letters = self.letters.get(place).unwrap_or_default();
        let shown = letters.iter().map(|&letter| char::from(letter));
        shown.collect::<String>().trim_matches('\'').to_owned()
    }

    fn past_apostrophes(&self, at: usize) -> usize {
        let letters = self.letters.iter().skip(at);
        at + letters.take_while(|&&letter| letter == b'\'').count()
    }

    fn edges_at(&self, trie: &Trie, at: usize, fuzzy: Fuzzy) -> Vec<Edge> {
        let rest = &self.letters[at..];
        let length = rest
            .iter()
            .position(|letter| !letter.is_ascii_lowercase())
            .unwrap_or(rest.len());
        let stretch = &rest[..length];
        let mut edges = Vec::new();
        let whole = self.push_whole(&mut edges, trie, at, stretch, fuzzy);
        self.push_unfinished(&mut edges, trie, at, stretch, fuzzy);
        // Where a whole syllable fits, its initial alone is hardly meant: shi is not s-h-i.
        for length in 1..=initial_length(stretch) {
            if length < stretch.len() && whole <= length {
                self.push_beginning(
                    &mut edges,
                    trie,
                    at,
                    &stretch[..length],
                    fuzzy,
                    INITIAL_ONLY,
                );
            }
        }
        edges
    }

    /// Adds the whole syllables and says how long the longest is.
    fn push_whole(
        &self,
        edges: &mut Vec<Edge>,
        trie: &Trie,
        at: usize,
        stretch: &[u8],
        fuzzy: Fuzzy,
    ) -> usize {
        let mut longest = 0;
        for length in 1..=stretch.len().min(SYLLABLE_MOST) {
            for spelling in fuzzy.spellings(&stretch[..length]) {
                if let Some(syllable) = trie.syllable(spelling.letters()) {
                    longest = length;
                    edges.push(Edge {
                        end: self.past_apostrophes(at + length),
                        syllables: syllable..syllable + 1,
                        cost: spelling.cost,
                    });
                }
            }
        }
        longest
    }

    /// Adds what the stretch up to its end may become: the syllable being typed, or one that an
    /// apostrophe cut off.
    fn push_unfinished(
        &self,
        edges: &mut Vec<Edge>,
        trie: &Trie,
        at: usize,
        stretch: &[u8],
        fuzzy: Fuzzy,
    ) {
        if stretch.is_empty() || stretch.len() > SYLLABLE_MOST {
            return;
        }
        let being_typed = at + stretch.len() == self.letters.len();
        match trie.syllable(stretch) {
            None => self.push_beginning(edges, trie, at, stretch, fuzzy, UNFINISHED),
            Some(_) if being_typed => self.push_beginning(edges, trie, at, stretch, fuzzy, LONGER),
            Some(_) => {}
        }
    }

    fn push_beginning(
        &self,
        edges: &mut Vec<Edge>,
        trie: &Trie,
        at: usize,
        beginning: &[u8],
        fuzzy: Fuzzy,
        cost: u32,
    ) {
        for spelling in fuzzy.spellings(beginning) {
            let syllables = trie.beginning(spelling.letters());
            if !syllables.is_empty() {
                edges.push(Edge {
                    end: self.past_apostrophes(at + beginning.len()),
                    syllables,
                    cost: cost + spelling.cost,
                });
            }
        }
    }
}

/// A letter as the dictionary has it; 0 for what is no letter of pinyin.
fn letter(typed: char) -> u8 {
    match typed {
        'ü' | 'Ü' => b'v',
        '\'' | '’' => b'\'',
        _ if typed.is_ascii_alphabetic() => typed.to_ascii_lowercase() as u8,
        _ => 0,
    }
}
