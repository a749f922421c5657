//! Counters (窗口): where people are served, and by whom.

mod list;
mod open;
mod set;
mod shut;

pub use list::{Counter, List};
pub use open::Open;
pub use set::{Retire, Set};
pub use shut::{Close, Pause};

use rusqlite::{Connection, OptionalExtension};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Actor, CounterId, Names, Refusal, Result, Role, ServiceId};

/// How a counter is set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// Its number, 1 to 999: what is called out.
    pub id: CounterId,
    /// A name beside the number, such as 社保 · 医保.
    #[serde(default)]
    pub names: Names,
    /// What it serves.
    pub services: Vec<Served>,
}

/// One service that a counter serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Served {
    /// The service.
    pub service: ServiceId,
    /// 1 is called before 2; services of the same preference come in order of arrival.
    #[serde(default = "first")]
    pub preference: u8,
}

fn first() -> u8 {
    1
}

/// Whether a counter calls people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It calls people.
    Open,
    /// Back soon.
    Paused,
    /// Nobody sits there.
    Closed,
}

impl Status {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Paused => "paused",
            Self::Closed => "closed",
        }
    }

    fn named(name: &str) -> Self {
        match name {
            "open" => Self::Open,
            "paused" => Self::Paused,
            _ => Self::Closed,
        }
    }
}

/// The part of a counter that its verbs look at.
pub(crate) struct Desk {
    pub(crate) status: Status,
    pub(crate) clerk: Option<String>,
    pub(crate) favoured_run: u32,
}

pub(crate) fn desk(db: &Connection, id: CounterId) -> Result<Desk> {
    let desk = db
        .prepare_cached(
            "SELECT state, clerk, favoured_run FROM counters WHERE id = ?1 AND NOT retired",
        )?
        .query_row([id], |row| {
            Ok(Desk {
                status: Status::named(&row.get::<_, String>(0)?),
                clerk: row.get(1)?,
                favoured_run: row.get(2)?,
            })
        })
        .optional()?;
    Ok(desk.ok_or(Refusal::NoSuchCounter)?)
}

/// The open counter `id`, if `actor` may work there: who sits there, or a manager.
pub(crate) fn manned(db: &Connection, id: CounterId, actor: &Actor) -> Result<Desk> {
    let desk = desk(db, id)?;
    if desk.status == Status::Closed {
        return Err(Refusal::CounterNotOpen.into());
    }
    refuse_other_clerk(&desk, actor)?;
    Ok(desk)
}

/// Refuses a clerk at somebody else's counter. A manager or the owner may step in.
pub(crate) fn refuse_other_clerk(desk: &Desk, actor: &Actor) -> Result<()> {
    match &desk.clerk {
        Some(clerk)
            if desk.status != Status::Closed
                && *clerk != actor.name
                && actor.role == Role::Clerk =>
        {
            Err(Refusal::CounterTaken { by: clerk.clone() }.into())
        }
        _ => Ok(()),
    }
}

/// The open counters that serve `service`.
pub(crate) fn open_for(db: &Connection, service: ServiceId) -> Result<Vec<CounterId>> {
    counters_for(
        db,
        "SELECT c.id FROM counter_services s JOIN counters c ON c.id = s.counter
         WHERE s.service = ?1 AND c.state <> 'closed' AND NOT c.retired ORDER BY c.id",
        service,
    )
}

/// All counters that serve `service`, open or not.
pub(crate) fn planned_for(db: &Connection, service: ServiceId) -> Result<Vec<CounterId>> {
    counters_for(
        db,
        "SELECT c.id FROM counter_services s JOIN counters c ON c.id = s.counter
         WHERE s.service = ?1 AND NOT c.retired ORDER BY c.id",
        service,
    )
}

fn counters_for(db: &Connection, sql: &str, service: ServiceId) -> Result<Vec<CounterId>> {
    let mut rows = db.prepare_cached(sql)?;
    let counters = rows
        .query_map([service], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(counters)
}
