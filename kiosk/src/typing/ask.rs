//! What is asked for on behalf of somebody who writes, and what comes back.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use super::Stroke;

/// Something that may be put into the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What would be written.
    pub text: String,
    /// How many of the spelled letters it stands for.
    pub letters: usize,
}

impl Candidate {
    /// One that stands for no letters of a spelling.
    pub fn whole(text: impl Into<String>) -> Candidate {
        Candidate {
            text: text.into(),
            letters: 0,
        }
    }
}

/// What is to be found out for the person who writes.
#[derive(Clone, PartialEq)]
pub enum Question {
    /// Which character was drawn.
    Read {
        /// The finger's movements, in points of the pad.
        strokes: Vec<Stroke>,
        /// Width and height of the pad.
        field: (f32, f32),
    },
    /// Which characters are spelled so.
    Spell(String),
    /// What may follow this.
    Follow(String),
    /// All radicals.
    Radicals,
    /// The characters of a radical with so many strokes besides.
    Under(u8, u8),
}

/// What people write reaches no log.
impl fmt::Debug for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Question")
    }
}

/// A question with its number: the answer bears the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Larger than any before, whoever asked: an answer never reaches the next person.
    pub number: u64,
    /// What is to be found out.
    pub question: Question,
}

/// A number that no question has had.
pub(super) fn fresh_number() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) + 1
}
