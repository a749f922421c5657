//! `POST /api/ask/{name}`: asking something.

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use linli_hall::registry::find_question;
use serde_json::Value;

use super::act::json;
use super::state::blocking;
use super::{Caller, Rejection, ServerState};

pub(super) async fn ask(
    State(state): State<ServerState>,
    Path(name): Path<String>,
    caller: Caller,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<Value>, Rejection> {
    let question = find_question(&name)?;
    let input = json(body)?;
    Ok(Json(
        blocking(move || (question.ask)(&state.hall, &caller.actor, input)).await?,
    ))
}
