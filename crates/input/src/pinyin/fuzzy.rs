//! Sounds that many speakers do not tell apart.

use super::trie::SYLLABLE_MOST;

/// What is taken for the same sound although it is spelled otherwise. The default is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fuzzy {
    /// z and zh.
    pub z_zh: bool,
    /// c and ch.
    pub c_ch: bool,
    /// s and sh.
    pub s_sh: bool,
    /// n and ng at the end of a syllable.
    pub n_ng: bool,
    /// l and n at its beginning.
    pub l_n: bool,
    /// f and h at its beginning.
    pub f_h: bool,
}

/// What a sound costs that is not the one typed, in thousandths of a natural logarithm: it is met
/// about a fifth as often.
const ANOTHER_SOUND: u32 = 1_600;

/// A syllable, or the beginning of one, as it may be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spelling {
    letters: [u8; SYLLABLE_MOST],
    length: usize,
    /// Thousandths of a natural logarithm.
    pub(super) cost: u32,
}

impl Spelling {
    /// `None` when it is longer than any syllable.
    fn new(parts: &[&[u8]], cost: u32) -> Option<Spelling> {
        let mut spelling = Spelling {
            letters: [0; SYLLABLE_MOST],
            length: 0,
            cost,
        };
        for part in parts {
            let end = spelling.length + part.len();
            spelling
                .letters
                .get_mut(spelling.length..end)?
                .copy_from_slice(part);
            spelling.length = end;
        }
        Some(spelling)
    }

    pub(super) fn letters(&self) -> &[u8] {
        &self.letters[..self.length]
    }
}

impl Fuzzy {
    /// Every one of them.
    pub fn all() -> Fuzzy {
        Fuzzy {
            z_zh: true,
            c_ch: true,
            s_sh: true,
            n_ng: true,
            l_n: true,
            f_h: true,
        }
    }

    /// What may be meant by `typed`: itself first, then the sounds taken for the same.
    pub(super) fn spellings(self, typed: &[u8]) -> Vec<Spelling> {
        let (initial, rest) = typed.split_at(initial_length(typed));
        let rest = umlaut(initial, rest);
        let mut found = Vec::with_capacity(4);
        for (other_initial, initial) in [Some(initial), self.other_initial(initial)]
            .into_iter()
            .enumerate()
        {
            let Some(initial) = initial else { continue };
            let cost = other_initial as u32 * ANOTHER_SOUND;
            found.extend(Spelling::new(&[initial, rest], cost));
            if let Some((stem, ending)) = self.other_final(rest) {
                found.extend(Spelling::new(
                    &[initial, stem, ending],
                    cost + ANOTHER_SOUND,
                ));
            }
        }
        found
    }

    fn other_initial(self, initial: &[u8]) -> Option<&'static [u8]> {
        let (on, other): (bool, &'static [u8]) = match initial {
            b"z" => (self.z_zh, b"zh"),
            b"zh" => (self.z_zh, b"z"),
            b"c" => (self.c_ch, b"ch"),
            b"ch" => (self.c_ch, b"c"),
            b"s" => (self.s_sh, b"sh"),
            b"sh" => (self.s_sh, b"s"),
            b"l" => (self.l_n, b"n"),
            b"n" => (self.l_n, b"l"),
            b"f" => (self.f_h, b"h"),
            b"h" => (self.f_h, b"f"),
            _ => return None,
        };
        on.then_some(other)
    }

    /// The final without its ending, and the other ending.
    fn other_final(self, rest: &[u8]) -> Option<(&[u8], &'static [u8])> {
        if !self.n_ng {
            return None;
        }
        if let Some(stem) = rest.strip_suffix(b"ng") {
            return Some((stem, b"n"));
        }
        rest.strip_suffix(b"n").map(|stem| (stem, &b"ng"[..]))
    }
}

/// How many letters of `typed` are its initial: 0, 1 or 2.
pub(super) fn initial_length(typed: &[u8]) -> usize {
    match typed {
        [b'z' | b'c' | b's', b'h', ..] => 2,
        [b'a' | b'e' | b'i' | b'o' | b'u' | b'v', ..] | [] => 0,
        _ => 1,
    }
}

/// The final as the dictionary spells it: ü is v only where u would be another sound.
fn umlaut<'a>(initial: &[u8], rest: &'a [u8]) -> &'a [u8] {
    match (initial, rest) {
        (b"j" | b"q" | b"x" | b"y", b"v") => b"u",
        (b"j" | b"q" | b"x" | b"y", b"va") => b"ua",
        (b"j" | b"q" | b"x" | b"y", b"van") => b"uan",
        (b"j" | b"q" | b"x" | b"y", b"vn") => b"un",
        (b"j" | b"q" | b"x" | b"y" | b"l" | b"n", b"ve") => b"ue",
        _ => rest,
    }
}
