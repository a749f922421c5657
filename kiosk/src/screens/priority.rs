//! Why someone may be seen first. Nobody is asked to prove it, and nobody else hears it.

use egui::{Rect, Ui};
use linli_hall::ticket::Priority;
use linli_look::widgets::{Card, CardState, Notice, Words};
use linli_look::{Hue, Icon, Illustration, TypeSize, layout};
use linli_texts::t;

use super::choices::{self, Places};
use super::{Asked, Stage, aside};
use crate::words;

const REASONS: [(Priority, Icon); 4] = [
    (Priority::Age, Icon::LOTUS),
    (Priority::Disability, Icon::WHEELCHAIR),
    (Priority::Pregnancy, Icon::BABY),
    (Priority::Military, Icon::MEDAL),
];

/// Reasons in English are long: two stand side by side from this width on, in points.
const PAIR_WIDTH_MIN_EN: f32 = 1000.0;
const PAIR_WIDTH_MIN_EN_LARGE: f32 = 1300.0;

pub(super) fn show(ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
    let (look, lang) = (stage.look, stage.lang);
    let mut rest = stage.room;
    let question = Words::new(t::kiosk_priority_question(lang), TypeSize::Question)
        .bold()
        .heading()
        .rows(3);
    let hint = Notice {
        icon: Icon::HAND_HEART,
        text: t::kiosk_priority_hint(lang),
        hue: Hue::Jade,
        ground: false,
        rows: 3,
    };
    let height = question.measure(ui, look, rest.size()).y + look.tight;
    let line_height = hint.height(ui, look, rest.width()) + look.tight;
    if let Some(column) = choices::beside(stage, &mut rest, height + line_height) {
        aside::question(ui, stage, column, &question, &hint, Illustration::Helper);
        return show_reasons(ui, stage, rest);
    }
    let touch = stage.touch_room(rest);
    let cards = if stage.low {
        touch.height()
    } else {
        choices::full_height(look, rest, lang, REASONS.len()).min(touch.height())
    };
    let needed = height + line_height + look.gap + cards;
    choices::picture_over(ui, stage, &mut rest, Illustration::Helper, needed);
    question.paint(ui, look, layout::top(&mut rest, height, 0.0));
    hint.show(ui, look, layout::top(&mut rest, line_height, look.gap));
    show_reasons(ui, stage, stage.touch_room(rest))
}

fn show_reasons(ui: &Ui, stage: &Stage<'_>, area: Rect) -> Option<Asked> {
    let (look, lang) = (stage.look, stage.lang);
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
    let pair_width_min = if look.large() {
        PAIR_WIDTH_MIN_EN_LARGE
    } else {
        PAIR_WIDTH_MIN_EN
    };
    let is_narrow = !lang.is_chinese() && area.width() < pair_width_min;
    let most = if is_narrow { 1 } else { 2 };
    let columns = Places::of(look, area, lang).columns.min(most);
    let places = Places {
        columns,
        rows: REASONS.len() / columns,
    };
    let pressed = choices::show_cards(ui, look, area, places, &mut cards)?;
    REASONS
        .get(pressed)
        .map(|(reason, _)| Asked::PriorityFor(*reason))
}
