//! Taking a service off the screen.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::journal::Event;
use crate::{Action, Change, Refusal, Result, Right, ServiceId};

/// No new numbers are given for it; those who wait are still served.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Retire {
    /// Which.
    pub service: ServiceId,
}

impl Action for Retire {
    type Outcome = ();
    const NAME: &'static str = "service.retire";
    const NEEDS: Right = Right::SetUp;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let retired = change.db.execute(
            "UPDATE services SET retired = 1 WHERE id = ?1 AND NOT retired",
            [self.service],
        )?;
        if retired == 0 {
            return Err(Refusal::NoSuchService.into());
        }
        change.record(&Event::ServiceRetired {
            service: self.service,
        })
    }
}
