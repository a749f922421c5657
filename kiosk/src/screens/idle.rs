//! Nobody is here: the time, what is on today, and a touch begins.

use egui::{Align2, Rect, Ui, Vec2, vec2};
use linli_hall::service::Offered;
use linli_look::widgets::{Button, Notice, Words};
use linli_look::{Hue, Icon, Illustration, LINE_EM, Look, TypeSize, layout};
use linli_texts::t;

use super::{Asked, Stage};
use crate::view::named;
use crate::words;

/// How many notices are shown at once.
const NOTICES_MAX: usize = 3;
/// Rows of one notice: it is shown whole or not at all.
const NOTICE_ROWS: usize = 8;
/// Rows that the hall's name may take.
const NAME_ROWS: usize = 3;
const PICTURE_MIN: f32 = 200.0;
const COLUMN_PART: f32 = 0.5;
const CLOCK_EM: f32 = 1.08;

pub(super) fn show(ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
    let look = stage.look;
    let mut rest = stage.room;
    // The idle screen has no header; the clock takes its place.
    rest.min.y = stage.glass.min.y + look.margin * 0.7;
    let mut picture = None;
    // In large type the words need all of a glass that lies.
    if stage.is_landscape() && !look.large() {
        let width = rest.width() * COLUMN_PART;
        picture = Some(layout::right(&mut rest, width, look.margin * 0.8));
    }
    let start = Button::primary(t::kiosk_idle_start(stage.lang)).icon(Icon::FORWARD);
    let height = (look.size(TypeSize::Button) * 2.3)
        .max(look.primary * 1.2)
        .max(start.height(ui, look, rest.width()));
    let button = layout::bottom(&mut rest, height, look.gap);
    if stage.is_landscape() && look.large() {
        show_clock_beside(ui, stage, &mut rest);
    } else {
        show_clock(ui, stage, &mut rest);
    }
    show_notices(ui, stage, &mut rest, picture.is_none());
    let place = picture.unwrap_or(rest);
    if place.height() >= PICTURE_MIN && !(stage.is_landscape() && look.large()) {
        let radius = look.radius_hero();
        stage
            .pictures
            .paint(ui, look, Illustration::Courtyard, place, radius);
    }
    let pressed = start.show(ui, look, button).clicked();
    (pressed || is_touched(ui, stage)).then_some(Asked::Begin)
}

/// A touch anywhere above the bar begins as well; nobody has to aim.
fn is_touched(ui: &Ui, stage: &Stage<'_>) -> bool {
    let above = Rect::from_min_max(
        stage.glass.min,
        egui::pos2(stage.glass.max.x, stage.room.max.y),
    );
    ui.ctx().input(|input| {
        input.pointer.primary_clicked()
            && input
                .pointer
                .interact_pos()
                .is_some_and(|at| above.contains(at))
    })
}

/// As many notices as have room at the lower end of `rest`, each of them whole. The first is what must
/// be known; a picture over them is worth more than the others.
fn show_notices(ui: &Ui, stage: &Stage<'_>, rest: &mut Rect, has_picture_over: bool) {
    let look = stage.look;
    let lines = notices(stage);
    let mut free = rest.height();
    let mut shown: Vec<(Notice<'_>, f32)> = Vec::new();
    for (icon, text) in &lines {
        let notice = Notice {
            icon: *icon,
            text,
            hue: Hue::Amber,
            ground: false,
            rows: NOTICE_ROWS,
        };
        let height = notice.height(ui, look, rest.width()) + look.tight;
        let is_over = has_picture_over && !stage.is_landscape() && !shown.is_empty();
        let kept = if is_over { PICTURE_MIN } else { 0.0 };
        if free - kept < height {
            continue;
        }
        free -= height;
        shown.push((notice, height));
    }
    let heights: f32 = shown.iter().map(|(_, height)| height).sum();
    let mut list = layout::bottom(rest, heights, look.gap);
    for (notice, height) in shown {
        notice.show(ui, look, layout::top(&mut list, height, 0.0));
    }
}

fn hall_name<'a>(stage: &Stage<'a>) -> Words<'a> {
    Words::new(
        named(&stage.hall.facts.names, stage.lang),
        TypeSize::Subtitle,
    )
    .bold()
    .rows(NAME_ROWS)
    .heading()
}

