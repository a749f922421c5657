//! Done.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::recall::held;
use super::{State, Ticket, Verb, move_to};
use crate::journal::Event;
use crate::{Action, Change, CounterId, Result, Right};

/// Finishes the ticket in hand.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Finish {
    /// At which counter.
    pub counter: CounterId,
}

impl Action for Finish {
    type Outcome = Ticket;
    const NAME: &'static str = "ticket.finish";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<Ticket> {
        let ticket = held(change, self.counter)?;
        finish(change, ticket, self.counter)
    }
}

pub(super) fn finish(
    change: &mut Change<'_>,
    ticket: Ticket,
    counter: CounterId,
) -> Result<Ticket> {
    let now = change.millis();
    let ticket = move_to(
        change,
        ticket,
        Verb::Finish,
        State::Served,
        Some(counter),
        |ticket| ticket.ended_at = Some(now),
    )?;
    let (waited_secs, served_secs) = (ticket.waited_secs.unwrap_or(0), ticket.served_secs(now));
    change.record(&Event::TicketFinished {
        ticket: ticket.id,
        counter,
        waited_secs,
        served_secs,
    })?;
    Ok(ticket)
}
