//! Signing in with a name and a password, and out.

use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{Html, IntoResponse, Redirect, Response};
use linli_hall::{Actor, Error, RequestId, Right, place, staff};
use linli_texts::{Lang, t};
use maud::{Markup, html};
use serde::Deserialize;

use crate::layout::{Page, languages, message};
use crate::visit::{Visit, no_session_cookie, session_cookie};
use crate::{Pages, fault, limits};

/// The form.
#[derive(Deserialize)]
pub(super) struct Entry {
    name: String,
    password: String,
}

pub(super) async fn show(State(pages): State<Pages>, visit: Visit) -> Response {
    if visit.actor.role.has(Right::Serve) {
        return Redirect::to("/counter").into_response();
    }
    page(&pages, visit.lang(), "", None, StatusCode::OK).await
}

pub(super) async fn sign_in(
    State(pages): State<Pages>,
    visit: Visit,
    form: Result<Form<Entry>, FormRejection>,
) -> Response {
    let lang = visit.lang();
    let Ok(Form(form)) = form else {
        return page(
            &pages,
            lang,
            "",
            Some(t::error_bad_input(lang)),
            StatusCode::BAD_REQUEST,
        )
        .await;
    };
    let keys = [
        (
            format!("name:{}", form.name.trim()),
            limits::SIGN_INS_BY_NAME,
        ),
        (
            format!("address:{}", visit.address),
            limits::SIGN_INS_BY_ADDRESS,
        ),
    ];
    if !pages.attempts().allow(&keys) {
        return page(
            &pages,
            lang,
            &form.name,
            Some(t::counter_too_many(lang)),
            StatusCode::TOO_MANY_REQUESTS,
        )
        .await;
    }
    // Signing in twice is two sign-ins and no harm, so the form needs no request id of its own.
    let signed_in = pages
        .perform_hashing(
            &Actor::visitor(),
            staff::SignIn::new(form.name.trim(), form.password),
        )
        .await;
    match signed_in.map(|signed_in| session_cookie(&signed_in.token)) {
        Ok(Some(cookie)) => ([(SET_COOKIE, cookie)], Redirect::to("/counter")).into_response(),
        Ok(None) => fault::of(lang, &Error::Overloaded),
        Err(error) => {
            let words = linli_texts::error(lang, &error);
            page(
                &pages,
                lang,
                &form.name,
                Some(&words),
                fault::status(&error),
            )
            .await
        }
    }
}

pub(super) async fn sign_out(State(pages): State<Pages>, visit: Visit) -> Response {
    if let Some(token) = visit.session {
        let out = pages
            .perform(&visit.actor, RequestId::fresh(), staff::SignOut { token })
            .await;
        if let Err(error) = out {
            tracing::error!(%error, "a sign-in could not be ended in the store");
        }
    }
    (
        [(SET_COOKIE, no_session_cookie())],
        Redirect::to("/counter/sign-in"),
    )
        .into_response()
}

async fn page(
    pages: &Pages,
    lang: Lang,
    name: &str,
    wrong: Option<&str>,
    status: StatusCode,
) -> Response {
    let hall = match pages.ask(&Actor::visitor(), place::Show::default()).await {
        Ok(facts) => facts.names.get(lang.tag()).to_owned(),
        Err(error) => return fault::of(lang, &error),
    };
    let page = Page::new(lang, t::counter_sign_in(lang))
        .sheet("counter")
        .body("counter-page");
    (status, Html(page.render(view(lang, &hall, name, wrong)))).into_response()
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
