//! A ticket as it is stored.

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, ToSql};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{PrintState, Priority, Source, State};
use crate::{CounterId, Refusal, Result, ServiceId, TicketId};

/// One ticket. Times are milliseconds since 1970, in UTC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ticket {
    /// Its id.
    pub id: TicketId,
    /// The hall's day it was taken on.
    pub day: Date,
    /// As printed and called: `A012`.
    pub label: String,
    /// What it is for now.
    pub service: ServiceId,
    /// Where it stands.
    pub state: State,
    /// Why it is called earlier, if it is.
    pub priority: Option<Priority>,
    /// Where it was taken.
    pub source: Source,
    /// The machine it was taken at.
    pub origin: String,
    /// The language it was taken in.
    pub locale: String,
    /// Its place among those that wait: smaller is earlier.
    pub rank: i64,
    /// When it was taken.
    pub taken_at: i64,
    /// When it was last called.
    pub called_at: Option<i64>,
    /// When serving began.
    pub started_at: Option<i64>,
    /// When it was over.
    pub ended_at: Option<i64>,
    /// The counter it was last called to.
    pub counter: Option<CounterId>,
    /// Only this counter calls it.
    pub meant_for: Option<CounterId>,
    /// How often it was called.
    pub calls: u32,
    /// How often nobody came.
    pub no_shows: u32,
    /// A clerk's note, such as 去复印.
    pub note: Option<String>,
    /// How far its slip came.
    pub print: PrintState,
    /// 1 to 5, by the resident.
    pub rating: Option<u8>,
    /// The wait that was foretold, shortest, in seconds.
    pub low_secs: Option<i64>,
    /// The wait that was foretold, longest, in seconds.
    pub high_secs: Option<i64>,
    /// The wait until the first call, in seconds.
    pub waited_secs: Option<i64>,
}

const COLUMNS: &str = "id, day, label, service, state, priority, source, origin, locale, rank, taken_at, called_at, \
     started_at, ended_at, counter, meant_for, calls, no_shows, note, print, rating, low_secs, high_secs, waited_secs";

/// A word of an enum as it stands in the store: the same as on the wire.
pub(super) fn word<T: Serialize>(value: T) -> Result<String> {
    match serde_json::to_value(value)? {
        Value::String(word) => Ok(word),
        other => Ok(other.to_string()),
    }
}

fn parsed<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let word: String = row.get(column)?;
    serde_json::from_value(Value::String(word)).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, error.into())
    })
}

impl Ticket {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let priority: Option<String> = row.get(5)?;
        Ok(Self {
            id: row.get(0)?,
            day: parsed(row, 1)?,
            label: row.get(2)?,
            service: row.get(3)?,
            state: parsed(row, 4)?,
            priority: if priority.is_some() {
                Some(parsed(row, 5)?)
            } else {
                None
            },
            source: parsed(row, 6)?,
            origin: row.get(7)?,
            locale: row.get(8)?,
            rank: row.get(9)?,
            taken_at: row.get(10)?,
            called_at: row.get(11)?,
            started_at: row.get(12)?,
            ended_at: row.get(13)?,
            counter: row.get(14)?,
            meant_for: row.get(15)?,
            calls: row.get(16)?,
            no_shows: row.get(17)?,
            note: row.get(18)?,
            print: parsed(row, 19)?,
            rating: row.get(20)?,
            low_secs: row.get(21)?,
            high_secs: row.get(22)?,
            waited_secs: row.get(23)?,
        })
    }

    /// Whether it is called before those of the same arrival.
    pub fn favoured(&self) -> bool {
        self.priority.is_some()
    }

    /// How long serving took or takes, up to `now`, in seconds. Without a start it counts from the call.
    pub fn served_secs(&self, now: i64) -> i64 {
        let from = self.started_at.or(self.called_at);
        from.map_or(0, |from| {
            (self.ended_at.unwrap_or(now) - from).max(0) / 1000
        })
    }

    /// Writes what can change. True if the stored ticket was still in `state`: of two clerks who
    /// press together, one finds it moved.
    pub(super) fn update(&self, db: &Connection, state: State) -> Result<bool> {
        let updated = db
            .prepare_cached(
                "UPDATE tickets SET service = ?3, state = ?4, rank = ?5, called_at = ?6, started_at = ?7, ended_at = ?8,
                 counter = ?9, meant_for = ?10, calls = ?11, no_shows = ?12, note = ?13, waited_secs = ?14
                 WHERE id = ?1 AND state = ?2",
            )?
            .execute(rusqlite::params![
                self.id,
                word(state)?,
                self.service,
                word(self.state)?,
                self.rank,
                self.called_at,
                self.started_at,
                self.ended_at,
                self.counter,
                self.meant_for,
                self.calls,
                self.no_shows,
                self.note,
                self.waited_secs,
            ])?;
        Ok(updated == 1)
    }
}

/// The tickets that fit `rest`, which begins with WHERE.
pub(crate) fn select(db: &Connection, rest: &str, values: &[&dyn ToSql]) -> Result<Vec<Ticket>> {
    let mut rows = db.prepare_cached(&format!("SELECT {COLUMNS} FROM tickets {rest}"))?;
    let tickets = rows.query_map(values, Ticket::from_row)?;
    Ok(tickets.collect::<Result<_, _>>()?)
}

/// The ticket `id`.
pub(super) fn one(db: &Connection, id: TicketId) -> Result<Ticket> {
    let mut found = select(db, "WHERE id = ?1", &[&id])?;
    Ok(found.pop().ok_or(Refusal::NoSuchTicket)?)
}

/// The ticket that is called to or served at `counter`.
pub(crate) fn in_hand(db: &Connection, counter: CounterId) -> Result<Option<Ticket>> {
    let rest =
        "WHERE counter = ?1 AND state IN ('called', 'serving') ORDER BY called_at DESC LIMIT 1";
    Ok(select(db, rest, &[&counter])?.pop())
}

/// The number given last today in a band.
pub(super) fn last_number(
    db: &Connection,
    day: Date,
    prefix: &str,
    first: u32,
    last: u32,
) -> Result<Option<u32>> {
    let number = db
        .prepare_cached(
            "SELECT number FROM tickets WHERE day = ?1 AND prefix = ?2 AND number BETWEEN ?3 AND ?4
             ORDER BY number DESC LIMIT 1",
        )?
        .query_row((day.to_string(), prefix, first, last), |row| row.get(0))
        .optional()?;
    Ok(number)
}
