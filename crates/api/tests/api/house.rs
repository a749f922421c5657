//! A hall in a folder of its own, served on a free port, and short ways to speak to it.

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use linli_api::{Rates, RemoteHall, Server, Settings};
use linli_hall::{
    Actor, Hall, ManualClock, Names, Opening, RequestId, Role, ServiceId, device, sample, service,
    staff,
};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A service with 9,999 numbers a day.
pub(crate) const WIDE: ServiceId = ServiceId(20);
/// How many services of that kind there are.
pub(crate) const WIDE_SERVICES: i64 = 4;

/// The sample hall on a Saturday morning at 09:41, served.
pub(crate) struct House {
    pub(crate) server: Server,
    pub(crate) hall: Hall,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) kiosk: String,
    agent: ureq::Agent,
    folder: TempDir,
}

/// What came back.
#[derive(Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
    pub(crate) retry_after: Option<u64>,
}

impl Answer {
    /// The body of a good answer.
    pub(crate) fn good(self) -> Value {
        assert_eq!(self.status, 200, "{}", self.body);
        self.body
    }
}

impl House {
    pub(crate) fn open() -> Self {
        Self::open_with(Rates::default())
    }

    pub(crate) fn open_with(rates: Rates) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = sample::clock();
        let hall = Opening::default()
            .clock(clock.clone())
            .open(folder.path())
            .unwrap();
        sample::furnish(&hall).unwrap();
        for n in 0..WIDE_SERVICES {
            let letter = ["K", "L", "M", "N"][n as usize];
            let service = service::Service {
                id: ServiceId(WIDE.0 + n),
                names: Names::zh("测试"),
                group: None,
                icon: String::new(),
                series: service::Series {
                    prefix: letter.to_owned(),
                    first: 1,
                    last: 9999,
                },
                daily_quota: None,
                by_phone: true,
                offers_priority: true,
                bring: Names::default(),
                typical_secs: 300,
                place: 0,
            };
            hall.perform(
                &Actor::owner(),
                RequestId::fresh(),
                service::Set { service },
            )
            .unwrap();
        }
        let server = Server::start(
            hall.clone(),
            Settings {
                rates,
                ..Settings::local()
            },
            pages,
        )
        .unwrap();
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .build()
            .new_agent();
        let kiosk = enrol(&hall, Role::Kiosk, "大门");
        Self {
            server,
            hall,
            clock,
            kiosk,
            agent,
            folder,
        }
    }

    /// Adds a member of staff with the password `correct horse`.
    pub(crate) fn employ(&self, name: &str, role: Role) {
        let add = staff::Add::new(name, role, "correct horse");
        self.hall
            .perform(&Actor::owner(), RequestId::fresh(), add)
            .unwrap();
    }

    pub(crate) fn enrol(&self, role: Role, name: &str) -> String {
        enrol(&self.hall, role, name)
    }

    pub(crate) fn remote(&self, token: &str) -> RemoteHall {
        RemoteHall::at(&self.server.local_url(), Some(token.to_owned())).unwrap()
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.server.local_url())
    }

    /// A POST with these headers, as it is.
    pub(crate) fn post(&self, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut post = self.agent.post(self.url(path));
        for (name, value) in headers {
            post = post.header(*name, *value);
        }
        answer(post.send(body).unwrap())
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        answer(self.agent.get(self.url(path)).call().unwrap())
    }

    /// Does `name` with a fresh key, by this token.
    pub(crate) fn act(&self, token: &str, name: &str, with: Value) -> Answer {
        self.act_as(token, RequestId::fresh().as_str(), name, with)
    }

    pub(crate) fn act_as(&self, token: &str, key: &str, name: &str, with: Value) -> Answer {
        let bearer = format!("Bearer {token}");
        let mut headers = vec![("idempotency-key", key)];
        if !token.is_empty() {
            headers.push(("authorization", &bearer));
        }
        self.post(
            &format!("/api/act/{name}"),
            &headers,
            with.to_string().as_bytes(),
        )
    }

    pub(crate) fn ask(&self, token: &str, name: &str, with: Value) -> Answer {
        let bearer = format!("Bearer {token}");
        let headers = [("authorization", bearer.as_str())];
        let headers = if token.is_empty() { &[][..] } else { &headers };
        self.post(
            &format!("/api/ask/{name}"),
            headers,
            with.to_string().as_bytes(),
        )
    }

    /// Takes a number at the kiosk, over the wire.
    pub(crate) fn take(&self) -> Value {
        self.act(&self.kiosk, "ticket.take", json!({ "service": WIDE }))
            .good()
    }
}

/// A page beside the API, to see that the same rules hold for it.
fn pages(_: linli_api::ServerState) -> Router {
    Router::new().route("/", get(|| async { "the hall's page" }))
}

fn answer(mut response: ureq::http::Response<ureq::Body>) -> Answer {
    let retry_after = response.headers().get("retry-after");
    let retry_after = retry_after.map(|secs| secs.to_str().unwrap().parse().unwrap());
    let text = response.body_mut().read_to_string().unwrap();
    let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
    Answer {
        status: response.status().as_u16(),
        body,
        retry_after,
    }
}

fn enrol(hall: &Hall, role: Role, name: &str) -> String {
    let enrol = device::Enrol {
        role,
        name: name.to_owned(),
    };
    hall.perform(&Actor::owner(), RequestId::fresh(), enrol)
        .unwrap()
        .token
}
