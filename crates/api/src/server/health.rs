//! `GET /api/health`: whether the hall answers.

use axum::Json;
use axum::extract::State;
use linli_hall::{Actor, journal};
use serde_json::{Value, json};

use super::{Caller, Rejection, ServerState};

pub(super) async fn health(
    State(state): State<ServerState>,
    _caller: Caller,
) -> Result<Json<Value>, Rejection> {
    let seq = state.ask(&Actor::owner(), journal::Last {}).await?;
    Ok(Json(
        json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION"), "seq": seq }),
    ))
}
