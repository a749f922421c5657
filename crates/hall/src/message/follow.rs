//! Reading the answer by phone.

use jiff::Timestamp;
use rusqlite::OptionalExtension;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ANSWER, WORDS};
use crate::personal::Text;
use crate::{MessageId, Question, Refusal, Result, Right, View, link};

/// Asks for the message of this link and its answer.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Follow {
    /// From the link that was shown when the message was left.
    pub token: String,
}

/// What was written, and what was answered. The number that was left is not in it: whoever looks
/// over a shoulder learns no more than the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Exchange {
    /// When the message was left.
    pub at: Timestamp,
    /// The language it was left in.
    pub locale: String,
    /// What it says.
    pub words: Text,
    /// The answer, if there is one.
    pub answer: Option<Text>,
    /// When it was answered, for the last time.
    pub answered_at: Option<Timestamp>,
}

impl Question for Follow {
    type Answer = Exchange;
    const NAME: &'static str = "message.follow";
    const NEEDS: Right = Right::Public;

    fn answer(&self, view: &View<'_>) -> Result<Exchange> {
        let message: MessageId = link::opened(&view.settings()?.secret, &self.token)?;
        let at = |millis| Timestamp::from_millisecond(millis).unwrap_or_default();
        let found = view
            .db
            .prepare_cached(
                "SELECT at, locale, words, answer, answered_at FROM messages WHERE id = ?1",
            )?
            .query_row([message], |row| {
                let words: Option<Vec<u8>> = row.get(2)?;
                let answer: Option<Vec<u8>> = row.get(3)?;
                let answered_at: Option<i64> = row.get(4)?;
                Ok(Exchange {
                    at: at(row.get(0)?),
                    locale: row.get(1)?,
                    words: view.unsealed(WORDS, words.as_deref()),
                    answer: answered_at.map(|_| view.unsealed(ANSWER, answer.as_deref())),
                    answered_at: answered_at.map(at),
                })
            })
            .optional()?;
        Ok(found.ok_or(Refusal::BadLink)?)
    }
}
