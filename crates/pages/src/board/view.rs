//! The board as it is drawn.

use std::panic::{AssertUnwindSafe, catch_unwind};

use jiff::tz::TimeZone;
use linli_hall::counter::Status;
use linli_hall::queue::{BoardRow, Called, Shown};
use linli_texts::{Lang, t};
use maud::{Markup, html};

use crate::layout::label_class;
use crate::{icon, limits};

/// The whole board. Each part is drawn by itself: one that fails leaves only its own place empty.
pub(super) fn wall(lang: Lang, shown: &Shown) -> Markup {
    let notices: Vec<&str> = shown
        .notices
        .iter()
        .map(|notice| notice.texts.get(lang.tag()))
        .filter(|text| !text.is_empty())
        .collect();
    let bare = notices.is_empty() && shown.help.is_empty();
    html! {
        main id="wall" class=(if bare { "wall bare" } else { "wall" }) data-test="board" {
            (guarded("header", || header(lang, shown)))
            (guarded("call", || call(lang, shown)))
            section id="lines" class=(lines_class(shown)) data-live="" {
                @for row in &shown.counters { (guarded("row", || line(lang, shown, row))) }
                (guarded("next", || next(lang, shown)))
            }
            @if !shown.help.is_empty() { (guarded("help", || help_bar(lang, &shown.help))) }
            @else if !bare { (guarded("notices", || notice_bar(&notices))) }
        }
    }
}

fn guarded(part: &str, draw: impl FnOnce() -> Markup) -> Markup {
    catch_unwind(AssertUnwindSafe(draw)).unwrap_or_else(|_| {
        tracing::error!(part, "a part of the board cannot be drawn");
        html! {}
    })
}

fn header(lang: Lang, shown: &Shown) -> Markup {
    let zone = TimeZone::get(&shown.time_zone).unwrap_or(TimeZone::UTC);
    let now = shown.at.to_zoned(zone);
    html! {
        header id="header" data-live="" {
            h1 { (shown.names.get(lang.tag())) }
            @if !shown.sound { p.silent data-test="silent" { (icon::icon("speaker-slash-fill")) (t::board_silent(lang)) } }
            p.clock {
                span.day { (linli_texts::weekday(lang, now.date())) }
                strong data-test="clock" { (linli_texts::time(now.time())) }
            }
        }
    }
}

fn call(lang: Lang, shown: &Shown) -> Markup {
    let sound = if shown.sound { "on" } else { "off" };
    match &shown.called {
        Some(Called {
            ticket,
            label,
            counter,
            calls,
            is_called,
            ..
        }) => html! {
            section id="now" class=(if *is_called { "now" } else { "now there" }) data-live="" data-call={ (ticket) ":" (calls) } data-sound=(sound)
                aria-live="assertive" data-test="now" {
                p.please { (t::board_please(lang)) }
                p class=(label_class(label)) data-test="now-number" { (label) }
                p.where data-test="now-counter" { (t::board_go_to(lang, counter.to_string())) }
            }
        },
        None => html! {
            section id="now" class="now quiet-hall" data-live="" data-sound=(sound) data-test="now" {
                p.please { (t::board_waiting_title(lang)) }
                p.hint { (t::board_waiting_hint(lang)) }
            }
        },
    }
}

fn lines_class(shown: &Shown) -> &'static str {
    if shown.counters.len() > limits::BOARD_LARGE_LINES {
        "lines many"
    } else {
        "lines"
    }
}

fn line(lang: Lang, shown: &Shown, row: &BoardRow) -> Markup {
    let latest = shown
        .called
        .as_ref()
        .is_some_and(|called| called.is_called && called.counter == row.counter);
    let aside = match row.status {
        Status::Paused => t::board_paused(lang),
        Status::Closed => t::board_closed(lang),
        Status::Open => t::board_free(lang),
    };
    html! {
        div class=(if latest || row.is_called { "line called" } else { "line" }) data-test="line" data-counter=(row.counter) {
            span { (t::counter_name(lang, row.counter.to_string())) }
            @if let Some(label) = &row.label { span.number { (label) } } @else { span.aside { (aside) } }
        }
    }
}

fn next(lang: Lang, shown: &Shown) -> Markup {
    html! {
        @if !shown.next.is_empty() {
            p.next data-test="next" {
                span { (t::board_next(lang)) }
                @for label in &shown.next { span { (label) } }
            }
        }
    }
}

/// Somebody stands at a terminal and needs a person: that is worth more than any notice.
fn help_bar(lang: Lang, origins: &[String]) -> Markup {
    html! {
        section id="notices" class="notices help" data-live="" aria-live="assertive" data-test="help" {
            (icon::icon("hand-waving-fill"))
            p { (t::board_help(lang, origins.join(t::board_help_between(lang)))) }
        }
    }
}

fn notice_bar(notices: &[&str]) -> Markup {
    html! {
        section id="notices" class="notices" data-live="" data-test="notices" {
            (icon::icon("megaphone-simple-fill"))
            // Without scripts the first one stays.
            ul { @for (index, text) in notices.iter().enumerate() {
                li class=[(index == 0).then_some("shown")] { span { (text) } }
            } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_cannot_be_drawn_leaves_the_others_standing() {
        let whole = html! { (guarded("good", || html! { "A012" })) (guarded("bad", || panic!("a bad record"))) };
        assert_eq!(whole.into_string(), "A012");
    }
}
