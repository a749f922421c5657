//! The notices of today.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Notice;
use crate::{Question, Result, Right, View, limits};

/// Asks for the notices that are up today.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct List {}

impl Question for List {
    type Answer = Vec<Notice>;
    const NAME: &'static str = "notice.list";
    const NEEDS: Right = Right::Public;

    fn answer(&self, view: &View<'_>) -> Result<Vec<Notice>> {
        current(view)
    }
}

pub(crate) fn current(view: &View<'_>) -> Result<Vec<Notice>> {
    let today = view.today()?;
    let mut rows = view
        .db
        .prepare_cached("SELECT facts FROM notices WHERE NOT retired ORDER BY id LIMIT ?1")?;
    let texts = rows
        .query_map([limits::THINGS], |row| row.get::<_, String>(0))?
        .collect::<Result<Vec<_>, _>>()?;
    // A notice that cannot be read must not take the others with it.
    let notices = texts
        .iter()
        .filter_map(|text| match serde_json::from_str::<Notice>(text) {
            Ok(notice) => Some(notice),
            Err(error) => {
                tracing::error!(%error, "a notice cannot be read");
                None
            }
        });
    Ok(notices
        .filter(|notice| {
            notice.from.is_none_or(|from| from <= today) && notice.to.is_none_or(|to| today <= to)
        })
        .collect())
}
