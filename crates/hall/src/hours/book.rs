//! The opening hours read once, to be asked about many services.

use std::sync::Arc;

use jiff::civil::{Date, DateTime, Weekday};
use jiff::{ToSpan, civil};

use super::{DayRule, Openness, Period};
use crate::error::NextOpening;
use crate::settings::Settings;
use crate::{Result, ServiceId, View, limits};

/// All opening hours around now.
pub(crate) struct Book {
    settings: Arc<Settings>,
    now: DateTime,
}

impl Book {
    pub(crate) fn read(view: &View<'_>) -> Result<Self> {
        Ok(Self {
            settings: view.settings()?,
            now: view.local()?.datetime(),
        })
    }

    /// The periods of one date. A service without hours of its own has the hall's; a hall
    /// without hours is always open.
    pub(crate) fn periods(&self, service: Option<ServiceId>, date: Date) -> Vec<Period> {
        let weekday = match self.settings.special_days.get(&date) {
            Some(DayRule::Closed { .. }) => return Vec::new(),
            Some(DayRule::WorksAs { weekday }) => {
                Weekday::from_monday_one_offset(*weekday).unwrap_or_else(|_| date.weekday())
            }
            None => date.weekday(),
        };
        let weeks = &self.settings.weeks;
        let week = weeks.get(&service).or_else(|| weeks.get(&None));
        let all_day = || {
            vec![Period {
                from: civil::Time::MIN,
                to: civil::Time::MAX,
            }]
        };
        week.map_or_else(all_day, |week| week.on(weekday).to_vec())
    }

    /// Open or closed now.
    pub(crate) fn openness(&self, service: Option<ServiceId>) -> Openness {
        let (today, time) = (self.now.date(), self.now.time());
        let open = self
            .periods(service, today)
            .into_iter()
            .find(|period| period.from <= time && time < period.to);
        match open {
            Some(period) => Openness::Open { until: period.to },
            None => Openness::Closed {
                opens: self.opens_next(service, true),
            },
        }
    }

    /// The next opening, today's included if `also_today`.
    pub(crate) fn opens_next(
        &self,
        service: Option<ServiceId>,
        also_today: bool,
    ) -> Option<NextOpening> {
        let (today, time) = (self.now.date(), self.now.time());
        let later_today = also_today
            .then(|| {
                self.periods(service, today)
                    .into_iter()
                    .find(|period| period.from > time)
            })
            .flatten()
            .map(|period| NextOpening {
                today: true,
                date: today,
                time: period.from,
            });
        later_today.or_else(|| {
            (1..=limits::LOOK_AHEAD_DAYS).find_map(|days| {
                let date = today.checked_add(days.days()).ok()?;
                let period = self.periods(service, date).into_iter().next()?;
                Some(NextOpening {
                    today: false,
                    date,
                    time: period.from,
                })
            })
        })
    }

    /// When `service` closes for the last time today, if it opens at all today.
    pub(crate) fn last_closing(&self, service: Option<ServiceId>) -> Option<civil::Time> {
        self.periods(service, self.now.date())
            .last()
            .map(|period| period.to)
    }
}
