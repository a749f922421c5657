//! The card of a job of the hall: its hue and its sign are seen across the room, its words from where
//! one stands.

use egui::{Align2, CornerRadius, Rect, Response, StrokeKind, Ui, vec2};

use super::card::CardState;
use super::press::{self, Said};
use super::words::{Words, icon};
use crate::audit::ControlKind;
use crate::{Hue, Icon, LINE_EM, Look, TypeSize, layout};

/// A card at least this high for its width has its sign above its words, others have it at the left.
const UPRIGHT_FROM: f32 = 0.75;
/// The sign as a part of its ground, and as a part of the card's width; larger says no more.
const SIGN_PART: f32 = 0.74;
const SIGN_WIDTH_PART: f32 = 0.62;
const SIGN_MAX: f32 = 250.0;
/// The ground of a sign at the left takes no more of the width than this.
const GROUND_PART: f32 = 0.33;
/// A title as a part of the card's height, and what notes of two rows, or none, take from a
/// card's clarity.
const TITLE_PART: f32 = 0.165;
const SQUEEZED: f32 = 0.75;
/// Titles that would have to shrink below this part of a card's title take two rows.
const ROW_SHRINK: f32 = 0.8;
/// The rows that a title and a note may take.
const TITLE_ROWS: usize = 2;
const NOTE_ROWS: usize = 2;

/// A card that begins a job.
#[derive(Clone, Copy, Debug)]
pub struct JobCard<'a> {
    /// Its sign.
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
}

/// Where the parts of a card are.
struct Parts {
    ground: Rect,
    corners: CornerRadius,
    title: Rect,
    title_align: Align2,
    note: Rect,
}

/// How many rows the words of all cards of a screen take, and how large their titles are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct JobStyle {
    title_points: f32,
    title_rows: usize,
    note_rows: usize,
}

impl JobStyle {
    /// The largest titles that fit every card, so that the cards of a screen look alike.
    pub fn of(ui: &Ui, look: &Look, cards: &[JobCard<'_>], cells: &[Rect]) -> JobStyle {
        let lowest = cells.iter().map(Rect::height).fold(f32::MAX, f32::min);
        let (least, most) = (look.size(TypeSize::Title), look.size(TypeSize::Job));
        let one_row = JobStyle {
            title_points: (lowest * TITLE_PART).clamp(least, most.max(least)),
            title_rows: 1,
            note_rows: 1,
        };
        let one_row = one_row.fitted(ui, look, cards, cells);
        if one_row.title_points >= look.size(TypeSize::Title) * ROW_SHRINK
            && one_row.titles_fit(ui, look, cards, cells)
        {
            return one_row;
        }
        // Two rows of a good size are read more easily than one of small letters.
        let note_row = look.size(TypeSize::Quiet) * LINE_EM;
        let beside_note = lowest - look.tight * 2.0 - note_row;
        let with_note = beside_note / (TITLE_ROWS as f32 * LINE_EM);
        let two_rows = JobStyle {
            title_points: with_note.clamp(look.smallest(), least),
            title_rows: TITLE_ROWS,
            note_rows: 1,
        };
        two_rows.fitted(ui, look, cards, cells)
    }

    /// Whether every title is seen whole; none is made smaller than the smallest type.
    pub fn titles_fit(self, ui: &Ui, look: &Look, cards: &[JobCard<'_>], cells: &[Rect]) -> bool {
        cards.iter().zip(cells).all(|(card, cell)| {
            let room = parts(look, *cell, self).title.size();
            card.title_words(self).fits_unshrunk(ui, look, room)
        })
    }

    /// How well cards of this style say what they are for on these cells: by the size of the smallest
    /// sign first, but not with words that are small or squeezed.
    pub fn clarity(&self, look: &Look, cells: &[Rect]) -> f32 {
        let small = (self.title_points / look.size(TypeSize::Title)).min(1.0);
        let has_notes = cells
            .iter()
            .all(|cell| parts(look, *cell, *self).note.height() > 0.0);
        let is_squeezed = self.note_rows > 1 || !has_notes;
        let squeezed = if is_squeezed { SQUEEZED } else { 1.0 };
        self.sign_points(look, cells) * small * squeezed
    }

    /// How large the smallest sign is on these cells, in points.
    fn sign_points(&self, look: &Look, cells: &[Rect]) -> f32 {
        let signs = cells
            .iter()
            .map(|cell| sign(parts(look, *cell, *self).ground, *cell));
        signs.fold(f32::MAX, f32::min)
    }

    /// With more rows for the notes if one of them needs it, and titles that fit.
    fn fitted(self, ui: &Ui, look: &Look, cards: &[JobCard<'_>], cells: &[Rect]) -> JobStyle {
        let mut style = self;
        let pairs = || cards.iter().zip(cells);
        if pairs().any(|(card, cell)| !card.note_fits(ui, look, parts(look, *cell, style).note)) {
            style.note_rows = NOTE_ROWS;
        }
        style.title_points = pairs().fold(style.title_points, |least, (card, cell)| {
            let room = parts(look, *cell, style).title.size();
            let words = card.title_words(style);
            least.min(words.fitting_points(ui, look, room))
        });
        style
    }
}

impl JobCard<'_> {
    /// Draws the card; it is pressed when the response says clicked.
    pub fn show(&self, ui: &Ui, look: &Look, rect: Rect, style: JobStyle) -> Response {
        let said = Said {
            more: self.note,
            ..Said::default()
        };
        let response = press::pressable(ui, rect, self.title, said, ControlKind::Choice);
        let radius = look.radius_large();
        let is_open = self.state == CardState::Open;
        let colours = &look.colours;
        let at_rest = if is_open { colours.card } else { colours.shade };
        let fill = press::face(&response, at_rest, colours.press);
        let face = rect.translate(press::sunk(&response));
        let painter = ui.painter();
        if is_open && !press::is_pressed(&response) {
            painter.add(look.shadow().as_shape(face, radius));
        }
        painter.rect_filled(face, radius, fill);
        let parts = parts(look, face, style);
        painter.rect_filled(parts.ground, parts.corners, colours.soft(self.hue));
        painter.rect_stroke(face, radius, look.card_edge(), StrokeKind::Inside);
        let points = sign(parts.ground, face);
        icon(ui, parts.ground, self.icon, points, colours.hue(self.hue));
        let title = self.title_words(style).align(parts.title_align);
        title.paint(ui, look, parts.title);
        self.paint_note(ui, look, parts.note, style);
        press::focus_ring(ui, look, &response, radius);
        response
    }

    fn title_words(&self, style: JobStyle) -> Words<'_> {
        Words::new(self.title, TypeSize::Job)
            .bold()
            .rows(style.title_rows)
            .points(style.title_points)
            .silent()
    }

    fn note_words<'b>(&self, look: &Look, text: &'b str) -> Words<'b> {
        Words::new(text, TypeSize::Quiet)
            .colour(look.colours.ink2)
            .align(Align2::LEFT_TOP)
            .silent()
    }

    /// The room of the note beside the mark of a card that is closed.
    fn note_room(&self, look: &Look, note: Rect) -> Rect {
        let mut room = note;
        if self.state == CardState::Closed {
            layout::left(&mut room, look.size(TypeSize::IconLine), look.tight);
        }
        room
    }

    /// Whether the note, in full or in short, fits into one row; or there is no place for it at all.
    fn note_fits(&self, ui: &Ui, look: &Look, note: Rect) -> bool {
        if note.height() <= 0.0 {
            return true;
        }
        let room = self.note_room(look, note).size();
        [self.note, self.short_note].iter().any(|text| {
            !text.is_empty() && self.note_words(look, text).fits_unshrunk(ui, look, room)
        })
    }

    fn paint_note(&self, ui: &Ui, look: &Look, note: Rect, style: JobStyle) {
        if note.height() <= 0.0 {
            return;
        }
        let room = self.note_room(look, note);
        if self.state == CardState::Closed {
            let width = look.size(TypeSize::IconLine);
            let row = look.size(TypeSize::Quiet) * LINE_EM;
            let mark = Rect::from_min_size(note.min, vec2(width, row));
            icon(ui, mark, Icon::CLOCK, width * 0.9, look.colours.ink2);
        }
        let long = self.note_words(look, self.note);
        if self.short_note.is_empty() || long.fits_unshrunk(ui, look, room.size()) {
            long.rows(style.note_rows).paint(ui, look, room);
        } else {
            let short = self.note_words(look, self.short_note);
            short.rows(style.note_rows).paint(ui, look, room);
        }
    }
}

