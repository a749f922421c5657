//! Calling a chosen ticket.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{State, Ticket, Verb, in_hand, move_to, row};
use crate::journal::Event;
use crate::{Action, Change, CounterId, Refusal, Result, Right, TicketId, counter, queue};

/// Calls this ticket now: one that waits, was parked, or did not come before.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Call {
    /// To which counter.
    pub counter: CounterId,
    /// Which ticket.
    pub ticket: TicketId,
}

impl Action for Call {
    type Outcome = Ticket;
    const NAME: &'static str = "ticket.call";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<Ticket> {
        counter::manned(change.db, self.counter, change.actor)?;
        refuse_busy(change, self.counter)?;
        let ticket = row::one(change.db, self.ticket)?;
        if ticket.day != change.today()? {
            return Err(Refusal::NotNow {
                state: State::Expired,
                verb: Verb::Call,
            }
            .into());
        }
        call(change, ticket, self.counter)
    }
}

/// Refuses while a ticket is in hand at `at`.
pub(super) fn refuse_busy(change: &Change<'_>, at: CounterId) -> Result<()> {
    in_hand(change.db, at)?.map_or(Ok(()), |ticket| {
        Err(Refusal::CounterBusy {
            label: ticket.label,
        }
        .into())
    })
}

/// Calls `ticket` to the counter `at`, scores its forecast if it is the first call, and counts
/// how many priority tickets came in a row.
pub(super) fn call(change: &mut Change<'_>, ticket: Ticket, at: CounterId) -> Result<Ticket> {
    let now = change.millis();
    let called = move_to(
        change,
        ticket,
        Verb::Call,
        State::Called,
        Some(at),
        |ticket| {
            ticket.counter = Some(at);
            ticket.called_at = Some(now);
            ticket.started_at = None;
            ticket.calls += 1;
            ticket.waited_secs = ticket
                .waited_secs
                .or(Some((now - ticket.taken_at).max(0) / 1000));
        },
    )?;
    queue::count_run(change, &called, at)?;
    record_call(change, &called, at, false)?;
    Ok(called)
}

pub(super) fn record_call(
    change: &mut Change<'_>,
    ticket: &Ticket,
    counter: CounterId,
    recall: bool,
) -> Result<()> {
    let (label, locale) = (ticket.label.clone(), ticket.locale.clone());
    change.record(&Event::TicketCalled {
        ticket: ticket.id,
        label,
        counter,
        locale,
        recall,
    })
}
