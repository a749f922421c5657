//! A hall on another machine.

use std::thread::sleep;

use linli_hall::{Action, Error, Question, RequestId, Result};
use serde::Serialize;
use serde_json::Value;
use ureq::Agent;

use super::RemoteFollower;
use crate::limits;

/// The hall of another machine, spoken to over HTTP. Cheap to clone; clones share connections.
#[derive(Clone)]
pub struct RemoteHall {
    agent: Agent,
    base: String,
    token: Option<String>,
}

impl RemoteHall {
    /// The hall at `url`, such as `http://192.168.1.20:7300`; `token` says who we are. Nothing is
    /// sent yet: a hall that is off can be named too.
    ///
    /// # Errors
    /// If `url` is not one, or the token cannot be sent.
    pub fn at(url: &str, token: Option<String>) -> Result<Self> {
        let base = url.trim_end_matches('/').to_owned();
        if !base
            .strip_prefix("http://")
            .is_some_and(|rest| !rest.is_empty() && !rest.contains([' ', '?', '#']))
        {
            return Err(Error::bad_input(format!(
                "the hall's address is like http://192.168.1.20:7300, not {url}"
            )));
        }
        if token
            .as_ref()
            .is_some_and(|token| token.is_empty() || !token.bytes().all(|b| b.is_ascii_graphic()))
        {
            return Err(Error::bad_input("the token is not one that a hall gives"));
        }
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            // The hall is in the same house: the way to the internet has no part in it.
            .proxy(None)
            .max_redirects(0)
            .timeout_connect(Some(limits::CONNECT))
            .timeout_global(Some(limits::ANSWER))
            .max_idle_connections(limits::IDLE_CONNECTIONS)
            .max_idle_connections_per_host(limits::IDLE_CONNECTIONS)
            .user_agent(concat!("linli/", env!("CARGO_PKG_VERSION")))
            .build()
            .new_agent();
        Ok(Self { agent, base, token })
    }

    /// The hall's address.
    pub fn url(&self) -> &str {
        &self.base
    }

    /// Does `action` and waits until it is durable. While the hall cannot be reached it is tried
    /// a few times more under the same request id, which does it once.
    ///
    /// # Errors
    /// As the hall's own door; [`Error::Unreachable`] if it is not known whether it happened.
    pub fn perform<A: Action>(&self, request: &RequestId, action: &A) -> Result<A::Outcome> {
        parsed(self.act(request, A::NAME, action)?)
    }

    /// Does the action called `name` from JSON.
    ///
    /// # Errors
    /// As [`RemoteHall::perform`], and if there is no such action.
    pub fn perform_named(&self, request: &RequestId, name: &str, input: &Value) -> Result<Value> {
        self.act(request, name, input)
    }

    /// Answers `question`.
    ///
    /// # Errors
    /// As the hall's own door, and [`Error::Unreachable`].
    pub fn ask<Q: Question>(&self, question: &Q) -> Result<Q::Answer> {
        parsed(self.look(Q::NAME, question)?)
    }

    /// Asks the question called `name` from JSON.
    ///
    /// # Errors
    /// As [`RemoteHall::ask`], and if there is no such question.
    pub fn ask_named(&self, name: &str, input: &Value) -> Result<Value> {
        self.look(name, input)
    }

    /// Journal entries after `seq`, as they come, live. Connects again by itself.
    ///
    /// # Errors
    /// If no thread can be started for it.
    pub fn follow(&self, seq: u64) -> Result<RemoteFollower> {
        RemoteFollower::start(self.clone(), seq)
    }

    fn act(&self, request: &RequestId, name: &str, input: &impl Serialize) -> Result<Value> {
        let body = serde_json::to_vec(input)?;
        let mut pause = limits::FIRST_PAUSE;
        for _ in 1..limits::TRIES {
            match self.post("act", name, Some(request), &body) {
                Err(Error::Unreachable(words)) => tracing::debug!(name, words, "trying again"),
                done => return done,
            }
            sleep(pause);
            pause *= 2;
        }
        self.post("act", name, Some(request), &body)
    }

    /// A connection kept open may have died since: a question is asked once more.
    fn look(&self, name: &str, input: &impl Serialize) -> Result<Value> {
        let body = serde_json::to_vec(input)?;
        match self.post("ask", name, None, &body) {
            Err(Error::Unreachable(_)) => self.post("ask", name, None, &body),
            done => done,
        }
    }

    fn post(
        &self,
        kind: &str,
        name: &str,
        request: Option<&RequestId>,
        body: &[u8],
    ) -> Result<Value> {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        if name.is_empty() || !name.chars().all(plain) {
            return Err(Error::UnknownName(name.to_owned()));
        }
        let mut post = self
            .agent
            .post(format!("{}/api/{kind}/{name}", self.base))
            .content_type("application/json");
        if let Some(token) = &self.token {
            post = post.header("authorization", format!("Bearer {token}"));
        }
        if let Some(request) = request {
            post = post.header("idempotency-key", request.as_str());
        }
        let mut response = post.send(body).map_err(unreachable)?;
        let status = response.status();
        let bytes = response
            .body_mut()
            .with_config()
            .limit(limits::ANSWER_BYTES)
            .read_to_vec()
            .map_err(unreachable)?;
        if status.is_success() {
            return serde_json::from_slice(&bytes)
                .map_err(|error| unreachable(format!("its answer is no JSON: {error}")));
        }
        Err(refusal(status.as_u16(), &bytes))
    }

    /// Opens the event stream after `seq`.
    pub(super) fn stream(&self, seq: u64) -> Result<impl std::io::Read + use<>> {
        let mut get = self
            .agent
            .get(format!("{}/api/follow?after={seq}", self.base))
            .header("accept", "text/event-stream");
        if let Some(token) = &self.token {
            get = get.header("authorization", format!("Bearer {token}"));
        }
        let endless = get
            .config()
            .timeout_global(None)
            .timeout_recv_response(Some(limits::ANSWER));
        let get = endless.timeout_per_read(Some(limits::SILENCE)).build();
        let mut response = get.call().map_err(unreachable)?;
        if !response.status().is_success() {
            let bytes = response
                .body_mut()
                .with_config()
                .limit(limits::ANSWER_BYTES)
                .read_to_vec()
                .map_err(unreachable)?;
            return Err(refusal(response.status().as_u16(), &bytes));
        }
        Ok(response.into_body().into_reader())
    }
}

fn parsed<T: serde::de::DeserializeOwned>(answer: Value) -> Result<T> {
    serde_json::from_value(answer)
        .map_err(|error| unreachable(format!("its version differs from ours: {error}")))
}

fn unreachable(why: impl std::fmt::Display) -> Error {
    Error::Unreachable(why.to_string())
}

/// What the hall said no with; whatever else answers at that address is not the hall.
fn refusal(status: u16, body: &[u8]) -> Error {
    serde_json::from_slice(body).unwrap_or_else(|_| {
        unreachable(format!(
            "something else answered there, with status {status}"
        ))
    })
}
