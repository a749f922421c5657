//! Drawing ink as the picture the model reads.

use super::companion;
use super::ink::{Bounds, Point, Stroke};

/// Height of the model's picture, and width of one character in it, in pixels.
pub(super) const SIDE: usize = 48;

/// A line longer than so many characters is squeezed into a picture of that length.
pub const CHARACTERS_MAX: usize = 8;

/// The widest picture, in pixels.
const WIDTH_MAX: usize = CHARACTERS_MAX * SIDE;

/// The model looks at columns of this many pixels.
const COLUMN: usize = 8;

/// Width of the pen, in pixels. Of 1 to 3, 2.2 to 3 read best, above all what was written badly.
const PEN: f32 = 2.6;

/// White kept free around the ink, in pixels. Of 1 to 7, 4 to 6 read best.
const MARGIN: f32 = 5.0;

/// Steps of the finger shorter than this, in pixels, are drawn as one.
const STEP_MIN: f32 = 0.2;

/// A picture in shades from 0 (paper) to 1 (ink), row by row.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Picture {
    pub(super) width: usize,
    pub(super) shades: Vec<f32>,
}

/// Where the ink lies in the picture: `pixel = (point - from) * scale + to`.
#[derive(Clone, Copy)]
struct Placing {
    from: Point,
    scale: f32,
    to: Point,
}

impl Placing {
    fn place(&self, p: Point) -> Point {
        Point::new(
            (p.x - self.from.x) * self.scale + self.to.x,
            (p.y - self.from.y) * self.scale + self.to.y,
        )
    }
}

/// One character: the ink as large as the square allows, its shape kept, in the middle.
pub(super) fn character(strokes: &[Stroke], bounds: &Bounds) -> Picture {
    let room = SIDE as f32 - 2.0 * MARGIN;
    draw(
        strokes,
        &placing(bounds, scale(room, bounds.side()), SIDE),
        SIDE,
    )
}

/// A line: the ink as high as the picture, and the picture as wide as the ink.
pub(super) fn line(strokes: &[Stroke], bounds: &Bounds) -> Picture {
    let room = SIDE as f32 - 2.0 * MARGIN;
    let widest = WIDTH_MAX as f32 - 2.0 * MARGIN;
    let scale = scale(room, bounds.height()).min(scale(widest, bounds.width()));
    let needed = (bounds.width() * scale + 2.0 * MARGIN).ceil() as usize;
    let width = needed.next_multiple_of(COLUMN).clamp(SIDE, WIDTH_MAX);
    draw(strokes, &placing(bounds, scale, width), width)
}

/// The ink to the right of a character of known size: as it stands in a field of this height,
/// or as large as that character when no field is known.
pub(super) fn beside_companion(
    strokes: &[Stroke],
    bounds: &Bounds,
    field_height: Option<f32>,
) -> Picture {
    let side = SIDE as f32;
    let middle = 1.5 * side;
    let placing = match field_height {
        Some(height) => Placing {
            from: Point::new(f32::midpoint(bounds.left, bounds.right), 0.0),
            // What is wider than the field is high must not run into the companion.
            scale: scale(side, height.max(bounds.width())),
            to: Point::new(middle, 0.0),
        },
        None => Placing {
            to: Point::new(middle, side / 2.0),
            ..placing(bounds, scale(side - 2.0 * MARGIN, bounds.side()), SIDE)
        },
    };
    let mut picture = draw(strokes, &placing, 2 * SIDE);
    let as_it_is = Placing {
        from: Point::new(0.0, 0.0),
        scale: 1.0,
        to: Point::new(0.0, 0.0),
    };
    picture.strokes(&companion::strokes(0.0, 0.0, side), &as_it_is);
    picture
}

/// How much larger, for a length to fill the room. A dot has no length and stays a dot.
fn scale(room: f32, length: f32) -> f32 {
    if length > 0.0 {
        (room / length).min(f32::MAX)
    } else {
        1.0
    }
}

/// Middle onto middle.
fn placing(bounds: &Bounds, scale: f32, width: usize) -> Placing {
    Placing {
        from: Point::new(
            f32::midpoint(bounds.left, bounds.right),
            f32::midpoint(bounds.top, bounds.bottom),
        ),
        scale,
        to: Point::new(width as f32 / 2.0, SIDE as f32 / 2.0),
    }
}

fn draw(strokes: &[Stroke], placing: &Placing, width: usize) -> Picture {
    let mut picture = Picture::empty(width);
    picture.strokes(strokes, placing);
    picture
}

impl Picture {
    /// Nothing but paper.
    pub(super) fn empty(width: usize) -> Self {
        Self {
            width,
            shades: vec![0.0; width * SIDE],
        }
    }

    /// Draws strokes, each from its first point to its last.
    fn strokes(&mut self, strokes: &[Stroke], placing: &Placing) {
        for stroke in strokes {
            let Some((&first, rest)) = stroke.split_first() else {
                continue;
            };
            let mut from = placing.place(first);
            let mut drawn = false;
            for (at, &point) in rest.iter().enumerate() {
                let to = placing.place(point);
                let last = at + 1 == rest.len();
                if last || (to.x - from.x).hypot(to.y - from.y) >= STEP_MIN {
                    self.segment(from, to);
                    from = to;
                    drawn = true;
                }
            }
            if !drawn {
                self.segment(from, from);
            }
        }
    }

    /// Draws one straight piece with round ends. A pixel's shade is how far its middle lies
    /// within the pen, which is smooth enough at this size and needs no larger picture.
    fn segment(&mut self, from: Point, to: Point) {
        let reach = PEN / 2.0 + 0.5;
        let columns = span(from.x, to.x, reach, self.width);
        for row in span(from.y, to.y, reach, SIDE) {
            for column in columns.clone() {
                let middle = Point::new(column as f32 + 0.5, row as f32 + 0.5);
                let shade = (reach - distance(middle, from, to)).clamp(0.0, 1.0);
                let pixel = &mut self.shades[row * self.width + column];
                *pixel = pixel.max(shade);
            }
        }
    }

    /// What the model wants: three equal channels, paper 1 and ink -1.
    pub(super) fn channels(&self) -> Vec<f32> {
        let one = self.shades.iter().map(|shade| 1.0 - 2.0 * shade);
        let mut all: Vec<f32> = one.collect();
        let length = all.len();
        all.extend_from_within(..length);
        all.extend_from_within(..length);
        all
    }
}

/// The pixels a piece may touch along one side, cut at the edges of the picture.
fn span(a: f32, b: f32, reach: f32, side: usize) -> std::ops::Range<usize> {
    // A float becomes the nearest number of pixels there is, so nothing here can overflow.
    let start = (a.min(b) - reach).floor().max(0.0) as usize;
    let end = (a.max(b) + reach).ceil().max(0.0) as usize;
    start.min(side)..end.min(side)
}

/// From a point to a straight piece.
fn distance(p: Point, from: Point, to: Point) -> f32 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length_squared = dx * dx + dy * dy;
    let along = if length_squared > 0.0 {
        (((p.x - from.x) * dx + (p.y - from.y) * dy) / length_squared).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (p.x - from.x - along * dx).hypot(p.y - from.y - along * dy)
}
