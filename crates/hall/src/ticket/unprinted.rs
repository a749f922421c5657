//! The slips that a terminal still owes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Ticket, select};
use crate::{Question, Result, Right, View, limits};

/// Asks for this terminal's tickets of today whose slip was wanted and has not come out: what a
/// terminal looks at when it starts.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Unprinted {}

impl Question for Unprinted {
    type Answer = Vec<Ticket>;
    const NAME: &'static str = "ticket.unprinted";
    const NEEDS: Right = Right::Kiosk;

    fn answer(&self, view: &View<'_>) -> Result<Vec<Ticket>> {
        let rest = "WHERE origin = ?1 AND print IN ('pending', 'printing') AND day = ?2 ORDER BY id LIMIT ?3";
        select(
            view.db,
            rest,
            &[
                &view.actor.name,
                &view.today()?.to_string(),
                &limits::QUEUE_ROWS,
            ],
        )
    }
}
