//! When the hall and each service are open: weeks, closed days and make-up working days (调休).

mod book;
mod set;
mod set_day;
mod show;

pub(crate) use book::Book;
pub use set::Set;
pub use set_day::SetDay;
pub use show::{Hours, Show};

use jiff::civil::{Time, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::NextOpening;
use crate::{Error, Names, Result, limits};

/// One stretch of a day.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub struct Period {
    /// From this time on.
    pub from: Time,
    /// Up to this time, not included.
    pub to: Time,
}

/// The periods of each day of a week, Monday first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Week(pub [Vec<Period>; 7]);

impl Week {
    /// The same periods from Monday to Friday.
    pub fn working_days(periods: &[Period]) -> Self {
        let mut week = Self::default();
        week.0[..5].fill(periods.to_vec());
        week
    }

    /// The periods of one day.
    pub fn on(&self, day: Weekday) -> &[Period] {
        self.0
            .get(usize::try_from(day.to_monday_zero_offset()).unwrap_or(0))
            .map_or(&[], Vec::as_slice)
    }

    fn check(&self) -> Result<()> {
        for periods in &self.0 {
            if periods.len() > limits::PERIODS {
                return Err(Error::bad_input(format!(
                    "a day has at most {} opening periods",
                    limits::PERIODS
                )));
            }
            let in_order = periods.iter().all(|period| period.from < period.to)
                && periods.windows(2).all(|pair| pair[0].to <= pair[1].from);
            if !in_order {
                return Err(Error::bad_input(
                    "opening periods end after they begin, in order, without overlap",
                ));
            }
        }
        Ok(())
    }
}

/// What is special about one date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum DayRule {
    /// Closed all day.
    Closed {
        /// Why.
        #[serde(default)]
        reason: Names,
    },
    /// Opens as on that day of the week: a make-up working day.
    WorksAs {
        /// 1 for Monday to 7 for Sunday (ISO 8601).
        weekday: i8,
    },
}

/// Open or closed, at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Openness {
    /// Open.
    Open {
        /// Until this time today.
        until: Time,
    },
    /// Closed.
    Closed {
        /// When it opens next, if within two months.
        opens: Option<NextOpening>,
    },
}

impl Openness {
    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open { .. })
    }
}
