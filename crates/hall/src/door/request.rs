//! The id of a request: the same id asked twice is done once.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Entropy, Error, Result, SystemEntropy, limits};

/// Chosen by whoever asks, once per intention: a tap, a form, a call of a script.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct RequestId(String);

impl RequestId {
    /// A new one that nobody else has.
    pub fn fresh() -> Self {
        Self(SystemEntropy.token(16))
    }

    /// The request id that is written `text`.
    ///
    /// # Errors
    /// If it is empty, too long, or holds other than letters, digits, `-`, `_`, `.` and `:`.
    pub fn parse(text: &str) -> Result<Self> {
        let fits = (1..=limits::REQUEST_ID_CHARS).contains(&text.len())
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-_.:".contains(&b));
        if !fits {
            return Err(Error::bad_input(
                "a request id is 1 to 64 letters, digits, '-', '_', '.' or ':'",
            ));
        }
        Ok(Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for RequestId {
    type Error = Error;
    fn try_from(text: String) -> Result<Self> {
        Self::parse(&text)
    }
}

impl From<RequestId> for String {
    fn from(id: RequestId) -> Self {
        id.0
    }
}
