//! The wire: the hall's one door over HTTP, its server end and its client end.
//!
//! [`Server`] opens a [`Hall`](linli_hall::Hall) to the network; [`RemoteHall`] is the same hall
//! seen from another machine, with the same three methods. [`AnyHall`] is either, so that the
//! terminal and the staff's tool work on both by one line of settings.

mod client;
pub mod limits;
mod server;

pub use client::{AnyFollower, AnyHall, RemoteFollower, RemoteHall};
pub use server::{
    Caller, Credential, Feed, Purpose, Rate, Rates, Rejection, SESSION_COOKIE, Server, ServerState,
    Settings, clear_session, is_same_origin, session_cookie,
};
