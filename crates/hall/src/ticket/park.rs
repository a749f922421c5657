//! Set aside for a while.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{State, Ticket, Verb, move_to, row};
use crate::journal::Event;
use crate::names::check_text;
use crate::{Action, Change, CounterId, Result, Right, TicketId, counter, limits};

/// Parks a ticket until somebody calls it again.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Park {
    /// The counter that does it.
    pub counter: CounterId,
    /// Which; the one in hand if none is named.
    #[serde(default)]
    pub ticket: Option<TicketId>,
    /// Why, such as 去复印.
    #[serde(default)]
    pub note: String,
}

impl Action for Park {
    type Outcome = Ticket;
    const NAME: &'static str = "ticket.park";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<Ticket> {
        check_text("the note", &self.note, limits::NAME_CHARS)?;
        let ticket = chosen(change, self.counter, self.ticket)?;
        let note = self.note;
        let ticket = move_to(
            change,
            ticket,
            Verb::Park,
            State::Parked,
            Some(self.counter),
            |ticket| {
                ticket.note = Some(note.clone());
            },
        )?;
        change.record(&Event::TicketParked {
            ticket: ticket.id,
            note,
        })?;
        Ok(ticket)
    }
}

/// The ticket that a clerk means: the one named, or the one in hand. What is in hand at another
/// counter is not theirs to move.
pub(super) fn chosen(
    change: &Change<'_>,
    at: CounterId,
    ticket: Option<TicketId>,
) -> Result<Ticket> {
    let Some(id) = ticket else {
        return super::recall::held(change, at);
    };
    counter::manned(change.db, at, change.actor)?;
    let ticket = row::one(change.db, id)?;
    let elsewhere =
        matches!(ticket.state, State::Called | State::Serving) && ticket.counter != Some(at);
    if elsewhere {
        return Err(crate::Refusal::NotServedHere.into());
    }
    Ok(ticket)
}
