//! The desk of one counter.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use linli_api::{Rejection, ServerState};
use linli_hall::counter::{self, Counter, Status};
use linli_hall::forecast::{Score, Scored};
use linli_hall::queue::{Desk, DeskView};
use linli_hall::service::{self, Offered, Service};
use linli_hall::{Actor, CounterId, Hall, Result, Role};
use linli_texts::{Lang, t};
use maud::{Markup, html};
use serde::Deserialize;

use super::{alerts, header, lists};
use crate::layout::{Page, message};
use crate::look::look;
use crate::visit::Visit;
use crate::{fault, limits};

/// What was just done, if a word should be said about it.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Extra {
    #[serde(default)]
    said: Option<String>,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    Path(number): Path<i64>,
    Query(extra): Query<Extra>,
    visit: Visit,
) -> Response {
    if !visit.serves() {
        return Redirect::to("/counter/sign-in").into_response();
    }
    let said = extra
        .said
        .filter(|said| said == "reprint")
        .map(|_| t::counter_reprinted(visit.lang()));
    page(&state, &visit, CounterId(number), said, None).await
}

/// What one look at the hall found.
pub(super) struct Seen {
    pub(super) desk: DeskView,
    pub(super) services: Vec<Service>,
    pub(super) counters: Vec<Counter>,
    outlook: Outlook,
    now_ms: i64,
}

/// How long a newcomer waits, and how good such forecasts have been.
pub(super) struct Outlook {
    pub(super) newcomer_minutes: Option<(i64, i64)>,
    score: Scored,
}

fn seen(hall: &Hall, actor: &Actor, at: CounterId) -> Result<Seen> {
    let desk = hall.ask(actor, Desk { counter: at })?;
    let offers = hall.ask(actor, service::Offer::default())?;
    let here = |offered: &&Offered| {
        desk.counter
            .plan
            .services
            .iter()
            .any(|served| served.service == offered.service.id)
    };
    let ranges: Vec<(i64, i64)> = offers
        .iter()
        .filter(here)
        .filter_map(|offered| offered.wait)
        .map(|range| range.minutes())
        .collect();
    // Of several services the longest wait is told: nobody is surprised by a shorter one.
    let longest = ranges.into_iter().max_by_key(|range| range.1);
    let score = hall.ask(
        actor,
        Score {
            service: None,
            days: limits::FORECAST_DAYS,
        },
    )?;
    Ok(Seen {
        outlook: Outlook {
            newcomer_minutes: longest.filter(|(_, high)| *high > 1),
            score,
        },
        services: offers.into_iter().map(|offered| offered.service).collect(),
        counters: hall.ask(actor, counter::List::default())?,
        now_ms: hall.clock().now().as_millisecond(),
        desk,
    })
}

/// The page of a desk; with what was said or went wrong.
pub(super) async fn page(
    state: &ServerState,
    visit: &Visit,
    at: CounterId,
    said: Option<&str>,
    wrong: Option<&Rejection>,
) -> Response {
    let (lang, actor) = (visit.lang(), visit.actor().clone());
    let seen = match look(state, move |hall| seen(hall, &actor, at)).await {
        Ok(seen) => seen,
        // What went wrong first is what the clerk wants to know.
        Err(error) => return fault::of(lang, wrong.unwrap_or(&error.into())),
    };
    let title = format!(
        "{} · {}",
        t::counter_name(lang, at.to_string()),
        t::app_name(lang)
    );
    let page = Page::new(lang, &title)
        .sheet("counter")
        .script("counter")
        .body("counter-page");
    let page = page.live("/counter/events", limits::PAGE_EVERY_SECS);
    let words = wrong.map(|rejection| fault::words(lang, rejection));
    let view = View {
        lang,
        at,
        seen: &seen,
        taken_by: taken_by(visit, &seen.desk.counter),
    };
    let html = page.render(view.whole(&visit.actor().name, words.as_deref(), said));
    (wrong.map_or(StatusCode::OK, fault::status), Html(html)).into_response()
}

/// Who sits here, if it is somebody whose seat this person may not use.
fn taken_by(visit: &Visit, counter: &Counter) -> Option<String> {
    let clerk = counter
        .clerk
        .clone()
        .filter(|_| counter.status != Status::Closed)?;
    (clerk != visit.actor().name && visit.actor().role == Role::Clerk).then_some(clerk)
}

/// A desk as it is drawn; the left half is in `hand.rs`, the right one in `lists.rs`.
pub(super) struct View<'a> {
    pub(super) lang: Lang,
    pub(super) at: CounterId,
    pub(super) seen: &'a Seen,
    pub(super) taken_by: Option<String>,
}

impl View<'_> {
    fn whole(&self, name: &str, wrong: Option<&str>, said: Option<&str>) -> Markup {
        let (lang, desk) = (self.lang, &self.seen.desk);
        let works = self.taken_by.is_none() && desk.counter.status != Status::Closed;
        html! {
            div.desk {
                (header::header(lang, name, desk, &self.seen.services, works))
                (alerts::alerts(lang, desk, self.seen.now_ms))
                main {
                    div.hand {
                        (message(wrong, said))
                        section id="hand" class="hand" data-live="" { (self.hand()) }
                        (self.today())
                    }
                    (lists::queue(lang, desk, &self.seen.outlook, works && desk.in_hand.is_none()))
                }
            }
        }
    }

    fn today(&self) -> Markup {
        let (lang, today, score) = (self.lang, &self.seen.desk.today, &self.seen.outlook.score);
        let minutes = |secs: i64| t::counter_minutes(lang, (secs + 30) / 60);
        // An error is told to the tenth while a tenth matters.
        let about = |secs: i64| {
            if secs < 600 {
                format!("{:.1}", secs as f64 / 60.0)
            } else {
                ((secs + 30) / 60).to_string()
            }
        };
        let figures = [
            (
                "served",
                t::counter_today_served(lang),
                Some(today.served.to_string()),
            ),
            (
                "serve-time",
                t::counter_today_serve_time(lang),
                today.mean_served_secs.map(minutes),
            ),
            (
                "wait-time",
                t::counter_today_wait_time(lang),
                today.mean_waited_secs.map(minutes),
            ),
            (
                "forecast",
                t::counter_today_forecast(lang),
                score
                    .mean_error_secs
                    .map(|secs| t::counter_plus_minus(lang, about(secs))),
            ),
            (
                "satisfied",
                t::counter_today_satisfied(lang),
                today
                    .satisfied_percent
                    .map(|percent| t::counter_percent(lang, percent)),
            ),
        ];
        html! {
            dl id="today" class="today" data-live="" {
                @for (name, title, figure) in figures {
                    div.card data-test={ "today-" (name) } {
                        dt { (title) }
                        @match figure {
                            Some(figure) => dd { (figure) },
                            None => dd.none { (t::counter_none_yet(lang)) },
                        }
                    }
                }
            }
        }
    }
}
