//! What is offered for what was typed.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::fuzzy::Fuzzy;
use super::lattice::Lattice;
use super::sentence::Search;
use super::{CANDIDATES_MOST, Candidate, Dictionary};

impl Dictionary {
    /// Candidates for what was typed so far, best first, `most` at most (and never more than
    /// [`CANDIDATES_MOST`]).
    ///
    /// The whole sentence comes first, with the names of persons it may be when it is as short as one
    /// and no word of the dictionary; then words, those that use up more letters before the others,
    /// down to single characters of the first syllable. A last syllable may be unfinished, and of any
    /// syllable the initial is enough: "sq" offers 社区. An apostrophe parts syllables, v stands for ü.
    /// Whoever takes a candidate asks again with the letters that it leaves over. What is no letter of
    /// pinyin ends what can be read.
    pub fn candidates(&self, typed: &str, fuzzy: Fuzzy, most: usize) -> Vec<Candidate> {
        let most = most.min(CANDIDATES_MOST);
        let lattice = Lattice::new(&self.trie, typed, fuzzy);
        let search = Search::new(&self.trie, &lattice);
        let mut taken = HashSet::new();
        let whole = self.whole(&lattice, &search, fuzzy);
        whole
            .into_iter()
            .map(|text| (text, lattice.end()))
            .chain(self.first_words(&search, most))
            .filter(|(text, _)| !text.is_empty() && taken.insert(text.clone()))
            .map(|(text, letters)| Candidate { text, letters })
            .take(most)
            .collect()
    }

    /// All of what was typed: the best sentence, and when that is no word of the dictionary, names.
    fn whole(&self, lattice: &Lattice, search: &Search<'_>, fuzzy: Fuzzy) -> Vec<String> {
        let sentence = search.sentence();
        let mut whole = vec![(search.cost(), sentence.concat())];
        if sentence.len() > 1 {
            whole.extend(self.names(lattice, &search.syllable_ends(), fuzzy));
        }
        // Stable: the sentence goes before a name that is as likely.
        whole.sort_by_key(|&(cost, _)| cost);
        whole.into_iter().map(|(_, text)| text).collect()
    }

    /// The words and characters that may come first, best first.
    fn first_words(
        &self,
        search: &Search<'_>,
        most: usize,
    ) -> impl Iterator<Item = (String, usize)> {
        let mut words = Vec::new();
        for found in search.first_words() {
            // The entries of a node are in order, so that more of them would never be shown.
            for entry in self.trie.entries(found.node).take(most) {
                let cost = found.cost + self.trie.cost(entry);
                words.push((Reverse(found.letters), cost, entry));
            }
        }
        words.sort_unstable();
        words
            .into_iter()
            .map(|(Reverse(letters), _, entry)| (self.trie.text(entry).to_owned(), letters))
    }

    /// What was typed, cut into syllables by apostrophes for display: "shequ" gives "she'qu".
    ///
    /// What cannot be read stays at the end as it is, also what is longer than
    /// [`LETTERS_MOST`](super::LETTERS_MOST).
    pub fn split(&self, typed: &str) -> String {
        let lattice = Lattice::new(&self.trie, typed, Fuzzy::default());
        let search = Search::new(&self.trie, &lattice);
        let mut begin = lattice.start();
        let mut parts = Vec::new();
        for end in search.syllable_ends() {
            parts.push(lattice.spelled(begin..end));
            begin = end;
        }
        let rest: String = typed.chars().skip(begin).collect();
        parts.push(rest.trim_matches('\'').to_owned());
        parts.retain(|part| !part.is_empty());
        parts.join("'")
    }
}
