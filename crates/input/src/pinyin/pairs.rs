//! Which texts follow which, in a file used where it is mapped.
//!
//! `packaging/input/pairs.py` writes it and says how it is laid out.

use std::path::Path;

use crate::InputError;
use crate::mapped::{Mapped, first};

const MAGIC: &[u8] = b"LINLIPR1";

/// The sections of the file in their order.
#[derive(Clone, Copy)]
enum Section {
    Lefts,
    LeftLetters,
    Firsts,
    Followers,
    Costs,
    Rights,
    RightLetters,
}

const SECTIONS: usize = Section::RightLetters as usize + 1;
/// Bytes an item takes, by section.
const ITEM_BYTES: [usize; SECTIONS] = [4, 1, 4, 4, 2, 4, 1];

/// What the file has for the beginning of a sentence, and behind a number.
pub(super) const BEGINNING: &str = "^";
pub(super) const NUMBER: &str = "0";

/// Pairs of texts that follow each other, mapped from their file; sharing them between threads is free.
#[derive(Debug)]
pub struct Pairs {
    file: Mapped<SECTIONS>,
}

impl Pairs {
    /// Maps the pairs at `path` (`input/pairs.dict` of the assets).
    ///
    /// # Errors
    /// When the file cannot be read, or holds no pairs.
    pub fn load(path: &Path) -> Result<Pairs, InputError> {
        let pairs = Mapped::new(path, MAGIC, &ITEM_BYTES)?.map(|file| Pairs { file });
        let pairs = pairs.filter(Pairs::is_whole);
        pairs.ok_or_else(|| InputError::Damaged {
            path: path.to_owned(),
            why: "it holds no pairs, or is cut short".to_owned(),
        })
    }

    fn is_whole(&self) -> bool {
        let items = |section: Section| self.file.items(section as usize);
        let texts = items(Section::Lefts);
        let followers = items(Section::Followers);
        texts > 0
            && items(Section::Firsts) == texts
            && items(Section::Costs) == followers
            && self.file.in_order(Section::Firsts as usize, followers)
    }

    /// What follows `left` with what it costs in thousandths of a natural logarithm, the likeliest
    /// first.
    pub(super) fn after(&self, left: &str) -> impl Iterator<Item = (u32, &str)> {
        let texts = 0..self.file.items(Section::Lefts as usize).saturating_sub(1);
        let place = first(texts.clone(), |place| self.left(place) < left);
        let followers = if texts.contains(&place) && self.left(place) == left {
            let from = |place| self.file.long(Section::Firsts as usize, place);
            from(place)..from(place + 1)
        } else {
            0..0
        };
        followers.map(|follower| {
            let text = self.file.long(Section::Followers as usize, follower);
            let (starts, letters) = (Section::Rights as usize, Section::RightLetters as usize);
            (
                self.file.short(Section::Costs as usize, follower) as u32,
                self.file.text(starts, letters, text),
            )
        })
    }

    fn left(&self, place: usize) -> &str {
        let (starts, letters) = (Section::Lefts as usize, Section::LeftLetters as usize);
        self.file.text(starts, letters, place)
    }
}
