//! Somebody leaves.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::journal::Event;
use crate::{Action, Change, Refusal, Result, Right, StaffId};

/// Ends somebody's sign-ins and lets them sign in no more. What they did stays in the journal.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Retire {
    /// Who.
    pub staff: StaffId,
}

impl Action for Retire {
    type Outcome = ();
    const NAME: &'static str = "staff.retire";
    const NEEDS: Right = Right::Administer;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let gone = change.db.execute(
            "UPDATE staff SET retired = 1 WHERE id = ?1 AND NOT retired",
            [self.staff],
        )?;
        if gone == 0 {
            return Err(Refusal::NoSuchPerson.into());
        }
        change
            .db
            .execute("DELETE FROM credentials WHERE staff = ?1", [self.staff])?;
        change.record(&Event::StaffRetired { staff: self.staff })
    }
}
