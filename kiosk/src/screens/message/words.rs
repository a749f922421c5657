//! What would you like to say?

use egui::accesskit::Live;
use egui::{Rect, Ui};
use linli_look::widgets::{self, Button, Words};
use linli_look::{Hue, Icon, TypeSize, layout};
use linli_texts::t;

use super::{Message, Step};
use crate::screens::{Asked, Stage};
use crate::typing::{Room, Wanted};

/// The field beside the board, in landscape, as a part of the room.
const COLUMN_PART: f32 = 0.36;
/// The field is at most so many rows high: nobody writes a letter standing.
const ROWS_MAX: f32 = 8.0;
const ROW_EM: f32 = 1.45;
/// The next step beside the candidates, as a part of the width.
const NEXT_PART: f32 = 0.33;
const NEXT_PART_MAX: f32 = 0.45;
/// From here on it is shown how many characters are left.
const LEFT_SHOWN: usize = 50;
/// A screen reader is told of them so many at a time.
const LEFT_SAID: usize = 10;

pub(super) fn show(message: &mut Message, ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
    let look = stage.look;
    let (mut read, touch) = parts(message, stage);
    let mut room = Room {
        area: touch,
        kept: if stage.low {
            kept_for_next(ui, stage, touch.width())
        } else {
            0.0
        },
    };
    let (button, place_of_next) = next_button(message, ui, stage, &mut read, &mut room);
    let question = t::kiosk_message_question(stage.lang);
    // A third row only where two have no room even for the smallest letters.
    let smallest = Words::new(question, TypeSize::Quiet).bold().rows(2);
    let two_rows = egui::vec2(read.width(), f32::MAX);
    let rows = if smallest.fits_unshrunk(ui, look, two_rows) {
        2
    } else {
        3
    };
    let title = Words::new(question, TypeSize::Question)
        .bold()
        .heading()
        .rows(rows);
    let height = title.measure(ui, look, read.size()).y;
    let place = layout::top(&mut read, height, look.tight);
    title.paint(ui, look, place);
    let most = look.size(TypeSize::Body) * ROW_EM * ROWS_MAX;
    if stage.low {
        // The board is far below; the field stays as high as a message is long.
        read.max.y = read.max.y.min(read.min.y + most);
    }
    show_left(message, ui, stage, &mut read);
    let hint = t::kiosk_message_hint(stage.lang);
    message.words.show(ui, look, read, question, hint);
    let (typing, words) = (&mut message.typing, &mut message.words);
    let wanted = message.slide.show(ui, room.area, stage.secs, |ui| {
        typing.show(ui, look, stage.lang, room, words)
    });
    if button.show(ui, look, place_of_next).clicked() && !is_empty(message) {
        message.typing.finish();
        ui.ctx().request_repaint();
    }
    match wanted? {
        Wanted::Find(ask) => Some(Asked::Find(ask)),
        Wanted::GoOn => {
            if !message.words.text().trim().is_empty() {
                message.step = Step::Phone;
                // The next screen is drawn in the next frame; nothing else is asked for.
                ui.ctx().request_repaint();
            }
            None
        }
    }
}

/// Whether there is nothing to go on with.
fn is_empty(message: &Message) -> bool {
    message.words.text().trim().is_empty() && !message.typing.has_begun()
}

/// How many more characters fit, under the field, once that is worth knowing.
fn show_left(message: &Message, ui: &Ui, stage: &Stage<'_>, read: &mut Rect) {
    let (look, lang) = (stage.look, stage.lang);
    let left = message.words.chars_left();
    if left > LEFT_SHOWN && !message.words.is_full() {
        return;
    }
    let line = layout::bottom(read, look.size(TypeSize::Quiet) * ROW_EM, look.tight);
    if message.words.is_full() {
        Words::new(t::kiosk_message_full(lang), TypeSize::Quiet)
            .bold()
            .colour(look.colours.hue(Hue::Vermilion))
            .urgent()
            .paint(ui, look, line);
        return;
    }
    let shown = t::kiosk_message_left(lang, left);
    Words::new(&shown, TypeSize::Quiet)
        .colour(look.colours.ink2)
        .paint(ui, look, line);
    // Said once for every ten: a voice that counts each of them drowns everything else.
    let tens = left.next_multiple_of(LEFT_SAID);
    let said = t::kiosk_message_left(lang, tens);
    widgets::said(ui, line, &said, Live::Polite);
}

/// What the next step takes of the row of candidates: a part, and what its words need.
fn kept_for_next(ui: &Ui, stage: &Stage<'_>, width: f32) -> f32 {
    let look = stage.look;
    let words = Words::new(t::kiosk_message_next(stage.lang), TypeSize::Quiet).bold();
    let needed = words.measure(ui, look, egui::Vec2::splat(f32::MAX)).x + look.inset * 1.5;
    needed.clamp(width * NEXT_PART, width * NEXT_PART_MAX)
}

/// Where one reads and where one writes.
fn parts(message: &Message, stage: &Stage<'_>) -> (Rect, Rect) {
    let look = stage.look;
    let mut rest = stage.room;
    if stage.is_landscape() {
        let width = rest.width() * COLUMN_PART;
        let column = layout::left(&mut rest, width, look.gap);
        return (column, rest);
    }
    if stage.low {
        let touch = stage.low_room();
        rest.max.y = touch.min.y - look.gap;
        return (rest, touch);
    }
    let wished = message.typing.height(look) + look.gap + look.primary;
    let touch = layout::bottom(&mut rest, wished, look.gap);
    (rest, touch)
}

/// The one next step and its place: under the board, beside the candidates where all is low, or in landscape under
/// what is read, since the board needs all of its own height.
fn next_button(
    message: &Message,
    ui: &Ui,
    stage: &Stage<'_>,
    read: &mut Rect,
    room: &mut Room,
) -> (Button<'static>, Rect) {
    let look = stage.look;
    let mut button = Button::primary(t::kiosk_message_next(stage.lang));
    let place = if room.kept > 0.0 {
        message.typing.kept(look, room)
    } else {
        button = button.icon(Icon::FORWARD);
        let area = if stage.is_landscape() {
            read
        } else {
            &mut room.area
        };
        let height = button.height(ui, look, area.width()).max(look.primary);
        layout::bottom(area, height, look.near.max(look.tight))
    };
    (button.resting(is_empty(message)), place)
}
