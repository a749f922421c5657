//! Signing in with a name and a password, and out.

use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use linli_api::{Rejection, ServerState, clear_session, session_cookie};
use linli_hall::{Actor, RequestId, place, staff};
use linli_texts::{Lang, t};
use maud::{Markup, html};
use serde::Deserialize;

use crate::fault;
use crate::layout::{Page, languages, message};
use crate::visit::Visit;

/// The form.
#[derive(Deserialize)]
pub(super) struct Entry {
    name: String,
    password: String,
}

pub(super) async fn show(State(state): State<ServerState>, visit: Visit) -> Response {
    if visit.serves() {
        return Redirect::to("/counter").into_response();
    }
    page(&state, visit.lang(), "", None).await
}

pub(super) async fn sign_in(
    State(state): State<ServerState>,
    visit: Visit,
    form: Result<Form<Entry>, FormRejection>,
) -> Response {
    let (name, form) = match form {
        Ok(Form(form)) => (form.name.trim().to_owned(), Ok(form)),
        Err(error) => (String::new(), Err(fault::of_form(&error))),
    };
    match perform(&state, &visit, form).await {
        Ok(cookie) => ([(SET_COOKIE, cookie)], Redirect::to("/counter")).into_response(),
        Err(rejection) => page(&state, visit.lang(), &name, Some(&rejection)).await,
    }
}

async fn perform(
    state: &ServerState,
    visit: &Visit,
    form: Result<Entry, Rejection>,
) -> Result<HeaderValue, Rejection> {
    let form = form?;
    // Signing in twice is two sign-ins and no harm, so the form needs no request id of its own.
    let sign_in = staff::SignIn::new(form.name.trim(), form.password);
    let signed_in = state
        .perform(&visit.caller, RequestId::fresh(), sign_in)
        .await?;
    Ok(session_cookie(&signed_in.token, &state.public_url)?)
}

pub(super) async fn sign_out(State(state): State<ServerState>, visit: Visit) -> Response {
    if let Some(token) = visit.caller.token.clone() {
        let out = state
            .perform(&visit.caller, RequestId::fresh(), staff::SignOut { token })
            .await;
        if let Err(rejection) = out {
            tracing::error!(?rejection, "a sign-in could not be ended in the store");
        }
    }
    match clear_session(&state.public_url) {
        Ok(cookie) => ([(SET_COOKIE, cookie)], Redirect::to("/counter/sign-in")).into_response(),
        Err(error) => fault::of(visit.lang(), &error.into()),
    }
}

async fn page(state: &ServerState, lang: Lang, name: &str, wrong: Option<&Rejection>) -> Response {
    let hall = match state.ask(&Actor::visitor(), place::Show::default()).await {
        Ok(facts) => facts.names.get(lang.tag()).to_owned(),
        Err(error) => return fault::of(lang, &error.into()),
    };
    let words = wrong.map(|rejection| fault::words(lang, rejection));
    let page = Page::new(lang, t::counter_sign_in(lang))
        .sheet("counter")
        .body("counter-page");
    let html = page.render(view(lang, &hall, name, words.as_deref()));
    (wrong.map_or(StatusCode::OK, fault::status), Html(html)).into_response()
}

fn view(lang: Lang, hall: &str, name: &str, wrong: Option<&str>) -> Markup {
    html! {
        main.card.door {
            h1 { (hall) }
            p.quiet { (t::counter_sign_in_hint(lang)) }
            (message(wrong, None))
            form.door-form id="sign-in" method="post" action="/counter/sign-in" data-leave="" {
                label.field {
                    span { (t::counter_name_label(lang)) }
                    input name="name" value=(name) autocomplete="username" required autofocus maxlength="60" data-test="name";
                }
                label.field {
                    span { (t::counter_password_label(lang)) }
                    input name="password" type="password" autocomplete="current-password" required maxlength="128" data-test="password";
                }
                button type="submit" class="button primary" data-test="sign-in" { (t::counter_sign_in(lang)) }
            }
            (languages(lang))
        }
    }
}
