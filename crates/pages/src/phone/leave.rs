//! Out of the queue.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use linli_api::{Rejection, ServerState};
use linli_hall::{RequestId, ticket};
use serde::Deserialize;

use super::show::page;
use crate::fault;
use crate::visit::Visit;

/// The form.
#[derive(Debug, Deserialize)]
pub(super) struct Leaving {
    request: String,
}

pub(super) async fn leave(
    State(state): State<ServerState>,
    Path(token): Path<String>,
    visit: Visit,
    form: Result<Form<Leaving>, FormRejection>,
) -> Response {
    match perform(&state, &visit, &token, form).await {
        Ok(()) => Redirect::to(&format!("/t/{token}")).into_response(),
        Err(rejection) => page(&state, &visit, &token, Some(&rejection), false).await,
    }
}

async fn perform(
    state: &ServerState,
    visit: &Visit,
    token: &str,
    form: Result<Form<Leaving>, FormRejection>,
) -> Result<(), Rejection> {
    let Form(form) = form.map_err(|error| fault::of_form(&error))?;
    let request = RequestId::parse(&form.request)?;
    state
        .perform(
            &visit.caller,
            request,
            ticket::Leave {
                token: token.to_owned(),
            },
        )
        .await
}
