//! The one place that moves a ticket from state to state.

use super::{State, Ticket, Verb, allowed};
use crate::{Change, CounterId, Refusal, Result, counter, limits, queue};

/// Moves `ticket` to `to` by `verb`, with the change that `edit` makes to it. Refuses what the
/// table does not allow. With `at`, a clerk did it there and may undo it for ten seconds.
pub(crate) fn move_to(
    change: &Change<'_>,
    ticket: Ticket,
    verb: Verb,
    to: State,
    at: Option<CounterId>,
    edit: impl FnOnce(&mut Ticket),
) -> Result<Ticket> {
    let before = ticket;
    if !allowed(before.state, verb, to) {
        return Err(Refusal::NotNow {
            state: before.state,
            verb,
        }
        .into());
    }
    let mut after = before.clone();
    after.state = to;
    edit(&mut after);
    if !after.update(change.db, before.state)? {
        return Err(Refusal::NotNow {
            state: before.state,
            verb,
        }
        .into());
    }
    if let Some(counter) = at {
        remember(change, counter, verb, &before, &after)?;
    }
    Ok(after)
}

/// Keeps what is needed to undo this.
fn remember(
    change: &Change<'_>,
    at: CounterId,
    verb: Verb,
    before: &Ticket,
    after: &Ticket,
) -> Result<()> {
    let counter_run = counter::desk(change.db, at)?.favoured_run;
    let service_run = queue::day_count(change.db, before.day, before.service)?.favoured_run;
    // What cannot be undone any more need not be kept: the journal remembers what happened.
    change
        .db
        .prepare_cached("DELETE FROM undos WHERE counter = ?1 AND at < ?2")?
        .execute((at, change.millis() - limits::UNDO_SECS * 1000))?;
    // One action may move two tickets. Both carry the sequence number that the action began with.
    change
        .db
        .prepare_cached(
            "INSERT OR REPLACE INTO undos
             (ticket, action_seq, actor, counter, verb, at, before, after, counter_run, service_run)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(rusqlite::params![
            before.id,
            change.began,
            change.actor.signature(),
            at,
            super::row::word(verb)?,
            change.millis(),
            serde_json::to_string(before)?,
            serde_json::to_string(after)?,
            counter_run,
            service_run,
        ])?;
    Ok(())
}
