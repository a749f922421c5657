//! What is left of a personal text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A personal text, as far as it can be read.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "is", content = "text", rename_all = "snake_case")]
pub enum Text {
    /// As it was written, or masked where the answer says so.
    Readable(String),
    /// Its time was over.
    Wiped,
    /// It was sealed with a key that this hall does not have.
    Unreadable,
}

impl Text {
    /// The text, if it can be read.
    pub fn readable(&self) -> Option<&str> {
        match self {
            Self::Readable(text) => Some(text),
            Self::Wiped | Self::Unreadable => None,
        }
    }

    /// The same with a text that can be read turned into another.
    pub(crate) fn map(self, turn: impl FnOnce(&str) -> String) -> Self {
        match self {
            Self::Readable(text) => Self::Readable(turn(&text)),
            other => other,
        }
    }
}

/// Says how it is and never what it says: what is printed for debugging ends up in logs.
impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Readable(_) => "Readable(…)",
            Self::Wiped => "Wiped",
            Self::Unreadable => "Unreadable",
        })
    }
}
