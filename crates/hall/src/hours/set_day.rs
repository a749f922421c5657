//! Closed days and make-up working days.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::DayRule;
use crate::journal::Event;
use crate::{Action, Change, Error, Result, Right, limits};

/// Makes one date special, or ordinary again.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct SetDay {
    /// The date.
    pub date: Date,
    /// What is special; none makes it ordinary.
    pub rule: Option<DayRule>,
}

impl Action for SetDay {
    type Outcome = ();
    const NAME: &'static str = "hours.set_day";
    const NEEDS: Right = Right::SetUp;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        match &self.rule {
            Some(DayRule::Closed { reason }) => {
                reason.check("the reason", limits::TEXT_CHARS, true)?
            }
            Some(DayRule::WorksAs { weekday }) if !(1..=7).contains(weekday) => {
                return Err(Error::bad_input(
                    "a weekday is 1 for Monday to 7 for Sunday",
                ));
            }
            Some(DayRule::WorksAs { .. }) | None => {}
        }
        let date = self.date.to_string();
        match &self.rule {
            None => change.db.execute("DELETE FROM special_days WHERE date = ?1", [date])?,
            Some(rule) => change.db.execute(
                "INSERT INTO special_days (date, rule) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET rule = ?2",
                (date, serde_json::to_string(rule)?),
            )?,
        };
        change.record(&Event::DaySet { date: self.date })
    }
}
