//! Leaving a counter, for a while or for the day.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Status, manned};
use crate::journal::Event;
use crate::{Action, Change, CounterId, Refusal, Result, Right, ticket};

/// Calls nobody for a while; the seat is kept.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Pause {
    /// Which.
    pub counter: CounterId,
}

impl Action for Pause {
    type Outcome = ();
    const NAME: &'static str = "counter.pause";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        manned(change.db, self.counter, change.actor)?;
        shut(change, self.counter, Status::Paused)?;
        change.record(&Event::CounterPaused {
            counter: self.counter,
        })
    }
}

/// Gives the seat up. Whoever is in hand is finished with first.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Close {
    /// Which.
    pub counter: CounterId,
}

impl Action for Close {
    type Outcome = ();
    const NAME: &'static str = "counter.close";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        manned(change.db, self.counter, change.actor)?;
        if let Some(ticket) = ticket::in_hand(change.db, self.counter)? {
            return Err(Refusal::CounterBusy {
                label: ticket.label,
            }
            .into());
        }
        shut(change, self.counter, Status::Closed)?;
        change.record(&Event::CounterClosed {
            counter: self.counter,
        })
    }
}

fn shut(change: &Change<'_>, counter: CounterId, status: Status) -> Result<()> {
    let clerk = (status == Status::Paused).then_some(&change.actor.name);
    change
        .db
        .prepare_cached("UPDATE counters SET state = ?2, clerk = ?3 WHERE id = ?1")?
        .execute((counter, status.name(), clerk))?;
    Ok(())
}
