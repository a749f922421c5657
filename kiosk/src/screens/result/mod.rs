//! The number, as the largest thing that is ever shown.

mod phone;

use egui::{Align2, Rect, Ui, vec2};
use linli_hall::ServiceId;
use linli_hall::ticket::Taken;
use linli_look::widgets::{self, Button, Notice, Words, icon};
use linli_look::{Hue, Icon, TypeSize, layout};
use linli_texts::t;

use phone::PhoneWords;

use super::{Asked, Stage};
use crate::view::named;
use crate::words;

/// How long the number stays, in seconds: with a slip in the hand, and without one.
const STAYS_SECS: f64 = 20.0;
const STAYS_WITHOUT_SLIP_SECS: f64 = 60.0;

/// Shares of the room.
const NUMBER_CARD_PART: f32 = 0.63;
const NUMBER_CARD_PART_LARGE: f32 = 0.56;
const NUMBER_COLUMN_PART: f32 = 0.5;
const NUMBER_COLUMN_PART_LARGE: f32 = 0.54;
const ROW_EM: f32 = 1.28;

/// What the printer does with the slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipState {
    /// It is on its way.
    Printing,
    /// It is out.
    Printed,
    /// There is none: no paper, no printer, or something is wrong with it.
    None,
    /// It may be incomplete.
    Unsure,
}

/// A number that was taken just now.
#[derive(Clone, Debug)]
pub struct ResultScreen {
    /// The number.
    pub taken: Taken,
    /// What the printer does.
    pub slip: SlipState,
    /// The link in the QR code.
    pub link: String,
    /// When the screen is left by itself, in seconds since the start.
    pub until_secs: f64,
}

impl ResultScreen {
    /// The screen for a number taken at `secs`.
    pub fn new(taken: Taken, slip: SlipState, link: String, secs: f64) -> ResultScreen {
        let mut screen = ResultScreen {
            taken,
            slip,
            link,
            until_secs: secs + STAYS_SECS,
        };
        screen.set_slip(slip, secs);
        screen
    }

    /// Shows the number for a while longer: somebody comes back to it.
    pub fn stay(&mut self, secs: f64) {
        self.until_secs = self.until_secs.max(secs + STAYS_SECS);
    }

    /// What for.
    pub fn service(&self) -> ServiceId {
        self.taken.service
    }

    /// Notes what became of the slip. Without one, the number stays longer, to be photographed.
    pub fn set_slip(&mut self, slip: SlipState, secs: f64) {
        self.slip = slip;
        if matches!(slip, SlipState::None | SlipState::Unsure) {
            self.until_secs = self.until_secs.max(secs + STAYS_WITHOUT_SLIP_SECS);
        }
    }

    pub(super) fn show(&self, ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
        let look = stage.look;
        let mut rest = stage.room;
        let column_part = if look.large() {
            NUMBER_COLUMN_PART_LARGE
        } else {
            NUMBER_COLUMN_PART
        };
        let done_width = if stage.is_landscape() {
            rest.width() * (1.0 - column_part) - look.gap
        } else {
            rest.width()
        };
        let done_height = self.done_height(ui, stage, done_width);
        if stage.is_landscape() {
            let width = rest.width() * column_part;
            let number = layout::left(&mut rest, width, look.gap);
            let button = self.take_button(stage, &mut rest);
            // In large type the right side has no room for where to sit.
            self.show_number(ui, stage, number, look.large());
            let done = layout::top(&mut rest, done_height, look.tight);
            self.show_done(ui, stage, done);
            if !look.large() {
                self.show_seat(ui, stage, &mut rest);
            }
            self.show_phone(ui, stage, rest);
            return self.show_button(ui, stage, button);
        }
        let button = self.take_button(stage, &mut rest);
        let done = layout::top(&mut rest, done_height, look.tight);
        self.show_done(ui, stage, done);
        let part = if look.large() {
            NUMBER_CARD_PART_LARGE
        } else {
            NUMBER_CARD_PART
        };
        let height = rest.height() * part;
        let card = layout::top(&mut rest, height, look.gap);
        self.show_number(ui, stage, card, true);
        self.show_phone(ui, stage, rest);
        self.show_button(ui, stage, button)
    }

    fn take_button(&self, stage: &Stage<'_>, rest: &mut Rect) -> Rect {
        let look = stage.look;
        let height = (look.size(TypeSize::Button) * 2.2).max(look.primary * 1.25);
        layout::bottom(rest, height, look.gap)
    }

