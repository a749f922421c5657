//! Undoing a misclick.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::row::one;
use super::{State, Ticket, Verb};
use crate::journal::Event;
use crate::{Action, Change, CounterId, Refusal, Result, Right, TicketId, counter, limits};

/// Undoes the last verb at this counter, for ten seconds, if nobody has moved the ticket since.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Undo {
    /// At which counter.
    pub counter: CounterId,
}

struct Undoable {
    ticket: TicketId,
    verb: Verb,
    before: Ticket,
    after: Ticket,
    counter_run: u32,
    service_run: u32,
}

impl Action for Undo {
    type Outcome = Vec<Ticket>;
    const NAME: &'static str = "ticket.undo";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<Vec<Ticket>> {
        counter::manned(change.db, self.counter, change.actor)?;
        let steps = last_steps(change, self.counter)?;
        if steps.is_empty() {
            return Err(Refusal::NothingToUndo.into());
        }
        steps
            .into_iter()
            .map(|step| undo(change, self.counter, step))
            .collect()
    }
}

/// What the last action of this clerk at this counter did, latest first.
fn last_steps(change: &Change<'_>, at: CounterId) -> Result<Vec<Undoable>> {
    let mut rows = change.db.prepare_cached(
        "SELECT ticket, verb, before, after, counter_run, service_run FROM undos
         WHERE counter = ?1 AND actor = ?2 AND at >= ?3
         AND action_seq = (SELECT max(action_seq) FROM undos WHERE counter = ?1)
         ORDER BY verb = 'call' DESC",
    )?;
    let since = change.millis() - limits::UNDO_SECS * 1000;
    let steps = rows.query_map((at, change.actor.signature(), since), |row| {
        Ok((
            row.get(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, String>(2)?,
            row.get::<_, String>(3)?,
            row.get(4)?,
            row.get(5)?,
        ))
    })?;
    steps
        .map(|step| {
            let (ticket, verb, before, after, counter_run, service_run) = step?;
            Ok(Undoable {
                ticket,
                verb: serde_json::from_value(serde_json::Value::String(verb))?,
                before: serde_json::from_str(&before)?,
                after: serde_json::from_str(&after)?,
                counter_run,
                service_run,
            })
        })
        .collect()
}

fn undo(change: &mut Change<'_>, at: CounterId, step: Undoable) -> Result<Ticket> {
    let now = one(change.db, step.ticket)?;
    // A slip printed or a rating given meanwhile is no obstacle and is kept.
    let comparable = |ticket: &Ticket| Ticket {
        print: now.print,
        rating: now.rating,
        ..ticket.clone()
    };
    if comparable(&step.after) != now {
        return Err(Refusal::NothingToUndo.into());
    }
    let before = comparable(&step.before);
    if matches!(before.state, State::Called | State::Serving)
        && super::in_hand(change.db, before.counter.unwrap_or(at))?
            .is_some_and(|other| other.id != before.id)
    {
        return Err(Refusal::NothingToUndo.into());
    }
    if !before.update(change.db, now.state)? {
        return Err(Refusal::NothingToUndo.into());
    }
    change
        .db
        .execute("DELETE FROM undos WHERE ticket = ?1", [step.ticket])?;
    // Who was not called after all does not count as called: the bound on priority holds over undos too.
    change.db.execute(
        "UPDATE counters SET favoured_run = ?2 WHERE id = ?1",
        (at, step.counter_run),
    )?;
    change.db.execute(
        "UPDATE service_days SET favoured_run = ?3 WHERE day = ?1 AND service = ?2",
        (before.day.to_string(), before.service, step.service_run),
    )?;
    change.record(&Event::TicketUndone {
        ticket: before.id,
        verb: step.verb,
        to: before.state,
    })?;
    Ok(before)
}
