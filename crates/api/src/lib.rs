//! The wire: the hall's one door over HTTP, its server end and its client end.
//!
//! [`Server`] opens a [`Hall`](linli_hall::Hall) to the network; [`RemoteHall`] is the same hall
//! seen from another machine, with the same three methods. [`AnyHall`] is either, so that the
//! terminal and the staff's tool work on both by one line of settings.

mod client;
pub mod limits;

pub use client::{AnyFollower, AnyHall, RemoteFollower, RemoteHall};
