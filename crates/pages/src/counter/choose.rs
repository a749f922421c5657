//! Which counter is yours?

use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use linli_api::ServerState;
use linli_hall::counter::{Counter, List, Status};
use linli_hall::service::{self, Service};
use linli_hall::{Hall, Result};
use linli_texts::{Lang, t};
use maud::{Markup, html};
use serde::Deserialize;

use super::header::served_names;
use crate::layout::{Page, languages};
use crate::look::look;
use crate::visit::Visit;
use crate::{fault, limits};

/// What a link may ask for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Extra {
    /// Show the counters, also to somebody who sits at one.
    #[serde(default)]
    all: Option<String>,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    Query(extra): Query<Extra>,
    visit: Visit,
) -> Response {
    if !visit.serves() {
        return Redirect::to("/counter/sign-in").into_response();
    }
    let (lang, actor) = (visit.lang(), visit.actor().clone());
    let found = look(
        &state,
        move |hall: &Hall| -> Result<(Vec<Counter>, Vec<Service>)> {
            Ok((
                hall.ask(&actor, List::default())?,
                hall.ask(&actor, service::List::default())?,
            ))
        },
    );
    let (counters, services) = match found.await {
        Ok(found) => found,
        Err(error) => return fault::of(lang, &error.into()),
    };
    let mine = counters
        .iter()
        .find(|counter| sits_at(&visit.actor().name, counter));
    if let (Some(mine), None) = (mine, &extra.all) {
        return Redirect::to(&format!("/counter/{}", mine.plan.id)).into_response();
    }
    let page = Page::new(lang, t::counter_title(lang))
        .sheet("counter")
        .body("counter-page");
    let page = page.live("/counter/events", limits::PAGE_EVERY_SECS);
    Html(page.render(view(lang, &visit.actor().name, &counters, &services))).into_response()
}

fn sits_at(name: &str, counter: &Counter) -> bool {
    counter.status != Status::Closed && counter.clerk.as_deref() == Some(name)
}

fn view(lang: Lang, name: &str, counters: &[Counter], services: &[Service]) -> Markup {
    html! {
        main class="card door wide" {
            h1 { (t::counter_choose(lang)) }
            section id="seats" class="seats" data-live="" {
                @if counters.is_empty() { p.quiet { (t::counter_choose_none(lang)) } }
                @for counter in counters {
                    a class="button" href={ "/counter/" (counter.plan.id) } data-test={ "seat-" (counter.plan.id) } {
                        (t::counter_name(lang, counter.plan.id.to_string()))
                        small { (served_names(lang, counter, services)) }
                        @match (counter.status, counter.clerk.as_deref()) {
                            (Status::Closed, _) | (_, None) => span.status.closed { (t::counter_state_closed(lang)) },
                            (_, Some(clerk)) if clerk == name => span.status { (t::counter_mine(lang)) },
                            (_, Some(clerk)) => span.status.paused { (t::counter_choose_taken(lang, clerk)) },
                        }
                    }
                }
            }
            form method="post" action="/counter/sign-out" data-leave="" {
                button type="submit" class="link" data-test="sign-out" { (t::counter_sign_out(lang)) }
            }
            (languages(lang))
        }
    }
}
