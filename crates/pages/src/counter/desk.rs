//! The desk of one counter.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use linli_api::{Rejection, ServerState};
use linli_hall::counter::{self, Counter, Status};
use linli_hall::forecast::{Score, Scored};
use linli_hall::queue::{Desk, DeskView, Row};
use linli_hall::service::{self, Offered, Service};
use linli_hall::ticket::State as Standing;
use linli_hall::{Actor, CounterId, Hall, Refusal, RequestId, Result, Role};
use linli_texts::{Lang, priority_name, refusal, t};
use maud::{Markup, html};
use serde::Deserialize;

use super::{alerts, header, lists, sheets};
use crate::layout::{Page, label_class, message};
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

struct Seen {
    desk: DeskView,
    services: Vec<Service>,
    counters: Vec<Counter>,
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
    let low = ranges.iter().map(|range| range.0).min();
    let high = ranges.iter().map(|range| range.1).max();
    let score = hall.ask(
        actor,
        Score {
            service: None,
            days: limits::FORECAST_DAYS,
        },
    )?;
    Ok(Seen {
        outlook: Outlook {
            newcomer_minutes: low.zip(high).filter(|(_, high)| *high > 1),
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

struct View<'a> {
    lang: Lang,
    at: CounterId,
    seen: &'a Seen,
    taken_by: Option<String>,
}

impl View<'_> {
    fn whole(&self, name: &str, wrong: Option<&str>, said: Option<&str>) -> Markup {
        let (lang, desk) = (self.lang, &self.seen.desk);
        let works = self.taken_by.is_none() && desk.counter.status != Status::Closed;
        html! {
            div.desk {
                (header::header(lang, name, desk, &self.seen.services))
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

    fn hand(&self) -> Markup {
        let lang = self.lang;
        if let Some(by) = &self.taken_by {
            return html! {
                div class="card current idle" data-test="taken" {
                    strong { (refusal(lang, &Refusal::CounterTaken { by: by.clone() })) }
                    a class="button" href="/counter?all=1" { (t::counter_change(lang)) }
                }
            };
        }
        match (&self.seen.desk.in_hand, self.seen.desk.counter.status) {
            (Some(row), _) => self.serving(row),
            (None, status) => self.idle(status),
        }
    }

    fn idle(&self, status: Status) -> Markup {
        let lang = self.lang;
        let nobody = self.seen.desk.waiting.is_empty();
        let (title, hint) = match status {
            Status::Closed => (t::counter_state_closed(lang), t::counter_closed_hint(lang)),
            Status::Paused => (t::counter_state_paused(lang), t::counter_paused_hint(lang)),
            Status::Open if nobody => (t::counter_idle(lang), t::counter_nobody(lang)),
            Status::Open => (t::counter_idle(lang), t::counter_idle_hint(lang)),
        };
        html! {
            div class="card current idle" data-test="idle" {
                strong { (title) }
                span.quiet { (hint) }
            }
            div class="steps one" {
                @match status {
                    Status::Closed => (self.button("open", t::counter_open(lang), Some("space"), true, false)),
                    Status::Paused => (self.button("open", t::counter_resume(lang), Some("space"), true, false)),
                    Status::Open => (self.button("next", t::counter_next(lang), Some("space"), true, nobody)),
                }
            }
            (self.minor(None, status))
        }
    }

    fn serving(&self, row: &Row) -> Markup {
        let (lang, ticket) = (self.lang, &row.ticket);
        let called = ticket.state == Standing::Called;
        let nobody = self.seen.desk.waiting.is_empty();
        html! {
            div class="card current" data-test="current" data-state=(if called { "called" } else { "serving" }) {
                p.quiet { (self.since(row, called)) }
                p class=(label_class(&ticket.label)) data-test="current-number" { (ticket.label) }
                p.about {
                    span { (row.service.get(lang.tag())) }
                    @if let Some(priority) = ticket.priority {
                        span.badge.priority { (priority_name(lang, priority)) " " (t::counter_badge_priority(lang)) }
                    }
                    @if let Some(note) = ticket.note.as_deref().filter(|note| !note.is_empty()) { span.note { (note) } }
                }
                div.verbs {
                    (self.button("recall", t::counter_recall(lang), Some("r"), false, !called))
                    (sheets::transfer(lang, self.at, row, &self.seen.services, &self.seen.counters))
                    (sheets::park(lang, self.at, row))
                    (self.button("no-show", t::counter_no_show(lang), Some("n"), false, !called))
                }
            }
            div.steps {
                @if called {
                    (self.button("start", t::counter_start(lang), Some("s"), true, false))
                } @else {
                    (self.button("finish", t::counter_finish(lang), Some("f"), nobody, false))
                }
                (self.button("next", t::counter_finish_next(lang), Some("space"), !called && !nobody, nobody))
            }
            (self.minor(Some(row), self.seen.desk.counter.status))
        }
    }

    fn since(&self, row: &Row, called: bool) -> Markup {
        // The pattern is a text with a hole; what fills it goes on counting in the browser.
        let (pattern, calls) = if called {
            (
                t::counter_called_for(self.lang, HOLE),
                Some(row.ticket.calls),
            )
        } else {
            (t::counter_serving_for(self.lang, HOLE), None)
        };
        let (before, after) = pattern.split_once(HOLE).unwrap_or((&pattern, ""));
        html! {
            (before) (lists::elapsed(self.lang, row.served_secs)) (after)
            @if let Some(calls) = calls.filter(|calls| *calls > 1) { " · " (t::counter_calls(self.lang, calls)) }
        }
    }

    /// What is seldom needed, and undoing.
    fn minor(&self, row: Option<&Row>, status: Status) -> Markup {
        let (lang, undo_secs) = (self.lang, self.seen.desk.undo_secs);
        html! {
            @if undo_secs > 0 && status != Status::Closed {
                div.undo data-undo-secs=(undo_secs) data-test="undo-bar" {
                    @let pattern = t::counter_undo_left(lang, HOLE);
                    @let (before, after) = pattern.split_once(HOLE).unwrap_or((&pattern, ""));
                    span { (before) span data-left="" { (undo_secs) } (after) }
                    (self.button("undo", t::counter_undo(lang), Some("z"), false, false))
                }
            }
            div.minor {
                @match (row, status) {
                    (Some(row), _) => {
                        @if row.ticket.state == Standing::Called {
                            (self.button("finish", t::counter_finish(lang), Some("f"), false, false))
                        }
                        form method="post" action={ "/counter/" (self.at) "/reprint" } {
                            input type="hidden" name="request" value=(RequestId::fresh().as_str());
                            button type="submit" class="button" name="ticket" value=(row.ticket.id) id="do-reprint" data-test="reprint" {
                                (t::counter_reprint(lang))
                            }
                        }
                    },
                    (None, Status::Closed) => {},
                    (None, _) => (self.button("close", t::counter_close(lang), None, false, false)),
                }
                @if status == Status::Open { (self.button("pause", t::counter_pause(lang), None, false, false)) }
                @if row.is_some() && status == Status::Paused {
                    (self.button("open", t::counter_resume(lang), None, false, false))
                }
            }
        }
    }

    fn button(
        &self,
        verb: &str,
        words: &str,
        key: Option<&str>,
        primary: bool,
        disabled: bool,
    ) -> Markup {
        let shown = key.map(|key| match key {
            "space" => t::counter_key_space(self.lang).to_owned(),
            key => key.to_uppercase(),
        });
        let shortcut = key.map(|key| {
            if key == "space" {
                "Space".to_owned()
            } else {
                key.to_uppercase()
            }
        });
        html! {
            form method="post" action={ "/counter/" (self.at) "/" (verb) } {
                input type="hidden" name="request" value=(RequestId::fresh().as_str());
                button type="submit" class=(if primary { "button primary" } else { "button" }) id={ "do-" (verb) }
                    disabled[disabled] data-key=[key] aria-keyshortcuts=[shortcut] data-test=(verb) {
                    (words)
                    @if let Some(shown) = shown { kbd { (shown) } }
                }
            }
        }
    }

    fn today(&self) -> Markup {
        let (lang, today, score) = (self.lang, &self.seen.desk.today, &self.seen.outlook.score);
        let minutes = |secs: i64| t::counter_minutes(lang, (secs + 30) / 60);
        let tenths = |secs: i64| format!("{:.1}", secs as f64 / 60.0);
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
                    .map(|secs| t::counter_plus_minus(lang, tenths(secs))),
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

/// Stands in a text for what is put there as markup.
const HOLE: &str = "\u{fffc}";
