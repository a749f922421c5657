//! The left half of a desk: whoever is in hand, and what can be done with them.

use linli_hall::counter::Status;
use linli_hall::queue::Row;
use linli_hall::ticket::State as Standing;
use linli_hall::{CounterId, Refusal, RequestId};
use linli_texts::{Lang, priority_name, refusal, t};
use maud::{Markup, html};

use super::desk::View;
use super::{lists, sheets};
use crate::layout::label_class;

impl View<'_> {
    /// Whoever is in hand, and what can be done.
    pub(super) fn hand(&self) -> Markup {
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
                (self.undo())
            }
            div class="steps one" {
                @match status {
                    Status::Closed => (self.button("open", t::counter_open(lang), Some("space"), true, false)),
                    Status::Paused => (self.button("open", t::counter_resume(lang), Some("space"), true, false)),
                    Status::Open => (self.button("next", t::counter_next(lang), Some("space"), true, nobody)),
                }
            }
        }
    }

    fn serving(&self, row: &Row) -> Markup {
        let (lang, ticket) = (self.lang, &row.ticket);
        let called = ticket.state == Standing::Called;
        let nobody = self.seen.desk.waiting.is_empty();
        html! {
            div class="card current" data-test="current" data-state=(if called { "called" } else { "serving" }) {
                p.quiet { (self.since(row, called)) }
                (self.undo())
                p class=(label_class(&ticket.label)) data-test="current-number" { (ticket.label) }
                div.about {
                    span { (row.service.get(lang.tag())) }
                    @if let Some(priority) = ticket.priority {
                        span.badge.priority { (priority_name(lang, priority)) " " (t::counter_badge_priority(lang)) }
                    }
                    @if let Some(note) = ticket.note.as_deref().filter(|note| !note.is_empty()) { span.note { (note) } }
                    (self.reprint(row))
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
                @if called && nobody {
                    (self.button("finish", t::counter_finish(lang), Some("f"), false, false))
                } @else {
                    (self.button("next", t::counter_finish_next(lang), Some("space"), !called && !nobody, nobody))
                }
            }
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

    /// Undoing, as long as it is possible; it takes no room from anything else.
    fn undo(&self) -> Markup {
        let (lang, undo_secs) = (self.lang, self.seen.desk.undo_secs);
        let pattern = t::counter_undo_left(lang, HOLE);
        let (before, after) = pattern.split_once(HOLE).unwrap_or((&pattern, ""));
        html! {
            @if undo_secs > 0 && self.seen.desk.counter.status != Status::Closed {
                div.undo data-undo-secs=(undo_secs) data-test="undo-bar" {
                    span.quiet { (before) span data-left="" { (undo_secs) } (after) }
                    (self.button("undo", t::counter_undo(lang), Some("z"), false, false))
                }
            }
        }
    }

    fn reprint(&self, row: &Row) -> Markup {
        html! {
            form.reprint method="post" action={ "/counter/" (self.at) "/reprint" } {
                input type="hidden" name="request" value=(RequestId::fresh().as_str());
                button type="submit" class="link" name="ticket" value=(row.ticket.id) id="do-reprint" data-test="reprint" {
                    (t::counter_reprint(self.lang))
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
        button(self.lang, self.at, verb, words, key, primary, disabled)
    }
}

/// One verb: a form with a button, and its key.
pub(super) fn button(
    lang: Lang,
    at: CounterId,
    verb: &str,
    words: &str,
    key: Option<&str>,
    primary: bool,
    disabled: bool,
) -> Markup {
    let shown = key.map(|key| match key {
        "space" => t::counter_key_space(lang).to_owned(),
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
        form method="post" action={ "/counter/" (at) "/" (verb) } {
            input type="hidden" name="request" value=(RequestId::fresh().as_str());
            button type="submit" class=(if primary { "button primary" } else { "button" }) id={ "do-" (verb) }
                disabled[disabled] data-key=[key] aria-keyshortcuts=[shortcut] data-test=(verb) {
                (words)
                @if let Some(shown) = shown { kbd { (shown) } }
            }
        }
    }
}

/// Stands in a text for what is put there as markup.
const HOLE: &str = "\u{fffc}";
