//! Who is next for a counter.
//!
//! The rule, as published: services of a smaller preference number first; within them, priority
//! tickets before others, then by arrival. But at most k priority tickets are called in a row, at
//! each counter and for each service, while others wait (k is a setting, 2 unless changed).

use jiff::civil::Date;
use rusqlite::OptionalExtension;

use super::day_count;
use crate::ticket::{self, Ticket};
use crate::{Change, CounterId, Result, ServiceId, TicketId, View};

/// The first one waiting of a service and kind.
#[derive(Debug, Clone, Copy)]
struct Head {
    preference: u8,
    favoured: bool,
    rank: i64,
    ticket: TicketId,
}

/// The ticket that `counter` calls next, if any.
pub(crate) fn next_for(
    change: &Change<'_>,
    counter: CounterId,
    counter_run: u32,
) -> Result<Option<Ticket>> {
    let today = change.today()?;
    let bound = change.settings()?.facts.priority_in_a_row;
    let heads = heads(change, counter, today, bound)?;
    let others_wait = heads.iter().any(|head| !head.favoured);
    let only_others = counter_run >= bound && others_wait;
    let next = heads
        .into_iter()
        .filter(|head| !(only_others && head.favoured))
        .min_by_key(|head| (head.preference, !head.favoured, head.rank, head.ticket));
    next.map_or(Ok(None), |head| {
        Ok(ticket::select(change.db, "WHERE id = ?1", &[&head.ticket])?.pop())
    })
}

/// The heads of the queues that `counter` serves, without the priority ones of services that
/// have had their turn.
fn heads(view: &View<'_>, counter: CounterId, today: Date, bound: u32) -> Result<Vec<Head>> {
    let mut heads = Vec::new();
    for (service, preference) in served(view, counter)? {
        let run = day_count(view.db, today, service)?.favoured_run;
        let other = head(view, counter, service, preference, today, false)?;
        let favoured = if run >= bound && other.is_some() {
            None
        } else {
            head(view, counter, service, preference, today, true)?
        };
        heads.extend(favoured.into_iter().chain(other));
    }
    Ok(heads)
}

fn served(view: &View<'_>, counter: CounterId) -> Result<Vec<(ServiceId, u8)>> {
    let mut rows = view.db.prepare_cached(
        "SELECT service, preference FROM counter_services WHERE counter = ?1 ORDER BY service",
    )?;
    let served = rows.query_map([counter], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(served.collect::<Result<_, _>>()?)
}

fn head(
    view: &View<'_>,
    counter: CounterId,
    service: ServiceId,
    preference: u8,
    today: Date,
    favoured: bool,
) -> Result<Option<Head>> {
    let head = view
        .db
        .prepare_cached(
            "SELECT rank, id FROM tickets WHERE service = ?1 AND day = ?2 AND favoured = ?3 AND state = 'waiting'
             AND (meant_for IS NULL OR meant_for = ?4) ORDER BY rank, id LIMIT 1",
        )?
        .query_row((service, today.to_string(), favoured, counter), |row| {
            Ok(Head { preference, favoured, rank: row.get(0)?, ticket: row.get(1)? })
        })
        .optional()?;
    Ok(head)
}

/// Counts how many priority tickets were called in a row, at this counter and of this service.
pub(crate) fn count_run(change: &Change<'_>, called: &Ticket, at: CounterId) -> Result<()> {
    let favoured = called.favoured();
    change
        .db
        .prepare_cached(
            "UPDATE counters SET favoured_run = iif(?2, favoured_run + 1, 0) WHERE id = ?1",
        )?
        .execute((at, favoured))?;
    change
        .db
        .prepare_cached(
            "UPDATE service_days SET favoured_run = iif(?3, favoured_run + 1, 0) WHERE day = ?1 AND service = ?2",
        )?
        .execute((called.day.to_string(), called.service, favoured))?;
    Ok(())
}
