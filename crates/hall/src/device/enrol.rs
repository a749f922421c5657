//! Giving a machine its token.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::journal::Event;
use crate::names::check_text;
use crate::{Action, Change, Error, Refusal, Result, Right, Role, limits};

/// Enrols a machine. Its token is shown once; an older one of the same name ends.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Enrol {
    /// Kiosk, board, or clerk for a machine at a counter.
    pub role: Role,
    /// Its name, such as 大门.
    pub name: String,
}

/// A machine's token.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Enrolled {
    /// What it shows with each request.
    pub token: String,
}

impl Action for Enrol {
    type Outcome = Enrolled;
    const NAME: &'static str = "device.enrol";
    const NEEDS: Right = Right::Administer;
    const SHOWN_ONCE: bool = true;

    fn perform(self, change: &mut Change<'_>) -> Result<Enrolled> {
        check_text("the name", &self.name, limits::NAME_CHARS)?;
        if self.name.trim().is_empty() {
            return Err(Error::bad_input("the name is empty"));
        }
        if !matches!(self.role, Role::Kiosk | Role::Board | Role::Clerk) {
            return Err(Error::bad_input(
                "a machine is a kiosk, a board or a counter (clerk)",
            ));
        }
        let token = change.token(32);
        let hash: [u8; 32] = Sha256::digest(token.as_bytes()).into();
        change.db.execute(
            "DELETE FROM credentials WHERE name = ?1 AND staff IS NULL",
            [&self.name],
        )?;
        change.db.execute(
            "INSERT INTO credentials (hash, role, name) VALUES (?1, ?2, ?3)",
            (hash, self.role.name(), &self.name),
        )?;
        change.record(&Event::DeviceEnrolled {
            role: self.role.name().to_owned(),
            name: self.name,
        })?;
        Ok(Enrolled { token })
    }
}

/// Ends a machine's token.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Revoke {
    /// The machine's name.
    pub name: String,
}

impl Action for Revoke {
    type Outcome = ();
    const NAME: &'static str = "device.revoke";
    const NEEDS: Right = Right::Administer;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let gone = change.db.execute(
            "DELETE FROM credentials WHERE name = ?1 AND staff IS NULL",
            [&self.name],
        )?;
        if gone == 0 {
            return Err(Refusal::NoSuchPerson.into());
        }
        change.record(&Event::DeviceRevoked { name: self.name })
    }
}
