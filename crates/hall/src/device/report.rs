//! How a machine's devices are.

use rusqlite::OptionalExtension;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::journal::Event;
use crate::names::check_text;
use crate::{Action, Change, Error, Result, Right, limits};

/// Says how one device is. A change is journaled; the same again only shows that it is alive.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// `printer`, `speaker`, `scanner` …
    pub kind: String,
    /// `ready`, `paper_near_end`, `paper_out`, `cover_open`, `unplugged`, `no_device`, `muted`, `error` …
    pub status: String,
    /// More for a person, if anything.
    #[serde(default)]
    pub detail: String,
}

impl Action for Report {
    type Outcome = ();
    const NAME: &'static str = "device.report";
    const NEEDS: Right = Right::Report;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let slug = |text: &str| {
            !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        };
        if !slug(&self.kind)
            || !slug(&self.status)
            || self.kind.len() + self.status.len() > limits::NAME_CHARS
        {
            return Err(Error::bad_input(
                "kind and status are short words of a-z and _",
            ));
        }
        check_text("the detail", &self.detail, limits::TEXT_CHARS)?;
        let owner = change.actor.name.clone();
        let before: Option<String> = change
            .db
            .prepare_cached("SELECT status FROM devices WHERE owner = ?1 AND kind = ?2")?
            .query_row((&owner, &self.kind), |row| row.get(0))
            .optional()?;
        change
            .db
            .prepare_cached(
                "INSERT INTO devices (owner, kind, status, detail, at) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT DO UPDATE SET status = ?3, detail = ?4, at = ?5",
            )?
            .execute((
                &owner,
                &self.kind,
                &self.status,
                &self.detail,
                change.millis(),
            ))?;
        if before.as_ref() == Some(&self.status) {
            return Ok(());
        }
        change.record(&Event::DeviceReported {
            owner,
            kind: self.kind,
            status: self.status,
        })
    }
}
