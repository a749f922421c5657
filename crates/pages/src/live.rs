//! The live line of an open page: it hears that something happened, and asks for itself again.

use std::convert::Infallible;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::sse::{Event as Sent, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use linli_api::ServerState;
use linli_hall::TicketId;
use linli_hall::journal::{Entry, Event};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::limits;

/// Places for live lines, of the whole process.
static SEATS: LazyLock<Arc<Semaphore>> =
    LazyLock::new(|| Arc::new(Semaphore::new(limits::FOLLOWERS)));

/// The live line of one page; `own` is the ticket whose calls it wants to hear of.
pub(crate) fn line(state: &ServerState, own: Option<TicketId>) -> Response {
    let Ok(seat) = Arc::clone(&SEATS).try_acquire_owned() else {
        // The page asks again by itself, and tries the line again later.
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let line = Line {
        state: state.clone(),
        news: state.feed().listen(),
        own,
        called: false,
        _seat: seat,
    };
    let events = stream::unfold(
        line,
        |mut line| async move { Some((line.next().await?, line)) },
    );
    // Proxies must not hold a live line back until it is worth sending.
    ([("x-accel-buffering", "no")], Sse::new(events)).into_response()
}

struct Line {
    state: ServerState,
    news: Receiver<Arc<[Entry]>>,
    own: Option<TicketId>,
    /// `called` was sent, and `changed` follows.
    called: bool,
    _seat: OwnedSemaphorePermit,
}

impl Line {
    /// The next event; `None` ends the line, and the page comes again.
    async fn next(&mut self) -> Option<Result<Sent, Infallible>> {
        if std::mem::take(&mut self.called) {
            return Some(Ok(named("changed")));
        }
        let beat = Duration::from_secs(limits::BEAT_SECS);
        let news = tokio::select! {
            news = tokio::time::timeout(beat, self.news.recv()) => news,
            () = self.state.stopped() => return None,
        };
        match news {
            Err(_) => Some(Ok(named("beat"))),
            Ok(Ok(entries)) if calls(&entries, self.own) => {
                self.called = true;
                Some(Ok(named("called")))
            }
            // What was missed, or may have been, is on the page that is asked for now.
            Ok(Ok(_) | Err(RecvError::Lagged(_))) => Some(Ok(named("changed"))),
            Ok(Err(RecvError::Closed)) => None,
        }
    }
}

fn calls(entries: &[Entry], own: Option<TicketId>) -> bool {
    entries.iter().any(
        |entry| matches!(entry.event, Event::TicketCalled { ticket, .. } if Some(ticket) == own),
    )
}

fn named(name: &str) -> Sent {
    // A browser drops events without data.
    Sent::default().event(name).data("1")
}
