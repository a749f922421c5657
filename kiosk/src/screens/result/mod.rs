//! The number, as the largest thing that is ever shown.

mod phone;

use egui::{Align2, Rect, Ui, vec2};
use linli_hall::ServiceId;
use linli_hall::ticket::Taken;
use linli_look::widgets::{self, Button, Figure, Notice, Words, icon};
use linli_look::{Hue, Icon, Look, TypeSize, layout};
use linli_texts::{Lang, t};

use phone::PhoneWords;

use super::{Asked, Stage};
use crate::view::named;
use crate::words;

/// How long the number stays, in seconds: with a slip in the hand, and without one.
const STAYS_SECS: f64 = 20.0;
const STAYS_WITHOUT_SLIP_SECS: f64 = 60.0;

/// The least height of the number, as a part of its full size.
const NUMBER_LEAST: f32 = 0.5;
/// Rows that the name of a service may take.
const DONE_ROWS: usize = 3;
/// Shares of the room.
const NUMBER_CARD_PART: f32 = 0.63;
const NUMBER_CARD_PART_LARGE: f32 = 0.56;
const NUMBER_COLUMN_PART: f32 = 0.5;
const NUMBER_COLUMN_PART_LARGE: f32 = 0.54;
const ROW_EM: f32 = linli_look::LINE_EM;

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
        let phone = phone::card_least(look) + look.gap;
        let height = (rest.height() * part)
            .max(self.number_card_least(ui, stage, rest))
            .min(rest.height() - phone);
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
            .rows(DONE_ROWS)
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
            .rows(DONE_ROWS)
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
        self.show_figures(ui, stage, &mut rest);
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

    /// How many are ahead and how long it may take.
    fn values(&self, lang: Lang) -> [String; 2] {
        [
            words::ahead_value(lang, self.taken.ahead),
            words::wait_value(lang, self.taken.wait),
        ]
    }

    fn show_figures(&self, ui: &Ui, stage: &Stage<'_>, rest: &mut Rect) {
        let values = self.values(stage.lang);
        let figures = figures(stage.lang, &values);
        let (cells, height) = figure_cells(ui, stage.look, *rest, &figures);
        let band = layout::bottom(rest, height, stage.look.tight);
        for (figure, cell) in figures.iter().zip(cells) {
            let place = Rect::from_x_y_ranges(cell.x_range(), band.y_range());
            figure.show(ui, stage.look, place);
        }
    }

    /// How high the card of the number must be, so that the number is the largest thing on it.
    fn number_card_least(&self, ui: &Ui, stage: &Stage<'_>, room: Rect) -> f32 {
        let look = stage.look;
        let inner = room.shrink2(vec2(look.inset, 0.0));
        let seat = words::seat(stage.lang, &self.taken.counters);
        let seat = Words::new(&seat, TypeSize::Body).rows(3);
        let seat_height = seat.measure(ui, look, vec2(inner.width(), f32::MAX)).y;
        let values = self.values(stage.lang);
        let (_, figures) = figure_cells(ui, look, inner, &figures(stage.lang, &values));
        let number = look.size(TypeSize::Number) * NUMBER_LEAST;
        seat_height + figures + number + look.tight * 3.0 + look.inset * 1.2
    }

    fn show_phone(&self, ui: &Ui, stage: &Stage<'_>, card: Rect) {
        let words = PhoneWords::new(self.slip, stage.lang);
        phone::show(ui, stage, card, &self.link, &words);
    }
}

fn figures(lang: Lang, [ahead, wait]: &[String; 2]) -> [Figure<'_>; 2] {
    let figure = |name, value| Figure {
        name,
        value,
        hue: Hue::Jade,
    };
    [
        figure(t::kiosk_result_ahead(lang), ahead.as_str()),
        figure(t::kiosk_result_wait(lang), wait.as_str()),
    ]
}

/// Where figures stand side by side, each as wide as its words ask for, and how high they must be.
fn figure_cells(ui: &Ui, look: &Look, room: Rect, figures: &[Figure<'_>; 2]) -> (Vec<Rect>, f32) {
    let mut weights = figures.map(|figure| figure.width(ui, look));
    let half = (room.width() - look.gap) / 2.0;
    if weights.iter().all(|width| *width <= half) {
        weights = [1.0; 2];
    }
    let cells = layout::columns(room, &weights, look.gap);
    let heights = figures
        .iter()
        .zip(&cells)
        .map(|(figure, cell)| figure.height(ui, look, cell.width()));
    let height = heights.fold(0.0, f32::max);
    (cells, height)
}
