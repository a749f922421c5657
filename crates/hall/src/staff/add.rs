//! Adding somebody who works here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::journal::Event;
use crate::names::check_text;
use crate::{Action, Change, Error, Refusal, Result, Right, Role, StaffId, View, limits};

/// Adds a member of staff.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct Add {
    /// The name to sign in with, such as 李老师.
    pub name: String,
    /// Clerk, carer, manager or administrator.
    pub role: Role,
    /// The first password.
    pub password: String,
    #[serde(skip)]
    hash: Option<String>,
}

impl Add {
    /// That person with that role and first password.
    pub fn new(name: impl Into<String>, role: Role, password: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            role,
            password: password.into(),
            hash: None,
        }
    }
}

impl Action for Add {
    type Outcome = StaffId;
    const NAME: &'static str = "staff.add";
    const NEEDS: Right = Right::Administer;
    const PREPARES: bool = true;

    fn prepare(&mut self, _view: &View<'_>) -> Result<()> {
        self.hash = Some(super::hash(&self.password)?);
        Ok(())
    }

    fn perform(self, change: &mut Change<'_>) -> Result<StaffId> {
        check_text("the name", &self.name, limits::NAME_CHARS)?;
        if self.name.trim().is_empty() {
            return Err(Error::bad_input("the name is empty"));
        }
        if !matches!(
            self.role,
            Role::Clerk | Role::Carer | Role::Manager | Role::Administrator
        ) {
            return Err(Error::bad_input(
                "staff are clerks, carers, managers or administrators",
            ));
        }
        let added = change.db.execute(
            "INSERT INTO staff (name, role, password) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            (self.name.trim(), self.role.name(), self.hash),
        )?;
        if added == 0 {
            return Err(Refusal::NameTaken.into());
        }
        let staff = StaffId(change.db.last_insert_rowid());
        change.record(&Event::StaffAdded { staff })?;
        Ok(staff)
    }
}
