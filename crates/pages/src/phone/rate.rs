//! How it was, in one touch.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use linli_api::{Rejection, ServerState};
use linli_hall::RequestId;
use linli_hall::ticket::{Following, Rate};
use linli_texts::{Lang, find, t};
use maud::{Markup, html};
use serde::Deserialize;

use super::show::page;
use crate::visit::Visit;
use crate::{fault, icon};

/// The form: the button that was pressed is the rating.
#[derive(Debug, Deserialize)]
pub(super) struct Rating {
    request: String,
    rating: u8,
}

pub(super) async fn rate(
    State(state): State<ServerState>,
    Path(token): Path<String>,
    visit: Visit,
    form: Result<Form<Rating>, FormRejection>,
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
    form: Result<Form<Rating>, FormRejection>,
) -> Result<(), Rejection> {
    let Form(form) = form.map_err(|error| fault::of_form(&error))?;
    let request = RequestId::parse(&form.request)?;
    state
        .perform(
            &visit.caller,
            request,
            Rate {
                token: token.to_owned(),
                rating: form.rating,
            },
        )
        .await
}

/// Asks for a rating, or thanks for it.
pub(super) fn form(lang: Lang, token: &str, following: &Following, skip: bool) -> Markup {
    html! {
        @if let Some(rating) = following.rating {
            section.card data-test="rated" {
                span.label { (t::rate_thanks(lang)) }
                span.quiet { (words(lang, rating)) " · " (t::rate_thanks_hint(lang)) }
            }
        } @else if following.can_rate && !skip {
            section.card data-test="rate" {
                span.label { (t::rate_question(lang)) }
                span.quiet { (t::rate_hint(lang)) }
                form.rating method="post" action={ "/t/" (token) "/rate" } {
                    input type="hidden" name="request" value=(RequestId::fresh().as_str());
                    @for rating in (1..=5_u8).rev() {
                        button type="submit" class="button" name="rating" value=(rating) data-test={ "rate-" (rating) } {
                            span.stars aria-hidden="true" {
                                @for star in 1..=5_u8 {
                                    span class=[(star > rating).then_some("off")] { (icon::icon("star-fill")) }
                                }
                            }
                            span { (words(lang, rating)) }
                        }
                    }
                    a class="link" href={ "/t/" (token) "?skip=1" } data-test="rate-skip" { (t::rate_skip(lang)) }
                }
            }
        }
    }
}

fn words(lang: Lang, rating: u8) -> &'static str {
    find(lang, &format!("rate-{rating}")).unwrap_or_default()
}
