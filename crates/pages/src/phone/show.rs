//! Where a number stands, for whoever holds its link.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use linli_api::{Rejection, ServerState};
use linli_hall::ticket::{Follow, Following, State as Standing};
use linli_hall::{Actor, Names, RequestId, Result, place};
use linli_texts::{Lang, t};
use maud::{Markup, html};
use serde::Deserialize;

use super::rate;
use crate::home::clamp;
use crate::layout::{Page, label_class, languages, message};
use crate::look::look;
use crate::visit::Visit;
use crate::{fault, icon, limits, live};

/// What a link may add to the page.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Extra {
    /// The resident would rather not rate.
    #[serde(default)]
    skip: Option<String>,
}

pub(super) async fn show(
    State(state): State<ServerState>,
    Path(token): Path<String>,
    Query(query): Query<Extra>,
    visit: Visit,
) -> Response {
    page(&state, &visit, &token, None, query.skip.is_some()).await
}

/// The page of a number; with what went wrong, if something did.
pub(super) async fn page(
    state: &ServerState,
    visit: &Visit,
    token: &str,
    wrong: Option<&Rejection>,
    skip: bool,
) -> Response {
    let wanted = token.to_owned();
    let found = look(state, move |hall| -> Result<(Following, Names)> {
        let following = hall.ask(&Actor::visitor(), Follow { token: wanted })?;
        let names = hall.ask(&Actor::visitor(), place::Show::default())?.names;
        Ok((following, names))
    });
    let (following, names) = match found.await {
        Ok(found) => found,
        Err(error) => return fault::of(visit.lang(), &error.into()),
    };
    let lang = visit.lang_after(&following.locale);
    let events = format!("/t/{token}/events");
    let title = title(lang, &following);
    let page = Page::new(lang, &title)
        .live(&events, limits::PAGE_EVERY_SECS)
        .script("phone")
        .body("phone-page");
    let words = wrong.map(|rejection| fault::words(lang, rejection));
    let view = View {
        lang,
        token,
        hall: names.get(lang.tag()),
        skip,
    };
    let html = page.render(view.whole(&following, words.as_deref()));
    (wrong.map_or(StatusCode::OK, fault::status), Html(html)).into_response()
}

pub(super) async fn events(
    State(state): State<ServerState>,
    Path(token): Path<String>,
    visit: Visit,
) -> Response {
    match state.ask(&Actor::visitor(), Follow { token }).await {
        Ok(following) => live::line(&state, Some(following.ticket)),
        Err(error) => fault::of(visit.lang(), &error.into()),
    }
}

fn title(lang: Lang, following: &Following) -> String {
    let label = &following.label;
    let near = following.state == Standing::Waiting && following.ahead <= NEAR;
    match (following.state, following.counters.first()) {
        (Standing::Called, Some(counter)) => {
            format!(
                "● {label} {}",
                t::phone_called_title(lang, counter.to_string())
            )
        }
        _ if near => format!("{label} · {}", t::phone_soon_title(lang)),
        (Standing::Waiting, _) => {
            format!(
                "{label} · {} {}",
                t::phone_ahead(lang),
                t::phone_ahead_count(lang, following.ahead)
            )
        }
        (state, _) => format!("{label} · {}", linli_texts::state_name(lang, state)),
    }
}

/// So many ahead is "soon": the phone rings, the title says so.
const NEAR: u32 = 3;

/// A figure that is longer is drawn smaller.
const FIGURE_CHARS: usize = 7;

struct View<'a> {
    lang: Lang,
    token: &'a str,
    hall: &'a str,
    skip: bool,
}

