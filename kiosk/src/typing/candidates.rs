//! The row of candidates over a board.

use egui::{Rect, Ui};
use linli_look::widgets::{Key, key};
use linli_look::{Icon, Look, TypeSize, spoken};

use super::Candidate;

/// Look, number 4: at most six choices.
const SHOWN_MAX: usize = 6;

/// What was pressed.
pub(super) enum Chosen {
    /// A candidate.
    One(usize),
    /// Others, from this one on.
    More(usize),
}

/// Draws the candidates from the `from`th on. The first one is marked while something is begun: it is
/// what a tap on the space bar would take.
pub(super) fn show<'a>(
    ui: &Ui,
    look: &Look,
    row: Rect,
    candidates: &[Candidate],
    from: usize,
    begun: bool,
    more: impl Fn() -> &'a str,
) -> Option<Chosen> {
    let rest = candidates.get(from..).unwrap_or_default();
    if begun && let Some(first) = candidates.first() {
        spoken::offer(ui.ctx(), &first.text);
    }
    let keys: Vec<Key<'_>> = rest
        .iter()
        .take(SHOWN_MAX)
        .enumerate()
        .map(|(index, candidate)| {
            Key::candidate(&candidate.text)
                .size(TypeSize::Title)
                .chosen(begun && from == 0 && index == 0)
        })
        .collect();
    let more_width = look.target;
    let widths: Vec<f32> = keys.iter().map(|key| key.width(ui, look)).collect();
    let shown = fitting(
        &widths,
        row.width(),
        look.near,
        more_width,
        candidates.len() > SHOWN_MAX,
    );
    // A short row is spread out: large keys are easier to hit.
    let has_more = candidates.len() > shown;
    let room = row.width()
        - if has_more {
            more_width + look.near
        } else {
            0.0
        };
    let taken: f32 = widths
        .iter()
        .take(shown)
        .map(|width| width + look.near)
        .sum();
    let spare = (room + look.near - taken) / SHOWN_MAX.max(shown) as f32;
    let mut left = row.min.x;
    let mut chosen = None;
    for (index, (one, width)) in keys.iter().zip(&widths).take(shown).enumerate() {
        let width = (width + spare.max(0.0)).min(row.width() - more_width - look.near);
        let place =
            Rect::from_min_size(egui::pos2(left, row.min.y), egui::vec2(width, row.height()));
        left = place.max.x + look.near;
        if key(ui, look, place, one).clicked() {
            chosen = Some(Chosen::One(from + index));
        }
    }
    if has_more && shown > 0 {
        let mut place = row;
        place.min.x = row.max.x - more_width;
        // After the last ones come the first again.
        let next = if from + shown < candidates.len() {
            from + shown
        } else {
            0
        };
        if key(ui, look, place, &Key::sign(Icon::FORWARD, more())).clicked() {
            chosen = Some(Chosen::More(next));
        }
    }
    chosen
}

/// How many keys of these widths stand in a row, with room for the key that shows more.
fn fitting(widths: &[f32], row: f32, gap: f32, more: f32, has_more: bool) -> usize {
    let whole: f32 = widths.iter().map(|width| width + gap).sum::<f32>() - gap;
    if whole <= row && !has_more {
        return widths.len();
    }
    let mut left = row - more - gap;
    let mut count = 0;
    for width in widths {
        if *width > left && count > 0 {
            break;
        }
        left -= width + gap;
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_stand_in_the_row_when_they_fit() {
        assert_eq!(fitting(&[100.0; 6], 1000.0, 10.0, 80.0, false), 6);
    }

    #[test]
    fn room_is_kept_for_more() {
        assert_eq!(fitting(&[100.0; 6], 600.0, 10.0, 80.0, false), 4);
        assert_eq!(fitting(&[100.0; 6], 660.0, 10.0, 80.0, true), 5);
    }

    #[test]
    fn one_that_is_too_long_is_shown_all_the_same() {
        assert_eq!(fitting(&[900.0], 600.0, 10.0, 80.0, true), 1);
    }
}
