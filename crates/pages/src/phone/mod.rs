//! One number on a phone, taking one by phone, and the answer to a message.

mod leave;
mod message;
mod rate;
mod show;
mod take;

use axum::Router;
use axum::routing::{get, post};

use linli_api::ServerState;

pub(crate) fn routes() -> Router<ServerState> {
    Router::new()
        .route("/t/{token}", get(show::show))
        .route("/t/{token}/events", get(show::events))
        .route("/t/{token}/leave", post(leave::leave))
        .route("/t/{token}/rate", post(rate::rate))
        .route("/m/{token}", get(message::show))
        .route("/m/{token}/events", get(message::events))
        .route("/take/{service}", get(take::ask).post(take::take))
}
