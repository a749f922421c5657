//! A number to call back, for those who like; and sending.

use std::fmt;

use egui::accesskit::Live;
use egui::{
    Align2, Context, Event, Key as PhysicalKey, Rect, Role, Sense, StrokeKind, Ui, WidgetInfo,
};
use linli_look::audit::{self, ControlKind};
use linli_look::widgets::{self, Button, Key, Notice, Words, focus_ring_around, key};
use linli_look::{Hue, Icon, TypeSize, focus, layout, spoken, taps};
use linli_texts::t;

use super::{Message, Step, written};
use crate::screens::{Asked, Stage};
use crate::words;

/// The longest number that is taken in, in digits.
const DIGITS_MAX: usize = 15;
/// Look, number 10: what was typed is masked after this long.
const MASKED_AFTER_SECS: f64 = 1.0;
/// The digits that are masked: those that tell one number from another of the same place.
const MASKED: std::ops::Range<usize> = 3..7;
const ROW_EM: f32 = linli_look::LINE_EM;
const COLUMN_PART: f32 = 0.46;
/// The same in large type, where what is read needs more.
const COLUMN_PART_LARGE: f32 = 0.4;
const KEY_HEIGHT_MAX: f32 = 1.5;
/// The same in large type.
const KEY_HEIGHT_MAX_LARGE: f32 = 1.25;
/// Rows of digits.
const PAD_ROWS: f32 = 4.0;

/// A phone number that is being typed.
#[derive(Clone, Default)]
pub(super) struct Phone {
    digits: String,
    /// When the last digit was typed, in seconds since the start.
    typed_secs: f64,
}

/// A number reaches no log.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone")
    }
}

impl Phone {
    /// The number; `None` while there is none.
    pub(super) fn given(&self) -> Option<String> {
        (!self.digits.is_empty()).then(|| self.digits.clone())
    }

    /// These digits, typed some time ago.
    pub(super) fn typed(digits: &str) -> Phone {
        Phone {
            digits: digits.to_owned(),
            typed_secs: 0.0,
        }
    }

    /// Writes a digit. What has no room is not written, and not said.
    fn push(&mut self, ctx: &Context, digit: &str, secs: f64) {
        if self.digits.len() < DIGITS_MAX {
            spoken::written(ctx, digit);
            self.digits.push_str(digit);
            self.typed_secs = secs;
        }
    }

    fn erase(&mut self, ctx: &Context) {
        if let Some(digit) = self.digits.pop() {
            spoken::erased(ctx, digit.encode_utf8(&mut [0; 4]));
        }
        self.typed_secs = 0.0;
    }

    /// What is shown of it: the middle is masked a second after it was typed.
    fn shown(&self, secs: f64) -> String {
        let last = self.digits.len().saturating_sub(1);
        let is_fresh = secs - self.typed_secs < MASKED_AFTER_SECS;
        let shown = self.digits.chars().enumerate().map(|(index, digit)| {
            let is_masked = MASKED.contains(&index) && !(is_fresh && index == last);
            if is_masked { '•' } else { digit }
        });
        shown.collect()
    }
}

pub(super) fn show(message: &mut Message, ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
    let look = stage.look;
    listen_to_keys(&mut message.phone, ui, stage.secs);
    let mut read = stage.room;
    let mut touch = if stage.is_landscape() {
        let part = if look.large() {
            COLUMN_PART_LARGE
        } else {
            COLUMN_PART
        };
        let width = read.width() * part;
        layout::right(&mut read, width, look.margin)
    } else {
        let touch = lower_part(stage);
        read.max.y = touch.min.y - look.gap;
        touch
    };
    let (button, place) = send_button(message, ui, stage, &mut touch);
    let entered = show_words(message, ui, stage, read);
    show_pad(&mut message.phone, ui, stage, touch);
    let send = button.show(ui, look, place).clicked() || entered;
    if !message.phone.digits.is_empty() {
        let left = message.phone.typed_secs + MASKED_AFTER_SECS - stage.secs;
        if left > 0.0 {
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_secs_f64(left + 0.01));
        }
    }
    (send && message.step != Step::Sending).then_some(Asked::SendMessage)
}

