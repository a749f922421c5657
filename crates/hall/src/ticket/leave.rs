//! Out of the queue, by the resident.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::cancel::cancel;
use super::{State, row};
use crate::{Action, Change, Result, Right, link};

/// Leaves the queue. Leaving twice is no mistake.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Leave {
    /// From the link on the slip.
    pub token: String,
}

impl Action for Leave {
    type Outcome = ();
    const NAME: &'static str = "ticket.leave";
    const NEEDS: Right = Right::Public;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let ticket = row::one(
            change.db,
            link::opened(&change.settings()?.secret, &self.token)?,
        )?;
        if ticket.state != State::Cancelled {
            cancel(change, ticket, None)?;
        }
        Ok(())
    }
}
