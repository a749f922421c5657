//! The messages of residents: reading and answering them.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use linli_api::{Rejection, ServerState};
use linli_hall::message::{Answer, List, Message, ShowPhone};
use linli_hall::{Actor, Error, Hall, MessageId, RequestId, Result as Found, place};
use linli_texts::{Lang, t};
use serde::Deserialize;

use super::letter::View;
use crate::layout::Page;
use crate::look::look;
use crate::visit::Visit;
use crate::when::Clock;
use crate::{fault, limits};

/// Where the messages are.
pub(super) const PATH: &str = "/counter/messages";

/// What was just done, if a word should be said about it.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Extra {
    #[serde(default)]
    said: Option<String>,
}

/// All fields that a verb may have. Not `Debug`: words of people never reach a log.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    request: String,
    words: String,
}

/// What one look at the hall found.
pub(super) struct Seen {
    pub(super) unanswered: Vec<Message>,
    pub(super) answered: Vec<Message>,
    pub(super) clock: Clock,
}

/// What a person has just done on this page.
#[derive(Default)]
pub(super) struct Doing {
    /// A number that was asked for: it is shown once.
    pub(super) phone: Option<(MessageId, String)>,
    /// An answer that was not taken; nobody types it twice.
    pub(super) draft: Option<(MessageId, String)>,
    pub(super) said: Option<&'static str>,
    wrong: Option<Rejection>,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    Query(extra): Query<Extra>,
    visit: Visit,
) -> Response {
    if !visit.serves() {
        return Redirect::to("/counter/sign-in").into_response();
    }
    let said = extra.said.filter(|said| said == "answered");
    let doing = Doing {
        said: said.map(|_| t::message_answer_sent(visit.lang())),
        ..Doing::default()
    };
    page(&state, &visit, doing).await
}

/// A reload of what a form brought forth asks for the messages again and does nothing twice.
pub(super) async fn back() -> Redirect {
    Redirect::to(PATH)
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
    let message = MessageId(number);
    let mut doing = Doing::default();
    let done = match form {
        Ok(Form(fields)) => {
            // A browser ends the lines of a text field as telegraphs did.
            let words = fields.words.replace("\r\n", "\n");
            if verb == "answer" {
                doing.draft = Some((message, words.clone()));
            }
            perform(&state, &visit, message, &verb, &fields.request, words).await
        }
        Err(error) => Err(fault::of_form(&error)),
    };
    match done {
        Ok(None) => return Redirect::to(&format!("{PATH}?said=answered")).into_response(),
        Ok(Some(phone)) => doing.phone = Some((message, phone)),
        Err(rejection) => doing.wrong = Some(rejection),
    }
    page(&state, &visit, doing).await
}

/// Does `verb`; gives back the number, if it was to show one.
async fn perform(
    state: &ServerState,
    visit: &Visit,
    message: MessageId,
    verb: &str,
    request: &str,
    words: String,
) -> Result<Option<String>, Rejection> {
    let request = RequestId::parse(request)?;
    match verb {
        "answer" => {
            let answer = Answer { message, words };
            state.perform(&visit.caller, request, answer).await?;
            Ok(None)
        }
        "phone" => {
            let show = ShowPhone { message };
            let shown = state.perform(&visit.caller, request, show).await?;
            Ok(Some(shown.phone))
        }
        other => Err(Error::UnknownName(other.to_owned()).into()),
    }
}

fn seen(hall: &Hall, actor: &Actor) -> Found<Seen> {
    Ok(Seen {
        unanswered: hall.ask(actor, List { answered: false })?,
        answered: hall.ask(actor, List { answered: true })?,
        clock: Clock::of(&hall.ask(actor, place::Show::default())?),
    })
}

async fn page(state: &ServerState, visit: &Visit, doing: Doing) -> Response {
    let (lang, actor) = (visit.lang(), visit.actor().clone());
    let seen = match look(state, move |hall| seen(hall, &actor)).await {
        Ok(seen) => seen,
        Err(error) => return fault::of(lang, doing.wrong.as_ref().unwrap_or(&error.into())),
    };
    let title = title(lang, seen.unanswered.len());
    let page = Page::new(lang, &title)
        .sheet("counter")
        .script("counter")
        .body("counter-page")
        .live("/counter/events", limits::PAGE_EVERY_SECS)
        .typed();
    let words = doing
        .wrong
        .as_ref()
        .map(|rejection| fault::words(lang, rejection));
    let status = doing.wrong.as_ref().map_or(StatusCode::OK, fault::status);
    let view = View {
        lang,
        seen: &seen,
        doing: &doing,
    };
    (status, Html(page.render(view.whole(words.as_deref())))).into_response()
}

fn title(lang: Lang, unanswered: usize) -> String {
    match unanswered {
        0 => format!("{} · {}", t::message_title(lang), t::app_name(lang)),
        count => format!(
            "{} · {}",
            t::message_unanswered(lang, count),
            t::message_title(lang)
        ),
    }
}