    fn show_button(&self, ui: &Ui, stage: &Stage<'_>, place: Rect) -> Option<Asked> {
        let left = (self.until_secs - stage.secs).ceil().max(0.0) as u32;
        let seconds = t::kiosk_seconds(stage.lang, left);
        let button = Button::primary(t::kiosk_ok(stage.lang))
            .icon(Icon::CHECK)
            .more(&seconds);
        button
            .show(ui, stage.look, place)
            .clicked()
            .then_some(Asked::Home)
    }

    fn done_text(&self, stage: &Stage<'_>) -> String {
        let service = stage.hall.service(self.taken.service);
        let name = service
            .map(|offered| named(&offered.service.names, stage.lang))
            .unwrap_or_default();
        t::kiosk_result_done(stage.lang, name)
    }

    fn done_height(&self, ui: &Ui, stage: &Stage<'_>, width: f32) -> f32 {
        let look = stage.look;
        let text = self.done_text(stage);
        let room = vec2(width - look.size(TypeSize::IconLine) - look.gap, f32::MAX);
        Words::new(&text, TypeSize::Subtitle)
            .bold()
            .rows(2)
            .measure(ui, look, room)
            .y
            + look.tight * 1.5
    }

    fn show_done(&self, ui: &Ui, stage: &Stage<'_>, place: Rect) {
        let look = stage.look;
        let jade = look.colours.hue(Hue::Jade);
        let text = self.done_text(stage);
        let side = look.size(TypeSize::IconLine);
        let words = Words::new(&text, TypeSize::Subtitle)
            .bold()
            .colour(jade)
            .rows(2)
            .heading()
            .live();
        let width = words
            .measure(ui, look, place.size() - vec2(side + look.gap, 0.0))
            .x
            + 2.0;
        let mut line = layout::centred(place, vec2(width + side + look.tight, place.height()));
        let mark = layout::left(&mut line, side, look.tight);
        icon(ui, mark, Icon::DONE, side, jade);
        words.paint(ui, look, line);
    }

    /// What to do next: where to sit, and what will be heard.
    fn show_seat(&self, ui: &Ui, stage: &Stage<'_>, rest: &mut Rect) {
        let look = stage.look;
        let seat = words::seat(stage.lang, &self.taken.counters);
        let notice = Notice {
            icon: Icon::PEOPLE,
            text: &seat,
            hue: Hue::Jade,
            ground: true,
            rows: 3,
        };
        let height = notice.height(ui, look, rest.width()) + look.tight * 2.0;
        notice.show(ui, look, layout::top(rest, height, look.gap));
    }

    fn show_number(&self, ui: &Ui, stage: &Stage<'_>, card: Rect, with_seat: bool) {
        let (look, lang) = (stage.look, stage.lang);
        widgets::panel(ui, look, card, look.radius_hero());
        let mut rest = card.shrink2(vec2(look.inset, look.inset * 0.6));
        if with_seat {
            let seat = words::seat(lang, &self.taken.counters);
            let seat_words = Words::new(&seat, TypeSize::Body)
                .rows(3)
                .align(Align2::CENTER_CENTER);
            let seat_room = vec2(rest.width(), look.size(TypeSize::Body) * ROW_EM * 3.0);
            let seat_height = seat_words.measure(ui, look, seat_room).y + look.tight;
            let seat_place = layout::bottom(&mut rest, seat_height, look.tight);
            seat_words.paint(ui, look, seat_place);
        } else {
            layout::bottom(&mut rest, look.tight, 0.0);
        }
        let figure_height =
            (look.size(TypeSize::Quiet) + look.size(TypeSize::Figure)) * ROW_EM + look.tight;
        let figures = layout::bottom(&mut rest, figure_height, look.tight);
        let cells = layout::grid(figures, 2, 1, look.gap);
        let ahead = words::ahead_value(lang, self.taken.ahead);
        let wait = words::wait_value(lang, self.taken.wait);
        if let [left, right] = cells.as_slice() {
            widgets::figure(
                ui,
                look,
                *left,
                t::kiosk_result_ahead(lang),
                &ahead,
                Hue::Jade,
            );
            widgets::figure(
                ui,
                look,
                *right,
                t::kiosk_result_wait(lang),
                &wait,
                Hue::Jade,
            );
        }
        let size = if stage.is_landscape() {
            TypeSize::NumberWide
        } else {
            TypeSize::Number
        };
        let number = Words::new(&self.taken.label, size)
            .bold()
            .align(Align2::CENTER_CENTER)
            .live();
        number.paint(ui, look, rest);
    }

    fn show_phone(&self, ui: &Ui, stage: &Stage<'_>, card: Rect) {
        let words = PhoneWords::new(self.slip, stage.lang);
        phone::show(ui, stage, card, &self.link, &words);
    }
}
