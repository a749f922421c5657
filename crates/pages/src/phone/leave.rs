//! Out of the queue.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use linli_hall::{Actor, Error, RequestId, ticket};
use serde::Deserialize;

use super::show::page;
use crate::Pages;
use crate::visit::Visit;

/// The form.
#[derive(Debug, Deserialize)]
pub(super) struct Leaving {
    request: String,
}

pub(super) async fn leave(
    State(pages): State<Pages>,
    Path(token): Path<String>,
    visit: Visit,
    form: Result<Form<Leaving>, FormRejection>,
) -> Response {
    let request = form
        .map_err(|error| Error::BadInput(error.to_string()))
        .and_then(|form| RequestId::parse(&form.request));
    let left = match request {
        Ok(request) => {
            pages
                .perform(
                    &Actor::visitor(),
                    request,
                    ticket::Leave {
                        token: token.clone(),
                    },
                )
                .await
        }
        Err(error) => Err(error),
    };
    match left {
        Ok(()) => Redirect::to(&format!("/t/{token}")).into_response(),
        Err(error) => page(&pages, &visit, &token, Some(&error), false).await,
    }
}
