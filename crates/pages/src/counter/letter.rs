//! How the messages of residents are drawn, for whoever answers them.

use linli_hall::message::Message;
use linli_hall::personal::Text;
use linli_hall::{RequestId, limits};
use linli_texts::{Lang, t};
use maud::{Markup, html};

use super::messages::{Doing, PATH, Seen};
use crate::icon::icon;
use crate::layout::message;

pub(super) struct View<'a> {
    pub(super) lang: Lang,
    pub(super) seen: &'a Seen,
    pub(super) doing: &'a Doing,
}

impl View<'_> {
    pub(super) fn whole(&self, wrong: Option<&str>) -> Markup {
        let (lang, unanswered) = (self.lang, &self.seen.unanswered);
        html! {
            div.desk {
                header {
                    h1 { (t::message_title(lang)) }
                    span id="count" class=(if unanswered.is_empty() { "status closed" } else { "status" })
                        data-live="" aria-live="polite" data-test="unanswered-count" {
                        @if unanswered.is_empty() { (t::message_unanswered_none(lang)) }
                        @else { (t::message_unanswered(lang, unanswered.len())) }
                    }
                    span.services {}
                    a class="button back" href="/counter" data-key="m" aria-keyshortcuts="M" data-test="back" {
                        (icon("caret-left")) (t::message_back(lang)) kbd { "M" }
                    }
                }
                div.letters {
                    (message(wrong, self.doing.said))
                    section id="unanswered" class="letters-list" data-live="" data-test="unanswered" {
                        @if unanswered.is_empty() { p class="card none" { (t::message_unanswered_none(lang)) } }
                        @for letter in unanswered { (self.letter(letter)) }
                    }
                    section id="answered" class="letters-list" data-live="" data-test="answered" {
                        @if !self.seen.answered.is_empty() { h2 { (t::message_answered(lang)) } }
                        @for letter in &self.seen.answered { (self.letter(letter)) }
                    }
                }
            }
        }
    }

    fn letter(&self, letter: &Message) -> Markup {
        html! {
            article class="card letter" id={ "message-" (letter.message) } data-test="letter" {
                div.head {
                    span.quiet data-test="origin" { (t::message_number(self.lang, letter.message.0)) " · " (self.seen.clock.time(self.lang, letter.at)) " · " (letter.origin) }
                    (self.phone(letter))
                }
                (self.text(&letter.words, Some(&letter.locale), "words"))
                (self.answer(letter))
            }
        }
    }

    fn text(&self, text: &Text, locale: Option<&str>, name: &str) -> Markup {
        html! {
            @match text {
                Text::Readable(words) => p.words lang=[locale] data-test=(name) { (words) },
                Text::Wiped => p.quiet data-test=(name) { (t::message_wiped(self.lang)) },
                Text::Unreadable => p.quiet data-test=(name) { (t::message_unreadable(self.lang)) },
            }
        }
    }

    /// The masked number, and how to see all of it.
    fn phone(&self, letter: &Message) -> Markup {
        let lang = self.lang;
        let shown = self.doing.phone.as_ref();
        let shown = shown.filter(|(message, _)| *message == letter.message);
        html! {
            span.phone-number data-test="phone" {
                @match (&letter.phone, shown) {
                    (_, Some((_, phone))) => {
                        // Open, so that no refresh takes it away while somebody dials; a click
                        // elsewhere, or Escape, closes it.
                        details class="ask" open {
                            summary { (letter.phone.as_ref().and_then(Text::readable).unwrap_or_default()) }
                            div.sheet { strong.number data-test="phone-shown" { (grouped(phone)) } }
                        }
                    },
                    (Some(Text::Readable(masked)), None) => {
                        span data-test="phone-masked" { (masked) }
                        form method="post" action={ (PATH) "/" (letter.message) "/phone" } {
                            input type="hidden" name="request" value=(RequestId::fresh().as_str());
                            button type="submit" class="link" id={ "phone-" (letter.message) }
                                title=(t::message_phone_noted(lang)) data-test="phone-show" { (t::message_phone_show(lang)) }
                        }
                    },
                    (Some(Text::Wiped), None) => span.quiet { (t::message_phone_wiped(lang)) },
                    (Some(Text::Unreadable), None) => span.quiet { (t::message_phone_unreadable(lang)) },
                    (None, None) => span.quiet { (t::message_phone_none(lang)) },
                }
            }
        }
    }

    fn answer(&self, letter: &Message) -> Markup {
        let lang = self.lang;
        html! {
            @match &letter.answer {
                None => (self.form(letter, "", t::message_answer(lang))),
                Some(answer) => {
                    div.reply {
                        (self.text(&answer.words, None, "answer"))
                        p.quiet data-test="answered-by" {
                            (t::message_answer_by(lang, self.seen.clock.words(lang, answer.at), answer.by.as_str()))
                        }
                    }
                    // Open when an answer was not taken: what was typed is in it.
                    details class="ask again" open[self.draft(letter).is_some()] {
                        summary.link data-test="answer-again" { (t::message_answer_again(lang)) }
                        (self.form(letter, answer.words.readable().unwrap_or_default(), t::message_answer_again(lang)))
                    }
                },
            }
        }
    }

    fn form(&self, letter: &Message, words: &str, button: &str) -> Markup {
        let (lang, most) = (self.lang, limits::MESSAGE_CHARS);
        let draft = self.draft(letter);
        let words = draft.unwrap_or(words);
        html! {
            form.answer method="post" action={ (PATH) "/" (letter.message) "/answer" } {
                input type="hidden" name="request" value=(RequestId::fresh().as_str());
                textarea id={ "answer-" (letter.message) } name="words" rows="2" maxlength=(most) required
                    data-draft=[draft.map(|_| "")] aria-label=(t::message_answer_label(lang)) placeholder=(t::message_answer_hint(lang, most))
                    data-test="answer-words" { (words) }
                button type="submit" class="button primary" data-test="answer-send" { (button) }
            }
        }
    }

    fn draft(&self, letter: &Message) -> Option<&str> {
        let (of, words) = self.doing.draft.as_ref()?;
        (*of == letter.message).then_some(words.as_str())
    }
}

/// A mobile number in the groups that people dial it in.
fn grouped(phone: &str) -> String {
    match (phone.get(..3), phone.get(3..7), phone.get(7..)) {
        (Some(first), Some(middle), Some(last)) if phone.starts_with('1') => {
            format!("{first} {middle} {last}")
        }
        _ => phone.to_owned(),
    }
}
