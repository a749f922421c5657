//! What a finger drew: points, strokes and the field they were drawn in.

/// Most points of one ink that are looked at; what comes after is not drawn.
///
/// A panel reports some 100 points a second, so this is three minutes without lifting a finger.
pub const POINTS_MAX: usize = 20_000;

/// Most strokes of one ink that are looked at. No character has more than 64.
pub const STROKES_MAX: usize = 512;

/// Coordinates further out than this come from a broken panel, and are left out.
pub const COORDINATE_MAX: f32 = 1.0e6;

/// Where the finger was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right, in any unit.
    pub x: f32,
    /// Downwards, in the same unit.
    pub y: f32,
}

impl Point {
    /// A point at `x`, `y`.
    #[must_use]
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    fn is_sound(self) -> bool {
        // A number that is no number fails both comparisons.
        self.x.abs() <= COORDINATE_MAX && self.y.abs() <= COORDINATE_MAX
    }
}

/// One movement of the finger, from touching to lifting. One point alone is a dot.
pub type Stroke = Vec<Point>;

/// Everything that was drawn for one recognition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ink {
    /// The strokes. Neither their order nor their direction matters.
    pub strokes: Vec<Stroke>,
    /// Width and height of the writing field, in the unit of the points, whose origin is the
    /// field's upper left corner. With it, small marks are told from large ones: a comma low
    /// in the field from a character. `None`: the ink is taken to fill its field.
    pub field: Option<(f32, f32)>,
}

impl Ink {
    /// Ink of these strokes, in a field of unknown size.
    #[must_use]
    pub const fn new(strokes: Vec<Stroke>) -> Self {
        Self {
            strokes,
            field: None,
        }
    }

    /// The same ink, drawn in a field this wide and high.
    #[must_use]
    pub const fn in_field(mut self, width: f32, height: f32) -> Self {
        self.field = Some((width, height));
        self
    }

    /// The field, when it has a size that can be reckoned with.
    pub(super) fn sound_field(&self) -> Option<(f32, f32)> {
        let sound = |side: f32| side > 0.0 && side <= COORDINATE_MAX;
        self.field.filter(|&(w, h)| sound(w) && sound(h))
    }

    /// The strokes that can be drawn: sound points only, within the limits, none empty.
    pub(super) fn sound_strokes(&self) -> Vec<Stroke> {
        let mut left = POINTS_MAX;
        let mut sound = Vec::new();
        for stroke in self.strokes.iter().take(STROKES_MAX) {
            let kept: Stroke = stroke
                .iter()
                .take(left)
                .copied()
                .filter(|p| p.is_sound())
                .collect();
            left -= stroke.len().min(left);
            if !kept.is_empty() {
                sound.push(kept);
            }
        }
        sound
    }
}

/// The smallest upright rectangle around some ink.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) right: f32,
    pub(super) bottom: f32,
}

impl Bounds {
    /// Around these strokes; `None` when there is no point.
    pub(super) fn of(strokes: &[Stroke]) -> Option<Self> {
        let mut points = strokes.iter().flatten();
        let first = points.next()?;
        let start = Self {
            left: first.x,
            top: first.y,
            right: first.x,
            bottom: first.y,
        };
        Some(points.fold(start, |b, p| Self {
            left: b.left.min(p.x),
            top: b.top.min(p.y),
            right: b.right.max(p.x),
            bottom: b.bottom.max(p.y),
        }))
    }

    pub(super) fn width(&self) -> f32 {
        self.right - self.left
    }

    pub(super) fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// The longer of width and height.
    pub(super) fn side(&self) -> f32 {
        self.width().max(self.height())
    }
}
