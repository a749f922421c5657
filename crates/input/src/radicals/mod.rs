//! Radicals: a character looked up by its radical and the strokes beside it.

mod read;

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use crate::InputError;

/// The radicals are numbered from 1 to this, as in the Kangxi dictionary.
pub const RADICALS: u8 = 214;

/// A form of a radical, as it is seen in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Radical {
    /// Its number in the Kangxi dictionary, 1 to 214; all forms of a radical share it.
    pub number: u8,
    /// The form: 水 and 氵 are two of one radical.
    pub form: char,
    /// The strokes of this form.
    pub strokes: u8,
}

/// The characters under a radical with the same strokes beside it.
#[derive(Debug)]
struct Row {
    number: u8,
    beside: u8,
    characters: Box<str>,
}

/// The radical table.
#[derive(Debug)]
pub struct Radicals {
    /// By strokes, then by number.
    forms: Vec<Radical>,
    /// By number, then by the strokes beside.
    rows: Vec<Row>,
}

impl Radicals {
    /// Reads the table at `path` (`input/radicals.txt` of the assets).
    ///
    /// # Errors
    /// When the file cannot be read, or a line of it makes no sense.
    pub fn load(path: &Path) -> Result<Radicals, InputError> {
        let text = fs::read_to_string(path).map_err(|source| InputError::Unreadable {
            path: path.to_owned(),
            source,
        })?;
        read::table(&text).map_err(|why| InputError::Damaged {
            path: path.to_owned(),
            why,
        })
    }

    /// Every form of every radical, those with fewer strokes first. 阝 and 月 are there twice: on
    /// different sides they are different radicals, and so are the moon and flesh.
    pub fn all(&self) -> &[Radical] {
        &self.forms
    }

    /// The characters under the radical of this number, `most` at most: those with fewer strokes
    /// beside the radical first, among them those met most often first.
    ///
    /// With `residual_strokes` only those with so many strokes beside the radical. A character that
    /// can be looked for under several counts is given once.
    pub fn characters(
        &self,
        radical_number: u8,
        residual_strokes: Option<u8>,
        most: usize,
    ) -> Vec<char> {
        let mut taken = HashSet::new();
        self.rows
            .iter()
            .filter(|row| row.number == radical_number)
            .filter(|row| residual_strokes.is_none_or(|strokes| strokes == row.beside))
            .flat_map(|row| row.characters.chars())
            .filter(|&character| taken.insert(character))
            .take(most)
            .collect()
    }

    /// How many strokes there can be beside the radical of this number, in order.
    pub fn residual_strokes(&self, radical_number: u8) -> Vec<u8> {
        self.rows
            .iter()
            .filter(|row| row.number == radical_number)
            .map(|row| row.beside)
            .collect()
    }
}
