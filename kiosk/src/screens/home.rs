//! The first screen: what would you like to do today? A card for each job of the hall.

use egui::{Align2, Rect, Ui};
use linli_look::widgets::{Button, CardState, JobCard, Notice, Words};
use linli_look::{Hue, Icon, Illustration, TypeSize, layout};
use linli_texts::t;

use super::{Asked, Stage, aside, jobs};
use crate::view::named;
use crate::words;

/// The illustration is left out when it would be lower than this, in points.
const PICTURE_MIN: f32 = 190.0;
/// A picture is at most so high for its width, or its sides are cut away.
const PICTURE_ASPECT: f32 = 0.72;
const NOTICES_MAX: usize = 2;
/// Rows of one notice: it is shown whole or not at all.
const NOTICE_ROWS: usize = 8;
/// The jobs there are.
const JOBS: usize = 2;

pub(super) fn show(ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
    if stage.is_landscape() {
        landscape(ui, stage)
    } else {
        portrait(ui, stage)
    }
}

/// What is read above what is touched.
fn portrait(ui: &Ui, stage: &mut Stage<'_>) -> Option<Asked> {
    let look = stage.look;
    let mut touch = stage.room;
    if stage.low {
        touch = stage.low_room();
    } else {
        let wished = jobs::wished_height(look, touch.height(), JOBS);
        let priority = priority_height(ui, stage, touch.width());
        touch.min.y = touch.max.y - wished - priority - look.gap;
    }
    let mut read = stage.room;
    read.max.y = touch.min.y - look.gap;
    greet(ui, stage, read);
    let asked = show_priority(ui, stage, &mut touch);
    show_jobs(ui, stage, touch).or(asked)
}

/// What is read on the left, what is touched on the right, from top to bottom.
fn landscape(ui: &Ui, stage: &mut Stage<'_>) -> Option<Asked> {
    let mut touch = stage.room;
    let column = aside::column(stage.look, &mut touch);
    greet(ui, stage, column);
    let asked = show_priority(ui, stage, &mut touch);
    show_jobs(ui, stage, touch).or(asked)
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
    let cards: [JobCard<'_>; JOBS] = [
        JobCard {
            icon: Icon::TICKET,
            hue: Hue::Jade,
            title: t::kiosk_home_queue(lang),
            note: &queue.long,
            short_note: &queue.short,
            state,
        },
        JobCard {
            icon: Icon::MESSAGE,
            hue: Hue::Olive,
            title: t::kiosk_message_card(lang),
            note: t::kiosk_message_card_note(lang),
            short_note: "",
            state: CardState::Open,
        },
    ];
    let asks = [
        Asked::More {
            from: 0,
            priority: None,
        },
        Asked::Message,
    ];
    let pressed = jobs::show(ui, look, area, &cards)?;
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
            rows: NOTICE_ROWS,
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
            continue;
        }
        left -= height + look.tight;
        shown.push((notice, height));
    }
    let mut rest = area;
    let picture_height = (left - look.gap).min(area.width() * PICTURE_ASPECT);
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
