//! When a page cannot be shown: what happened, what to do, as a page of its own.

use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{Html, IntoResponse, Response};
use linli_hall::{Error, Refusal};
use linli_texts::{Lang, t};
use maud::html;

use crate::layout::Page;

/// The status that says the same as the words, for machines between us and the person.
pub(crate) fn status(error: &Error) -> StatusCode {
    match error {
        Error::Refused(
            Refusal::BadLink
            | Refusal::NoSuchTicket
            | Refusal::NoSuchService
            | Refusal::NoSuchCounter,
        ) => StatusCode::NOT_FOUND,
        Error::Refused(Refusal::WrongPassword | Refusal::WrongPresenceCode)
        | Error::NotAllowed { .. } => StatusCode::FORBIDDEN,
        Error::Refused(_) => StatusCode::CONFLICT,
        Error::BadInput(_) => StatusCode::BAD_REQUEST,
        Error::UnknownName(_) => StatusCode::NOT_FOUND,
        Error::Store(_) | Error::Overloaded => StatusCode::SERVICE_UNAVAILABLE,
        Error::Unreachable(_) => StatusCode::BAD_GATEWAY,
    }
}

/// The page for an error of the hall.
pub(crate) fn of(lang: Lang, error: &Error) -> Response {
    let status = status(error);
    if status.is_server_error() {
        tracing::error!(%error, "a page could not be shown");
    }
    page(status, lang, &linli_texts::error(lang, error))
}

/// A page with these words and the way back.
pub(crate) fn page(status: StatusCode, lang: Lang, words: &str) -> Response {
    let page = Page::new(lang, t::app_name(lang))
        .sheet("phone")
        .body("phone-page");
    let html = page.render(html! {
        div.phone { main.stack {
            p id="message" class="message wrong" role="alert" data-own="" data-test="fault" { (words) }
            a.button href="/" { (t::phone_back_home(lang)) }
        } }
    });
    let mut response = (status, Html(html)).into_response();
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response
            .headers_mut()
            .insert(RETRY_AFTER, axum::http::HeaderValue::from_static("5"));
    }
    response
}
