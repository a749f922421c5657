//! A message that somebody left for the hall, and its answer.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use linli_api::ServerState;
use linli_hall::message::{Exchange, Follow};
use linli_hall::personal::Text;
use linli_hall::place::{self, Facts};
use linli_hall::{Actor, Result, limits as hall_limits};
use linli_texts::{Lang, t};
use maud::{Markup, html};

use crate::layout::{Page, languages};
use crate::look::look;
use crate::visit::Visit;
use crate::when::Clock;
use crate::{fault, limits, live};

pub(super) async fn show(
    State(state): State<ServerState>,
    Path(token): Path<String>,
    visit: Visit,
) -> Response {
    let events = format!("/m/{token}/events");
    let found = look(&state, move |hall| -> Result<(Exchange, Facts)> {
        Ok((
            hall.ask(&Actor::visitor(), Follow { token })?,
            hall.ask(&Actor::visitor(), place::Show::default())?,
        ))
    });
    let (exchange, facts) = match found.await {
        Ok(found) => found,
        Err(error) => return fault::of(visit.lang(), &error.into()),
    };
    let lang = visit.lang_after(&exchange.locale);
    let page = Page::new(lang, title(lang, &exchange))
        .live(&events, limits::PAGE_EVERY_SECS)
        .offline(t::message_offline(lang))
        .body("phone-page");
    Html(page.render(view(lang, &exchange, &facts))).into_response()
}

pub(super) async fn events(
    State(state): State<ServerState>,
    Path(token): Path<String>,
    visit: Visit,
) -> Response {
    match state.ask(&Actor::visitor(), Follow { token }).await {
        Ok(_) => live::line(&state, None),
        Err(error) => fault::of(visit.lang(), &error.into()),
    }
}

fn title(lang: Lang, exchange: &Exchange) -> &'static str {
    match exchange.answer {
        Some(_) => t::message_reply(lang),
        None => t::message_yours(lang),
    }
}

fn view(lang: Lang, exchange: &Exchange, facts: &Facts) -> Markup {
    let clock = Clock::of(facts);
    html! {
        div.phone {
            header {
                h1 { (facts.names.get(lang.tag())) }
            }
            main {
                section class="card letter" data-test="letter" {
                    p.head { span.label { (t::message_yours(lang)) } span.quiet { (clock.time(lang, exchange.at)) } }
                    (text(lang, &exchange.words, Some(&exchange.locale), "words"))
                }
                section id="reply" class=(if exchange.answer.is_some() { "card letter answered" } else { "card letter" }) data-live="" aria-live="polite" data-test="reply" {
                    p.head {
                        span.label { (t::message_reply(lang)) }
                        @if let Some(at) = exchange.answered_at { span.quiet { (clock.time(lang, at)) } }
                    }
                    @match &exchange.answer {
                        Some(answer) => (text(lang, answer, None, "answer")),
                        None => {
                            p data-test="no-answer" { (t::message_reply_none(lang)) }
                            p.quiet { (t::message_reply_hint(lang)) }
                        },
                    }
                }
                footer.foot {
                    p { (t::message_privacy(lang, hall_limits::MESSAGE_KEPT_DAYS, hall_limits::PHONE_KEPT_DAYS)) }
                    a.link href="/" { (t::phone_back_home(lang)) }
                    (languages(lang))
                }
            }
        }
    }
}

fn text(lang: Lang, text: &Text, locale: Option<&str>, name: &str) -> Markup {
    html! {
        @match text {
            Text::Readable(words) => p.words lang=[locale] data-test=(name) { (words) },
            Text::Wiped => p.quiet data-test=(name) { (t::message_wiped(lang)) },
            Text::Unreadable => p.quiet data-test=(name) { (t::message_unreadable_here(lang)) },
        }
    }
}
