//! What became of the slip, and another one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{PrintState, row};
use crate::journal::Event;
use crate::{Action, Change, Result, Right, TicketId};

/// Notes how far the printing came.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct NotePrint {
    /// Whose slip.
    pub ticket: TicketId,
    /// How far.
    pub print: PrintState,
}

impl Action for NotePrint {
    type Outcome = ();
    const NAME: &'static str = "ticket.note_print";
    const NEEDS: Right = Right::Kiosk;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        row::one(change.db, self.ticket)?;
        change
            .db
            .prepare_cached("UPDATE tickets SET print = ?2 WHERE id = ?1")?
            .execute((self.ticket, row::word(self.print)?))?;
        change.record(&Event::PrintNoted {
            ticket: self.ticket,
            print: self.print,
        })
    }
}

/// Asks for the same slip again. Only staff do: a second slip is never a second number.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Reprint {
    /// Whose slip.
    pub ticket: TicketId,
    /// At which terminal; where it was taken, if none is named.
    #[serde(default)]
    pub device: String,
}

impl Action for Reprint {
    type Outcome = ();
    const NAME: &'static str = "ticket.reprint";
    const NEEDS: Right = Right::Serve;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let ticket = row::one(change.db, self.ticket)?;
        change.db.execute(
            "UPDATE tickets SET print = 'pending' WHERE id = ?1",
            [ticket.id],
        )?;
        let device = if self.device.is_empty() {
            ticket.origin
        } else {
            self.device
        };
        change.record(&Event::ReprintAsked {
            ticket: ticket.id,
            device,
        })
    }
}
