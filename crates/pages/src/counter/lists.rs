//! Who waits, and who was set aside.

use linli_hall::queue::{DeskView, Row};
use linli_hall::ticket::{Source, State};
use linli_hall::{CounterId, RequestId};
use linli_texts::{Lang, t};
use maud::{Markup, html};

use super::desk::Outlook;
use crate::home::clamp;

pub(super) fn queue(lang: Lang, desk: &DeskView, outlook: &Outlook, works: bool) -> Markup {
    let counter = desk.counter.plan.id;
    let count = desk.waiting.len();
    html! {
        section id="queue" class="card queue" data-live="" {
            div.title {
                h2 data-test="waiting-count" aria-live="polite" { (t::counter_waiting(lang, count)) }
                @if let Some((low, high)) = outlook.newcomer_minutes {
                    span.quiet { (t::counter_waiting_range(lang, high, low)) }
                }
            }
            div.scroll {
                @if count == 0 { p.none { (t::counter_waiting_none(lang)) } } @else {
                    table { tbody { @for row in &desk.waiting { (waiting(lang, counter, row, works)) } } }
                }
                @if !desk.aside.is_empty() { (aside(lang, counter, desk, works)) }
            }
        }
    }
}

fn waiting(lang: Lang, counter: CounterId, row: &Row, works: bool) -> Markup {
    let ticket = &row.ticket;
    html! {
        tr data-test="waiting" data-label=(ticket.label) {
            td.number { (ticket.label) }
            td { (row.service.get(lang.tag())) }
            td { (waited(lang, row.waits_secs)) }
            td {
                @if ticket.priority.is_some() { span.badge.priority { (t::counter_badge_priority(lang)) } " " }
                @if ticket.source == Source::Phone { span.badge { (t::counter_badge_phone(lang)) } " " }
                @if ticket.meant_for == Some(counter) { span.badge { (t::counter_meant_here(lang)) } " " }
                @if ticket.no_shows > 0 { span.quiet { (t::counter_absent_times(lang, ticket.no_shows)) } }
            }
            td { (call(lang, counter, row, t::verb_call(lang), works)) }
        }
    }
}

fn aside(lang: Lang, counter: CounterId, desk: &DeskView, works: bool) -> Markup {
    let parked = desk
        .aside
        .iter()
        .filter(|row| row.ticket.state == State::Parked)
        .count();
    html! {
        h3 data-test="aside-count" { (t::counter_aside(lang, desk.aside.len() - parked, parked)) }
        table { tbody {
            @for row in &desk.aside {
                tr data-test="aside" data-label=(row.ticket.label) {
                    td.number { (row.ticket.label) }
                    td { (row.service.get(lang.tag())) }
                    td {
                        @if row.ticket.state == State::NoShow { (t::counter_absent_times(lang, row.ticket.no_shows)) }
                        @else { (row.ticket.note.as_deref().filter(|note| !note.is_empty()).unwrap_or(t::counter_parked(lang))) }
                    }
                    td { (call(lang, counter, row, t::counter_call_back(lang), works)) }
                }
            }
        } }
    }
}

/// The button that calls one ticket.
fn call(lang: Lang, counter: CounterId, row: &Row, words: &str, works: bool) -> Markup {
    html! {
        @if works {
            form method="post" action={ "/counter/" (counter) "/call" } {
                input type="hidden" name="request" value=(RequestId::fresh().as_str());
                button type="submit" class="link" name="ticket" value=(row.ticket.id) id={ "call-" (row.ticket.id) }
                    aria-label=(t::counter_call_this(lang, row.ticket.label.as_str())) data-test="call" { (words) }
            }
        }
    }
}

fn waited(lang: Lang, secs: i64) -> String {
    let minutes = secs / 60;
    if minutes < 1 {
        t::counter_waited_now(lang).to_owned()
    } else {
        t::counter_waited(lang, minutes)
    }
}

/// A time that counts on in the browser: rendered once, with the patterns it goes on with.
pub(super) fn elapsed(lang: Lang, secs: i64) -> Markup {
    html! {
        span data-elapsed=(secs) data-seconds=(t::elapsed_seconds(lang, "{s}"))
            data-minutes=(t::elapsed_minutes(lang, "{m}", "{s}")) data-hours=(t::elapsed_hours(lang, "{h}", "{m}")) {
            (linli_texts::elapsed(lang, clamp(secs)))
        }
    }
}
