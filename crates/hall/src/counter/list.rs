//! The counters and who sits there.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Plan, Status};
use crate::{Question, Result, Right, View};

/// Asks for all counters.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct List {}

/// One counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Counter {
    /// How it is set up.
    pub plan: Plan,
    /// Whether it calls people.
    pub status: Status,
    /// Who sits there.
    pub clerk: Option<String>,
}

impl Question for List {
    type Answer = Vec<Counter>;
    const NAME: &'static str = "counter.list";
    const NEEDS: Right = Right::Board;

    fn answer(&self, view: &View<'_>) -> Result<Vec<Counter>> {
        let mut rows = view.db.prepare_cached(
            "SELECT facts, state, clerk FROM counters WHERE NOT retired ORDER BY id",
        )?;
        let counters = rows.query_map([], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get(2)?,
            ))
        })?;
        counters
            .map(|counter| {
                let (plan, status, clerk) = counter?;
                Ok(Counter {
                    plan: serde_json::from_str(&plan)?,
                    status: Status::named(&status),
                    clerk,
                })
            })
            .collect()
    }
}
