//! Somebody at a terminal wants a person.

use rusqlite::OptionalExtension;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::journal::Event;
use crate::{Action, Change, HelpId, Result, Right};

/// Calls for help at this terminal. While a call is open, calling again is the same call.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Call {}

impl Action for Call {
    type Outcome = HelpId;
    const NAME: &'static str = "help.call";
    const NEEDS: Right = Right::Kiosk;

    fn perform(self, change: &mut Change<'_>) -> Result<HelpId> {
        let origin = change.actor.name.clone();
        let open = change
            .db
            .prepare_cached("SELECT id FROM help_calls WHERE origin = ?1 AND answered_at IS NULL")?
            .query_row([&origin], |row| row.get(0))
            .optional()?;
        if let Some(open) = open {
            return Ok(open);
        }
        change.db.execute(
            "INSERT INTO help_calls (origin, at) VALUES (?1, ?2)",
            (&origin, change.millis()),
        )?;
        let help = HelpId(change.db.last_insert_rowid());
        change.record(&Event::HelpCalled { help, origin })?;
        Ok(help)
    }
}