fn lower_part(stage: &Stage<'_>) -> Rect {
    if stage.low {
        return stage.low_room();
    }
    let look = stage.look;
    let part = if look.large() {
        KEY_HEIGHT_MAX_LARGE
    } else {
        KEY_HEIGHT_MAX
    };
    let key = (look.target * part).max(look.size(TypeSize::Title) * ROW_EM + look.tight);
    let button = (look.primary * 1.2).max(look.size(TypeSize::Button) * ROW_EM * 2.0);
    let wished = (key + look.near) * PAD_ROWS + button;
    let mut rest = stage.room;
    layout::bottom(&mut rest, wished, 0.0)
}

/// The button that sends, and its place.
fn send_button(
    message: &Message,
    ui: &Ui,
    stage: &Stage<'_>,
    touch: &mut Rect,
) -> (Button<'static>, Rect) {
    let (look, lang) = (stage.look, stage.lang);
    let text = match message.step {
        Step::Sending => t::kiosk_message_sending(lang),
        Step::Failed(_) => t::kiosk_message_again(lang),
        _ if message.phone.digits.is_empty() => t::kiosk_message_send_without(lang),
        _ => t::kiosk_message_send(lang),
    };
    let button = Button::primary(text).icon(Icon::SEND);
    // The digits keep a finger's height; long words are set in smaller type before they take it.
    let most = touch.height() - (look.target + look.near) * PAD_ROWS;
    let height = button.height(ui, look, touch.width());
    let height = height.min(most).max(look.primary);
    let place = layout::bottom(touch, height, look.near.max(look.tight));
    (button, place)
}

/// Draws what is asked and what is typed; true when Enter was pressed in the field.
fn show_words(message: &Message, ui: &Ui, stage: &Stage<'_>, mut read: Rect) -> bool {
    let (look, lang) = (stage.look, stage.lang);
    let title = Words::new(t::kiosk_message_phone_question(lang), TypeSize::Question)
        .bold()
        .heading()
        .rows(3);
    let (icon, text, hue) = match &message.step {
        Step::Failed(error) => (
            Icon::ATTENTION,
            words::message_trouble(lang, error),
            Hue::Vermilion,
        ),
        _ => (
            Icon::PHONE,
            t::kiosk_message_phone_hint(lang).to_owned(),
            Hue::Jade,
        ),
    };
    let hint = Notice {
        icon,
        text: &text,
        hue,
        ground: matches!(message.step, Step::Failed(_)),
        rows: 5,
    };
    // What went wrong and the number keep their places; the question is known by now and gives way.
    let hint_height = hint.height(ui, look, read.width());
    let field_least = look.target.max(look.smallest() + look.tight);
    let title_least = look.smallest() * ROW_EM;
    let is_short = title_least + hint_height + field_least + look.gap * 1.5 > read.height();
    let (under_title, under_hint) = if is_short {
        (0.0, look.tight * 0.5)
    } else {
        (look.tight, look.gap)
    };
    let kept = hint_height + field_least + under_title + under_hint;
    let room = egui::vec2(read.width(), (read.height() - kept).max(0.0));
    // A row may stand closer to the next than its leading, no closer.
    let height = title.measure(ui, look, room).y.min(room.y.max(title_least));
    let place = layout::top(&mut read, height, under_title);
    title.paint(ui, look, place);
    let place = layout::top(&mut read, hint_height, under_hint);
    let live = match message.step {
        Step::Failed(_) => Live::Assertive,
        _ => Live::Off,
    };
    hint.show_as(ui, look, place, live);
    if message.step == Step::Sending {
        let sending = t::kiosk_message_sending(lang);
        widgets::said(ui, place, sending, Live::Polite);
        spoken::tell(ui.ctx(), sending);
    }
    let height = look.size(TypeSize::Figure) * ROW_EM + look.inset;
    let height = height.min(read.height()).max(field_least);
    let field = layout::top(&mut read, height, 0.0);
    layout::top(&mut read, 0.0, look.gap * 1.5);
    written::show(message.words.text(), ui, stage, read);
    show_field(&message.phone, ui, stage, field)
}

