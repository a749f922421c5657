//! How long it may take: a range, stored with each ticket and scored against what happened.

mod score;

pub use score::{Score, Scored};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::service::Service;
use crate::{Result, ServiceId, View, limits, queue};

/// How long the wait may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Range {
    /// At least, in seconds.
    pub low_secs: i64,
    /// At most, in seconds.
    pub high_secs: i64,
}

impl Range {
    /// In whole minutes, the lower rounded down and the upper up.
    pub fn minutes(&self) -> (i64, i64) {
        (self.low_secs / 60, (self.high_secs + 59) / 60)
    }
}

/// Served samples of the same time of day weigh so much more: a Monday morning tells most about
/// the next hour of a Monday morning.
const SAME_HOURS_WEIGHT: f64 = 3.0;
/// The service's usual time counts like so many samples, so that three odd ones do not decide.
const PRIOR_WEIGHT: f64 = 4.0;
/// How many standard deviations the range reaches down and up. Waits have a long upper tail.
const REACH: (f64, f64) = (1.0, 1.3);
/// No range is narrower than this share of the wait.
const NARROWEST: f64 = 0.15;

/// The wait of somebody with `ahead` people before them; `None` while no counter serves it.
pub(crate) fn range(
    view: &View<'_>,
    today: Date,
    service: &Service,
    ahead: u32,
) -> Result<Option<Range>> {
    let hands = hands(view, today, service.id)?;
    if hands <= 0.0 {
        return Ok(None);
    }
    if ahead == 0 && free_counter(view, service.id)? {
        return Ok(Some(Range {
            low_secs: 0,
            high_secs: 60,
        }));
    }
    let (mean, variance) = service_time(view, service)?;
    // Besides those ahead, somebody is being served: on average half of their time is left.
    let people = f64::from(ahead) + 0.5;
    let wait = people * mean / hands;
    let spread = ((people * variance).sqrt() / hands).max(wait * NARROWEST);
    let low = (wait - REACH.0 * spread).max(0.0);
    Ok(Some(Range {
        low_secs: low as i64,
        high_secs: (wait + REACH.1 * spread).ceil() as i64,
    }))
}

/// Mean and variance of the time that one person takes, in seconds.
fn service_time(view: &View<'_>, service: &Service) -> Result<(f64, f64)> {
    let settings = view.settings()?;
    let hour = view.local()?.hour();
    let oldest = view.millis() - limits::FORECAST_DAYS * 86_400_000;
    let mut rows = view.db.prepare_cached(
        "SELECT coalesce(started_at, called_at), ended_at FROM tickets
         WHERE service = ?1 AND state = 'served' AND ended_at > ?2 ORDER BY ended_at DESC LIMIT ?3",
    )?;
    let samples = rows.query_map((service.id, oldest, limits::FORECAST_SAMPLES), |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
    })?;
    let usual = f64::from(service.typical_secs);
    let (mut weight, mut sum, mut squares) = (
        PRIOR_WEIGHT,
        PRIOR_WEIGHT * usual,
        PRIOR_WEIGHT * usual * usual * 1.25,
    );
    for sample in samples {
        let (from, to) = sample?;
        let secs = (to - from) as f64 / 1000.0;
        let then = jiff::Timestamp::from_millisecond(from).unwrap_or_default();
        let near = (settings.zone.to_datetime(then).hour() - hour).abs() <= 1;
        let w = if near { SAME_HOURS_WEIGHT } else { 1.0 };
        weight += w;
        sum += w * secs;
        squares += w * secs * secs;
    }
    let mean = sum / weight;
    Ok((mean, (squares / weight - mean * mean).max(0.0)))
}

/// How many counters work for this service, each shared among the queues it serves.
fn hands(view: &View<'_>, today: Date, service: ServiceId) -> Result<f64> {
    let mine = f64::from(queue::day_count(view.db, today, service)?.waiting) + 1.0;
    let mut rows = view.db.prepare_cached(
        "SELECT (SELECT coalesce(sum(d.waiting), 0) FROM counter_services o
                 JOIN service_days d ON d.service = o.service AND d.day = ?2 WHERE o.counter = c.id)
         FROM counter_services s JOIN counters c ON c.id = s.counter
         WHERE s.service = ?1 AND c.state <> 'closed' AND NOT c.retired",
    )?;
    let queues = rows.query_map((service, today.to_string()), |row| row.get::<_, f64>(0))?;
    queues
        .map(|waiting| Ok((mine / (waiting? + 1.0)).min(1.0)))
        .sum()
}

/// Whether an open counter of this service has nobody in hand.
fn free_counter(view: &View<'_>, service: ServiceId) -> Result<bool> {
    let free = view
        .db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM counter_services s JOIN counters c ON c.id = s.counter
             WHERE s.service = ?1 AND c.state = 'open' AND NOT c.retired AND NOT EXISTS
             (SELECT 1 FROM tickets t WHERE t.counter = c.id AND t.state IN ('called', 'serving')))",
        )?
        .query_row([service], |row| row.get(0))?;
    Ok(free)
}
