//! The person did not come.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::recall::held;
use super::{State, Ticket, Verb, move_to};
use crate::journal::Event;
use crate::place::NoShowRule;
use crate::{Action, Change, CounterId, Result, Right, queue};

/// Nobody came: some places back, or parked, by the hall's rule; aside for good after so many times.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct NoShow {
    /// At which counter.
    pub counter: CounterId,
}

impl Action for NoShow {
    type Outcome = Ticket;
    const NAME: &'static str = "ticket.no_show";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<Ticket> {
        let ticket = held(change, self.counter)?;
        let settings = change.settings()?;
        let facts = &settings.facts;
        let (to, rank) = if ticket.no_shows + 1 >= facts.no_show_limit {
            (State::NoShow, ticket.rank)
        } else {
            match facts.no_show {
                NoShowRule::Park => (State::Parked, ticket.rank),
                NoShowRule::Back { places } => {
                    (State::Waiting, queue::rank_after(change, &ticket, places)?)
                }
            }
        };
        let ticket = move_to(
            change,
            ticket,
            Verb::NoShow,
            to,
            Some(self.counter),
            |ticket| {
                ticket.no_shows += 1;
                ticket.rank = rank;
            },
        )?;
        change.record(&Event::TicketNotShown {
            ticket: ticket.id,
            counter: self.counter,
            to,
        })?;
        Ok(ticket)
    }
}
