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

/// What was found out.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The best first.
    pub candidates: Vec<Candidate>,
    /// What was spelled, cut into syllables; empty where nothing was.
    pub syllables: String,
}

/// What people write reaches no log.
impl fmt::Debug for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Found")
    }
}

impl From<Vec<Candidate>> for Found {
    fn from(candidates: Vec<Candidate>) -> Found {
        Found {
            candidates,
            syllables: String::new(),
        }
    }
}

/// The model or the dictionary that a question needs cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unusable;

/// What becomes of a question.
pub type Answer = Result<Found, Unusable>;

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
    Spell {
        /// The letters.
        letters: String,
        /// Whether traditional characters are wanted.
        traditional: bool,
    },
    /// What may follow.
    Follow {
        /// What stands before the cursor.
        written: String,
        /// Whether it is, and is to go on, in traditional characters.
        traditional: bool,
    },
    /// All radicals. It stands beside the others: its answer is no candidates, and none of theirs
    /// comes in its place.
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

/// What a board wants of the screen that it stands on.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// Something is to be found out.
    Find(Ask),
    /// Everything that was begun is in the field: on to the next step.
    GoOn,
}

/// A number that no question has had.
pub(super) fn fresh_number() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) + 1
}
