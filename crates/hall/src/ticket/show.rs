//! Where a ticket stands.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{State, Ticket, row};
use crate::forecast::{self, Range};
use crate::{CounterId, Names, Question, Result, Right, TicketId, View, counter, link, queue};

/// Asks where a ticket stands: for a slip that is printed again, or a clerk.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Show {
    /// Which.
    pub ticket: TicketId,
}

/// Where a ticket stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Standing {
    /// The ticket.
    pub ticket: Ticket,
    /// The service's names.
    pub service: Names,
    /// What to bring.
    pub bring: Names,
    /// People who will be called before; 0 unless it waits.
    pub ahead: u32,
    /// How long it may take yet; `None` unless it waits and a counter serves it.
    pub wait: Option<Range>,
    /// The counters it may be called to.
    pub counters: Vec<CounterId>,
    /// For the link on the slip.
    pub token: String,
}

impl Question for Show {
    type Answer = Standing;
    const NAME: &'static str = "ticket.show";
    const NEEDS: Right = Right::Board;

    fn answer(&self, view: &View<'_>) -> Result<Standing> {
        standing(view, self.ticket)
    }
}

pub(crate) fn standing(view: &View<'_>, id: TicketId) -> Result<Standing> {
    let ticket = row::one(view.db, id)?;
    let settings = view.settings()?;
    let service = settings.service_ever(ticket.service)?;
    let waits = ticket.state == State::Waiting;
    let ahead = if waits {
        queue::ahead_of(view, &ticket)?
    } else {
        0
    };
    let wait = if waits {
        forecast::range(view, ticket.day, service, ahead)?
    } else {
        None
    };
    let mut counters = counter::open_for(view.db, service.id)?;
    if counters.is_empty() {
        counters = counter::planned_for(view.db, service.id)?;
    }
    let token = link::token(&settings.secret, id);
    Ok(Standing {
        ticket,
        service: service.names.clone(),
        bring: service.bring.clone(),
        ahead,
        wait,
        counters,
        token,
    })
}
