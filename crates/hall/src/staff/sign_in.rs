//! Signing in.

use jiff::{Timestamp, ToSpan};
use rusqlite::OptionalExtension;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::journal::Event;
use crate::{Action, Change, Refusal, Result, Right, Role, StaffId, View, limits};

/// A hash of nothing anybody types: checked for an unknown name, so that guessing names takes
/// as long as guessing passwords.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$T0+KbFqn5Lcz1Ob/VPCHkRrXFN4kTKqhVSLxxWnL0Uw";

/// Signs a member of staff in, with a token for twelve hours. Whoever serves this on a network
/// limits how often it is tried.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct SignIn {
    /// The name.
    pub name: String,
    /// The password.
    pub password: String,
    #[serde(skip)]
    proven: Option<StaffId>,
}

/// A sign-in. The token is shown once; the hall keeps its hash.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct SignedIn {
    /// What to show with each request.
    pub token: String,
    /// Who.
    pub staff: StaffId,
    /// With what role.
    pub role: Role,
    /// Until when.
    pub until: Timestamp,
}

impl SignIn {
    /// With that name and password.
    pub fn new(name: impl Into<String>, password: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            password: password.into(),
            proven: None,
        }
    }
}

impl Action for SignIn {
    type Outcome = SignedIn;
    const NAME: &'static str = "staff.sign_in";
    const NEEDS: Right = Right::Public;
    const SHOWN_ONCE: bool = true;
    const PREPARES: bool = true;

    fn prepare(&mut self, view: &View<'_>) -> Result<()> {
        let found = view
            .db
            .prepare_cached("SELECT id, password FROM staff WHERE name = ?1 AND NOT retired")?
            .query_row([self.name.trim()], |row| {
                Ok((row.get(0)?, row.get::<_, String>(1)?))
            })
            .optional()?;
        let (staff, hash) = found.unwrap_or((StaffId(0), NOBODY.to_owned()));
        if !super::fits(&self.password, &hash) || staff == StaffId(0) {
            return Err(Refusal::WrongPassword.into());
        }
        self.proven = Some(staff);
        Ok(())
    }

    fn perform(self, change: &mut Change<'_>) -> Result<SignedIn> {
        let staff = self.proven.ok_or(Refusal::WrongPassword)?;
        let found = change
            .db
            .prepare_cached("SELECT name, role FROM staff WHERE id = ?1 AND NOT retired")?
            .query_row([staff], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
            })
            .optional()?;
        let (name, role) = found.ok_or(Refusal::WrongPassword)?;
        let role = Role::named(&role).ok_or(Refusal::WrongPassword)?;
        let token = change.token(32);
        let until = change.now + limits::SESSION_HOURS.hours();
        let hash: [u8; 32] = Sha256::digest(token.as_bytes()).into();
        change.db.execute(
            "DELETE FROM credentials WHERE expires_at < ?1",
            [change.millis()],
        )?;
        change.db.execute(
            "INSERT INTO credentials (hash, role, name, staff, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            (hash, role.name(), name, staff, until.as_millisecond()),
        )?;
        change.record(&Event::StaffSignedIn { staff })?;
        Ok(SignedIn {
            token,
            staff,
            role,
            until,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_at_an_unknown_name_costs_a_whole_hash() {
        assert!(argon2::password_hash::phc::PasswordHash::new(NOBODY).is_ok());
        assert!(!super::super::fits("anything", NOBODY));
    }
}
