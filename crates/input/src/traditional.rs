//! Simplified characters as traditional ones, and back.
//!
//! The dictionary and what follows what are simplified; who reads the terminal in traditional characters
//! is offered those. `packaging/input/traditional.py` writes the table and says how it is laid out.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use crate::InputError;

/// The table, read into memory.
#[derive(Debug, Default)]
pub struct Traditional {
    forth: Way,
    back: Way,
}

/// One direction.
#[derive(Debug, Default)]
struct Way {
    /// What a character may be, the likeliest first.
    characters: HashMap<char, Box<str>>,
    /// Words that are not what their characters make of them.
    words: HashMap<Box<str>, Box<str>>,
    /// The characters of the longest of them.
    longest: usize,
}

impl Traditional {
    /// Reads the table at `path` (`input/traditional.txt` of the assets).
    ///
    /// # Errors
    /// When the file cannot be read, or a line of it makes no sense.
    pub fn load(path: &Path) -> Result<Traditional, InputError> {
        let text = fs::read_to_string(path).map_err(|source| InputError::Unreadable {
            path: path.to_owned(),
            source,
        })?;
        let mut table = Traditional::default();
        for (at, line) in text.lines().enumerate() {
            if !line.starts_with('#') {
                table.take(line).ok_or_else(|| InputError::Damaged {
                    path: path.to_owned(),
                    why: format!("line {} makes no sense", at + 1),
                })?;
            }
        }
        Ok(table)
    }

    fn take(&mut self, line: &str) -> Option<()> {
        let mut fields = line.split('\t');
        let (kind, left, right) = (fields.next()?, fields.next()?, fields.next()?);
        let way = match kind {
            "S" | "P" => &mut self.forth,
            "T" | "R" => &mut self.back,
            _ => return None,
        };
        let mut characters = left.chars();
        match (characters.next()?, characters.as_str()) {
            (only, "") => {
                way.characters.insert(only, right.into());
            }
            _ => {
                way.longest = way.longest.max(left.chars().count());
                way.words.insert(left.into(), right.into());
            }
        }
        fields.next().is_none().then_some(())
    }

    /// A simplified text in traditional characters, word by word.
    pub fn from_simplified(&self, text: &str) -> String {
        self.forth.convert(text)
    }

    /// All that a simplified text may be in traditional characters, the likeliest first: a single
    /// character may be several (发 is 發 and 髮), a word is one.
    pub fn all_from_simplified(&self, text: &str) -> Vec<String> {
        let mut characters = text.chars();
        if let (Some(only), "") = (characters.next(), characters.as_str())
            && let Some(all) = self.forth.characters.get(&only)
        {
            return all.chars().map(String::from).collect();
        }
        vec![self.from_simplified(text)]
    }

    /// A traditional text in simplified characters.
    pub fn to_simplified(&self, text: &str) -> String {
        self.back.convert(text)
    }
}

impl Way {
    fn convert(&self, text: &str) -> String {
        let mut converted = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            if let Some((word, after)) = self.word(rest) {
                converted.push_str(word);
                rest = after;
                continue;
            }
            let known = self
                .characters
                .get(&first)
                .and_then(|all| all.chars().next());
            converted.push(known.unwrap_or(first));
            rest = &rest[first.len_utf8()..];
        }
        converted
    }

    /// The longest word that `text` begins with, converted, and what comes after it.
    fn word<'a>(&self, text: &'a str) -> Option<(&str, &'a str)> {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        let ends: Vec<usize> = ends.take(self.longest).skip(1).collect();
        ends.into_iter().rev().find_map(|end| {
            let (word, after) = text.split_at(end);
            Some((self.words.get(word)?.as_ref(), after))
        })
    }
}
