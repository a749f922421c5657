//! Setting opening hours.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Week;
use crate::journal::Event;
use crate::{Action, Change, Result, Right, ServiceId};

/// Replaces the week of the hall, or of one service. `week: null` gives a service the hall's hours again.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Set {
    /// The service; none for the hall.
    #[serde(default)]
    pub service: Option<ServiceId>,
    /// The week.
    pub week: Option<Week>,
}

impl Action for Set {
    type Outcome = ();
    const NAME: &'static str = "hours.set";
    const NEEDS: Right = Right::SetUp;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        if let Some(id) = self.service {
            change.settings()?.service(id)?;
        }
        change.db.execute(
            "DELETE FROM opening_hours WHERE service IS ?1",
            [self.service],
        )?;
        if let Some(week) = &self.week {
            week.check()?;
            change.db.execute(
                "INSERT INTO opening_hours (service, week) VALUES (?1, ?2)",
                (self.service, serde_json::to_string(week)?),
            )?;
        }
        change.record(&Event::HoursSet {
            service: self.service,
        })
    }
}
