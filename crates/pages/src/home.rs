//! The hall's own page: open or not, what can be done here, how long it takes.

use axum::Router;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use jiff::civil::{Date, Time};
use linli_api::ServerState;
use linli_hall::hours::{self, Hours, Openness};
use linli_hall::notice::{self, Notice};
use linli_hall::place::{self, Facts};
use linli_hall::service::{self, Offered};
use linli_hall::{Hall, Result};
use linli_texts::{Lang, date_and_weekday, period, t, time, wait_range};
use maud::{Markup, html};

use crate::layout::{Page, languages};
use crate::look::look;
use crate::visit::Visit;
use crate::{fault, icon, limits, live};

pub(crate) fn routes() -> Router<ServerState> {
    Router::new().route("/", get(show)).route(
        "/live",
        get(|State(state): State<ServerState>| async move { live::line(&state, None) }),
    )
}

struct Seen {
    facts: Facts,
    hours: Hours,
    offers: Vec<Offered>,
    notices: Vec<Notice>,
}

async fn show(State(state): State<ServerState>, visit: Visit) -> Response {
    let lang = visit.lang();
    let actor = visit.actor().clone();
    let seen = look(&state, move |hall: &Hall| -> Result<Seen> {
        Ok(Seen {
            facts: hall.ask(&actor, place::Show::default())?,
            hours: hall.ask(&actor, hours::Show::default())?,
            offers: hall.ask(&actor, service::Offer::default())?,
            notices: hall.ask(&actor, notice::List::default())?,
        })
    });
    match seen.await {
        Ok(seen) => {
            let name = seen.facts.names.get(lang.tag());
            let page = Page::new(lang, name)
                .live("/live", limits::PAGE_EVERY_SECS)
                .body("phone-page");
            Html(page.render(view(lang, &seen))).into_response()
        }
        Err(error) => fault::of(lang, &error.into()),
    }
}

fn view(lang: Lang, seen: &Seen) -> Markup {
    html! {
        div.phone { main.stack {
            h1.hall-name data-test="hall-name" { (seen.facts.names.get(lang.tag())) }
            section id="hours" class="card" data-live="" aria-live="polite" data-test="hours" {
                (openness(lang, &seen.hours.openness))
                @let periods: Vec<(Time, Time)> = seen.hours.periods.iter().map(|p| (p.from, p.to)).collect();
                @if !periods.is_empty() && !always_open(&periods) {
                    p.quiet { (t::hall_hours(lang, period(lang, &periods))) }
                }
            }
            h2.section { (t::hall_services(lang)) }
            section id="services" class="stack" data-live="" {
                @for offered in &seen.offers { (offer(lang, offered)) }
            }
            @if !seen.notices.is_empty() {
                h2.section { (t::hall_notices(lang)) }
                section id="notices" class="card" data-live="" data-test="notices" {
                    @for notice in &seen.notices { p.notice { (notice.texts.get(lang.tag())) } }
                }
            }
            footer.foot { p { (t::phone_privacy(lang)) } (languages(lang)) }
        } }
    }
}

fn always_open(periods: &[(Time, Time)]) -> bool {
    matches!(periods, [(from, to)] if *from == Time::MIN && *to == Time::MAX)
}

fn openness(lang: Lang, openness: &Openness) -> Markup {
    let open = openness.is_open();
    html! {
        p class=(if open { "open-now" } else { "open-now shut" }) {
            span.dot aria-hidden="true" {}
            span { (openness_words(lang, openness)) }
        }
    }
}

fn openness_words(lang: Lang, openness: &Openness) -> String {
    match openness {
        Openness::Open { until } if *until == Time::MAX => t::hall_open(lang).to_owned(),
        Openness::Open { until } => t::hall_open_until(lang, time(*until)),
        Openness::Closed { opens: None } => t::hall_closed(lang).to_owned(),
        Openness::Closed { opens: Some(next) } => opens(lang, next.today, next.date, next.time),
    }
}

fn opens(lang: Lang, today: bool, date: Date, at: Time) -> String {
    if today {
        t::hall_opens_today(lang, time(at))
    } else {
        t::hall_opens_day(lang, date_and_weekday(lang, date), time(at))
    }
}

fn offer(lang: Lang, offered: &Offered) -> Markup {
    let service = &offered.service;
    let class = if offered.can_take() {
        "card service"
    } else {
        "card service shut"
    };
    html! {
        article class=(class) data-test="service" data-service=(service.id) {
            span.glyph { (icon::service(&service.icon)) }
            div.name {
                h3 { (service.names.get(lang.tag())) }
                p.wait { (wait(lang, offered)) }
                @if let Some(left) = offered.left.filter(|left| *left > 0 && offered.can_take()) {
                    p.quiet { (t::hall_left(lang, left)) }
                }
            }
            @if offered.can_take() && service.by_phone {
                a.button href={ "/take/" (service.id) } data-test="take" {
                    (t::hall_take(lang)) span.hidden-label { " · " (service.names.get(lang.tag())) }
                }
            }
        }
    }
}

/// How long it takes now, or why not now.
fn wait(lang: Lang, offered: &Offered) -> Markup {
    if let Openness::Closed { opens: next } = &offered.openness {
        let words = next.map(|next| match next.today {
            true => t::hall_service_opens_today(lang, time(next.time)),
            false => {
                t::hall_service_opens_day(lang, date_and_weekday(lang, next.date), time(next.time))
            }
        });
        return html! { (words.unwrap_or_else(|| t::hall_service_closed(lang).to_owned())) };
    }
    if offered.left == Some(0) {
        return html! { (t::hall_service_full(lang)) };
    }
    match offered.wait {
        Some(range) if offered.waiting == 0 && range.high_secs <= 60 => {
            html! { (t::hall_service_free(lang)) }
        }
        Some(range) => html! {
            (wait_range(lang, clamp(range.low_secs), clamp(range.high_secs)))
            small { (t::hall_service_waiting(lang, offered.waiting)) }
        },
        None => html! {
            small { (t::hall_service_no_counter(lang)) }
            @if offered.waiting > 0 { small { (t::hall_service_waiting(lang, offered.waiting)) } }
        },
    }
}

/// Seconds of the hall as seconds of the texts; a wait is never below zero.
pub(crate) fn clamp(secs: i64) -> u32 {
    u32::try_from(secs.max(0)).unwrap_or(u32::MAX)
}
