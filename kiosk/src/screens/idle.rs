//! Nobody is here: the time, what is on today, and a touch begins.

use egui::{Align2, Rect, Ui};
use linli_hall::service::Offered;
use linli_look::widgets::{Button, Notice, Words};
use linli_look::{Hue, Icon, Illustration, TypeSize, layout};
use linli_texts::t;

use super::{Asked, Stage};
use crate::view::named;
use crate::words;

/// How many notices are shown at once.
const NOTICES_MAX: usize = 3;
const PICTURE_MIN: f32 = 200.0;
const COLUMN_PART: f32 = 0.5;
const ROW_EM: f32 = 1.28;
const CLOCK_EM: f32 = 1.08;

pub(super) fn show(ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
    let look = stage.look;
    let mut rest = stage.room;
    // The idle screen has no header; the clock takes its place.
    rest.min.y = stage.glass.min.y + look.margin * 0.7;
    let mut picture = None;
    if stage.is_landscape() {
        let width = rest.width() * COLUMN_PART;
        picture = Some(layout::right(&mut rest, width, look.margin * 0.8));
    }
    let start = Button::primary(t::kiosk_idle_start(stage.lang)).icon(Icon::FORWARD);
    let height = (look.size(TypeSize::Button) * 2.3)
        .max(look.primary * 1.2)
        .max(start.height(ui, look, rest.width()));
    let button = layout::bottom(&mut rest, height, look.gap);
    let lines = notices(stage);
    // Where the code for phones and the date have no room for both, the date gives way.
    let line = look.size(TypeSize::Body) * ROW_EM + look.tight * 2.0;
    let date_fits = clock_height(ui, stage, rest) + line <= rest.height();
    show_clock(ui, stage, &mut rest, date_fits);
    let mut free = rest.height() - if picture.is_none() { PICTURE_MIN } else { 0.0 };
    let mut shown = Vec::new();
    for (icon, text) in &lines {
        let notice = Notice {
            icon: *icon,
            text,
            hue: Hue::Amber,
            ground: false,
            rows: 4,
        };
        let height = notice.height(ui, look, rest.width()) + look.tight;
        if free < height {
            break;
        }
        free -= height;
        shown.push((notice, height));
    }
    let heights: f32 = shown.iter().map(|(_, height)| height).sum();
    let mut list = layout::bottom(&mut rest, heights, look.gap);
    for (notice, height) in shown {
        let line = layout::top(&mut list, height, 0.0);
        notice.show(ui, look, line);
    }
    let place = picture.unwrap_or(rest);
    if place.height() >= PICTURE_MIN {
        stage
            .pictures
            .paint(ui, look, Illustration::Courtyard, place, look.radius_hero());
    }
    let pressed = start.show(ui, look, button).clicked();
    // A touch anywhere above the bar begins as well; nobody has to aim.
    let above = Rect::from_min_max(
        stage.glass.min,
        egui::pos2(stage.glass.max.x, stage.room.max.y),
    );
    let anywhere = ui.ctx().input(|input| {
        input.pointer.primary_clicked()
            && input
                .pointer
                .interact_pos()
                .is_some_and(|at| above.contains(at))
    });
    (pressed || anywhere).then_some(Asked::Begin)
}

fn hall_name<'a>(stage: &Stage<'a>) -> Words<'a> {
    Words::new(
        named(&stage.hall.facts.names, stage.lang),
        TypeSize::Subtitle,
    )
    .bold()
    .rows(2)
    .heading()
}

/// The height of the clock with all that belongs to it.
fn clock_height(ui: &Ui, stage: &Stage<'_>, rest: Rect) -> f32 {
    let look = stage.look;
    hall_name(stage).measure(ui, look, rest.size()).y
        + look.size(TypeSize::IdleClock) * CLOCK_EM
        + date_height(ui, stage, rest)
        + look.size(TypeSize::Quiet) * ROW_EM
        + look.gap
}

fn date_words(date: &str) -> Words<'_> {
    Words::new(date, TypeSize::Subtitle).rows(2)
}

fn date_height(ui: &Ui, stage: &Stage<'_>, rest: Rect) -> f32 {
    let look = stage.look;
    let date = words::date(stage.lang, stage.now);
    let row = look.size(TypeSize::Subtitle) * ROW_EM;
    date_words(&date).measure(ui, look, rest.size()).y.max(row)
}

fn show_clock(ui: &Ui, stage: &Stage<'_>, rest: &mut Rect, with_date: bool) {
    let (look, lang) = (stage.look, stage.lang);
    let name = hall_name(stage);
    let name_height = name.measure(ui, look, rest.size()).y;
    let place = layout::top(rest, name_height, 0.0);
    name.align(Align2::LEFT_CENTER).paint(ui, look, place);
    let clock_row = look.size(TypeSize::IdleClock) * CLOCK_EM;
    let place = layout::top(rest, clock_row, 0.0);
    let time = words::time(stage.now);
    Words::new(&time, TypeSize::IdleClock)
        .bold()
        .align(Align2::LEFT_CENTER)
        .paint(ui, look, place);
    if with_date {
        let date = words::date(lang, stage.now);
        let date = date_words(&date).colour(look.colours.ink2);
        let place = layout::top(rest, date_height(ui, stage, *rest), 0.0);
        date.paint(ui, look, place);
    }
    let open_row = look.size(TypeSize::Quiet) * ROW_EM;
    let place = layout::top(rest, open_row, look.gap);
    let open = words::openness(lang, &stage.hall.hours);
    let ink = look.colours.hue(Hue::Jade);
    Words::new(&open, TypeSize::Quiet)
        .bold()
        .colour(ink)
        .paint(ui, look, place);
}

/// What is wrong, the code that proves a phone to be here, which nobody can guess, and then the
/// notices, beginning with another one each minute.
fn notices(stage: &Stage<'_>) -> Vec<(Icon, String)> {
    let offers_phone = |offered: &Offered| offered.service.by_phone;
    let code = &stage.hall.presence_code;
    let mut lines = Vec::new();
    lines.extend(stage.warning.map(|text| (Icon::ATTENTION, text.to_owned())));
    if stage.hall.services.iter().any(offers_phone) && !code.is_empty() {
        let text = t::kiosk_idle_presence(stage.lang, code.clone());
        lines.push((Icon::PHONE, text));
    }
    let notices = &stage.hall.notices;
    let first = usize::try_from(stage.now.minute()).unwrap_or(0) % notices.len().max(1);
    let turned = notices.iter().cycle().skip(first).take(notices.len());
    lines.extend(turned.map(|notice| (Icon::NOTICE, named(&notice.texts, stage.lang).to_owned())));
    lines.truncate(NOTICES_MAX);
    lines
}
