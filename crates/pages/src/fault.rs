//! When a page cannot be shown: what happened, what to do, as a page of its own.

use axum::extract::rejection::FormRejection;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use linli_api::Rejection;
use linli_hall::{Error, Refusal};
use linli_texts::{Lang, t};
use maud::html;

use crate::layout::Page;
use crate::visit::Visit;

/// The status that says the same as the words, for machines between us and the person.
pub(crate) fn status(rejection: &Rejection) -> StatusCode {
    match rejection {
        Rejection::Hall(Error::Refused(
            Refusal::BadLink
            | Refusal::NoSuchTicket
            | Refusal::NoSuchService
            | Refusal::NoSuchCounter
            | Refusal::NoSuchMessage,
        )) => StatusCode::NOT_FOUND,
        Rejection::Hall(Error::Refused(Refusal::WrongPassword | Refusal::WrongPresenceCode)) => {
            StatusCode::FORBIDDEN
        }
        other => other.status(),
    }
}

/// What went wrong, as a person should read it.
pub(crate) fn words(lang: Lang, rejection: &Rejection) -> String {
    match rejection {
        Rejection::Hall(error) => linli_texts::error(lang, error),
        Rejection::TooOften { .. } => t::error_too_often(lang).to_owned(),
        Rejection::CrossOrigin => t::error_not_here(lang).to_owned(),
        Rejection::TooLarge => t::error_too_large(lang).to_owned(),
        other => linli_texts::error(lang, &other.clone().into_error()),
    }
}

/// A form that could not be read.
pub(crate) fn of_form(rejection: &FormRejection) -> Rejection {
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return Rejection::TooLarge;
    }
    Rejection::Hall(Error::bad_input(rejection.body_text()))
}

/// No page has this address.
pub(crate) async fn unknown(visit: Visit) -> Response {
    of(
        visit.lang(),
        &Rejection::Hall(Error::UnknownName(String::new())),
    )
}

/// The page for what went wrong, and the way back.
pub(crate) fn of(lang: Lang, rejection: &Rejection) -> Response {
    let status = status(rejection);
    if status.is_server_error() {
        tracing::error!(?rejection, "a page could not be shown");
    }
    let page = Page::new(lang, t::app_name(lang))
        .sheet("phone")
        .body("phone-page");
    let html = page.render(html! {
        div.phone { main.stack {
            p id="message" class="message wrong" role="alert" data-own="" data-test="fault" { (words(lang, rejection)) }
            a.button href="/" { (t::phone_back_home(lang)) }
        } }
    });
    let mut response = (status, Html(html)).into_response();
    let wait = match rejection {
        Rejection::TooOften { wait_secs } => Some(*wait_secs),
        _ if status == StatusCode::SERVICE_UNAVAILABLE => Some(1),
        _ => None,
    };
    if let Some(secs) = wait {
        response
            .headers_mut()
            .insert(RETRY_AFTER, HeaderValue::from(secs));
    }
    response
}
