//! Moments on the hall's own clock.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use linli_hall::place::Facts;
use linli_texts::{Lang, date_and_time};
use maud::{Markup, html};

/// The clock on the hall's wall.
pub(crate) struct Clock(TimeZone);

impl Clock {
    pub(crate) fn of(facts: &Facts) -> Self {
        // The hall takes no zone that it does not know, so this is a formality.
        Self(TimeZone::get(&facts.time_zone).unwrap_or(TimeZone::UTC))
    }

    /// 9月26日 09:41.
    pub(crate) fn words(&self, lang: Lang, at: Timestamp) -> String {
        date_and_time(lang, self.0.to_datetime(at))
    }

    /// The same for people and machines.
    pub(crate) fn time(&self, lang: Lang, at: Timestamp) -> Markup {
        html! { time datetime=(at) { (self.words(lang, at)) } }
    }
}
