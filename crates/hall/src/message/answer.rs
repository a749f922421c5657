//! Answering a message.

use rusqlite::OptionalExtension;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ANSWER, checked};
use crate::journal::Event;
use crate::{Action, Change, MessageId, Refusal, Result, Right};

/// Answers a message; answering again replaces the answer. Not `Debug`: words of people never
/// reach a log.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// Which message.
    pub message: MessageId,
    /// What to say, in 1 to 500 characters; space around it does not count.
    pub words: String,
}

impl Action for Answer {
    type Outcome = ();
    const NAME: &'static str = "message.answer";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let words = checked("the answer", &self.words)?;
        let again: bool = change
            .db
            .prepare_cached(
                "SELECT answered_at IS NOT NULL FROM messages WHERE id = ?1 AND wiped_at IS NULL",
            )?
            .query_row([self.message], |row| row.get(0))
            .optional()?
            .ok_or(Refusal::NoSuchMessage)?;
        change
            .db
            .prepare_cached(
                "UPDATE messages SET answer = ?2, answered_at = ?3, answered_by = ?4 WHERE id = ?1",
            )?
            .execute((
                self.message,
                change.sealed(ANSWER, words),
                change.millis(),
                &change.actor.name,
            ))?;
        change.record(&Event::MessageAnswered {
            message: self.message,
            again,
        })
    }
}
