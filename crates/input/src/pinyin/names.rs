//! Names of persons: a hall asks for names more than for anything else, and they are in no dictionary.

use std::ops::Range;

use super::Dictionary;
use super::fuzzy::Fuzzy;
use super::lattice::Lattice;
use super::trie::NamePart;

/// The syllables of a name: a surname of one, and one or two of a given name.
const SYLLABLES: std::ops::RangeInclusive<usize> = 2..=3;
/// How many characters are tried for each syllable.
const CHARACTERS_MOST: usize = 6;
/// What it costs that a name was meant at all, in thousandths of a natural logarithm.
const NAME: u32 = 4_000;
/// How many names are offered.
const NAMES_MOST: usize = 5;

impl Dictionary {
    /// What was typed as names of persons with what they cost, the likeliest first; `ends` is where
    /// its syllables end.
    ///
    /// Each character counts on its own, as often as it is met in names.
    pub(super) fn names(
        &self,
        lattice: &Lattice,
        ends: &[usize],
        fuzzy: Fuzzy,
    ) -> Vec<(u32, String)> {
        if !SYLLABLES.contains(&ends.len()) {
            return Vec::new();
        }
        let mut names = vec![(NAME, String::new())];
        let mut begin = lattice.start();
        let mut part = NamePart::Surname;
        for &end in ends {
            let characters = self.name_characters(lattice, begin..end, part, fuzzy);
            let longer = names.iter().flat_map(|(cost, name)| {
                let with = move |&(more, c): &(u32, char)| (cost + more, format!("{name}{c}"));
                characters.iter().map(with)
            });
            names = longer.collect();
            begin = end;
            part = NamePart::Given;
        }
        names.sort_unstable();
        names.dedup();
        names.truncate(NAMES_MOST);
        names
    }

    /// The characters that the syllable typed at `place` may be in a name, the likeliest first.
    fn name_characters(
        &self,
        lattice: &Lattice,
        place: Range<usize>,
        part: NamePart,
        fuzzy: Fuzzy,
    ) -> Vec<(u32, char)> {
        let mut characters = Vec::new();
        for spelling in fuzzy.spellings(lattice.spelled(place).as_bytes()) {
            if let Some(syllable) = self.trie.syllable(spelling.letters()) {
                let found = self.trie.name_characters(part, syllable);
                let found = found.map(|(cost, character)| (cost + spelling.cost, character));
                characters.extend(found.take(CHARACTERS_MOST));
            }
        }
        characters.sort_unstable();
        characters.truncate(CHARACTERS_MOST);
        characters
    }
}
