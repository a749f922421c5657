//! A file of numbered sections, used where it is mapped.
//!
//! It begins with eight bytes of magic and the number of items of each section as u32; the sections
//! follow, each beginning at a multiple of four bytes; all numbers are little-endian. Every one is
//! looked up with its bounds checked: a damaged file gives poor answers, never a panic.

use std::fs::File;
use std::ops::Range;
use std::path::Path;

use memmap2::Mmap;

use crate::InputError;

/// A mapped file of `N` sections.
#[derive(Debug)]
pub(crate) struct Mapped<const N: usize> {
    map: Mmap,
    /// Where each section lies.
    sections: [Range<usize>; N],
    /// Bytes an item takes, by section.
    item_bytes: &'static [usize; N],
}

impl<const N: usize> Mapped<N> {
    /// Maps the file; `None` in place of it when it is cut short or of another kind.
    pub(crate) fn new(
        path: &Path,
        magic: &[u8],
        item_bytes: &'static [usize; N],
    ) -> Result<Option<Mapped<N>>, InputError> {
        let map = map(path)?;
        let sections = sections(&map, magic, item_bytes);
        Ok(sections.map(|sections| Mapped {
            map,
            sections,
            item_bytes,
        }))
    }

    pub(crate) fn bytes(&self, section: usize) -> &[u8] {
        self.map
            .get(self.sections[section].clone())
            .unwrap_or_default()
    }

    pub(crate) fn items(&self, section: usize) -> usize {
        self.sections[section].len() / self.item_bytes[section]
    }

    pub(crate) fn long(&self, section: usize, place: usize) -> usize {
        self.bytes(section)
            .get(place * 4..place * 4 + 4)
            .map_or(0, number)
    }

    pub(crate) fn short(&self, section: usize, place: usize) -> usize {
        self.bytes(section)
            .get(place * 2..place * 2 + 2)
            .map_or(0, number)
    }

    /// Whether the numbers of a section are in order and none is larger than `last`.
    pub(crate) fn in_order(&self, section: usize, last: usize) -> bool {
        let mut before = 0;
        for number in self.bytes(section).chunks_exact(4).map(number) {
            if number < before || number > last {
                return false;
            }
            before = number;
        }
        true
    }

    /// The text at `place`, where one section says where each begins and another has the letters.
    pub(crate) fn text(&self, starts: usize, letters: usize, place: usize) -> &str {
        let within = self.long(starts, place)..self.long(starts, place + 1);
        let letters = self.bytes(letters).get(within);
        letters
            .and_then(|letters| std::str::from_utf8(letters).ok())
            .unwrap_or_default()
    }
}

/// The first of `places` that is not `before` what is looked for; those before lie together.
pub(crate) fn first(places: Range<usize>, before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (places.start, places.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// A number in the file.
fn number(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .rev()
        .fold(0, |number, &byte| number << 8 | usize::from(byte))
}

/// Where the sections lie, if the file is whole.
fn sections<const N: usize>(
    file: &[u8],
    magic: &[u8],
    item_bytes: &[usize; N],
) -> Option<[Range<usize>; N]> {
    let lengths = file.strip_prefix(magic)?.get(..4 * N)?;
    let mut at = magic.len() + lengths.len();
    let mut sections = [const { 0..0 }; N];
    for (section, length) in lengths.chunks_exact(4).enumerate() {
        let end = at.checked_add(number(length).checked_mul(item_bytes[section])?)?;
        sections[section] = at..end;
        at = end.checked_next_multiple_of(4)?;
    }
    (at == file.len()).then_some(sections)
}

#[expect(
    unsafe_code,
    reason = "a file is mapped so that only the pages that are used take memory, shared between processes"
)]
fn map(path: &Path) -> Result<Mmap, InputError> {
    let failed = |source| InputError::Unreadable {
        path: path.to_owned(),
        source,
    };
    let file = File::open(path).map_err(failed)?;
    // SAFETY: the dictionary belongs to the installed program. Packages replace files by renaming new
    // ones over them, which leaves a mapped file as it was; nothing writes into them while we run.
    unsafe { Mmap::map(&file) }.map_err(failed)
}
