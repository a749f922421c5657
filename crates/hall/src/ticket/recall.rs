//! Calling once more.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::call::record_call;
use super::{State, Ticket, Verb, in_hand, move_to};
use crate::{Action, Change, CounterId, Refusal, Result, Right, counter};

/// Calls the ticket in hand once more.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Recall {
    /// At which counter.
    pub counter: CounterId,
}

impl Action for Recall {
    type Outcome = Ticket;
    const NAME: &'static str = "ticket.recall";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<Ticket> {
        let ticket = held(change, self.counter)?;
        let ticket = move_to(
            change,
            ticket,
            Verb::Recall,
            State::Called,
            None,
            |ticket| ticket.calls += 1,
        )?;
        record_call(change, &ticket, self.counter, true)?;
        Ok(ticket)
    }
}

/// The ticket in hand at a counter where the actor may work.
pub(super) fn held(change: &Change<'_>, at: CounterId) -> Result<Ticket> {
    counter::manned(change.db, at, change.actor)?;
    Ok(in_hand(change.db, at)?.ok_or(Refusal::NoSuchTicket)?)
}
