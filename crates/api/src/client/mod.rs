//! The client end.

mod any;
mod follow;
mod remote;

pub use any::{AnyFollower, AnyHall};
pub use follow::RemoteFollower;
pub use remote::RemoteHall;
