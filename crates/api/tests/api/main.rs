//! The wire, tried over real sockets.

mod cookies;
mod crowd;
mod door;
mod follow;
mod house;
mod openapi;
mod rates;
mod rejections;
mod remote;