impl View<'_> {
    fn whole(&self, following: &Following, wrong: Option<&str>) -> Markup {
        let lang = self.lang;
        html! {
            div.phone {
                header {
                    h1 { (self.hall) }
                    span.quiet data-test="service-name" { (following.service.get(lang.tag())) }
                }
                main {
                    (message(wrong, None))
                    div id="live" class="stack" data-live="" aria-live="polite" { (self.parts(following)) }
                    footer.foot {
                        p { (t::phone_privacy(lang)) " · " (t::phone_updated_now(lang)) }
                        a.link href="/" { (t::phone_back_home(lang)) }
                        (languages(lang))
                    }
                }
            }
        }
    }

    fn parts(&self, following: &Following) -> Markup {
        let waits = following.state == Standing::Waiting;
        let bring = following.bring.get(self.lang.tag());
        html! {
            (self.card(following))
            @if waits { (self.remind()) }
            @if (waits || following.state == Standing::Called) && !bring.is_empty() {
                section.card data-test="bring" {
                    span.label { (t::phone_bring(self.lang)) }
                    span.quiet { (bring) }
                }
            }
            @if following.state == Standing::Served { (rate::form(self.lang, self.token, following, self.skip)) }
            @if following.can_leave { (self.leave()) }
        }
    }

    fn card(&self, following: &Following) -> Markup {
        let lang = self.lang;
        let counter = following
            .counters
            .first()
            .map(ToString::to_string)
            .unwrap_or_default();
        let label = html! { p class=(label_class(&following.label)) data-test="number" { (following.label) } };
        let attributes = (state_word(following.state), following.ahead);
        match following.state {
            Standing::Waiting => html! {
                section id="ticket" class="card ticket" data-state=(attributes.0) data-ahead=(attributes.1) data-test="ticket" {
                    p.quiet { (t::phone_your_number(lang)) }
                    (label)
                    @if following.no_shows > 0 { p.quiet data-test="put-back" { (t::phone_put_back(lang)) } }
                    (self.figures(following))
                }
            },
            Standing::Called => html! {
                section id="ticket" class="card ticket called" data-state=(attributes.0) data-test="ticket" {
                    (label)
                    p.quiet { (t::phone_called(lang)) }
                    p.where data-test="called-counter" { (t::phone_called_counter(lang, counter)) }
                    p.quiet { (t::phone_called_hint(lang)) }
                }
            },
            state => {
                let (title, hint) = self.words(state, &counter);
                html! {
                    section id="ticket" class="card ticket" data-state=(attributes.0) data-test="ticket" {
                        p.quiet { (t::phone_your_number(lang)) }
                        (label)
                        p.state-title data-test="state" { (title) }
                        @if let Some(hint) = hint { p.quiet { (hint) } }
                    }
                }
            }
        }
    }

    fn words(&self, state: Standing, counter: &str) -> (&'static str, Option<String>) {
        let lang = self.lang;
        let (title, hint) = match state {
            Standing::Serving => {
                return (
                    t::phone_serving(lang),
                    Some(t::phone_serving_at(lang, counter.to_owned())),
                );
            }
            Standing::Parked => (t::phone_parked(lang), Some(t::phone_parked_hint(lang))),
            Standing::NoShow => (t::phone_no_show(lang), Some(t::phone_no_show_hint(lang))),
            Standing::Cancelled => (
                t::phone_cancelled(lang),
                Some(t::phone_cancelled_hint(lang)),
            ),
            Standing::Expired => (t::phone_expired(lang), Some(t::phone_expired_hint(lang))),
            Standing::Served => (t::phone_served(lang), None),
            Standing::Waiting | Standing::Called => (linli_texts::state_name(lang, state), None),
        };
        (title, hint.map(ToOwned::to_owned))
    }

    fn figures(&self, following: &Following) -> Markup {
        let lang = self.lang;
        html! {
            dl.figures {
                div {
                    dt { (t::phone_ahead(lang)) }
                    @if following.ahead == 0 {
                        dd.words data-test="ahead" { (t::phone_next(lang)) }
                    } @else {
                        dd data-test="ahead" { (t::phone_ahead_count(lang, following.ahead)) }
                    }
                }
                @match following.wait.map(|range| (clamp(range.low_secs) / 60, clamp(range.high_secs).div_ceil(60))) {
                    Some((_, high)) if high <= 1 => div {
                        dt { (t::phone_about(lang)) }
                        dd.words data-test="wait" { (t::wait_soon(lang)) }
                    },
                    Some((low, high)) => div {
                        dt { (t::phone_about(lang)) }
                        @let words = t::phone_range(lang, high, low);
                        dd class=[(words.chars().count() > FIGURE_CHARS).then_some("long")] data-test="wait" { (words) }
                    },
                    None => div {
                        dt { (t::phone_about(lang)) }
                        dd.words data-test="wait" { (t::phone_wait_unknown(lang)) }
                    },
                }
                @if following.wait.is_none() { small.wide { (t::phone_wait_unknown_why(lang)) } }
            }
        }
    }

    fn remind(&self) -> Markup {
        let lang = self.lang;
        html! {
            section id="remind" class="card row remind" data-test="remind" {
                (icon::icon("bell-ringing-fill"))
                div {
                    strong { (t::phone_remind(lang)) }
                    small data-on-words=(t::phone_remind_on(lang)) { (t::phone_remind_hint(lang)) }
                }
                // Without scripts there is nothing to turn on: the script shows the button.
                button id="remind-on" type="button" class="button" hidden { (t::phone_remind_button(lang)) }
            }
        }
    }

    fn leave(&self) -> Markup {
        let lang = self.lang;
        html! {
            details class="ask" id="leave" {
                summary class="button" data-test="leave" { (t::phone_leave(lang)) }
                form class="card sheet" method="post" action={ "/t/" (self.token) "/leave" } {
                    input type="hidden" name="request" value=(RequestId::fresh().as_str());
                    strong { (t::phone_leave_question(lang)) }
                    p.quiet { (t::phone_leave_hint(lang)) }
                    button type="submit" class="button danger" data-test="leave-yes" { (t::phone_leave_yes(lang)) }
                    // A link, so that it closes the question without scripts too.
                    a class="button" href={ "/t/" (self.token) } data-close="" data-test="leave-no" { (t::phone_leave_no(lang)) }
                }
            }
        }
    }
}

fn state_word(state: Standing) -> &'static str {
    match state {
        Standing::Waiting => "waiting",
        Standing::Called => "called",
        Standing::Serving => "serving",
        Standing::Parked => "parked",
        Standing::Served => "served",
        Standing::NoShow => "no-show",
        Standing::Cancelled => "cancelled",
        Standing::Expired => "expired",
    }
}
