//! Somebody goes to help.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::journal::Event;
use crate::{Action, Change, HelpId, Refusal, Result, Right};

/// "I am coming."
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// Which call.
    pub help: HelpId,
}

impl Action for Answer {
    type Outcome = ();
    const NAME: &'static str = "help.answer";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let answered = change.db.execute(
            "UPDATE help_calls SET answered_at = ?2, answered_by = ?3 WHERE id = ?1 AND answered_at IS NULL",
            (self.help, change.millis(), &change.actor.name),
        )?;
        if answered == 0 {
            return Err(Refusal::NoSuchHelp.into());
        }
        change.record(&Event::HelpAnswered { help: self.help })
    }
}
