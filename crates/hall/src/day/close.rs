//! The end of the day.

use rusqlite::ToSql;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::hours::Book;
use crate::journal::Event;
use crate::ticket::{State, Ticket, Verb, move_to, select};
use crate::{Action, Change, Result, Right, ServiceId, limits, message};

/// Ends what the day left over: tickets of earlier days, and those of services that have closed
/// for today and whose grace is over. Also wipes personal data whose time is over. A terminal does
/// this now and then; it never harms.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Close {}

/// What was ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Closed {
    /// Tickets that were not reached.
    pub expired: u32,
}

impl Action for Close {
    type Outcome = Closed;
    const NAME: &'static str = "day.close";
    const NEEDS: Right = Right::Kiosk;

    fn perform(self, change: &mut Change<'_>) -> Result<Closed> {
        let today = change.today()?;
        let mut left = unfinished(change, "day < ?1", &[&today.to_string()])?;
        for service in over_today(change)? {
            let mut rest = unfinished(
                change,
                "day = ?1 AND service = ?2",
                &[&today.to_string(), &service],
            )?;
            rest.retain(|ticket| ticket.state != State::Serving);
            left.append(&mut rest);
        }
        let expired = left.len().try_into().unwrap_or(u32::MAX);
        for ticket in left {
            expire(change, ticket)?;
        }
        if expired > 0 {
            change.record(&Event::DayClosed {
                day: today,
                expired,
            })?;
        }
        message::wipe(change)?;
        Ok(Closed { expired })
    }
}

/// The tickets that nobody has finished yet, each kind through its own index: left to itself,
/// SQLite would pass those of ten years.
fn unfinished(change: &Change<'_>, which: &str, values: &[&dyn ToSql]) -> Result<Vec<Ticket>> {
    let mut left = Vec::new();
    for (index, state) in [
        ("tickets_waiting", "state = 'waiting'"),
        ("tickets_at_counter", "state IN ('called', 'serving')"),
        ("tickets_aside", "state IN ('parked', 'no_show')"),
    ] {
        let most = limits::QUEUE_ROWS * 10;
        let sql = format!("INDEXED BY {index} WHERE {state} AND {which} LIMIT {most}");
        left.append(&mut select(change.db, &sql, values)?);
    }
    Ok(left)
}

/// The services that do not open again today and whose grace is over.
fn over_today(change: &Change<'_>) -> Result<Vec<ServiceId>> {
    let book = Book::read(change)?;
    let now = change.local()?;
    let grace = i64::from(change.settings()?.facts.closing_grace_mins);
    let minutes = |time: jiff::civil::Time| i64::from(time.hour()) * 60 + i64::from(time.minute());
    let settings = change.settings()?;
    let services = settings.services().iter().map(|service| service.id);
    Ok(services
        .filter(|&service| {
            let closed_at = book.last_closing(Some(service)).map_or(0, minutes);
            !book.openness(Some(service)).is_open() && minutes(now.time()) >= closed_at + grace
        })
        .collect())
}

fn expire(change: &mut Change<'_>, ticket: Ticket) -> Result<()> {
    let now = change.millis();
    let ticket = move_to(
        change,
        ticket,
        Verb::Expire,
        State::Expired,
        None,
        |ticket| ticket.ended_at = Some(now),
    )?;
    change.record(&Event::TicketExpired { ticket: ticket.id })
}
