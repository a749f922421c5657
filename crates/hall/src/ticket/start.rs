//! The person is there.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::recall::held;
use super::{State, Ticket, Verb, move_to};
use crate::journal::Event;
use crate::{Action, Change, CounterId, Result, Right};

/// Begins to serve the ticket in hand.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Start {
    /// At which counter.
    pub counter: CounterId,
}

impl Action for Start {
    type Outcome = Ticket;
    const NAME: &'static str = "ticket.start";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<Ticket> {
        let (ticket, now) = (held(change, self.counter)?, change.millis());
        let ticket = move_to(
            change,
            ticket,
            Verb::Start,
            State::Serving,
            Some(self.counter),
            |ticket| {
                ticket.started_at = Some(now);
            },
        )?;
        change.record(&Event::TicketStarted {
            ticket: ticket.id,
            counter: self.counter,
        })?;
        Ok(ticket)
    }
}
