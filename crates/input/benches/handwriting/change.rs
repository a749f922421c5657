//! What a hand may make of the strokes of a font.

use linli_input::handwriting::{Point, Stroke};

use crate::chance::Chance;

/// Left, top, right and bottom of some strokes.
fn bounds(strokes: &[Stroke]) -> (f32, f32, f32, f32) {
    let start = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
    strokes.iter().flatten().fold(start, |(l, t, r, b), p| {
        (l.min(p.x), t.min(p.y), r.max(p.x), b.max(p.y))
    })
}

/// Every point a little elsewhere.
pub(crate) fn jittered(strokes: &[Stroke], chance: &mut Chance) -> Vec<Stroke> {
    let (left, top, right, bottom) = bounds(strokes);
    let shake = 0.03 * (right - left).max(bottom - top);
    let mut moved =
        |p: &Point| Point::new(p.x + shake * chance.gauss(), p.y + shake * chance.gauss());
    strokes
        .iter()
        .map(|stroke| stroke.iter().map(&mut moved).collect())
        .collect()
}

/// Strokes in any order, half of them backwards.
pub(crate) fn shuffled(strokes: &[Stroke], chance: &mut Chance) -> Vec<Stroke> {
    let mut all = strokes.to_vec();
    chance.shuffle(&mut all);
    for stroke in &mut all {
        if chance.coin() {
            stroke.reverse();
        }
    }
    all
}

/// A finger that was never lifted.
pub(crate) fn joined(strokes: &[Stroke], _: &mut Chance) -> Vec<Stroke> {
    vec![strokes.concat()]
}

/// Slanted, turned and stretched as a whole; each stroke a little elsewhere, longer or shorter.
/// Deviations: 7° of slant, 4° of turn, 12 % of width, 2 % of place, 6 % of a stroke's length.
pub(crate) fn wobbly(strokes: &[Stroke], chance: &mut Chance) -> Vec<Stroke> {
    let (left, top, right, bottom) = bounds(strokes);
    let side = (right - left).max(bottom - top);
    let slant = 0.12 * chance.gauss();
    let (sin, cos) = (0.07 * chance.gauss()).sin_cos();
    let stretch = (0.12 * chance.gauss()).exp();
    let mut wobble = |stroke: &Stroke| {
        let (dx, dy) = (0.02 * side * chance.gauss(), 0.02 * side * chance.gauss());
        let longer = 1.0 + 0.06 * chance.gauss();
        let from = stroke.first().copied().unwrap_or(Point::new(0.0, 0.0));
        let moved = |p: &Point| {
            let x = stretch * (from.x + longer * (p.x - from.x) + dx - left);
            let y = from.y + longer * (p.y - from.y) + dy - top;
            let x = x - slant * y;
            Point::new(x * cos - y * sin, x * sin + y * cos)
        };
        stroke.iter().map(moved).collect()
    };
    strokes.iter().map(&mut wobble).collect()
}

/// Characters from left to right, with a gap of a tenth of the height of the highest.
pub(crate) fn side_by_side(characters: &[Vec<Stroke>]) -> Vec<Stroke> {
    let height = characters
        .iter()
        .map(|c| bounds(c))
        .map(|(_, top, _, bottom)| bottom - top);
    let gap = 0.1 * height.fold(0.0, f32::max);
    let mut line = Vec::new();
    let mut at = 0.0;
    for character in characters {
        let (left, _, right, _) = bounds(character);
        let moved = |p: &Point| Point::new(p.x - left + at, p.y);
        line.extend(
            character
                .iter()
                .map(|stroke| stroke.iter().map(moved).collect::<Stroke>()),
        );
        at += right - left + gap;
    }
    line
}
