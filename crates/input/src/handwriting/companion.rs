//! A character of known size to the left of the ink, so that the model sees how large the ink
//! is and how it stands: a comma alone and enlarged looks like a 1, beside a character it is a
//! comma.

use super::ink::{Point, Stroke};

/// The strokes of 中 in a field from 0 to 1.
const COMPANION: &[&[(f32, f32)]] = &[
    &[(0.13, 0.27), (0.13, 0.63)],
    &[(0.13, 0.27), (0.87, 0.27), (0.87, 0.63)],
    &[(0.13, 0.63), (0.87, 0.63)],
    &[(0.5, 0.1), (0.5, 0.9)],
];

/// The companion in a square with this left edge, this top and this side.
pub(super) fn strokes(left: f32, top: f32, side: f32) -> Vec<Stroke> {
    let place = |&(x, y): &(f32, f32)| Point::new(left + x * side, top + y * side);
    COMPANION
        .iter()
        .map(|stroke| stroke.iter().map(place).collect())
        .collect()
}
