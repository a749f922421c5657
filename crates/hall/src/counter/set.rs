//! Setting counters up.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Plan;
use crate::journal::Event;
use crate::{Action, Change, CounterId, Error, Refusal, Result, Right, limits};

/// Adds the counter, or replaces the one with its number. Who sits there stays.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Set {
    /// The counter as it is to be.
    pub counter: Plan,
}

impl Action for Set {
    type Outcome = ();
    const NAME: &'static str = "counter.set";
    const NEEDS: Right = Right::SetUp;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let plan = &self.counter;
        if !(1..=999).contains(&plan.id.0) {
            return Err(Error::bad_input("a counter's number is 1 to 999"));
        }
        plan.names
            .check("the counter's name", limits::NAME_CHARS, true)?;
        let different: BTreeSet<_> = plan.services.iter().map(|served| served.service).collect();
        if different.len() != plan.services.len() {
            return Err(Error::bad_input("a counter serves each service once"));
        }
        change
            .db
            .prepare_cached(
                "INSERT INTO counters (id, facts) VALUES (?1, ?2)
                 ON CONFLICT DO UPDATE SET facts = ?2, retired = 0",
            )?
            .execute((plan.id, serde_json::to_string(plan)?))?;
        change
            .db
            .execute("DELETE FROM counter_services WHERE counter = ?1", [plan.id])?;
        for served in &plan.services {
            change.settings()?.service(served.service)?;
            if !(1..=99).contains(&served.preference) {
                return Err(Error::bad_input("a preference is 1 to 99"));
            }
            change
                .db
                .prepare_cached("INSERT INTO counter_services (counter, service, preference) VALUES (?1, ?2, ?3)")?
                .execute((plan.id, served.service, served.preference))?;
        }
        change.record(&Event::CounterSet { counter: plan.id })
    }
}

/// Takes a closed counter away.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Retire {
    /// Which.
    pub counter: CounterId,
}

impl Action for Retire {
    type Outcome = ();
    const NAME: &'static str = "counter.retire";
    const NEEDS: Right = Right::SetUp;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let desk = super::desk(change.db, self.counter)?;
        if desk.status != super::Status::Closed {
            return Err(Refusal::CounterTaken {
                by: desk.clerk.unwrap_or_default(),
            }
            .into());
        }
        change.db.execute(
            "UPDATE counters SET retired = 1 WHERE id = ?1",
            [self.counter],
        )?;
        change.record(&Event::CounterRetired {
            counter: self.counter,
        })
    }
}
