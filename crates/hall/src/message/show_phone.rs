//! Looking at the number that somebody left.

use rusqlite::OptionalExtension;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::PHONE;
use crate::journal::Event;
use crate::personal::Text;
use crate::{Action, Change, MessageId, Refusal, Result, Right};

/// Shows the whole number, to call it. It is an action, so that the journal says who looked.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ShowPhone {
    /// The number of which message.
    pub message: MessageId,
}

/// A number. Not `Debug`: numbers of people never reach a log.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ShownPhone {
    /// Without spaces: `13812345678`.
    pub phone: String,
}

impl Action for ShowPhone {
    type Outcome = ShownPhone;
    const NAME: &'static str = "message.show_phone";
    const NEEDS: Right = Right::Serve;
    const SHOWN_ONCE: bool = true;

    fn perform(self, change: &mut Change<'_>) -> Result<ShownPhone> {
        let sealed: Option<Vec<u8>> = change
            .db
            .prepare_cached("SELECT phone FROM messages WHERE id = ?1")?
            .query_row([self.message], |row| row.get(0))
            .optional()?
            .ok_or(Refusal::NoSuchMessage)?;
        let sealed = sealed.ok_or(Refusal::NoPhone)?;
        let Text::Readable(phone) = change.unsealed(PHONE, Some(&sealed)) else {
            return Err(Refusal::Unreadable.into());
        };
        change.record(&Event::PhoneShown {
            message: self.message,
        })?;
        Ok(ShownPhone { phone })
    }
}
