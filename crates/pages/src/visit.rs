//! Who is looking, in which language, from where.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use linli_hall::{Actor, limits};
use linli_texts::Lang;

use crate::Pages;

/// The cookie of a clerk's sign-in.
pub(crate) const SESSION: &str = "linli_session";
/// The cookie of a chosen language.
pub(crate) const LANGUAGE: &str = "linli_lang";

/// One request, as far as every page wants to know it.
pub(crate) struct Visit {
    /// The language chosen on a page before, or by a link.
    pub(crate) chosen: Option<Lang>,
    /// The language that the browser asks for.
    pub(crate) accepted: Lang,
    /// The token of the sign-in, if there is a cookie.
    pub(crate) session: Option<String>,
    /// Who that is; a visitor when the sign-in is over.
    pub(crate) actor: Actor,
    /// The address, as far as it is known.
    pub(crate) address: String,
}

impl Visit {
    /// The language for this person.
    pub(crate) fn lang(&self) -> Lang {
        self.chosen.unwrap_or(self.accepted)
    }
}

/// A language that a link asked for; put into the request by [`crate::guard::language`].
#[derive(Clone, Copy)]
pub(crate) struct Wished(pub(crate) Lang);

impl FromRequestParts<Pages> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, pages: &Pages) -> Result<Self, Infallible> {
        let wished = parts.extensions.get::<Wished>().map(|wished| wished.0);
        let chosen = wished.or_else(|| cookie(&parts.headers, LANGUAGE)?.parse().ok());
        let accepts = parts
            .headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        let session = cookie(&parts.headers, SESSION);
        let actor = match session.clone() {
            None => None,
            Some(token) => pages
                .look(move |hall| hall.actor_of(&token))
                .await
                .unwrap_or_else(|error| {
                    tracing::error!(%error, "a sign-in cannot be looked up");
                    None
                }),
        };
        let address = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self {
            chosen,
            accepted: Lang::from_accept_language(accepts.unwrap_or_default()),
            session,
            actor: actor.unwrap_or_else(Actor::visitor),
            address: address.map_or_else(String::new, |address| address.ip().to_string()),
        })
    }
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

/// The cookie of a new sign-in. Scripts cannot read it and other sites cannot send it.
pub(crate) fn session_cookie(token: &str) -> Option<HeaderValue> {
    let seconds = limits::SESSION_HOURS * 3600;
    let cookie =
        format!("{SESSION}={token}; Path=/counter; HttpOnly; SameSite=Strict; Max-Age={seconds}");
    HeaderValue::from_str(&cookie).ok()
}

/// Takes the cookie of a sign-in away.
pub(crate) fn no_session_cookie() -> HeaderValue {
    HeaderValue::from_static("linli_session=; Path=/counter; HttpOnly; SameSite=Strict; Max-Age=0")
}

/// Remembers a language for a year.
pub(crate) fn language_cookie(lang: Lang) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!(
        "{LANGUAGE}={lang}; Path=/; SameSite=Lax; Max-Age=31536000"
    ))
    .ok()
}