/// The number as it is typed, masked. A keyboard can be on it; a finger has nothing to do there.
fn show_field(phone: &Phone, ui: &Ui, stage: &Stage<'_>, field: Rect) -> bool {
    let look = stage.look;
    let shown = phone.shown(stage.secs);
    let name = t::kiosk_message_phone_question(stage.lang);
    let id = ui.scope_id().with("message-phone");
    let response = ui.interact(field, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::PhoneNumberInput, true, name));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_value(shown.as_str());
    });
    audit::note_control(ui.ctx(), name, field, ControlKind::Field);
    focus::note_field(ui.ctx(), id, name, field, 0);
    spoken::writes(ui.ctx(), name, &shown, response.has_focus());
    ui.painter().rect(
        field,
        look.radius_large(),
        look.colours.card,
        look.field_edge(),
        StrokeKind::Inside,
    );
    focus_ring_around(ui, look, &response, field, look.radius_large());
    if !shown.is_empty() {
        Words::new(&shown, TypeSize::Figure)
            .bold()
            .align(Align2::CENTER_CENTER)
            .silent()
            .paint(
                ui,
                look,
                field.shrink2(egui::vec2(look.tight, look.tight * 0.5)),
            );
    }
    response.has_focus()
        && ui
            .ctx()
            .input(|input| input.key_pressed(PhysicalKey::Enter))
}

fn show_pad(phone: &mut Phone, ui: &Ui, stage: &Stage<'_>, area: Rect) {
    const DIGITS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "<"];
    let look = stage.look;
    taps::expect_keys(ui.ctx(), area);
    for (digit, place) in DIGITS.iter().zip(layout::grid(area, 3, 4, look.near)) {
        match *digit {
            "" => {}
            "<" => {
                let erase = Key::sign(Icon::ERASE, t::kiosk_typing_erase(stage.lang));
                if key(ui, look, place, &erase).clicked() {
                    phone.erase(ui.ctx());
                }
            }
            digit => {
                let one = Key::letter(digit).size(TypeSize::Title);
                if key(ui, look, place, &one).clicked() {
                    phone.push(ui.ctx(), digit, stage.secs);
                }
            }
        }
    }
}

/// A keyboard on a cable types as well.
fn listen_to_keys(phone: &mut Phone, ui: &Ui, secs: f64) {
    let events = ui.ctx().input(|input| input.events.clone());
    for event in events {
        match event {
            Event::Text(text) => {
                for digit in text.chars().filter(char::is_ascii_digit) {
                    phone.push(ui.ctx(), digit.encode_utf8(&mut [0; 4]), secs);
                }
            }
            Event::Key {
                key: PhysicalKey::Backspace,
                pressed: true,
                ..
            } => phone.erase(ui.ctx()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_a_number_is_masked_a_second_after_it_was_typed() {
        let ctx = Context::default();
        let mut phone = Phone::default();
        for digit in ["1", "3", "8", "1", "2"] {
            phone.push(&ctx, digit, 10.0);
        }
        assert_eq!(phone.shown(10.5), "138•2");
        assert_eq!(phone.shown(11.5), "138••");
        for digit in ["3", "4", "5", "6", "7", "8"] {
            phone.push(&ctx, digit, 12.0);
        }
        assert_eq!(phone.shown(12.0), "138••••5678");
        assert_eq!(phone.given().as_deref(), Some("13812345678"));
    }
}
