//! Who sends a request: by a bearer token, by the cookie of a sign-in, or nobody in particular.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use linli_hall::{Actor, Role};

use super::{Rejection, ServerState, cookie, is_same_origin};

/// The other end of the connection.
#[derive(Debug, Clone, Copy)]
pub(super) struct Peer(pub(super) SocketAddr);

impl Peer {
    /// Where `parts` came from. Every connection has one; tests that have none count as this machine.
    pub(super) fn address(extensions: &axum::http::Extensions) -> IpAddr {
        extensions
            .get::<Self>()
            .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| {
                peer.0.ip().to_canonical()
            })
    }
}

/// How somebody showed who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credential {
    /// `Authorization: Bearer …`: a machine, or a script.
    Bearer,
    /// The cookie of a sign-in.
    Cookie,
    /// Not at all.
    None,
}

/// Who sends a request. As an extractor it turns away unknown bearer tokens, and changes that
/// another site's page sends with the cookie of a sign-in. An expired cookie is a visitor.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who it is.
    pub actor: Actor,
    /// From which address.
    pub address: IpAddr,
    /// How it was shown.
    pub by: Credential,
    /// What was shown, to sign out with.
    pub token: Option<String>,
}

impl Caller {
    /// Whether this is a machine or a person of the hall, and not just anybody.
    pub fn is_known(&self) -> bool {
        !matches!(self.actor.role, Role::Visitor | Role::Resident)
    }

    fn identify(state: &ServerState, parts: &Parts) -> Result<Self, Rejection> {
        let address = Peer::address(&parts.extensions);
        let visitor = Self {
            actor: Actor::visitor(),
            address,
            by: Credential::None,
            token: None,
        };
        if let Some(token) = bearer(&parts.headers) {
            let Some(actor) = state.hall.actor_of(token)? else {
                state.gate.pay_for_request(address)?;
                return Err(Rejection::UnknownToken);
            };
            let token = Some(token.to_owned());
            return Ok(Self {
                actor,
                address,
                by: Credential::Bearer,
                token,
            });
        }
        let signed_in = match cookie::session_of(&parts.headers) {
            Some(token) => state
                .hall
                .actor_of(token)?
                .map(|actor| (actor, token.to_owned())),
            None => None,
        };
        let Some((actor, token)) = signed_in else {
            state.gate.pay_for_request(address)?;
            return Ok(visitor);
        };
        let changes = !matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS);
        if changes && !is_same_origin(&parts.headers) {
            return Err(Rejection::CrossOrigin);
        }
        Ok(Self {
            actor,
            address,
            by: Credential::Cookie,
            token: Some(token),
        })
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    scheme
        .eq_ignore_ascii_case("bearer")
        .then_some(token.trim())
}

impl<S> FromRequestParts<S> for Caller
where
    ServerState: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Rejection> {
        // One look by an index, at a page that is in memory: shorter than handing it to another thread.
        Self::identify(&ServerState::from_ref(state), parts)
    }
}
