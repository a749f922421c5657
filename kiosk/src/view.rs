//! What the screens see of the hall: one consistent look, taken off the thread that draws.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use linli_hall::counter::{Counter, Status};
use linli_hall::hours::Hours;
use linli_hall::notice::Notice;
use linli_hall::place::Facts;
use linli_hall::service::Offered;
use linli_hall::{CounterId, Names, ServiceId};
use linli_texts::Lang;

/// The hall at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct HallView {
    /// Its name, its time zone and its ways.
    pub facts: Facts,
    /// The services in their order on the screen.
    pub services: Vec<Offered>,
    /// What is up today.
    pub notices: Vec<Notice>,
    /// The hall's own hours today.
    pub hours: Hours,
    /// The counters that call people now.
    pub open_counters: Vec<CounterId>,
    /// The code that proves a phone to be here.
    pub presence_code: String,
    /// The hall's time zone, parsed.
    pub zone: TimeZone,
}

impl HallView {
    /// Puts the answers of the hall together.
    pub fn new(
        facts: Facts,
        services: Vec<Offered>,
        notices: Vec<Notice>,
        hours: Hours,
        counters: &[Counter],
        presence_code: String,
    ) -> HallView {
        let zone = TimeZone::get(&facts.time_zone).unwrap_or_else(|error| {
            tracing::error!(%error, zone = facts.time_zone, "the hall's time zone is not known");
            TimeZone::UTC
        });
        let open_counters = counters
            .iter()
            .filter(|counter| counter.status == Status::Open)
            .map(|counter| counter.plan.id)
            .collect();
        HallView {
            facts,
            services,
            notices,
            hours,
            open_counters,
            presence_code,
            zone,
        }
    }

    /// The language that the terminal returns to.
    pub fn lang(&self) -> Lang {
        Lang::closest(&self.facts.locale).unwrap_or_default()
    }

    /// A moment by the hall's clock on the wall.
    pub fn civil(&self, at: jiff::Timestamp) -> DateTime {
        at.to_zoned(self.zone.clone()).datetime()
    }

    /// A service by its id.
    pub fn service(&self, id: ServiceId) -> Option<&Offered> {
        self.services
            .iter()
            .find(|offered| offered.service.id == id)
    }

    /// Whether any service offers to see some people first.
    pub fn offers_priority(&self) -> bool {
        self.services
            .iter()
            .any(|offered| offered.service.offers_priority && offered.can_take())
    }

    /// Whether no number can be taken for anything.
    pub fn is_all_closed(&self) -> bool {
        !self
            .services
            .iter()
            .any(|offered| offered.openness.is_open())
    }
}

/// A text of the hall in a language.
pub fn named(names: &Names, lang: Lang) -> &str {
    names.get(lang.tag())
}
