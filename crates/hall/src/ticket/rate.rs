//! How it was.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{State, Verb, row};
use crate::journal::Event;
use crate::{Action, Change, Error, Refusal, Result, Right, link};

/// Rates the service, once it is over.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Rate {
    /// From the link on the slip.
    pub token: String,
    /// 1 (bad) to 5 (very good).
    pub rating: u8,
}

impl Action for Rate {
    type Outcome = ();
    const NAME: &'static str = "ticket.rate";
    const NEEDS: Right = Right::Public;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        if !(1..=5).contains(&self.rating) {
            return Err(Error::bad_input("a rating is 1 to 5"));
        }
        let ticket = row::one(
            change.db,
            link::opened(&change.settings()?.secret, &self.token)?,
        )?;
        if ticket.state != State::Served {
            return Err(Refusal::NotNow {
                state: ticket.state,
                verb: Verb::Finish,
            }
            .into());
        }
        if ticket.rating.is_some() {
            return Err(Refusal::RatedAlready.into());
        }
        change.db.execute(
            "UPDATE tickets SET rating = ?2 WHERE id = ?1",
            (ticket.id, self.rating),
        )?;
        change.record(&Event::TicketRated {
            ticket: ticket.id,
            rating: self.rating,
        })
    }
}