fn sign(ground: Rect, face: Rect) -> f32 {
    (ground.size().min_elem() * SIGN_PART)
        .min(face.width() * SIGN_WIDTH_PART)
        .min(SIGN_MAX)
}

fn parts(look: &Look, face: Rect, style: JobStyle) -> Parts {
    let title_height = style.title_points * LINE_EM * style.title_rows as f32;
    let note_height = look.size(TypeSize::Quiet) * LINE_EM * style.note_rows as f32;
    let round = look.radius_large() as u8;
    let mut rest = face;
    if face.height() >= face.width() * UPRIGHT_FROM {
        let words_height = title_height + note_height + look.inset * 1.4;
        let mut words = layout::bottom(&mut rest, words_height, 0.0)
            .shrink2(vec2(look.inset * 0.85, look.inset * 0.7));
        let title = layout::top(&mut words, title_height, 0.0);
        let corners = CornerRadius {
            nw: round,
            ne: round,
            ..CornerRadius::ZERO
        };
        return Parts {
            ground: rest,
            corners,
            title,
            // Titles of one row stand in line with those of two.
            title_align: Align2::LEFT_BOTTOM,
            note: words,
        };
    }
    let width = face.height().min(face.width() * GROUND_PART);
    let ground = layout::left(&mut rest, width, 0.0);
    let words = rest.shrink2(vec2(look.inset * 0.7, look.tight));
    // Where both find no room, the name of the job is what matters.
    let note_height = if title_height + note_height > words.height() {
        0.0
    } else {
        note_height
    };
    let height = (title_height + note_height).min(words.height());
    let mut group = layout::centred(words, vec2(words.width(), height));
    let note = layout::bottom(&mut group, note_height, 0.0);
    let corners = CornerRadius {
        nw: round,
        sw: round,
        ..CornerRadius::ZERO
    };
    Parts {
        ground,
        corners,
        title: group,
        title_align: Align2::LEFT_CENTER,
        note,
    }
}
