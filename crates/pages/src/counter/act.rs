//! What a clerk does, one verb a form.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use linli_api::{Rejection, ServerState};
use linli_hall::{CounterId, Error, HelpId, RequestId, ServiceId, TicketId, counter, help, ticket};
use serde::Deserialize;

use super::desk;
use crate::fault;
use crate::visit::Visit;

/// All fields that a verb may have; a form sends those of its own. Text, because an empty choice
/// of a form is an empty text and not a missing one.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    request: String,
    ticket: String,
    to_service: String,
    to_counter: String,
    note: String,
    reason: String,
    help: String,
    device: String,
}

pub(super) async fn act(
    State(state): State<ServerState>,
    Path((number, verb)): Path<(i64, String)>,
    visit: Visit,
    form: Result<Form<Fields>, FormRejection>,
) -> Response {
    if !visit.serves() {
        return Redirect::to("/counter/sign-in").into_response();
    }
    let counter = CounterId(number);
    let done = match form {
        Ok(Form(fields)) => perform(&state, &visit, counter, &verb, fields).await,
        Err(error) => Err(fault::of_form(&error)),
    };
    match done {
        // A reload of what follows asks for the desk again and does nothing twice.
        Ok(()) if verb == "close" => Redirect::to("/counter?all=1").into_response(),
        Ok(()) if verb == "reprint" => {
            Redirect::to(&format!("/counter/{counter}?said=reprint")).into_response()
        }
        Ok(()) => Redirect::to(&format!("/counter/{counter}")).into_response(),
        Err(rejection) => desk::page(&state, &visit, counter, None, Some(&rejection)).await,
    }
}

async fn perform(
    state: &ServerState,
    visit: &Visit,
    at: CounterId,
    verb: &str,
    fields: Fields,
) -> Result<(), Rejection> {
    let request = RequestId::parse(&fields.request)?;
    let id = |text: &str| {
        text.parse::<i64>()
            .map_err(|_| Error::BadInput(format!("{text:?} is not an id")))
    };
    let chosen = |text: &str| {
        if text.is_empty() {
            Ok(None)
        } else {
            id(text).map(Some)
        }
    };
    macro_rules! perform {
        ($action:expr) => {
            state
                .perform(&visit.caller, request, $action)
                .await
                .map(drop)
        };
    }
    match verb {
        "open" => perform!(counter::Open { counter: at }),
        "pause" => perform!(counter::Pause { counter: at }),
        "close" => perform!(counter::Close { counter: at }),
        "next" => perform!(ticket::CallNext {
            counter: at,
            finish: true
        }),
        "call" => perform!(ticket::Call {
            counter: at,
            ticket: TicketId(id(&fields.ticket)?)
        }),
        "recall" => perform!(ticket::Recall { counter: at }),
        "start" => perform!(ticket::Start { counter: at }),
        "finish" => perform!(ticket::Finish { counter: at }),
        "no-show" => perform!(ticket::NoShow { counter: at }),
        "park" => {
            let note = if fields.note.trim().is_empty() {
                fields.reason
            } else {
                fields.note
            };
            perform!(ticket::Park {
                counter: at,
                ticket: None,
                note: note.trim().to_owned()
            })
        }
        "transfer" => perform!(ticket::Transfer {
            counter: at,
            ticket: None,
            to_service: chosen(&fields.to_service)?.map(ServiceId),
            to_counter: chosen(&fields.to_counter)?.map(CounterId),
            note: fields.note,
        }),
        "undo" => perform!(ticket::Undo { counter: at }),
        "reprint" => perform!(ticket::Reprint {
            ticket: TicketId(id(&fields.ticket)?),
            device: fields.device
        }),
        "help" => perform!(help::Answer {
            help: HelpId(id(&fields.help)?)
        }),
        other => Err(Error::UnknownName(other.to_owned()).into()),
    }
}
