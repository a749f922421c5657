//! A large card: an icon, what it does, and what to expect.

mod parts;

use egui::{Align2, Rect, Response, StrokeKind, Ui, vec2};

use super::press::{self, Said};
use super::words::{Words, icon};
use crate::audit::ControlKind;
use crate::{Hue, Icon, LINE_EM, Look, TypeSize, layout};

use parts::{Parts, parts};

/// The icon as a part of its ground.
const ICON_PART: f32 = 0.58;
/// Titles that would have to shrink below this part stand beside their icons, in two rows.
const UPRIGHT_SHRINK: f32 = 0.86;

/// Whether what a card offers can be had now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardState {
    /// It can.
    #[default]
    Open,
    /// Not now; the note says when. It can still be touched, and then explains itself.
    Closed,
}

/// A card that is a button.
#[derive(Clone, Copy, Debug)]
pub struct Card<'a> {
    /// Drawn on a soft ground of the hue.
    pub icon: Icon,
    /// The hue of the job.
    pub hue: Hue,
    /// What it does: the name of the button.
    pub title: &'a str,
    /// What to expect.
    pub note: &'a str,
    /// The same in fewer words, for a narrow card.
    pub short_note: &'a str,
    /// Whether it can be had now.
    pub state: CardState,
    /// What the cards of a screen have in common, from [`common_style`].
    pub style: Option<CardStyle>,
}

/// What the cards of a screen have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CardStyle {
    /// The size of their titles.
    pub title_points: f32,
    /// Whether their icons may stand above the words: not where a title needs two rows.
    pub upright: bool,
    /// Whether all notes are given in fewer words, because one of them must be.
    pub short_notes: bool,
}

