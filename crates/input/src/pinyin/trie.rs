//! The dictionary file, used where it is mapped.
//!
//! `packaging/input/dictionary.py` writes it and says how it is laid out.

use std::ops::Range;
use std::path::Path;

use crate::InputError;
use crate::mapped::{Mapped, first};

/// The letters of the longest syllable, such as zhuang.
pub(super) const SYLLABLE_MOST: usize = 6;

const MAGIC: &[u8] = b"LINLIPY4";

/// The sections of the file in their order; each is preceded by its number of items in the head.
#[derive(Clone, Copy)]
enum Section {
    Syllables,
    Names,
    Children,
    Firsts,
    Costs,
    Texts,
    Letters,
    ByText,
    SurnameFirsts,
    Surnames,
    SurnameCosts,
    GivenFirsts,
    Givens,
    GivenCosts,
}

const SECTIONS: usize = Section::GivenCosts as usize + 1;
/// Bytes an item takes, by section.
const ITEM_BYTES: [usize; SECTIONS] = [SYLLABLE_MOST, 2, 4, 4, 2, 4, 1, 4, 4, 4, 2, 4, 4, 2];

/// The trie of syllables: each node holds the entries that are read by the syllables on its path.
#[derive(Debug)]
pub(super) struct Trie {
    file: Mapped<SECTIONS>,
}

/// What a character is in the name of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NamePart {
    Surname,
    Given,
}

/// A place in the trie.
pub(super) type Node = usize;
/// A text with one of its readings.
pub(super) type Entry = usize;

impl Trie {
    /// The node where every word begins.
    pub(super) const ROOT: Node = 0;

    pub(super) fn map(path: &Path) -> Result<Trie, InputError> {
        let damaged = |why: &str| InputError::Damaged {
            path: path.to_owned(),
            why: why.to_owned(),
        };
        let file = Mapped::new(path, MAGIC, &ITEM_BYTES)?
            .ok_or_else(|| damaged("it is not a pinyin dictionary, or cut short"))?;
        let trie = Trie { file };
        if trie.is_a_tree() {
            Ok(trie)
        } else {
            Err(damaged("its nodes are out of order"))
        }
    }

    /// Whether children come after their parents and belong to one of them only, so that every walk
    /// through the trie ends.
    fn is_a_tree(&self) -> bool {
        let nodes = self.items(Section::Names);
        let in_order = |section, last| self.file.in_order(section as usize, last);
        let entries = self.items(Section::Costs);
        nodes > 0
            && self.items(Section::Children) == nodes + 1
            && self.items(Section::Firsts) == nodes + 1
            && self.items(Section::Texts) == entries + 1
            && in_order(Section::Children, nodes)
            && in_order(Section::Firsts, entries)
            && (0..nodes).all(|node| {
                let first = self.long(Section::Children, node);
                first > node || self.long(Section::Children, node + 1) == first
            })
    }

    /// The number of the syllable spelled by `letters`.
    pub(super) fn syllable(&self, letters: &[u8]) -> Option<usize> {
        let place = self.first_syllable(|syllable| syllable < letters);
        (self.spelling(place)? == letters).then_some(place)
    }

    /// The numbers of the syllables that begin with `letters`.
    pub(super) fn beginning(&self, letters: &[u8]) -> Range<usize> {
        let first = self.first_syllable(|syllable| syllable < letters);
        first..self.first_syllable(|syllable| syllable < letters || syllable.starts_with(letters))
    }

    fn first_syllable(&self, before: impl Fn(&[u8]) -> bool) -> usize {
        first(0..self.items(Section::Syllables), |place| {
            self.spelling(place).is_some_and(&before)
        })
    }

    fn spelling(&self, syllable: usize) -> Option<&[u8]> {
        let at = syllable * SYLLABLE_MOST;
        let filled = self.bytes(Section::Syllables).get(at..at + SYLLABLE_MOST)?;
        let length = filled.iter().position(|&b| b == 0).unwrap_or(filled.len());
        Some(&filled[..length])
    }

    /// The children of `node` that are reached by one of `syllables`.
    pub(super) fn children(&self, node: Node, syllables: &Range<usize>) -> Range<Node> {
        let all = self.long(Section::Children, node)..self.long(Section::Children, node + 1);
        let place = |before: usize| {
            first(all.clone(), |child| {
                self.short(Section::Names, child) < before
            })
        };
        place(syllables.start)..place(syllables.end)
    }

    /// The entries of `node`, the one met most often first.
    pub(super) fn entries(&self, node: Node) -> Range<Entry> {
        self.long(Section::Firsts, node)..self.long(Section::Firsts, node + 1)
    }

    /// How seldom `entry` is met: thousandths of a natural logarithm.
    pub(super) fn cost(&self, entry: Entry) -> u32 {
        self.short(Section::Costs, entry) as u32
    }

    pub(super) fn text(&self, entry: Entry) -> &str {
        let (starts, letters) = (Section::Texts as usize, Section::Letters as usize);
        self.file.text(starts, letters, entry)
    }

    /// The words that begin with `text`, in order of their letters.
    pub(super) fn words_from(&self, text: &str) -> impl Iterator<Item = Entry> {
        let word = |place| self.long(Section::ByText, place);
        let begin = first(0..self.items(Section::ByText), |place| {
            self.text(word(place)) < text
        });
        (begin..self.items(Section::ByText))
            .map(word)
            .take_while(move |&entry| self.text(entry).starts_with(text))
    }

    /// The word or character of this text, in its commonest reading.
    pub(super) fn word(&self, text: &str) -> Option<Entry> {
        let word = |place| self.long(Section::ByText, place);
        let words = 0..self.items(Section::ByText);
        let place = first(words.clone(), |place| self.text(word(place)) < text);
        let entry = word(place);
        (words.contains(&place) && self.text(entry) == text).then_some(entry)
    }

    /// The characters read as `syllable` in names with what they cost, the cheapest first.
    pub(super) fn name_characters(
        &self,
        part: NamePart,
        syllable: usize,
    ) -> impl Iterator<Item = (u32, char)> {
        let (firsts, characters, costs) = match part {
            NamePart::Surname => (
                Section::SurnameFirsts,
                Section::Surnames,
                Section::SurnameCosts,
            ),
            NamePart::Given => (Section::GivenFirsts, Section::Givens, Section::GivenCosts),
        };
        let end = self.long(firsts, syllable + 1).min(self.items(characters));
        (self.long(firsts, syllable)..end).filter_map(move |place| {
            let character = char::from_u32(self.long(characters, place) as u32)?;
            Some((self.short(costs, place) as u32, character))
        })
    }

    fn bytes(&self, section: Section) -> &[u8] {
        self.file.bytes(section as usize)
    }

    fn items(&self, section: Section) -> usize {
        self.file.items(section as usize)
    }

    fn long(&self, section: Section, place: usize) -> usize {
        self.file.long(section as usize, place)
    }

    fn short(&self, section: Section, place: usize) -> usize {
        self.file.short(section as usize, place)
    }
}
