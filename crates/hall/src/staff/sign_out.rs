//! Signing out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::journal::Event;
use crate::{Action, Change, Result, Right};

/// Ends one sign-in. Ending it twice is no mistake.
#[derive(Serialize, Deserialize, JsonSchema)]
pub struct SignOut {
    /// The token of the sign-in.
    pub token: String,
}

impl Action for SignOut {
    type Outcome = ();
    const NAME: &'static str = "staff.sign_out";
    const NEEDS: Right = Right::Public;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let hash: [u8; 32] = Sha256::digest(self.token.as_bytes()).into();
        let ended = change.db.execute(
            "DELETE FROM credentials WHERE hash = ?1 AND staff IS NOT NULL",
            [hash],
        )?;
        if ended > 0 {
            change.record(&Event::StaffSignedOut {
                staff: change.actor.staff,
            })?;
        }
        Ok(())
    }
}
