//! Why someone may be seen first. Nobody is asked to prove it, and nobody else hears it.

use egui::Ui;
use linli_hall::ticket::Priority;
use linli_look::widgets::{Card, CardState, Words};
use linli_look::{Hue, Icon, Illustration, TypeSize, layout};
use linli_texts::t;

use super::choices::{Places, full_height, picture_over, show_cards};
use super::{Asked, Stage};
use crate::words;

const REASONS: [(Priority, Icon); 4] = [
    (Priority::Age, Icon::LOTUS),
    (Priority::Disability, Icon::WHEELCHAIR),
    (Priority::Pregnancy, Icon::BABY),
    (Priority::Military, Icon::MEDAL),
];

pub(super) fn show(ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
    let (look, lang) = (stage.look, stage.lang);
    let mut rest = stage.room;
    let question = Words::new(t::kiosk_priority_question(lang), TypeSize::Question)
        .bold()
        .heading()
        .rows(2);
    let height = question.measure(ui, look, rest.size()).y + look.tight;
    let hint = Words::new(t::kiosk_priority_hint(lang), TypeSize::Quiet)
        .colour(look.colours.ink2)
        .rows(2);
    let line_height = hint.measure(ui, look, rest.size()).y + look.tight;
    let cards = if stage.low {
        stage.low_room().height()
    } else {
        full_height(look, rest, lang, REASONS.len())
    };
    let needed = height + line_height + look.gap + cards;
    picture_over(ui, stage, &mut rest, Illustration::Helper, needed);
    let place = layout::top(&mut rest, height, 0.0);
    question.paint(ui, look, place);
    let line = layout::top(&mut rest, line_height, look.gap);
    hint.paint(ui, look, line);
    if stage.low {
        rest = stage.low_room();
    }
    let mut cards = REASONS.map(|(reason, icon)| Card {
        icon,
        hue: Hue::Jade,
        title: words::priority(lang, reason),
        // In large type the reason alone is large enough to read; a kind word would crowd it.
        note: if look.large() {
            ""
        } else {
            words::priority_note(lang, reason)
        },
        short_note: "",
        state: CardState::Open,
        style: None,
    });
    // Four cards stand two by two wherever two fit side by side, and in a list where they do not.
    let columns = Places::of(look, rest, lang).columns.min(2);
    let places = Places {
        columns,
        rows: REASONS.len() / columns,
    };
    let pressed = show_cards(ui, look, rest, places, &mut cards)?;
    REASONS
        .get(pressed)
        .map(|(reason, _)| Asked::PriorityFor(*reason))
}
