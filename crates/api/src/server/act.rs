//! `POST /api/act/{name}`: doing something.

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use linli_hall::registry::find_action;
use linli_hall::{Error, RequestId};
use serde_json::Value;

use super::{Caller, Rejection, ServerState};

/// The header that carries the request id.
pub(super) const KEY: &str = "idempotency-key";

pub(super) async fn act(
    State(state): State<ServerState>,
    Path(name): Path<String>,
    caller: Caller,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<Value>, Rejection> {
    let action = find_action(&name)?;
    let request = request_id(&headers)?;
    let input = json(body)?;
    Ok(Json(
        state.perform_named(&caller, action, request, input).await?,
    ))
}

fn request_id(headers: &HeaderMap) -> Result<RequestId, Error> {
    let key = headers.get(KEY).ok_or_else(|| {
        Error::bad_input("an act needs the header Idempotency-Key: a new id for each intention, the same for a retry")
    })?;
    RequestId::parse(key.to_str().unwrap_or_default())
}

/// The body as JSON; no body is nothing to say.
pub(super) fn json(body: Result<Bytes, BytesRejection>) -> Result<Value, Rejection> {
    let body = body.map_err(|rejected| match rejected.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Rejection::TooLarge,
        _ => Rejection::Hall(Error::bad_input("the body broke off")),
    })?;
    if body.is_empty() {
        return Ok(Value::Null);
    }
    serde_json::from_slice(&body)
        .map_err(|error| Error::bad_input(format!("the body is no JSON: {error}")).into())
}
