//! Calling whoever is next.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::call::{call, refuse_busy};
use super::finish::finish;
use super::{Ticket, in_hand};
use crate::counter::Status;
use crate::{Action, Change, CounterId, Refusal, Result, Right, counter, queue};

/// Calls the next ticket to a counter, by its order of preference, arrival, and priority within
/// the published bound.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct CallNext {
    /// To which counter.
    pub counter: CounterId,
    /// Finish the ticket in hand first. Without it, a ticket in hand is a refusal.
    #[serde(default)]
    pub finish: bool,
}

impl Action for CallNext {
    type Outcome = Ticket;
    const NAME: &'static str = "ticket.call_next";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<Ticket> {
        let desk = counter::manned(change.db, self.counter, change.actor)?;
        if desk.status != Status::Open {
            return Err(Refusal::CounterNotOpen.into());
        }
        let next = queue::next_for(change, self.counter, desk.favoured_run)?
            .ok_or(Refusal::NobodyWaits)?;
        if self.finish
            && let Some(ticket) = in_hand(change.db, self.counter)?
        {
            finish(change, ticket, self.counter)?;
        }
        refuse_busy(change, self.counter)?;
        call(change, next, self.counter)
    }
}
