//! The wire, tried over real sockets.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected has failed"
)]

mod cookies;
mod crowd;
mod door;
mod follow;
mod house;
mod openapi;
mod rates;
mod rejections;
mod remote;
