//! To another service or counter.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::park::chosen;
use super::{State, Ticket, Verb, move_to};
use crate::journal::Event;
use crate::names::check_text;
use crate::{
    Action, Change, CounterId, Error, Refusal, Result, Right, ServiceId, TicketId, counter, limits,
};

/// Sends a ticket to another service, or to one counter. It keeps its number and its time of
/// arrival: nobody queues twice.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Transfer {
    /// The counter that does it.
    pub counter: CounterId,
    /// Which; the one in hand if none is named.
    #[serde(default)]
    pub ticket: Option<TicketId>,
    /// To this service; none keeps it.
    #[serde(default)]
    pub to_service: Option<ServiceId>,
    /// To this counter only.
    #[serde(default)]
    pub to_counter: Option<CounterId>,
    /// Why.
    #[serde(default)]
    pub note: String,
}

impl Action for Transfer {
    type Outcome = Ticket;
    const NAME: &'static str = "ticket.transfer";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<Ticket> {
        check_text("the note", &self.note, limits::NAME_CHARS)?;
        let ticket = chosen(change, self.counter, self.ticket)?;
        let (from, to) = (ticket.service, self.to_service.unwrap_or(ticket.service));
        if to == from && self.to_counter.is_none() {
            return Err(Error::bad_input(
                "a transfer names another service or a counter",
            ));
        }
        change.settings()?.service(to)?;
        if let Some(at) = self.to_counter {
            counter::desk(change.db, at)?;
            if !counter::planned_for(change.db, to)?.contains(&at) {
                return Err(Refusal::NotServedHere.into());
            }
        }
        let ticket = move_to(
            change,
            ticket,
            Verb::Transfer,
            State::Waiting,
            Some(self.counter),
            |ticket| {
                ticket.service = to;
                ticket.meant_for = self.to_counter;
                ticket.counter = None;
                ticket.note = (!self.note.is_empty()).then_some(self.note);
            },
        )?;
        change.record(&Event::TicketTransferred {
            ticket: ticket.id,
            from,
            to,
            counter: self.to_counter,
        })?;
        Ok(ticket)
    }
}
