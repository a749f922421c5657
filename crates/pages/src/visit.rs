//! Who is looking, and in which language.

use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use linli_api::{Caller, ServerState};
use linli_hall::{Actor, Right};
use linli_texts::Lang;

use crate::fault;

/// The cookie of a chosen language.
const LANGUAGE: &str = "linli_lang";

/// One request, as far as every page wants to know it.
pub(crate) struct Visit {
    /// Who, from where.
    pub(crate) caller: Caller,
    /// The language chosen on a page before, or by a link.
    pub(crate) chosen: Option<Lang>,
    /// The language that the browser asks for.
    accepted: Lang,
}

impl Visit {
    /// The language for this person.
    pub(crate) fn lang(&self) -> Lang {
        self.chosen.unwrap_or(self.accepted)
    }

    /// The language for somebody who was at the terminal: what was chosen there says more than how the
    /// phone was bought.
    pub(crate) fn lang_after(&self, locale: &str) -> Lang {
        let at_the_terminal = || locale.parse().ok();
        self.chosen
            .or_else(at_the_terminal)
            .unwrap_or(self.accepted)
    }

    pub(crate) fn actor(&self) -> &Actor {
        &self.caller.actor
    }

    /// Whether this is somebody who may serve at a counter.
    pub(crate) fn serves(&self) -> bool {
        self.actor().role.has(Right::Serve)
    }
}

/// A language that a link asked for; put into the request by [`crate::guard::language`].
#[derive(Clone, Copy)]
pub(crate) struct Wished(pub(crate) Lang);

impl FromRequestParts<ServerState> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &ServerState) -> Result<Self, Response> {
        let wished = parts.extensions.get::<Wished>().map(|wished| wished.0);
        let chosen = wished.or_else(|| cookie(&parts.headers, LANGUAGE)?.parse().ok());
        let accepts = parts
            .headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        let accepted = Lang::from_accept_language(accepts.unwrap_or_default());
        let caller = Caller::from_request_parts(parts, state).await;
        let caller =
            caller.map_err(|rejection| fault::of(chosen.unwrap_or(accepted), &rejection))?;
        Ok(Self {
            caller,
            chosen,
            accepted,
        })
    }
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// Remembers a language for a year.
pub(crate) fn language_cookie(lang: Lang) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!(
        "{LANGUAGE}={lang}; Path=/; SameSite=Lax; Max-Age=31536000"
    ))
    .ok()
}
