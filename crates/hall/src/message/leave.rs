//! Leaving a message for the hall.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{PHONE, WORDS, checked};
use crate::journal::Event;
use crate::names::check_text;
use crate::{Action, Change, MessageId, Refusal, Result, Right, limits, link, personal};

/// Leaves a message at a terminal. Not `Debug`: words and numbers of people never reach a log.
#[derive(Clone, Serialize, Deserialize, JsonSchema)]
pub struct Leave {
    /// What it says, in 1 to 500 characters; space around it does not count.
    pub words: String,
    /// A number to call back, if the resident wants that.
    #[serde(default)]
    pub phone: Option<String>,
    /// The language it was left in, which the phone's page then speaks.
    pub locale: String,
}

/// A message that was left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Left {
    /// The message.
    pub message: MessageId,
    /// When.
    pub at: Timestamp,
    /// For the link to the answer: `/m/{token}`.
    pub token: String,
}

impl Action for Leave {
    type Outcome = Left;
    const NAME: &'static str = "message.leave";
    const NEEDS: Right = Right::Kiosk;

    fn perform(self, change: &mut Change<'_>) -> Result<Left> {
        check_text("the language", &self.locale, limits::NAME_CHARS)?;
        let words = checked("the message", &self.words)?;
        let phone = match self.phone.as_deref().map(str::trim) {
            None | Some("") => None,
            Some(typed) => Some(personal::phone(typed)?),
        };
        refuse_a_flood(change)?;
        let origin = change.actor.name.clone();
        change
            .db
            .prepare_cached(
                "INSERT INTO messages (origin, locale, at, words, phone) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((
                &origin,
                &self.locale,
                change.millis(),
                change.sealed(WORDS, words),
                phone.map(|phone| change.sealed(PHONE, &phone)),
            ))?;
        let message = MessageId(change.db.last_insert_rowid());
        change.record(&Event::MessageLeft { message, origin })?;
        Ok(Left {
            message,
            at: change.now(),
            token: link::token(&change.settings()?.secret, message),
        })
    }
}

/// A child at play must not bury what others have to say.
fn refuse_a_flood(change: &Change<'_>) -> Result<()> {
    let (now, span) = (change.millis(), limits::MESSAGES_SPAN_SECS * 1000);
    let (count, first): (u32, Option<i64>) = change
        .db
        .prepare_cached(
            "SELECT count(*), min(at) FROM messages WHERE origin = ?1 AND at BETWEEN ?2 AND ?3",
        )?
        .query_row((&change.actor.name, now - span + 1, now), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    match first {
        Some(first) if count >= limits::MESSAGES_A_SPAN => {
            let minutes = (first + span - now).max(1).cast_unsigned().div_ceil(60_000);
            Err(Refusal::TooManyMessages {
                minutes: minutes.try_into().unwrap_or(u32::MAX),
            }
            .into())
        }
        _ => Ok(()),
    }
}