impl Card<'_> {
    /// Draws the card; it is pressed when the response says clicked.
    pub fn show(&self, ui: &Ui, look: &Look, rect: Rect) -> Response {
        let said = Said {
            more: self.note,
            ..Said::default()
        };
        let response = press::pressable(ui, rect, self.title, said, ControlKind::Choice);
        let radius = look.radius_large();
        let at_rest = if self.state == CardState::Open {
            look.colours.card
        } else {
            look.colours.shade
        };
        let fill = press::face(&response, at_rest, look.colours.press);
        let face = rect.translate(press::sunk(&response));
        if self.state == CardState::Open && !press::is_pressed(&response) {
            ui.painter().add(look.shadow().as_shape(face, radius));
        }
        ui.painter()
            .rect(face, radius, fill, look.card_edge(), StrokeKind::Inside);
        let parts = parts(look, face, self.note_rows(ui, look, face), self.may_stand());
        let badge_radius = parts.badge.width() / 2.0;
        ui.painter().circle_filled(
            parts.badge.center(),
            badge_radius,
            look.colours.soft(self.hue),
        );
        // A card that is closed bears the mark of it also where its note has no room: a shade alone is
        // no sign.
        let has_mark = parts.in_line || parts.note_rows > 0 && !self.note.is_empty();
        let sign = if self.state == CardState::Closed && !has_mark {
            Icon::CLOCK
        } else {
            self.icon
        };
        let points = parts.badge.width() * ICON_PART;
        icon(ui, parts.badge, sign, points, look.colours.hue(self.hue));
        let title = self.title_words(ui, look, &parts);
        let title = title.paint(ui, look, parts.title);
        if parts.in_line {
            self.paint_note_after(ui, look, title, parts.title);
        } else {
            self.paint_note(ui, look, &parts);
        }
        press::focus_ring(ui, look, &response, radius);
        response
    }

    fn may_stand(&self) -> bool {
        self.style.is_none_or(|style| style.upright)
    }

    /// One row when the note, in full or in short, fits into one.
    fn note_rows(&self, ui: &Ui, look: &Look, face: Rect) -> usize {
        if self.note.is_empty() {
            return 0;
        }
        let mut room = parts(look, face, 1, self.may_stand()).note.size();
        if self.state == CardState::Closed {
            room.x -= look.size(TypeSize::IconLine) + look.tight;
        }
        if !self.title_has_room(ui, look, face) {
            return 0;
        }
        let fits = |text| Words::new(text, TypeSize::Quiet).fits_unshrunk(ui, look, room);
        if fits(self.note) || (!self.short_note.is_empty() && fits(self.short_note)) {
            1
        } else {
            2
        }
    }

    /// Whether the title has room over a note of one row, if need be in the smallest type. Where it has
    /// none, the note gives way: what a card does matters more than what to expect.
    fn title_has_room(&self, ui: &Ui, look: &Look, face: Rect) -> bool {
        let parts = parts(look, face, 1, self.may_stand());
        self.title_fits(ui, look, &parts, parts.title_rows_max(look))
    }

    /// Whether every word of the title is seen in so many rows of the smallest type.
    fn title_fits(&self, ui: &Ui, look: &Look, parts: &Parts, rows: usize) -> bool {
        Words::new(self.title, TypeSize::Quiet)
            .bold()
            .rows(rows)
            .fits_unshrunk(ui, look, parts.title.size())
    }

    fn needs_short_note(&self, ui: &Ui, look: &Look, face: Rect, upright: bool) -> bool {
        let parts = parts(look, face, 1, upright);
        if parts.in_line {
            return false;
        }
        let mut room = parts.note.size();
        if self.state == CardState::Closed {
            room.x -= look.size(TypeSize::IconLine) + look.tight;
        }
        !self.short_note.is_empty()
            && self.short_note != self.note
            && !Words::new(self.note, TypeSize::Quiet).fits_unshrunk(ui, look, room)
    }

    fn title_words(&self, ui: &Ui, look: &Look, parts: &Parts) -> Words<'_> {
        // One row more only where fewer have no room even for the smallest letters.
        let most = parts.title_rows_max(look);
        let rows = (parts.title_rows..most)
            .find(|rows| self.title_fits(ui, look, parts, *rows))
            .unwrap_or(most);
        let words = Words::new(self.title, TypeSize::Title)
            .bold()
            .rows(rows)
            .silent();
        match self.style {
            Some(style) => words.points(style.title_points),
            None => words,
        }
    }

    /// The note at the end of the title's row, if it fits there; the mark of a card that is closed
    /// always does.
    fn paint_note_after(&self, ui: &Ui, look: &Look, title: Rect, row: Rect) {
        let mut room = row;
        room.min.x = title.max.x + look.gap;
        if self.state == CardState::Closed {
            let width = look.size(TypeSize::IconLine);
            let mark = layout::right(&mut room, width, look.tight);
            icon(ui, mark, Icon::CLOCK, width * 0.9, look.colours.ink2);
        }
        let words = |text| {
            Words::new(text, TypeSize::Quiet)
                .colour(look.colours.ink2)
                .align(Align2::RIGHT_CENTER)
                .silent()
        };
        let fitting = [self.note, self.short_note]
            .map(words)
            .into_iter()
            .find(|words| words.fits_unshrunk(ui, look, room.size()));
        if let Some(words) = fitting {
            words.paint(ui, look, room);
        }
    }

    fn paint_note(&self, ui: &Ui, look: &Look, parts: &Parts) {
        if self.note.is_empty() || parts.note_rows == 0 {
            return;
        }
        let mut room = parts.note;
        let words = |text| {
            Words::new(text, TypeSize::Quiet)
                .colour(look.colours.ink2)
                .align(Align2::LEFT_TOP)
                .silent()
        };
        if self.state == CardState::Closed {
            let width = look.size(TypeSize::IconLine);
            let row = look.size(TypeSize::Quiet) * LINE_EM;
            let mark = Rect::from_min_size(room.min, vec2(width, row));
            icon(ui, mark, Icon::CLOCK, width * 0.9, look.colours.ink2);
            layout::left(&mut room, width, look.tight);
        }
        let long = words(self.note);
        let is_short =
            self.style.is_some_and(|style| style.short_notes) && !self.short_note.is_empty();
        if !is_short && long.fits_unshrunk(ui, look, room.size()) {
            long.paint(ui, look, room);
            return;
        }
        let short = words(if self.short_note.is_empty() {
            self.note
        } else {
            self.short_note
        });
        // A note that has no room even so is said with the card, but not drawn in part.
        let fitting = [short, short.rows(parts.note_rows)]
            .into_iter()
            .find(|words| words.fits_unshrunk(ui, look, room.size()));
        if let Some(words) = fitting {
            words.paint(ui, look, room);
        }
    }
}

/// The style in which every title fits its card, so that the cards of a screen look alike.
pub fn common_style(ui: &Ui, look: &Look, cards: &[Card<'_>], cells: &[Rect]) -> CardStyle {
    let wished = look.size(TypeSize::Title);
    let upright = cards.iter().zip(cells).all(|(card, cell)| {
        let room = vec2(cell.width() - look.inset * 2.0, wished * LINE_EM);
        Words::new(card.title, TypeSize::Title)
            .bold()
            .fitting_points(ui, look, room)
            >= wished * UPRIGHT_SHRINK
    });
    let title_points = cards.iter().zip(cells).fold(wished, |least, (card, cell)| {
        let parts = parts(look, *cell, card.note_rows(ui, look, *cell), upright);
        least.min(
            card.title_words(ui, look, &parts)
                .fitting_points(ui, look, parts.title.size()),
        )
    });
    let short_notes = cards
        .iter()
        .zip(cells)
        .any(|(card, cell)| card.needs_short_note(ui, look, *cell, upright));
    CardStyle {
        title_points,
        upright,
        short_notes,
    }
}

/// Whether the title of every card is seen whole on its cell.
pub fn titles_fit(ui: &Ui, look: &Look, cards: &[Card<'_>], cells: &[Rect]) -> bool {
    cards.iter().zip(cells).all(|(card, cell)| {
        let parts = parts(look, *cell, card.note_rows(ui, look, *cell), false);
        card.title_fits(ui, look, &parts, parts.title_rows_max(look))
    })
}
