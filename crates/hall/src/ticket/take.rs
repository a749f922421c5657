//! Taking a number.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{PrintState, Priority, Source, row};
use crate::forecast::{self, Range};
use crate::hours::{self, Openness};
use crate::journal::Event;
use crate::names::check_text;
use crate::service::Service;
use crate::{
    Action, Change, CounterId, Refusal, Result, Right, ServiceId, TicketId, counter, limits, link,
    queue,
};

/// Space between two arrivals, so that a place in between can be given later.
pub(super) const RANK_STEP: i64 = 1024;

/// Takes a number at a terminal, or for somebody at a counter.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Take {
    /// What for.
    pub service: ServiceId,
    /// Why to be called earlier, if so.
    #[serde(default)]
    pub priority: Option<Priority>,
    /// The language of the slip and the call.
    #[serde(default = "zh_cn")]
    pub locale: String,
    /// Whether a slip is to be printed.
    #[serde(default)]
    pub print: bool,
}

pub(super) fn zh_cn() -> String {
    "zh-CN".to_owned()
}

/// A number that was given. It is never taken back by the hall itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Taken {
    /// The ticket.
    pub ticket: TicketId,
    /// The number as printed and called: `A012`.
    pub label: String,
    /// What for.
    pub service: ServiceId,
    /// People who will be called before.
    pub ahead: u32,
    /// How long it may take; `None` while no counter serves it.
    pub wait: Option<Range>,
    /// When it was taken.
    pub at: Timestamp,
    /// For the link on the slip: `/t/{token}`.
    pub token: String,
    /// The counters it may be called to.
    pub counters: Vec<CounterId>,
}

impl Take {
    /// A plain number for `service`, without a slip.
    pub fn of(service: ServiceId) -> Self {
        Self {
            service,
            priority: None,
            locale: zh_cn(),
            print: false,
        }
    }
}

impl Action for Take {
    type Outcome = Taken;
    const NAME: &'static str = "ticket.take";
    const NEEDS: Right = Right::Kiosk;

    fn perform(self, change: &mut Change<'_>) -> Result<Taken> {
        take(change, &self, Source::Kiosk)
    }
}

/// The one place where a number is given.
pub(super) fn take(change: &mut Change<'_>, wish: &Take, source: Source) -> Result<Taken> {
    check_text("the language", &wish.locale, limits::NAME_CHARS)?;
    let settings = change.settings()?;
    let service = settings.service(wish.service)?;
    let today = change.today()?;
    let count = queue::day_count(change.db, today, service.id)?;
    refuse_closed_or_full(change, service, count.taken)?;

    let series = &service.series;
    let number =
        match row::last_number(change.db, today, &series.prefix, series.first, series.last)? {
            None => series.first,
            Some(last) if last < series.last => last + 1,
            Some(_) => return Err(Refusal::SeriesExhausted { last: series.last }.into()),
        };
    let label = series.label(number);
    let ahead = queue::ahead_of_newcomer(
        change,
        today,
        service.id,
        wish.priority.is_some(),
        count.waiting,
    )?;
    let wait = forecast::range(change, today, service, ahead)?;
    let now = change.millis();
    let print = if wish.print {
        PrintState::Pending
    } else {
        PrintState::None
    };
    change
        .db
        .prepare_cached(
            "INSERT INTO tickets (day, prefix, number, label, service, state, favoured, priority, source, origin, locale,
             rank, taken_at, print, low_secs, high_secs)
             VALUES (?1, ?2, ?3, ?4, ?5, 'waiting', ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        )?
        .execute(rusqlite::params![
            today.to_string(),
            series.prefix,
            number,
            label,
            service.id,
            wish.priority.is_some(),
            wish.priority.map(row::word).transpose()?,
            row::word(source)?,
            change.actor.name,
            wish.locale,
            now * RANK_STEP,
            now,
            row::word(print)?,
            wait.map(|range| range.low_secs),
            wait.map(|range| range.high_secs),
        ])?;
    let ticket = TicketId(change.db.last_insert_rowid());
    let (service, priority) = (service.id, wish.priority);
    change.record(&Event::TicketTaken {
        ticket,
        label: label.clone(),
        service,
        priority,
        source,
    })?;
    Ok(Taken {
        ticket,
        label,
        service,
        ahead,
        wait,
        at: change.now(),
        token: link::token(&settings.secret, ticket),
        counters: counters_of(change, service)?,
    })
}

/// The open counters of a service; while none is open, all that could be.
fn counters_of(change: &Change<'_>, service: ServiceId) -> Result<Vec<CounterId>> {
    let open = counter::open_for(change.db, service)?;
    if open.is_empty() {
        counter::planned_for(change.db, service)
    } else {
        Ok(open)
    }
}

fn refuse_closed_or_full(change: &Change<'_>, service: &Service, taken: u32) -> Result<()> {
    let book = hours::Book::read(change)?;
    if let Openness::Closed { opens } = book.openness(Some(service.id)) {
        return Err(Refusal::Closed { opens }.into());
    }
    match service.daily_quota {
        Some(quota) if taken >= quota => Err(Refusal::QuotaReached {
            quota,
            opens: book.opens_next(Some(service.id), false),
        }
        .into()),
        _ => Ok(()),
    }
}
