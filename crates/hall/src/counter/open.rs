//! Sitting down at a counter.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::journal::Event;
use crate::{Action, Change, CounterId, Result, Right};

/// Opens the counter, or opens it again after a pause. The actor sits there now.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Open {
    /// Which.
    pub counter: CounterId,
}

impl Action for Open {
    type Outcome = ();
    const NAME: &'static str = "counter.open";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let desk = super::desk(change.db, self.counter)?;
        super::refuse_other_clerk(&desk, change.actor)?;
        change
            .db
            .prepare_cached("UPDATE counters SET state = 'open', clerk = ?2 WHERE id = ?1")?
            .execute((self.counter, &change.actor.name))?;
        change.record(&Event::CounterOpened {
            counter: self.counter,
        })
    }
}
