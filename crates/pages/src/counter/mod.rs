//! The counter's pages: signing in, choosing a counter, the desk, the messages of residents.

mod act;
mod alerts;
mod choose;
mod desk;
mod hand;
mod header;
mod letter;
mod lists;
mod messages;
mod sheets;
mod sign_in;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use linli_api::ServerState;

use crate::live;
use crate::visit::Visit;

pub(crate) fn routes() -> Router<ServerState> {
    Router::new()
        .route("/counter", get(choose::show))
        .route("/counter/events", get(events))
        .route(
            "/counter/sign-in",
            get(sign_in::show).post(sign_in::sign_in),
        )
        .route("/counter/sign-out", post(sign_in::sign_out))
        .route(messages::PATH, get(messages::show))
        .route(
            "/counter/messages/{message}/{verb}",
            get(messages::back).post(messages::act),
        )
        .route("/counter/{counter}", get(desk::show))
        .route("/counter/{counter}/{verb}", post(act::act))
}

async fn events(State(state): State<ServerState>, visit: Visit) -> Response {
    if visit.serves() {
        live::line(&state, None)
    } else {
        // The page then asks for itself and is sent to the sign-in.
        StatusCode::FORBIDDEN.into_response()
    }
}
