//! Following one's own ticket by phone.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{State, allowed, standing};
use crate::forecast::Range;
use crate::ticket::Verb;
use crate::{CounterId, Names, Question, Result, Right, TicketId, View, link};

/// Asks where the ticket of this link stands.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Follow {
    /// From the link on the slip.
    pub token: String,
}

/// What the holder of a link may know: nothing of anybody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Following {
    /// The ticket, to see which events are its own.
    pub ticket: TicketId,
    /// As printed: `A012`.
    pub label: String,
    /// The service's names.
    pub service: Names,
    /// What to bring.
    pub bring: Names,
    /// Where it stands.
    pub state: State,
    /// People who will be called before.
    pub ahead: u32,
    /// How long it may take yet.
    pub wait: Option<Range>,
    /// The counter it is called to, or the counters it may be called to.
    pub counters: Vec<CounterId>,
    /// When it was taken.
    pub taken_at: Timestamp,
    /// The language it was taken in.
    pub locale: String,
    /// How often it was called and nobody came.
    pub no_shows: u32,
    /// Whether the queue can be left now.
    pub can_leave: bool,
    /// Whether the service can be rated now.
    pub can_rate: bool,
    /// How it was rated.
    pub rating: Option<u8>,
}

impl Question for Follow {
    type Answer = Following;
    const NAME: &'static str = "ticket.follow";
    const NEEDS: Right = Right::Public;

    fn answer(&self, view: &View<'_>) -> Result<Following> {
        let standing = standing(view, link::opened(&view.settings()?.secret, &self.token)?)?;
        let ticket = standing.ticket;
        let at_counter = matches!(ticket.state, State::Called | State::Serving | State::Served);
        let counters = match ticket.counter {
            Some(counter) if at_counter => vec![counter],
            _ => standing.counters,
        };
        Ok(Following {
            ticket: ticket.id,
            service: standing.service,
            bring: standing.bring,
            state: ticket.state,
            ahead: standing.ahead,
            wait: standing.wait,
            counters,
            taken_at: Timestamp::from_millisecond(ticket.taken_at).unwrap_or_default(),
            can_leave: allowed(ticket.state, Verb::Cancel, State::Cancelled),
            can_rate: ticket.state == State::Served && ticket.rating.is_none(),
            rating: ticket.rating,
            locale: ticket.locale,
            no_shows: ticket.no_shows,
            label: ticket.label,
        })
    }
}
