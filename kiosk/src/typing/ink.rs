//! What a finger drew on the pad and nobody has taken yet.

use egui::{Pos2, Rect, Vec2, pos2};

/// One movement of the finger, in points from the pad's upper left corner.
pub type Stroke = Vec<Pos2>;

/// A point nearer to the one before than this adds nothing, in points.
const POINT_STEP: f32 = 2.0;
/// Points of one stroke, and strokes of one character, at most: no hand needs more.
const POINTS_MAX: usize = 2_000;
const STROKES_MAX: usize = 64;

/// Strokes, kept as they lay on the pad on which the first of them was begun. A pad of another shape,
/// in large type or on a glass that was turned, shows them in its middle and as large as they fit.
#[derive(Clone, Default)]
pub(super) struct Ink {
    strokes: Vec<Stroke>,
    pad: Vec2,
    /// How many of the strokes have been asked about.
    asked: usize,
}

impl Ink {
    pub(super) fn is_empty(&self) -> bool {
        self.strokes.is_empty()
    }

    pub(super) fn clear(&mut self) {
        self.strokes.clear();
        self.asked = 0;
    }

    /// All strokes so far are asked about.
    pub(super) fn ask(&mut self) {
        self.asked = self.strokes.len();
    }

    /// What was drawn after that: by a hand that did not wait for the answer, and of the next character.
    pub(super) fn later(&self) -> Ink {
        Ink {
            strokes: self.strokes.iter().skip(self.asked).cloned().collect(),
            pad: self.pad,
            asked: 0,
        }
    }

    /// Takes the last stroke back; false when there is none.
    pub(super) fn take_back(&mut self) -> bool {
        self.strokes.pop().is_some()
    }

    pub(super) fn strokes(&self) -> &[Stroke] {
        &self.strokes
    }

    /// Width and height of the pad that the strokes lie on.
    pub(super) fn pad(&self) -> (f32, f32) {
        (self.pad.x, self.pad.y)
    }

    /// A finger comes down on the pad at `rect`; false when there is no room for another stroke.
    pub(super) fn begin(&mut self, rect: Rect, at: Pos2) -> bool {
        if self.strokes.len() >= STROKES_MAX {
            return false;
        }
        if self.strokes.is_empty() {
            self.pad = rect.size();
        }
        let at = self.laid(rect, at);
        self.strokes.push(vec![at]);
        true
    }

    /// The finger moves on.
    pub(super) fn extend(&mut self, rect: Rect, at: Pos2) {
        let at = self.laid(rect, at);
        if let Some(stroke) = self.strokes.last_mut()
            && stroke.len() < POINTS_MAX
            && stroke
                .last()
                .is_none_or(|last| last.distance(at) >= POINT_STEP)
        {
            stroke.push(at);
        }
    }

    /// The strokes where the pad is now.
    pub(super) fn on(&self, rect: Rect) -> Vec<Stroke> {
        let (scale, corner) = self.fit(rect);
        let place = |point: &Pos2| corner + point.to_vec2() * scale;
        let strokes = self.strokes.iter();
        strokes
            .map(|stroke| stroke.iter().map(place).collect())
            .collect()
    }

    /// A place on the glass as one on the pad that the first stroke was begun on. A finger that leaves
    /// the pad goes on along its edge.
    fn laid(&self, rect: Rect, at: Pos2) -> Pos2 {
        let (scale, corner) = self.fit(rect);
        let from = (rect.clamp(at) - corner) / scale;
        pos2(from.x, from.y)
    }

    /// How much larger the pad is drawn than it was, and where its corner is.
    fn fit(&self, rect: Rect) -> (f32, Pos2) {
        let parts = rect.size() / self.pad.max(Vec2::splat(1.0));
        let scale = parts.min_elem().max(f32::EPSILON);
        (scale, rect.center() - self.pad * scale / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    const WIDE: Rect = Rect {
        min: pos2(50.0, 100.0),
        max: pos2(450.0, 300.0),
    };

    fn ink() -> Ink {
        let mut ink = Ink::default();
        assert!(ink.begin(WIDE, pos2(50.0, 100.0)));
        ink.extend(WIDE, pos2(450.0, 300.0));
        ink
    }

    #[test]
    fn on_the_same_pad_a_stroke_lies_where_it_was_drawn() {
        let ink = ink();
        assert_eq!(ink.on(WIDE), [[pos2(50.0, 100.0), pos2(450.0, 300.0)]]);
        assert_eq!(ink.pad(), (400.0, 200.0));
    }

    #[test]
    fn on_another_pad_the_whole_of_it_is_seen_in_its_own_shape() {
        let narrow = Rect::from_min_size(pos2(0.0, 0.0), vec2(200.0, 200.0));
        let strokes = ink().on(narrow);
        assert_eq!(strokes, [[pos2(0.0, 50.0), pos2(200.0, 150.0)]]);
    }

    #[test]
    fn a_stroke_added_on_another_pad_fits_to_those_before() {
        let narrow = Rect::from_min_size(pos2(0.0, 0.0), vec2(200.0, 200.0));
        let mut ink = ink();
        ink.begin(narrow, pos2(100.0, 100.0));
        assert_eq!(ink.strokes()[1], [pos2(200.0, 100.0)]);
    }
}
