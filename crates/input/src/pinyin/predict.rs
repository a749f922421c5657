//! What may follow what is written.

use super::{CANDIDATES_MOST, Dictionary};

/// The characters of the longest word of the dictionary.
const WORD_MOST: usize = 8;

impl Dictionary {
    /// Words that may follow what is written, best first, `most` at most.
    ///
    /// First what completes the last word begun ("居" offers "民", "委会", "住证"), those met most often
    /// before the others; then the words met most often of all. Nothing of what was written before is
    /// known or kept.
    pub fn predict(&self, written: &str, most: usize) -> Vec<String> {
        let most = most.min(CANDIDATES_MOST);
        let mut offered = self.completions(last_characters(written));
        for entry in self.trie.common() {
            let text = self.trie.text(entry);
            if !written.ends_with(text) && !offered.iter().any(|other| other == text) {
                offered.push(text.to_owned());
            }
        }
        offered.retain(|text| !text.is_empty());
        offered.truncate(most);
        offered
    }

    /// The rest of the words that the end of `written` begins, as long an end as begins any.
    fn completions(&self, written: &str) -> Vec<String> {
        for (at, _) in written.char_indices() {
            let begun = &written[at..];
            let mut finished = false;
            let mut rests = Vec::new();
            for entry in self.trie.words_from(begun) {
                match self.trie.text(entry).strip_prefix(begun) {
                    Some("") | None => finished = true,
                    Some(rest) => rests.push((self.trie.cost(entry), rest)),
                }
            }
            // The last character of a finished word begins no other: 社区 is not followed by 区别.
            if finished || !rests.is_empty() {
                rests.sort_unstable();
                return rests.into_iter().map(|(_, rest)| rest.to_owned()).collect();
            }
        }
        Vec::new()
    }
}

/// The last characters of `written`, as many as a word that is not finished may have.
fn last_characters(written: &str) -> &str {
    let begin = written.char_indices().rev().nth(WORD_MOST - 1);
    begin.map_or(written, |(at, _)| &written[at..])
}
