//! Taking a number by phone, by somebody who is in the hall.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use linli_api::{Rejection, ServerState};
use linli_hall::service::{self, Service};
use linli_hall::ticket::Join;
use linli_hall::{Actor, Error, Refusal, RequestId, ServiceId};
use linli_texts::{Lang, t};
use maud::{Markup, html};
use serde::Deserialize;

use crate::layout::{Page, languages, message};
use crate::visit::Visit;
use crate::{fault, icon};

/// The terminal's own code for phones may carry the presence code.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Extra {
    #[serde(default)]
    code: String,
}

/// The form.
#[derive(Debug, Deserialize)]
pub(super) struct Taking {
    request: String,
    #[serde(default)]
    code: String,
}

pub(super) async fn ask(
    State(state): State<ServerState>,
    Path(service): Path<i64>,
    Query(extra): Query<Extra>,
    visit: Visit,
) -> Response {
    page(&state, &visit, ServiceId(service), &extra.code, None).await
}

pub(super) async fn take(
    State(state): State<ServerState>,
    Path(service): Path<i64>,
    visit: Visit,
    form: Result<Form<Taking>, FormRejection>,
) -> Response {
    let service = ServiceId(service);
    let Form(form) = match form {
        Ok(form) => form,
        Err(error) => return fault::of(visit.lang(), &fault::of_form(&error)),
    };
    match join(&state, &visit, service, &form).await {
        Ok(token) => Redirect::to(&format!("/t/{token}")).into_response(),
        Err(rejection) => page(&state, &visit, service, &form.code, Some(&rejection)).await,
    }
}

async fn join(
    state: &ServerState,
    visit: &Visit,
    service: ServiceId,
    form: &Taking,
) -> Result<String, Rejection> {
    let request = RequestId::parse(&form.request)?;
    // People type the digits in groups, and on Chinese keyboards full-width.
    let digits = form.code.chars().filter_map(|c| match c {
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        c if c.is_ascii_digit() => Some(c),
        _ => None,
    });
    let presence_code = digits.take(CODE_DIGITS + 1).collect();
    let join = Join {
        service,
        presence_code,
        locale: visit.lang().tag().to_owned(),
    };
    Ok(state.perform(&visit.caller, request, join).await?.token)
}

/// Digits of a presence code.
const CODE_DIGITS: usize = 6;

async fn page(
    state: &ServerState,
    visit: &Visit,
    id: ServiceId,
    code: &str,
    wrong: Option<&Rejection>,
) -> Response {
    let lang = visit.lang();
    let service = match state.ask(&Actor::visitor(), service::List::default()).await {
        Ok(services) => services.into_iter().find(|service| service.id == id),
        Err(error) => return fault::of(lang, &error.into()),
    };
    let service = match service {
        Some(service) if service.by_phone => service,
        Some(_) => return fault::of(lang, &Error::Refused(Refusal::NotByPhone).into()),
        None => return fault::of(lang, &Error::Refused(Refusal::NoSuchService).into()),
    };
    let words = wrong.map(|rejection| fault::words(lang, rejection));
    let page = Page::new(lang, t::take_question(lang)).body("phone-page");
    let html = page.render(view(lang, &service, code, words.as_deref()));
    (wrong.map_or(StatusCode::OK, fault::status), Html(html)).into_response()
}

fn view(lang: Lang, service: &Service, code: &str, wrong: Option<&str>) -> Markup {
    html! {
        div.phone {
            header { h1 { (t::take_question(lang)) } }
            main {
                (message(wrong, None))
                section.card.row {
                    (icon::service(&service.icon))
                    div {
                        strong { (service.names.get(lang.tag())) }
                        @let bring = service.bring.get(lang.tag());
                        @if !bring.is_empty() { small { (t::phone_bring(lang)) " " (bring) } }
                    }
                }
                form id="take-form" class="card stack" method="post" action={ "/take/" (service.id) } data-own="" {
                    input type="hidden" name="request" value=(RequestId::fresh().as_str());
                    label.field {
                        span.label { (t::take_presence(lang)) }
                        span.quiet { (t::take_presence_hint(lang)) }
                        input.code-input name="code" value=(code) inputmode="numeric" autocomplete="one-time-code"
                            maxlength="12" required aria-invalid=[wrong.map(|_| "true")] data-test="presence-code";
                    }
                    button type="submit" class="button primary" data-test="take-button" { (t::take_button(lang)) }
                }
                a.button href="/" { (t::take_back(lang)) }
                footer.foot { (languages(lang)) }
            }
        }
    }
}
