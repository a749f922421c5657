//! What hangs on the wall.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::counter::Status;
use crate::notice::{self, Notice};
use crate::ticket::{self, State};
use crate::{CounterId, Names, Question, Result, Right, TicketId, View, device, help};

/// How many of those who wait are named on the board.
const NEXT: u32 = 6;

/// Asks for the board.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Board {}

/// What the board shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Shown {
    /// The hall's names.
    pub names: Names,
    /// When this was.
    pub at: Timestamp,
    /// The hall's time zone (IANA).
    pub time_zone: String,
    /// The one called last, until it is done.
    pub called: Option<Called>,
    /// Every counter that is not closed.
    pub counters: Vec<BoardRow>,
    /// The labels that come soon, by arrival.
    pub next: Vec<String>,
    /// People waiting.
    pub waiting: u32,
    /// Today's notices.
    pub notices: Vec<Notice>,
    /// False when calls cannot be heard: the board then flashes.
    pub sound: bool,
    /// Terminals where somebody waits for help.
    pub help: Vec<String>,
}

/// A ticket that was called and is not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Called {
    /// The ticket.
    pub ticket: TicketId,
    /// Its label.
    pub label: String,
    /// To which counter.
    pub counter: CounterId,
    /// When.
    pub at: Timestamp,
    /// How often so far: a higher number is a new call.
    pub calls: u32,
    /// Whether the person is still awaited; otherwise they are at the counter.
    pub is_called: bool,
}

/// One counter on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BoardRow {
    /// Its number.
    pub counter: CounterId,
    /// Whether it calls people.
    pub status: Status,
    /// Who is there or called there.
    pub label: Option<String>,
    /// Whether that is called and not yet served.
    pub is_called: bool,
}

impl Question for Board {
    type Answer = Shown;
    const NAME: &'static str = "queue.board";
    const NEEDS: Right = Right::Public;

    fn answer(&self, view: &View<'_>) -> Result<Shown> {
        let settings = view.settings()?;
        let today = view.today()?.to_string();
        let hand = ticket::select(
            view.db,
            "WHERE state IN ('called', 'serving') AND counter IS NOT NULL",
            &[],
        )?;
        let last = hand.iter().max_by_key(|ticket| ticket.called_at);
        let called = last.and_then(|ticket| {
            Some(Called {
                ticket: ticket.id,
                label: ticket.label.clone(),
                counter: ticket.counter?,
                at: Timestamp::from_millisecond(ticket.called_at?).ok()?,
                calls: ticket.calls,
                is_called: ticket.state == State::Called,
            })
        });
        let counters = crate::counter::List::default().answer(view)?;
        let counters = counters
            .into_iter()
            .filter(|counter| counter.status != Status::Closed)
            .map(|counter| {
                let here = hand
                    .iter()
                    .filter(|ticket| ticket.counter == Some(counter.plan.id))
                    .max_by_key(|t| t.called_at);
                BoardRow {
                    counter: counter.plan.id,
                    status: counter.status,
                    label: here.map(|ticket| ticket.label.clone()),
                    is_called: here.is_some_and(|ticket| ticket.state == State::Called),
                }
            });
        let speakers: Vec<_> = device::all(view)?
            .into_iter()
            .filter(|device| device.kind == "speaker")
            .collect();
        Ok(Shown {
            at: view.now(),
            called,
            counters: counters.collect(),
            next: next_labels(view, &today)?,
            waiting: waiting(view, &today)?,
            notices: notice::current(view)?,
            sound: speakers.iter().any(device::Device::works),
            help: help::open(view)?
                .into_iter()
                .map(|call| call.origin)
                .collect(),
            names: settings.facts.names.clone(),
            time_zone: settings.facts.time_zone.clone(),
        })
    }
}

/// The first few of each service, merged by arrival: read through the index, however many wait.
fn next_labels(view: &View<'_>, today: &str) -> Result<Vec<String>> {
    let mut soon = Vec::new();
    let mut rows = view.db.prepare_cached(
        "SELECT rank, label FROM tickets WHERE service = ?1 AND day = ?2 AND favoured = ?3 AND state = 'waiting'
         ORDER BY rank, id LIMIT ?4",
    )?;
    for service in view.settings()?.services() {
        for favoured in [false, true] {
            let heads = rows.query_map((service.id, today, favoured, NEXT), |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
            })?;
            soon.extend(heads.collect::<Result<Vec<_>, _>>()?);
        }
    }
    soon.sort();
    Ok(soon
        .into_iter()
        .take(NEXT as usize)
        .map(|(_, label)| label)
        .collect())
}

fn waiting(view: &View<'_>, today: &str) -> Result<u32> {
    let waiting = view
        .db
        .prepare_cached("SELECT coalesce(sum(waiting), 0) FROM service_days WHERE day = ?1")?
        .query_row([today], |row| row.get(0))?;
    Ok(waiting)
}
