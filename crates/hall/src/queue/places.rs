//! How many are ahead, and a place further back.

use jiff::civil::Date;

use crate::ticket::Ticket;
use crate::{Change, Result, ServiceId, View};

/// People who are called before somebody who takes a number now, of `waiting` in the queue.
pub(crate) fn ahead_of_newcomer(
    view: &View<'_>,
    today: Date,
    service: ServiceId,
    favoured: bool,
    waiting: u32,
) -> Result<u32> {
    if !favoured {
        return Ok(waiting);
    }
    let favoured = earlier(view, today, service, true, i64::MAX, i64::MAX)?;
    Ok(before_favoured(
        favoured,
        waiting - favoured.min(waiting),
        view.settings()?.facts.priority_in_a_row,
    ))
}

/// People who are called before `ticket`, which waits.
pub(crate) fn ahead_of(view: &View<'_>, ticket: &Ticket) -> Result<u32> {
    let earlier =
        |favoured, rank, id| earlier(view, ticket.day, ticket.service, favoured, rank, id);
    let others = |favoured: bool| earlier(favoured, i64::MAX, i64::MAX);
    let bound = view.settings()?.facts.priority_in_a_row;
    if ticket.favoured() {
        return Ok(before_favoured(
            earlier(true, ticket.rank, ticket.id.0)?,
            others(false)?,
            bound,
        ));
    }
    let before = earlier(false, ticket.rank, ticket.id.0)?;
    // Between any two of the others at most `bound` priority tickets are called.
    Ok(before + others(true)?.min((before + 1).saturating_mul(bound)))
}

/// A priority ticket behind `favoured` ones lets one of the `others` past after each `bound` of them.
fn before_favoured(favoured: u32, others: u32, bound: u32) -> u32 {
    favoured + others.min(favoured / bound.max(1))
}

fn earlier(
    view: &View<'_>,
    day: Date,
    service: ServiceId,
    favoured: bool,
    rank: i64,
    id: i64,
) -> Result<u32> {
    let count = view
        .db
        .prepare_cached(
            "SELECT count(*) FROM tickets WHERE service = ?1 AND day = ?2 AND favoured = ?3 AND state = 'waiting'
             AND (rank, id) < (?4, ?5)",
        )?
        .query_row((service, day.to_string(), favoured, rank, id), |row| row.get(0))?;
    Ok(count)
}

/// The rank right behind the ticket that waits `places` places after now.
pub(crate) fn rank_after(change: &Change<'_>, ticket: &Ticket, places: u32) -> Result<i64> {
    let ranks = change
        .db
        .prepare_cached(
            "SELECT rank FROM tickets WHERE service = ?1 AND day = ?2 AND favoured = ?3 AND state = 'waiting'
             ORDER BY rank, id LIMIT ?4",
        )?
        .query_map((ticket.service, ticket.day.to_string(), ticket.favoured(), places), |row| row.get::<_, i64>(0))?
        .collect::<Result<Vec<_>, _>>()?;
    Ok(ranks.last().map_or(ticket.rank, |rank| rank + 1))
}
