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
    let question = Words::new(t::kiosk_priority_question(lang), TypeSize::Question).bold().heading().rows(2);
    let height = question.measure(ui, look, rest.size()).y + look.tight;
    let line_height = look.size(TypeSize::Quiet) * 1.4;
    let needed = height + line_height + look.gap + full_height(look, rest, REASONS.len());
    picture_over(ui, stage, &mut rest, Illustration::Helper, needed);
    let place = layout::top(&mut rest, height, 0.0);
    question.paint(ui, look, place);
    let line = layout::top(&mut rest, line_height, look.gap);
    Words::new(t::kiosk_priority_hint(lang), TypeSize::Quiet).colour(look.colours.ink2).paint(ui, look, line);
    if stage.low {
        rest = stage.low_room();
    }
    let mut cards = REASONS.map(|(reason, icon)| Card {
        icon,
        hue: Hue::Jade,
        title: words::priority(lang, reason),
        note: words::priority_note(lang, reason),
        short_note: "",
        state: CardState::Open,
        title_points: None,
    });
    // Four cards stand two by two wherever two fit side by side.
    let fitting = Places::of(look, rest);
    let places = Places { columns: fitting.columns.min(2), ..fitting };
    let pressed = show_cards(ui, look, rest, places, &mut cards)?;
    REASONS.get(pressed).map(|(reason, _)| Asked::PriorityFor(*reason))
}
