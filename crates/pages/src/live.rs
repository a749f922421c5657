//! The live line: one thread follows the journal, every open page hears of it.

use std::convert::Infallible;
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::sse::{Event as Sent, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use linli_hall::journal::{Event, Tail};
use linli_hall::{Actor, Hall, TicketId};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{self, Receiver, Sender};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::limits;

/// What pages are told: that something happened, and which tickets were called.
#[derive(Debug, Clone, Default)]
struct Pulse {
    called: Vec<TicketId>,
}

pub(crate) struct Live {
    sender: Arc<Sender<Pulse>>,
    seats: Arc<Semaphore>,
}

impl Live {
    /// Follows `hall` until the pages are dropped.
    pub(crate) fn start(hall: &Hall) -> Self {
        let sender = Arc::new(broadcast::channel(limits::FOLLOW_BACKLOG).0);
        let (listeners, hall) = (Arc::downgrade(&sender), hall.clone());
        let started = thread::Builder::new()
            .name("pages-live".to_owned())
            .spawn(move || follow(&hall, &listeners));
        if let Err(error) = started {
            // Pages still ask again by themselves every half minute.
            tracing::error!(%error, "pages are not live");
        }
        Self {
            sender,
            seats: Arc::new(Semaphore::new(limits::FOLLOWERS)),
        }
    }

    /// The live line of one page; `own` is the ticket whose calls it wants to hear of.
    pub(crate) fn line(&self, own: Option<TicketId>) -> Response {
        let Ok(seat) = Arc::clone(&self.seats).try_acquire_owned() else {
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        };
        let line = Line {
            pulses: self.sender.subscribe(),
            own,
            _seat: seat,
            called: false,
        };
        let events = stream::unfold(line, |mut line| async move {
            line.next().await.map(|sent| (sent, line))
        });
        // Proxies must not hold a live line back to make it fuller.
        ([("x-accel-buffering", "no")], Sse::new(events)).into_response()
    }
}

struct Line {
    pulses: Receiver<Pulse>,
    own: Option<TicketId>,
    _seat: OwnedSemaphorePermit,
    /// A `called` is followed by a `changed`.
    called: bool,
}

impl Line {
    async fn next(&mut self) -> Option<Result<Sent, Infallible>> {
        if std::mem::take(&mut self.called) {
            return Some(Ok(named("changed")));
        }
        let beat = Duration::from_secs(limits::BEAT_SECS);
        match tokio::time::timeout(beat, self.pulses.recv()).await {
            Err(_) => Some(Ok(named("beat"))),
            Ok(Ok(pulse)) if self.own.is_some_and(|own| pulse.called.contains(&own)) => {
                self.called = true;
                Some(Ok(named("called")))
            }
            Ok(Ok(_) | Err(RecvError::Lagged(_))) => Some(Ok(named("changed"))),
            Ok(Err(RecvError::Closed)) => None,
        }
    }
}

fn named(name: &str) -> Sent {
    // A browser drops events without data.
    Sent::default().event(name).data("1")
}

fn follow(hall: &Hall, listeners: &Weak<Sender<Pulse>>) {
    let mut follower = hall.follow(newest(hall));
    let patience = Duration::from_millis(limits::FOLLOW_PATIENCE_MS);
    loop {
        let entries = follower.next(patience);
        let Some(sender) = listeners.upgrade() else {
            return;
        };
        match entries {
            Ok(entries) if entries.is_empty() => {}
            Ok(entries) => {
                let called = entries.into_iter().filter_map(|entry| match entry.event {
                    Event::TicketCalled { ticket, .. } => Some(ticket),
                    _ => None,
                });
                // Nobody listening is no error.
                drop(sender.send(Pulse {
                    called: called.collect(),
                }));
            }
            Err(error) => {
                tracing::error!(%error, "the journal cannot be followed");
                thread::sleep(patience);
            }
        }
    }
}

/// The last entry of the journal. It has no gaps, so its end is found by doubling and halving,
/// whatever its length.
fn newest(hall: &Hall) -> u64 {
    let some_after = |seq: u64| {
        let tail = hall.ask(
            &Actor::owner(),
            Tail {
                after: seq,
                limit: 1,
            },
        );
        tail.is_ok_and(|entries| !entries.is_empty())
    };
    let mut high = 1;
    while some_after(high) {
        high *= 2;
    }
    let mut low = 0;
    while low < high {
        let middle = low + (high - low) / 2;
        if some_after(middle) {
            low = middle + 1
        } else {
            high = middle
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use linli_hall::{RequestId, sample, service, ticket};

    use super::*;

    #[test]
    fn the_end_of_the_journal_is_found_at_any_length() {
        let hall = Hall::in_memory(sample::clock()).expect("a hall");
        assert_eq!(newest(&hall), 0);
        sample::furnish(&hall).expect("furnished");
        let all = |hall: &Hall| {
            let tail = hall
                .ask(
                    &Actor::owner(),
                    Tail {
                        after: 0,
                        limit: 500,
                    },
                )
                .expect("the journal");
            tail.last().map_or(0, |entry| entry.seq)
        };
        assert_eq!(newest(&hall), all(&hall));
        let services = hall
            .ask(&Actor::visitor(), service::List::default())
            .expect("services");
        for _ in 0..3 {
            let take = ticket::Take::of(services[0].id);
            drop(hall.perform(&Actor::kiosk("大门"), RequestId::fresh(), take));
            assert_eq!(newest(&hall), all(&hall));
        }
    }
}
