//! A served hall, and a browser without a window.

use std::sync::Arc;

use linli_api::{Server, Settings};
use linli_hall::ticket::{Take, Taken};
use linli_hall::{
    Action, Actor, CounterId, Hall, ManualClock, Opening, RequestId, Role, ServiceId, counter,
    sample,
};
use ureq::http::{Response, StatusCode};
use ureq::{Agent, Body};

/// The sample hall, served from a folder of its own.
pub(crate) struct TestHall {
    pub(crate) hall: Hall,
    pub(crate) clock: Arc<ManualClock>,
    server: Server,
    _folder: tempfile::TempDir,
}

impl TestHall {
    /// With the sample's services, hours, counters and notices, one clerk, on a Saturday at 09:41.
    pub(crate) fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = sample::clock();
        let hall = Opening::default()
            .clock(clock.clone())
            .open(folder.path())
            .expect("a hall");
        sample::furnish(&hall).expect("furnished");
        sample::employ(&hall).expect("a clerk");
        let server =
            Server::start(hall.clone(), Settings::local(), linli_pages::router).expect("served");
        Self {
            hall,
            clock,
            server,
            _folder: folder,
        }
    }

    /// With the counter open and its clerk there.
    pub(crate) fn with_counter(self, id: i64) -> Self {
        self.act(
            &clerk(),
            counter::Open {
                counter: CounterId(id),
            },
        );
        self
    }

    pub(crate) fn act<A: Action>(&self, actor: &Actor, action: A) -> A::Outcome {
        self.hall
            .perform(actor, RequestId::fresh(), action)
            .expect("the hall does it")
    }

    /// Somebody takes a number for 社保 at the terminal.
    pub(crate) fn take(&self) -> Taken {
        self.act(&Actor::kiosk("大门"), Take::of(sample::SOCIAL_SECURITY))
    }

    pub(crate) fn take_for(&self, service: i64) -> Taken {
        self.act(&Actor::kiosk("大门"), Take::of(ServiceId(service)))
    }

    /// Somebody's browser, without cookies yet.
    pub(crate) fn browser(&self) -> Browser {
        let agent = Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .build()
            .new_agent();
        Browser {
            agent,
            root: self.server.local_url(),
            cookies: Vec::new(),
        }
    }

    /// The browser of the clerk, signed in.
    pub(crate) fn desk(&self) -> Browser {
        let mut browser = self.browser();
        let (name, password) = sample::CLERK;
        let page = browser.post(
            "/counter/sign-in",
            &[("name", name), ("password", password)],
        );
        assert_eq!(page.status, 303, "{}", page.html);
        browser
    }
}

pub(crate) fn clerk() -> Actor {
    Actor::new(Role::Manager, sample::CLERK.0)
}

pub(crate) struct Browser {
    agent: Agent,
    root: String,
    cookies: Vec<(String, String)>,
}

/// One answer.
pub(crate) struct Page {
    pub(crate) status: u16,
    pub(crate) headers: ureq::http::HeaderMap,
    pub(crate) html: String,
}

impl Browser {
    pub(crate) fn get(&mut self, path: &str) -> Page {
        let request = self
            .agent
            .get(format!("{}{path}", self.root))
            .header("cookie", self.cookie());
        let answer = request.call().expect("an answer");
        self.page(answer)
    }

    /// As a page of the hall sends it; what follows is not followed.
    pub(crate) fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let root = self.root.clone();
        self.post_from(&root, path, fields)
    }

    /// As a page of `origin` sends it.
    pub(crate) fn post_from(&mut self, origin: &str, path: &str, fields: &[(&str, &str)]) -> Page {
        let request = self.agent.post(format!("{}{path}", self.root));
        let request = request
            .header("cookie", self.cookie())
            .header("origin", origin);
        let answer = request
            .send_form(fields.iter().copied())
            .expect("an answer");
        self.page(answer)
    }

    /// Presses the button of the form that goes to `action`, with what else the form is given.
    pub(crate) fn press(&mut self, page: &Page, action: &str, more: &[(&str, &str)]) -> Page {
        let request = page.request_of(action);
        let mut fields = vec![("request", request.as_str())];
        fields.extend_from_slice(more);
        let done = self.post(action, &fields);
        match done.headers.get("location") {
            Some(place) if done.status == StatusCode::SEE_OTHER.as_u16() => {
                let place = place.to_str().expect("a place").to_owned();
                self.get(&place)
            }
            _ => done,
        }
    }

    fn cookie(&self) -> String {
        self.cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect::<Vec<_>>()
            .join("; ")
    }

    fn page(&mut self, mut answer: Response<Body>) -> Page {
        for cookie in answer.headers().get_all("set-cookie") {
            let pair = cookie
                .to_str()
                .expect("a cookie")
                .split(';')
                .next()
                .unwrap_or_default();
            let (name, value) = pair.split_once('=').expect("a name and a value");
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        let html = answer.body_mut().read_to_string().expect("a page");
        Page {
            status: answer.status().as_u16(),
            headers: answer.headers().clone(),
            html,
        }
    }
}

impl Page {
    /// The text right inside the element of that `data-test` name; its first line of words.
    pub(crate) fn text(&self, name: &str) -> String {
        self.texts(name)
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("no {name} in {}", self.html))
    }

    /// The same for all elements of that name.
    pub(crate) fn texts(&self, name: &str) -> Vec<String> {
        let mark = format!("data-test=\"{name}\"");
        let after = self
            .html
            .match_indices(&mark)
            .map(|(at, _)| &self.html[at + mark.len()..]);
        after
            .map(|rest| {
                let rest = rest.split_once('>').map_or("", |(_, rest)| rest);
                rest.split('<').next().unwrap_or_default().trim().to_owned()
            })
            .collect()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.html.contains(&format!("data-test=\"{name}\""))
    }

    /// The request id in the form that goes to `action`.
    pub(crate) fn request_of(&self, action: &str) -> String {
        let form = self
            .html
            .split_once(&format!("action=\"{action}\""))
            .map(|(_, form)| form);
        let form = form.unwrap_or_else(|| panic!("no form to {action} in {}", self.html));
        let id = form
            .split_once("name=\"request\" value=\"")
            .and_then(|(_, rest)| rest.split_once('"'));
        id.unwrap_or_else(|| panic!("no request id in the form to {action}"))
            .0
            .to_owned()
    }
}

impl Browser {
    pub(crate) fn cookies_now(&self) -> Vec<(String, String)> {
        self.cookies.clone()
    }

    pub(crate) fn give_cookies(&mut self, cookies: Vec<(String, String)>) {
        self.cookies = cookies;
    }
}
