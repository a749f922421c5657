//! A large card: an icon, what it does, and what to expect.

use egui::{Align2, Rect, Response, StrokeKind, Ui, Vec2, vec2};

use super::press::{self, Said};
use super::words::{Words, icon};
use crate::audit::ControlKind;
use crate::{Hue, Icon, Look, TypeSize, layout};

/// A card with an icon above its words is at least this high; lower ones have it beside the title.
const UPRIGHT_MIN: f32 = 340.0;
/// The ground of an icon, as a part of the card's height, and its limits in points.
const BADGE_PART: f32 = 0.34;
const BADGE_MIN: f32 = 76.0;
const BADGE_MAX: f32 = 132.0;
/// The icon as a part of its ground.
const ICON_PART: f32 = 0.58;
/// A card this much wider than high has its icon at the left and its words stacked beside it.
const WIDE: f32 = 2.5;
/// Titles that would have to shrink below this part stand beside their icons, in two rows.
const UPRIGHT_SHRINK: f32 = 0.86;
/// Height of a title or note, in ems.
const ROW_EM: f32 = 1.28;

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

/// Where the parts of a card are.
struct Parts {
    badge: Rect,
    title: Rect,
    note: Rect,
    title_rows: usize,
    note_rows: usize,
    /// Whether the note stands in the row of the title, at its end.
    in_line: bool,
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
        icon(
            ui,
            parts.badge,
            self.icon,
            parts.badge.width() * ICON_PART,
            look.colours.hue(self.hue),
        );
        let title = self.title_words(&parts).paint(ui, look, parts.title);
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
        Words::new(self.title, TypeSize::Quiet)
            .bold()
            .rows(parts.title_rows)
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

    fn title_words(&self, parts: &Parts) -> Words<'_> {
        let words = Words::new(self.title, TypeSize::Title)
            .bold()
            .rows(parts.title_rows)
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
            let row = look.size(TypeSize::Quiet) * ROW_EM;
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
        if short.fits_unshrunk(ui, look, room.size()) {
            short.paint(ui, look, room);
        } else {
            short.rows(parts.note_rows).paint(ui, look, room);
        }
    }
}

fn parts(look: &Look, face: Rect, note_rows: usize, may_stand: bool) -> Parts {
    let rows = Rows {
        title: look.size(TypeSize::Title) * ROW_EM,
        note: look.size(TypeSize::Quiet) * ROW_EM,
    };
    if face.height() >= UPRIGHT_MIN
        && !look.large()
        && may_stand
        && face.width() < face.height() * WIDE * 0.8
    {
        upright(look, face, &rows)
    } else if face.width() >= face.height() * WIDE {
        let stacked = rows.title + rows.note + look.tight * 1.5;
        if note_rows > 0 && face.height() < stacked {
            return Parts {
                in_line: true,
                ..wide(look, face, &rows, 0)
            };
        }
        wide(look, face, &rows, note_rows.min(1))
    } else {
        low(look, face, &rows, note_rows)
    }
}

/// Heights of one row of each, in points.
struct Rows {
    title: f32,
    note: f32,
}

/// The icon above the title, the title above the note.
fn upright(look: &Look, face: Rect, rows: &Rows) -> Parts {
    let mut rest = face.shrink(look.inset);
    let side = (face.height() * BADGE_PART).clamp(BADGE_MIN, BADGE_MAX);
    let badge = layout::top(&mut rest, side, look.tight * 1.2);
    let badge = Rect::from_min_size(badge.min, Vec2::splat(side));
    let note_rows = if rest.height() >= rows.title + rows.note * 2.0 {
        2
    } else {
        1
    };
    let title = layout::top(&mut rest, rows.title, 0.0);
    Parts {
        badge,
        title,
        note: rest,
        title_rows: 1,
        note_rows,
        in_line: false,
    }
}

/// The icon at the left, title and note stacked beside it.
fn wide(look: &Look, face: Rect, rows: &Rows, note_rows: usize) -> Parts {
    let note_height = rows.note * note_rows as f32;
    let mut rest = face.shrink2(vec2(look.inset * 0.75, look.tight * 0.75));
    let side = (rest.height() * 0.62).clamp(BADGE_MIN, BADGE_MAX);
    let column = layout::left(&mut rest, side, look.tight * 1.8);
    let badge = Rect::from_center_size(column.center(), Vec2::splat(side));
    let free = rest.height() - note_height;
    let title_rows = if free >= look.smallest() * ROW_EM * 2.0 {
        2
    } else {
        1
    };
    let title_height = if title_rows == 2 {
        free.min(rows.title * 1.7)
    } else {
        rows.title.min(free)
    };
    let mut group = layout::centred(
        rest,
        vec2(
            rest.width(),
            (title_height + note_height).min(rest.height()),
        ),
    );
    let title = layout::top(&mut group, title_height, 0.0);
    Parts {
        badge,
        title,
        note: group,
        title_rows,
        note_rows,
        in_line: false,
    }
}

/// Icon and title side by side, the note under both.
fn low(look: &Look, face: Rect, rows: &Rows, note_rows: usize) -> Parts {
    let inner = face.shrink2(vec2(
        look.inset * 0.75,
        (face.height() * 0.09).min(look.inset * 0.8),
    ));
    let side_wished = (face.height() * 0.42).clamp(BADGE_MIN, BADGE_MAX * 0.9);
    let two_fit = inner.height() - rows.note * 2.0 >= rows.title.max(BADGE_MIN);
    let note_rows = if two_fit { note_rows } else { note_rows.min(1) };
    let note_height = rows.note * note_rows as f32;
    let line_height = side_wished
        .max(rows.title * 1.6)
        .min(inner.height() - note_height);
    let gap = (inner.height() - line_height - note_height)
        .min(look.tight)
        .max(0.0);
    let mut rest = layout::centred(inner, vec2(inner.width(), line_height + gap + note_height));
    let mut line = layout::top(&mut rest, line_height, gap);
    let side = side_wished.min(line.height()).max(0.0);
    let column = layout::left(&mut line, side, look.tight * 1.5);
    let badge = Rect::from_center_size(column.center(), Vec2::splat(side));
    let title_rows = if line.height() >= look.smallest() * ROW_EM * 1.8 {
        2
    } else {
        1
    };
    Parts {
        badge,
        title: line,
        note: rest,
        title_rows,
        note_rows,
        in_line: false,
    }
}

/// The style in which every title fits its card, so that the cards of a screen look alike.
pub fn common_style(ui: &Ui, look: &Look, cards: &[Card<'_>], cells: &[Rect]) -> CardStyle {
    let wished = look.size(TypeSize::Title);
    let upright = cards.iter().zip(cells).all(|(card, cell)| {
        let room = vec2(cell.width() - look.inset * 2.0, wished * ROW_EM);
        Words::new(card.title, TypeSize::Title)
            .bold()
            .fitting_points(ui, look, room)
            >= wished * UPRIGHT_SHRINK
    });
    let title_points = cards.iter().zip(cells).fold(wished, |least, (card, cell)| {
        let parts = parts(look, *cell, card.note_rows(ui, look, *cell), upright);
        least.min(
            card.title_words(&parts)
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
