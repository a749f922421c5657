//! Where the icon, the title and the note of a card stand.

use egui::{Rect, Vec2, vec2};

use crate::{LINE_EM, Look, TypeSize, layout};

/// A card with an icon above its words is at least this high; lower ones have it beside the title.
const UPRIGHT_MIN: f32 = 340.0;
/// The ground of an icon, as a part of the card's height, and its limits in points.
const BADGE_PART: f32 = 0.34;
const BADGE_MIN: f32 = 76.0;
const BADGE_MAX: f32 = 132.0;
/// A card this much wider than high has its icon at the left and its words stacked beside it.
const WIDE: f32 = 2.5;
/// The most rows that a title takes, and the part of a row that is air and may be wanting.
const TITLE_ROWS_MAX: usize = 4;
const AIR: f32 = 0.2;

/// Where the parts of a card are.
pub(super) struct Parts {
    pub(super) badge: Rect,
    pub(super) title: Rect,
    pub(super) note: Rect,
    /// The rows that the title takes where it has room in them.
    pub(super) title_rows: usize,
    pub(super) note_rows: usize,
    /// Whether the note stands in the row of the title, at its end.
    pub(super) in_line: bool,
}

impl Parts {
    /// The rows of the smallest type that the title's place has room for.
    pub(super) fn title_rows_max(&self, look: &Look) -> usize {
        let rows = self.title.height() / (look.smallest() * LINE_EM) + AIR;
        (rows as usize).clamp(self.title_rows, TITLE_ROWS_MAX.max(self.title_rows))
    }
}

/// The places of the parts on a face, with so many rows for the note.
pub(super) fn parts(look: &Look, face: Rect, note_rows: usize, may_stand: bool) -> Parts {
    let rows = Rows {
        title: look.size(TypeSize::Title) * LINE_EM,
        note: look.size(TypeSize::Quiet) * LINE_EM,
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
    let title_rows = if free >= look.smallest() * LINE_EM * 2.0 {
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
    let line_height = if note_rows == 0 {
        inner.height()
    } else {
        let wished = side_wished.max(rows.title * 1.6);
        wished.min(inner.height() - note_height)
    };
    let gap = (inner.height() - line_height - note_height)
        .min(look.tight)
        .max(0.0);
    let mut rest = layout::centred(inner, vec2(inner.width(), line_height + gap + note_height));
    let mut line = layout::top(&mut rest, line_height, gap);
    let side = side_wished.min(line.height()).max(0.0);
    let column = layout::left(&mut line, side, look.tight * 1.5);
    let badge = Rect::from_center_size(column.center(), Vec2::splat(side));
    let title_rows = if line.height() >= look.smallest() * LINE_EM * 1.8 {
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
