//! From one control to the next: by an arrow, and in reading order.

use std::cmp::Ordering;

use egui::{Key, Rangef, Rect};

/// Rounding may let neighbours overlap by so much, in points.
const SLACK: f32 = 2.0;
/// A control that lies aside is so many times as far away as one that lies straight ahead.
const ASIDE: f32 = 2.0;
/// Between controls equally far ahead, the one whose middle is nearer wins.
const MIDDLE: f32 = 0.05;

/// Where an arrow points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
    Left,
    Right,
}

impl Direction {
    pub(super) const ALL: [Direction; 4] = [
        Direction::Up,
        Direction::Down,
        Direction::Left,
        Direction::Right,
    ];

    /// The direction of an arrow key.
    pub(super) fn of(key: Key) -> Option<Direction> {
        match key {
            Key::ArrowUp => Some(Direction::Up),
            Key::ArrowDown => Some(Direction::Down),
            Key::ArrowLeft => Some(Direction::Left),
            Key::ArrowRight => Some(Direction::Right),
            _ => None,
        }
    }

    /// What a rectangle covers along the arrow, growing the way it points, and across it.
    fn spans(self, rect: Rect) -> (Rangef, Rangef) {
        let turned = |range: Rangef| Rangef::new(-range.max, -range.min);
        match self {
            Direction::Down => (rect.y_range(), rect.x_range()),
            Direction::Up => (turned(rect.y_range()), rect.x_range()),
            Direction::Right => (rect.x_range(), rect.y_range()),
            Direction::Left => (turned(rect.x_range()), rect.y_range()),
        }
    }
}

/// The control that an arrow leads to: the nearest that lies wholly ahead. One straight ahead comes
/// before any that lies aside, and left and right stay in their row. There is none at an edge.
pub(super) fn toward(rects: &[Rect], from: usize, direction: Direction) -> Option<usize> {
    let (here_along, here_across) = direction.spans(*rects.get(from)?);
    let distance = |rect: &Rect| {
        let (along, across) = direction.spans(*rect);
        let ahead = along.min - here_along.max;
        if ahead < -SLACK {
            return None;
        }
        let aside = (across.min - here_across.max).max(here_across.min - across.max);
        // Left and right stay in their row: from its end they would lead to the bar, far below.
        if aside > -SLACK && matches!(direction, Direction::Left | Direction::Right) {
            return None;
        }
        let middle = (across.center() - here_across.center()).abs() * MIDDLE;
        let far = ahead.max(0.0) + aside.max(0.0) * ASIDE + middle;
        Some((aside > -SLACK, far))
    };
    rects
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != from)
        .filter_map(|(index, rect)| distance(rect).map(|far| (index, far)))
        .min_by(|(_, one), (_, other)| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)))
        .map(|(index, _)| index)
}

/// The order in which controls are read: parts of the glass that lie over one another from the top,
/// parts that stand side by side from the left, and the same within each part.
pub(super) fn reading(rects: &[Rect]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rects.len()).collect();
    part(rects, &mut order);
    order
}

fn part(rects: &[Rect], order: &mut [usize]) {
    if order.len() < 2 {
        return;
    }
    for spans in [Rect::y_range as fn(&Rect) -> Rangef, Rect::x_range] {
        order.sort_by(|one, other| by_start(spans(&rects[*one]), spans(&rects[*other])));
        if let Some(cut) = first_cut(rects, order, spans) {
            let (before, after) = order.split_at_mut(cut);
            part(rects, before);
            part(rects, after);
            return;
        }
    }
    // What cannot be told apart is read by its upper edges.
    order.sort_by(|one, other| by_start(rects[*one].y_range(), rects[*other].y_range()));
}

fn by_start(one: Rangef, other: Rangef) -> Ordering {
    one.min.total_cmp(&other.min)
}

/// Where a sorted part falls into two that do not overlap.
fn first_cut(rects: &[Rect], order: &[usize], spans: fn(&Rect) -> Rangef) -> Option<usize> {
    let mut end = f32::MIN;
    order.iter().enumerate().find_map(|(place, index)| {
        let span = spans(&rects[*index]);
        let is_cut = place > 0 && span.min >= end - SLACK;
        end = end.max(span.max);
        is_cut.then_some(place)
    })
}

/// The distance between two rectangles, and between their middles where the first says nothing.
pub(super) fn apart(one: Rect, other: Rect) -> f32 {
    let across = (other.min.x - one.max.x).max(one.min.x - other.max.x);
    let down = (other.min.y - one.max.y).max(one.min.y - other.max.y);
    across.max(0.0).hypot(down.max(0.0)) + one.center().distance(other.center()) * MIDDLE
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{pos2, vec2};

    fn at(x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(x, y), vec2(width, height))
    }

    /// Two rows of keys, the lower one half a key to the right, and a wide button under both.
    fn board() -> Vec<Rect> {
        vec![
            at(0.0, 0.0, 90.0, 90.0),
            at(100.0, 0.0, 90.0, 90.0),
            at(200.0, 0.0, 90.0, 90.0),
            at(50.0, 100.0, 90.0, 90.0),
            at(150.0, 100.0, 90.0, 90.0),
            at(0.0, 200.0, 290.0, 90.0),
        ]
    }

    #[test]
    fn an_arrow_leads_to_the_neighbour() {
        let board = board();
        assert_eq!(toward(&board, 0, Direction::Right), Some(1));
        assert_eq!(toward(&board, 0, Direction::Down), Some(3));
        assert_eq!(toward(&board, 4, Direction::Down), Some(5));
        assert_eq!(toward(&board, 4, Direction::Left), Some(3));
    }

    #[test]
    fn at_an_edge_an_arrow_leads_nowhere() {
        let board = board();
        assert_eq!(toward(&board, 2, Direction::Right), None);
        assert_eq!(toward(&board, 1, Direction::Up), None);
        assert_eq!(toward(&board, 5, Direction::Down), None);
    }

    #[test]
    fn a_gap_is_jumped_over() {
        let far = [at(0.0, 0.0, 90.0, 90.0), at(400.0, 900.0, 90.0, 90.0)];
        assert_eq!(toward(&far, 0, Direction::Down), Some(1));
        assert_eq!(toward(&far, 1, Direction::Left), None);
    }

    #[test]
    fn columns_side_by_side_are_read_one_after_the_other() {
        // A tall field with a button under it; beside both, two rows of keys.
        let rects = [
            at(500.0, 0.0, 90.0, 90.0),
            at(600.0, 0.0, 90.0, 90.0),
            at(500.0, 200.0, 90.0, 90.0),
            at(0.0, 220.0, 400.0, 90.0),
            at(0.0, 0.0, 400.0, 210.0),
        ];
        assert_eq!(reading(&rects), [4, 3, 0, 1, 2]);
    }
}
