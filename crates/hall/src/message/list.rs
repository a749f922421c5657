//! The messages of residents, for those who answer them.

use jiff::Timestamp;
use rusqlite::{Connection, Row};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ANSWER, PHONE, WORDS};
use crate::personal::{Key, Text, mask_phone};
use crate::{MessageId, Question, Result, Right, View, limits};

/// Asks for messages: those that nobody has answered, the one that has waited longest first, or those
/// that somebody has, the newest answer first.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct List {
    /// Those that are answered.
    #[serde(default)]
    pub answered: bool,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Message {
    /// Its id.
    pub message: MessageId,
    /// The terminal it was left at.
    pub origin: String,
    /// When.
    pub at: Timestamp,
    /// The language it was left in.
    pub locale: String,
    /// What it says.
    pub words: Text,
    /// The masked number, if one was left.
    pub phone: Option<Text>,
    /// The answer, if there is one.
    pub answer: Option<Answered>,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Answered {
    /// What it says.
    pub words: Text,
    /// Who gave it.
    pub by: String,
    /// When, for the last time.
    pub at: Timestamp,
}

impl Question for List {
    type Answer = Vec<Message>;
    const NAME: &'static str = "message.list";
    const NEEDS: Right = Right::Serve;

    fn answer(&self, view: &View<'_>) -> Result<Vec<Message>> {
        // Left to itself, SQLite would pass all messages of a year.
        let which = if self.answered {
            "INDEXED BY messages_answered WHERE answered_at IS NOT NULL AND wiped_at IS NULL
             ORDER BY answered_at DESC, id DESC"
        } else {
            "INDEXED BY messages_unanswered WHERE answered_at IS NULL AND wiped_at IS NULL
             ORDER BY at, id"
        };
        let mut rows = view.db.prepare_cached(&format!(
            "SELECT id, origin, at, locale, words, phone, phone_wiped_at, answer, answered_at, answered_by
             FROM messages {which} LIMIT ?1",
        ))?;
        let messages = rows.query_map([limits::MESSAGES_LISTED], |row| message(view, row))?;
        Ok(messages.collect::<Result<_, _>>()?)
    }
}

fn message(view: &View<'_>, row: &Row<'_>) -> rusqlite::Result<Message> {
    let unsealed = |field, column| -> rusqlite::Result<Text> {
        let sealed: Option<Vec<u8>> = row.get(column)?;
        Ok(view.unsealed(field, sealed.as_deref()))
    };
    let at = |millis| Timestamp::from_millisecond(millis).unwrap_or_default();
    let (phone, wiped): (Option<Vec<u8>>, Option<i64>) = (row.get(5)?, row.get(6)?);
    let answered_at: Option<i64> = row.get(8)?;
    Ok(Message {
        message: row.get(0)?,
        origin: row.get(1)?,
        at: at(row.get(2)?),
        locale: row.get(3)?,
        words: unsealed(WORDS, 4)?,
        phone: (phone.is_some() || wiped.is_some()).then(|| {
            let phone = view.unsealed(PHONE, phone.as_deref());
            phone.map(mask_phone)
        }),
        answer: match answered_at {
            None => None,
            Some(millis) => Some(Answered {
                words: unsealed(ANSWER, 7)?,
                by: row.get(9)?,
                at: at(millis),
            }),
        },
    })
}

/// How many messages wait for an answer.
pub(crate) fn unanswered(view: &View<'_>) -> Result<u32> {
    let count = view
        .db
        .prepare_cached(
            "SELECT count(*) FROM messages INDEXED BY messages_unanswered
             WHERE answered_at IS NULL AND wiped_at IS NULL",
        )?
        .query_row([], |row| row.get(0))?;
    Ok(count)
}

/// Says so in the log if the key is not the one that the messages were sealed with. The oldest and
/// the newest tell, whichever of two keys came back.
pub(crate) fn warn_of_a_lost_key(db: &Connection, key: &Key) -> Result<()> {
    for order in ["ASC", "DESC"] {
        let sealed: Vec<Vec<u8>> = db
            .prepare(&format!(
                "SELECT words FROM messages WHERE wiped_at IS NULL ORDER BY at {order} LIMIT 1"
            ))?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        if sealed.iter().any(|words| !key.sealed(words)) {
            tracing::warn!(
                "some messages of residents were sealed with another hall.key and cannot be read; \
                 put the hall.key back that belongs to this hall.db"
            );
            return Ok(());
        }
    }
    Ok(())
}
