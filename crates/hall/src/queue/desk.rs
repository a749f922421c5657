//! What a clerk sees.

use rusqlite::OptionalExtension;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::figures::{Tally, tally};
use crate::counter::{self, Counter};
use crate::device::{self, Device};
use crate::help::{self, HelpCall};
use crate::ticket::{Ticket, in_hand, select};
use crate::{CounterId, Names, Question, Refusal, Result, Right, View, limits, message};

/// Asks for the desk of one counter.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Desk {
    /// Which.
    pub counter: CounterId,
}

/// What a clerk sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeskView {
    /// The counter.
    pub counter: Counter,
    /// The ticket in hand.
    pub in_hand: Option<Row>,
    /// Those who wait for what this counter serves, by arrival.
    pub waiting: Vec<Row>,
    /// Parked, and called in vain.
    pub aside: Vec<Row>,
    /// Printers, speakers and scanners.
    pub devices: Vec<Device>,
    /// Terminals where somebody waits for help.
    pub help: Vec<HelpCall>,
    /// Messages of residents that nobody has answered.
    pub messages: u32,
    /// Today at this counter.
    pub today: Tally,
    /// How many seconds the last step can still be undone for.
    pub undo_secs: i64,
}

/// One ticket with what a clerk needs beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Row {
    /// The ticket.
    pub ticket: Ticket,
    /// The service's names.
    pub service: Names,
    /// How long it has waited, in seconds.
    pub waits_secs: i64,
    /// How long it has been served, in seconds.
    pub served_secs: i64,
}

impl Question for Desk {
    type Answer = DeskView;
    const NAME: &'static str = "queue.desk";
    const NEEDS: Right = Right::Serve;

    fn answer(&self, view: &View<'_>) -> Result<DeskView> {
        let mut counters = counter::List::default().answer(view)?;
        counters.retain(|counter| counter.plan.id == self.counter);
        let counter = counters.pop().ok_or(Refusal::NoSuchCounter)?;
        let today = view.today()?.to_string();
        let waiting = select(
            view.db,
            "WHERE state = 'waiting' AND day = ?2 AND (meant_for IS NULL OR meant_for = ?1)
             AND service IN (SELECT service FROM counter_services WHERE counter = ?1) ORDER BY rank, id LIMIT ?3",
            &[&self.counter, &today, &limits::QUEUE_ROWS],
        )?;
        let aside = select(
            view.db,
            "WHERE state IN ('parked', 'no_show') AND day = ?1 ORDER BY rank, id LIMIT ?2",
            &[&today, &limits::QUEUE_ROWS],
        )?;
        Ok(DeskView {
            counter,
            in_hand: rows(view, in_hand(view.db, self.counter)?.into_iter().collect())?.pop(),
            waiting: rows(view, waiting)?,
            aside: rows(view, aside)?,
            devices: device::all(view)?,
            help: help::open(view)?,
            messages: message::unanswered(view)?,
            today: tally(view, Some(self.counter))?,
            undo_secs: undo_secs(view, self.counter)?,
        })
    }
}

fn rows(view: &View<'_>, tickets: Vec<Ticket>) -> Result<Vec<Row>> {
    let settings = view.settings()?;
    tickets
        .into_iter()
        .map(|ticket| {
            let names = settings.service_ever(ticket.service)?.names.clone();
            Ok(row(view, ticket, names))
        })
        .collect()
}

fn row(view: &View<'_>, ticket: Ticket, service: Names) -> Row {
    let now = view.millis();
    let waits_secs = (ticket.called_at.unwrap_or(now) - ticket.taken_at).max(0) / 1000;
    Row {
        service,
        waits_secs,
        served_secs: ticket.served_secs(now),
        ticket,
    }
}

/// Only the last step at a counter can be undone, and only by whoever took it.
fn undo_secs(view: &View<'_>, counter: CounterId) -> Result<i64> {
    let last = view
        .db
        .prepare_cached(
            "SELECT at, actor FROM undos WHERE counter = ?1 ORDER BY action_seq DESC LIMIT 1",
        )?
        .query_row([counter], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
        })
        .optional()?;
    let at = last.and_then(|(at, actor)| (actor == view.actor().signature()).then_some(at));
    let left = at.map_or(0, |at| limits::UNDO_SECS - (view.millis() - at) / 1000);
    Ok(left.clamp(0, limits::UNDO_SECS))
}
