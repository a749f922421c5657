//! Pinyin: letters into words and characters.
//!
//! What was typed becomes a lattice of syllables (`lattice`), in which the words of the dictionary
//! (`trie`) are looked up; the sentence is the way through it that is met most often when each word
//! is met on its own (`sentence`). Nothing is learnt from what is typed.

mod candidates;
mod fuzzy;
mod lattice;
mod names;
mod pairs;
mod predict;
mod sentence;
mod trie;

use std::path::Path;

use crate::InputError;
pub use fuzzy::Fuzzy;
pub use pairs::Pairs;
use trie::Trie;

/// How much of what was typed is looked at, in letters and apostrophes; the rest waits until the
/// first of it is chosen.
pub const LETTERS_MOST: usize = 60;

/// The most candidates or predictions that are ever given at once.
pub const CANDIDATES_MOST: usize = 2_000;

/// Something to choose for what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What will be written.
    pub text: String,
    /// How much of what was typed it uses up, in letters and apostrophes.
    pub letters: usize,
}

/// The dictionary of pinyin, mapped from its file; sharing it between threads is free.
#[derive(Debug)]
pub struct Dictionary {
    trie: Trie,
}

impl Dictionary {
    /// Maps the dictionary at `path` (`input/pinyin.dict` of the assets).
    ///
    /// # Errors
    /// When the file cannot be read, or is no dictionary of this kind.
    pub fn load(path: &Path) -> Result<Dictionary, InputError> {
        Ok(Dictionary {
            trie: Trie::map(path)?,
        })
    }
}
