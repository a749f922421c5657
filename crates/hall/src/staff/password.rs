//! A new password.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::journal::Event;
use crate::{Action, Change, Refusal, Result, Right, StaffId, View};

/// Sets somebody's password and ends their sign-ins.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct SetPassword {
    /// Whose.
    pub staff: StaffId,
    /// The new one.
    pub password: String,
    #[serde(skip)]
    hash: Option<String>,
}

impl SetPassword {
    /// That password for that person.
    pub fn new(staff: StaffId, password: impl Into<String>) -> Self {
        Self {
            staff,
            password: password.into(),
            hash: None,
        }
    }
}

impl Action for SetPassword {
    type Outcome = ();
    const NAME: &'static str = "staff.set_password";
    const NEEDS: Right = Right::Administer;
    const PREPARES: bool = true;

    fn prepare(&mut self, _view: &View<'_>) -> Result<()> {
        self.hash = Some(super::hash(&self.password)?);
        Ok(())
    }

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let set = change.db.execute(
            "UPDATE staff SET password = ?2 WHERE id = ?1 AND NOT retired",
            (self.staff, self.hash),
        )?;
        if set == 0 {
            return Err(Refusal::NoSuchPerson.into());
        }
        change
            .db
            .execute("DELETE FROM credentials WHERE staff = ?1", [self.staff])?;
        change.record(&Event::StaffPasswordSet { staff: self.staff })
    }
}