fn date_words<'a>(look: &Look, date: &'a str) -> Words<'a> {
    let ink = look.colours.ink2;
    Words::new(date, TypeSize::Subtitle).rows(2).colour(ink)
}

fn date_height(ui: &Ui, stage: &Stage<'_>, width: f32) -> f32 {
    let look = stage.look;
    let date = words::date(stage.lang, stage.now);
    let row = look.size(TypeSize::Subtitle) * LINE_EM;
    let room = vec2(width, f32::MAX);
    date_words(look, &date).measure(ui, look, room).y.max(row)
}

/// The hall's name, the clock under it, the day and the hours. Where the code for phones and the day
/// have no room for both, the day gives way.
fn show_clock(ui: &Ui, stage: &Stage<'_>, rest: &mut Rect) {
    let look = stage.look;
    let name = hall_name(stage);
    let name_height = name.measure(ui, look, rest.size()).y;
    let clock_row = look.size(TypeSize::IdleClock) * CLOCK_EM;
    let hours_row = look.size(TypeSize::Quiet) * LINE_EM;
    let date_height = date_height(ui, stage, rest.width());
    let line = look.size(TypeSize::Body) * LINE_EM + look.tight * 2.0;
    let needed = name_height + clock_row + date_height + hours_row + look.gap + line;
    let with_date = needed <= rest.height();
    name.align(Align2::LEFT_CENTER)
        .paint(ui, look, layout::top(rest, name_height, 0.0));
    clock(ui, stage, layout::top(rest, clock_row, 0.0));
    if with_date {
        day(ui, stage, layout::top(rest, date_height, 0.0));
    }
    hours(ui, stage, layout::top(rest, hours_row, look.gap));
}

/// The clock with all the others beside it.
fn show_clock_beside(ui: &Ui, stage: &Stage<'_>, rest: &mut Rect) {
    let look = stage.look;
    let time = words::time(stage.now);
    let time = Words::new(&time, TypeSize::IdleClock).bold();
    let clock_width = time.measure(ui, look, Vec2::splat(f32::MAX)).x + look.tight;
    let words_width = rest.width() - clock_width - look.margin;
    let name = hall_name(stage);
    let name_height = name.measure(ui, look, vec2(words_width, f32::MAX)).y;
    let date_height = date_height(ui, stage, words_width);
    let hours_row = look.size(TypeSize::Quiet) * LINE_EM;
    let words_height = name_height + date_height + hours_row;
    let height = words_height.max(look.size(TypeSize::IdleClock) * CLOCK_EM);
    let mut band = layout::top(rest, height, look.gap);
    clock(ui, stage, layout::left(&mut band, clock_width, look.margin));
    let mut words = layout::centred(band, vec2(band.width(), words_height));
    name.align(Align2::LEFT_CENTER)
        .paint(ui, look, layout::top(&mut words, name_height, 0.0));
    day(ui, stage, layout::top(&mut words, date_height, 0.0));
    hours(ui, stage, words);
}

fn clock(ui: &Ui, stage: &Stage<'_>, place: Rect) {
    let time = words::time(stage.now);
    Words::new(&time, TypeSize::IdleClock)
        .bold()
        .align(Align2::LEFT_CENTER)
        .paint(ui, stage.look, place);
}

fn day(ui: &Ui, stage: &Stage<'_>, place: Rect) {
    let date = words::date(stage.lang, stage.now);
    date_words(stage.look, &date).paint(ui, stage.look, place);
}

/// Until when it is open, or from when.
fn hours(ui: &Ui, stage: &Stage<'_>, place: Rect) {
    let open = words::openness(stage.lang, &stage.hall.hours);
    let ink = stage.look.colours.hue(Hue::Jade);
    Words::new(&open, TypeSize::Quiet)
        .bold()
        .colour(ink)
        .paint(ui, stage.look, place);
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
