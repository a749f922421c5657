//! How good the forecasts were.

use jiff::ToSpan;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Question, Result, Right, ServiceId, View, limits};

/// Asks how the forecasts of the last days compare with what happened.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Score {
    /// Of this service only.
    #[serde(default)]
    pub service: Option<ServiceId>,
    /// Over so many days, today included.
    #[serde(default = "week")]
    pub days: u32,
}

fn week() -> u32 {
    7
}

/// How good the forecasts were. A share of nothing is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Scored {
    /// Forecasts that could be compared.
    pub tickets: u32,
    /// How far the middle of the range was off on average, in seconds.
    pub mean_error_secs: Option<i64>,
    /// How many in a hundred waits lay within the range, to the minute it was told in.
    pub inside_percent: Option<u32>,
}

impl Question for Score {
    type Answer = Scored;
    const NAME: &'static str = "forecast.score";
    const NEEDS: Right = Right::Oversee;

    fn answer(&self, view: &View<'_>) -> Result<Scored> {
        let days = i64::from(self.days.clamp(1, 366)).min(limits::FORECAST_DAYS * 12);
        let since = view.today()?.saturating_sub((days - 1).days());
        let scored = view
            .db
            .prepare_cached(
                "SELECT count(*), avg(abs(waited_secs - (low_secs + high_secs) / 2.0)),
                 sum(waited_secs BETWEEN low_secs / 60 * 60 AND (high_secs + 59) / 60 * 60)
                 FROM tickets WHERE waited_secs IS NOT NULL AND low_secs IS NOT NULL
                 AND day >= ?1 AND (?2 IS NULL OR service = ?2)",
            )?
            .query_row((since.to_string(), self.service), |row| {
                let (tickets, inside): (u32, Option<u32>) = (row.get(0)?, row.get(2)?);
                Ok(Scored {
                    tickets,
                    mean_error_secs: row
                        .get::<_, Option<f64>>(1)?
                        .map(|secs| secs.round() as i64),
                    inside_percent: inside.and_then(|inside| (inside * 100).checked_div(tickets)),
                })
            })?;
        Ok(scored)
    }
}
