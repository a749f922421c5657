//! Which path leads where.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::Uri;
use axum::middleware::from_fn;
use axum::routing::{get, post};
use linli_hall::Error;

use super::{Rejection, ServerState, act, ask, follow, guard, health, openapi};
use crate::limits;

/// The API, and `extra` beside it, under the same limits.
pub(super) fn routes(state: ServerState, extra: Router) -> Router {
    let api = Router::new()
        .route("/act/{name}", post(act::act))
        .route("/ask/{name}", post(ask::ask))
        .route("/follow", get(follow::follow))
        .route("/openapi.json", get(openapi::openapi))
        .route("/health", get(health::health))
        .fallback(unknown)
        .method_not_allowed_fallback(wrong_method)
        .with_state(state);
    Router::new()
        .nest("/api", api)
        .merge(extra)
        .layer(DefaultBodyLimit::max(limits::BODY_BYTES))
        .layer(from_fn(guard::deadline))
        .layer(from_fn(guard::headers))
}

async fn unknown(uri: Uri) -> Rejection {
    Error::UnknownName(uri.path().to_owned()).into()
}

async fn wrong_method() -> Rejection {
    Rejection::WrongMethod
}
