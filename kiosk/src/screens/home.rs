//! The first screen: what would you like to do today? A card for each job of the hall.

use egui::{Align2, Rect, Ui};
use linli_look::widgets::{Button, Card, CardState, Notice, Words};
use linli_look::{Hue, Icon, Illustration, TypeSize, layout};
use linli_texts::t;

use super::choices::{self, Places};
use super::{Asked, Stage};
use crate::view::named;
use crate::words;

/// The illustration is left out when it would be lower than this, in points.
const PICTURE_MIN: f32 = 190.0;
const PICTURE_MAX: f32 = 400.0;
const NOTICES_MAX: usize = 2;
/// What the cards ask for in portrait, as a part of the room.
const CARDS_PART: f32 = 0.32;
const CARDS_PART_LARGE: f32 = 0.42;
/// The left column in landscape, as a part of the room.
const COLUMN_PART: f32 = 0.36;
const COLUMN_PART_LARGE: f32 = 0.34;

pub(super) fn show(ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
    if stage.is_landscape() && !stage.low {
        landscape(ui, stage)
    } else {
        portrait(ui, stage)
    }
}

fn portrait(ui: &Ui, stage: &mut Stage<'_>) -> Option<Asked> {
    let look = stage.look;
    let part = if look.large() {
        CARDS_PART_LARGE
    } else {
        CARDS_PART
    };
    let mut touch = if stage.low {
        stage.low_room()
    } else {
        stage.room
    };
    if !stage.low {
        touch.min.y =
            touch.max.y - touch.height() * part - priority_height(ui, stage, touch.width());
    }
    let mut read = stage.room;
    read.max.y = touch.min.y - look.gap;
    greet(ui, stage, read);
    let asked = show_priority(ui, stage, &mut touch);
    show_jobs(ui, stage, touch).or(asked)
}

fn landscape(ui: &Ui, stage: &mut Stage<'_>) -> Option<Asked> {
    let look = stage.look;
    let part = if look.large() {
        COLUMN_PART_LARGE
    } else {
        COLUMN_PART
    };
    let mut rest = stage.room;
    let width = rest.width() * part;
    let mut column = layout::left(&mut rest, width, look.margin * 0.7);
    let asked = show_priority(ui, stage, &mut column);
    greet(ui, stage, column);
    show_jobs(ui, stage, rest).or(asked)
}

/// The jobs of the hall, each with a hue of its own.
fn show_jobs(ui: &Ui, stage: &Stage<'_>, area: Rect) -> Option<Asked> {
    let (look, lang) = (stage.look, stage.lang);
    let queue = words::queue_note(lang, stage.hall);
    let state = if stage.hall.is_all_closed() {
        CardState::Closed
    } else {
        CardState::Open
    };
    let message = t::kiosk_message_card_note(lang);
    let job = |icon, hue, title, note, short_note, state| Card {
        icon,
        hue,
        title,
        note,
        short_note,
        state,
        style: None,
    };
    let mut cards = [
        job(
            Icon::TICKET,
            Hue::Jade,
            t::kiosk_home_queue(lang),
            &queue.long,
            &queue.short,
            state,
        ),
        job(
            Icon::MESSAGE,
            Hue::Olive,
            t::kiosk_message_card(lang),
            message,
            message,
            CardState::Open,
        ),
    ];
    let asks = [
        Asked::More {
            from: 0,
            priority: None,
        },
        Asked::Message,
    ];
    let places = Places::of(look, area, lang);
    let pressed = choices::show_cards(ui, look, area, places, &mut cards)?;
    asks.get(pressed).cloned()
}

/// The illustration, the greeting and what is on today.
fn greet(ui: &Ui, stage: &mut Stage<'_>, area: Rect) {
    let look = stage.look;
    let question = question(stage);
    let words = Words::new(question, TypeSize::Question)
        .bold()
        .heading()
        .rows(3)
        .align(Align2::LEFT_CENTER);
    let question_height = words.measure(ui, look, area.size()).y + look.tight;
    let lines = notices(stage);
    let notices: Vec<Notice<'_>> = lines
        .iter()
        .map(|text| Notice {
            icon: Icon::NOTICE,
            text,
            hue: Hue::Amber,
            ground: false,
            rows: 4,
        })
        .collect();
    // The greeting comes first, then as many notices as there is room for, then the picture.
    let mut left = area.height() - question_height;
    let mut shown: Vec<(&Notice<'_>, f32)> = Vec::new();
    for notice in notices.iter().take(NOTICES_MAX) {
        let height = notice.height(ui, look, area.width());
        // A picture is worth more than the second notice.
        let kept = if shown.is_empty() || look.large() {
            0.0
        } else {
            PICTURE_MIN + look.gap
        };
        if left - kept < height + look.tight {
            break;
        }
        left -= height + look.tight;
        shown.push((notice, height));
    }
    let mut rest = area;
    let picture_height = (left - look.gap)
        .min(PICTURE_MAX.max(area.width() * 0.7))
        .min(area.width() * 0.72);
    if picture_height >= PICTURE_MIN {
        let place = layout::top(&mut rest, picture_height, look.gap);
        stage.pictures.paint(
            ui,
            look,
            Illustration::LivingRoom,
            place,
            look.radius_hero(),
        );
    }
    let place = layout::top(&mut rest, question_height, 0.0);
    words.paint(ui, look, place);
    for (notice, height) in shown {
        let line = layout::top(&mut rest, height, look.tight);
        notice.show(ui, look, line);
    }
}

fn question<'a>(stage: &Stage<'a>) -> &'a str {
    if stage.hall.is_all_closed() {
        t::kiosk_home_closed(stage.lang)
    } else {
        t::kiosk_home_question(stage.lang)
    }
}

/// What is on today; when nothing can be done now, first the hours.
fn notices(stage: &Stage<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if stage.hall.is_all_closed() {
        lines.extend(words::hours_today(stage.lang, &stage.hall.hours));
    }
    let notices = stage
        .hall
        .notices
        .iter()
        .map(|notice| named(&notice.texts, stage.lang).to_owned());
    lines.extend(notices);
    lines
}

fn priority_button(stage: &Stage<'_>) -> Button<'static> {
    Button::quiet(t::kiosk_home_priority(stage.lang)).icon(Icon::HAND_HEART)
}

fn priority_height(ui: &Ui, stage: &Stage<'_>, width: f32) -> f32 {
    if stage.hall.offers_priority() {
        priority_button(stage).height(ui, stage.look, width)
    } else {
        0.0
    }
}

/// A quiet way to be seen first, in words that ask nobody to prove a weakness.
fn show_priority(ui: &Ui, stage: &Stage<'_>, area: &mut Rect) -> Option<Asked> {
    if !stage.hall.offers_priority() {
        return None;
    }
    let look = stage.look;
    let height = priority_height(ui, stage, area.width());
    let place = layout::bottom(area, height, look.gap);
    priority_button(stage)
        .show(ui, look, place)
        .clicked()
        .then_some(Asked::Priority)
}
