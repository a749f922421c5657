//! Out of the queue, by a clerk.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::park::chosen;
use super::{State, Ticket, Verb, move_to};
use crate::journal::Event;
use crate::{Action, Change, CounterId, Result, Right, TicketId};

/// Takes a ticket out of the queue.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Cancel {
    /// The counter that does it.
    pub counter: CounterId,
    /// Which.
    pub ticket: TicketId,
}

impl Action for Cancel {
    type Outcome = Ticket;
    const NAME: &'static str = "ticket.cancel";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<Ticket> {
        let ticket = chosen(change, self.counter, Some(self.ticket))?;
        cancel(change, ticket, Some(self.counter))
    }
}

/// Cancels; without a counter it was the resident.
pub(super) fn cancel(
    change: &mut Change<'_>,
    ticket: Ticket,
    at: Option<CounterId>,
) -> Result<Ticket> {
    let now = change.millis();
    let ticket = move_to(
        change,
        ticket,
        Verb::Cancel,
        State::Cancelled,
        at,
        |ticket| ticket.ended_at = Some(now),
    )?;
    change.record(&Event::TicketCancelled {
        ticket: ticket.id,
        by_resident: at.is_none(),
    })?;
    Ok(ticket)
}
