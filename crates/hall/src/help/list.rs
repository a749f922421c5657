//! The calls for help that nobody has answered.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{HelpId, Question, Result, Right, View, limits};

/// Asks for the open calls.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct List {}

/// One open call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HelpCall {
    /// Its id.
    pub help: HelpId,
    /// The terminal.
    pub origin: String,
    /// Since when.
    pub at: Timestamp,
}

impl Question for List {
    type Answer = Vec<HelpCall>;
    const NAME: &'static str = "help.list";
    const NEEDS: Right = Right::Board;

    fn answer(&self, view: &View<'_>) -> Result<Vec<HelpCall>> {
        open(view)
    }
}

pub(crate) fn open(view: &View<'_>) -> Result<Vec<HelpCall>> {
    let mut rows = view.db.prepare_cached(
        "SELECT id, origin, at FROM help_calls WHERE answered_at IS NULL ORDER BY at LIMIT ?1",
    )?;
    let calls = rows.query_map([limits::THINGS], |row| {
        let at = Timestamp::from_millisecond(row.get(2)?).unwrap_or_default();
        Ok(HelpCall {
            help: row.get(0)?,
            origin: row.get(1)?,
            at,
        })
    })?;
    Ok(calls.collect::<Result<_, _>>()?)
}
