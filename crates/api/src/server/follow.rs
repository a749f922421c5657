//! `GET /api/follow?after=SEQ`: the journal as server-sent events.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::{Stream, stream};
use linli_hall::journal::{Entry, Tail};
use linli_hall::{Error, Question, Result};
use serde::Deserialize;
use tokio::sync::OwnedSemaphorePermit;
use tokio::sync::broadcast::{Receiver, error::RecvError};

use super::{Caller, Rejection, ServerState};
use crate::limits;

#[derive(Deserialize)]
pub(super) struct From {
    /// The last entry already known; without it, only what is new.
    after: Option<u64>,
}

pub(super) async fn follow(
    State(state): State<ServerState>,
    caller: Caller,
    Query(from): Query<From>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Rejection> {
    let needs = Tail::NEEDS;
    if !caller.actor.role.has(needs) {
        let (needs, role) = (format!("{needs:?}"), caller.actor.role.name().to_owned());
        return Err(Error::NotAllowed { needs, role }.into());
    }
    let place = Arc::clone(&state.followers)
        .try_acquire_owned()
        .map_err(|_| Error::Overloaded)?;
    // Listening begins before the look back, so that nothing falls between the two.
    let news = state.feed.listen();
    let known = headers
        .get("last-event-id")
        .and_then(|id| id.to_str().ok()?.trim().parse().ok());
    let at = match known.or(from.after) {
        Some(at) => at,
        None => state.feed.last().await?,
    };
    let line = Line {
        state,
        news,
        at,
        behind: true,
        ready: VecDeque::new(),
        _place: place,
    };
    let events = stream::unfold(line, |mut line| async {
        let event = line.next().await?;
        Some((Ok(event), line))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(limits::KEEP_ALIVE)))
}

/// One follower's line.
struct Line {
    state: ServerState,
    news: Receiver<Arc<[Entry]>>,
    /// The last entry put on the line.
    at: u64,
    /// There may be older entries than the next news.
    behind: bool,
    ready: VecDeque<Entry>,
    _place: OwnedSemaphorePermit,
}

impl Line {
    /// The next event; `None` ends the stream, and the follower comes again.
    async fn next(&mut self) -> Option<Event> {
        let state = self.state.clone();
        tokio::select! {
            entry = self.entry() => event(&entry?),
            () = state.stopped() => None,
        }
    }

    async fn entry(&mut self) -> Option<Entry> {
        loop {
            if let Some(entry) = self.ready.pop_front() {
                self.at = entry.seq;
                return Some(entry);
            }
            if self.behind {
                match self.state.feed.after(self.at).await {
                    Ok(entries) if entries.is_empty() => self.behind = false,
                    Ok(entries) => self.ready = entries.into(),
                    Err(error) => {
                        tracing::warn!(%error, "a follower is sent away");
                        return None;
                    }
                }
                continue;
            }
            match self.news.recv().await {
                Ok(batch) => self.sort_in(&batch),
                Err(RecvError::Lagged(_)) => self.behind = true,
                Err(RecvError::Closed) => return None,
            }
        }
    }

    /// Takes what follows without a gap; otherwise the next look goes to the journal itself.
    fn sort_in(&mut self, batch: &[Entry]) {
        let mut end = self.at;
        for entry in batch.iter().filter(|entry| entry.seq > self.at) {
            if entry.seq != end + 1 {
                self.behind = true;
                return;
            }
            end = entry.seq;
            self.ready.push_back(entry.clone());
        }
        self.behind = batch.is_empty();
    }
}

fn event(entry: &Entry) -> Option<Event> {
    match Event::default().id(entry.seq.to_string()).json_data(entry) {
        Ok(event) => Some(event),
        Err(error) => {
            tracing::error!(%error, seq = entry.seq, "an entry cannot be written as JSON");
            None
        }
    }
}
