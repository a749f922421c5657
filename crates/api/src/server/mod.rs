//! The server end.

mod act;
mod ask;
mod caller;
mod connections;
mod cookie;
mod feed;
mod follow;
mod guard;
mod health;
mod lingering;
mod openapi;
mod origin;
mod rates;
mod rejection;
mod routes;
mod run;
mod state;

pub use caller::{Caller, Credential};
pub use cookie::{SESSION_COOKIE, clear_session, session_cookie};
pub use feed::Feed;
pub use origin::is_same_origin;
pub use rates::{Purpose, Rate, Rates};
pub use rejection::Rejection;
pub use run::{Server, Settings};
pub use state::ServerState;
