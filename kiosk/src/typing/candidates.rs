//! The row of candidates over a board.

use egui::{Rect, Ui};
use linli_look::widgets::{Key, key};
use linli_look::{Icon, Look, TypeSize, spoken};
use linli_texts::{Lang, t};

use super::Candidate;

/// Look, number 4: at most six choices.
const SHOWN_MAX: usize = 6;
/// Signs are keys and no choices: as many as a row of letters.
const SIGNS_MAX: usize = 10;

/// What was pressed.
pub(super) enum Chosen {
    /// A candidate.
    One(usize),
    /// Others, from this one on.
    More(usize),
    /// Those before.
    Back,
}

/// What stands in the row.
pub(super) struct Offered<'a> {
    /// All of it.
    pub(super) candidates: &'a [Candidate],
    /// The first that is shown.
    pub(super) from: usize,
    /// Something is begun: the first candidate is marked, for it is what a tap on the space bar takes.
    pub(super) begun: bool,
    /// They are signs and not what may have been meant.
    pub(super) signs: bool,
}

/// Draws the candidates from the `from`th on.
pub(super) fn show(
    ui: &Ui,
    look: &Look,
    lang: Lang,
    row: Rect,
    offered: &Offered<'_>,
) -> Option<Chosen> {
    let from = offered.from;
    let rest = offered.candidates.get(from..).unwrap_or_default();
    if offered.begun
        && let Some(first) = offered.candidates.first()
    {
        spoken::offer(ui.ctx(), &first.text);
    }
    let most = if offered.signs { SIGNS_MAX } else { SHOWN_MAX };
    let keys: Vec<Key<'_>> = rest
        .iter()
        .take(most)
        .enumerate()
        .map(|(index, candidate)| {
            if offered.signs {
                return Key::letter(&candidate.text);
            }
            Key::candidate(&candidate.text)
                .size(TypeSize::Title)
                .chosen(offered.begun && from == 0 && index == 0)
        })
        .collect();
    let widths: Vec<f32> = keys.iter().map(|key| key.width(ui, look)).collect();
    let turning = look.target + look.near;
    let (shown, turns) = fitting(&widths, row.width(), look.near, turning, from, rest.len());
    // A short row is spread out: large keys are easier to hit.
    let room = row.width() - turning * turns as f32;
    let taken: f32 = widths
        .iter()
        .take(shown)
        .map(|width| width + look.near)
        .sum();
    let spare = (room + look.near - taken) / most.min(SHOWN_MAX).max(shown) as f32;
    let mut left = row.min.x;
    let mut chosen = None;
    for (index, (one, width)) in keys.iter().zip(&widths).take(shown).enumerate() {
        let width = (width + spare.max(0.0)).min(room);
        let place =
            Rect::from_min_size(egui::pos2(left, row.min.y), egui::vec2(width, row.height()));
        left = place.max.x + look.near;
        if key(ui, look, place, one).clicked() {
            chosen = Some(Chosen::One(from + index));
        }
    }
    turn(ui, look, lang, row, turns, shown < rest.len())
        .map(|forward| {
            if forward {
                Chosen::More(from + shown)
            } else {
                Chosen::Back
            }
        })
        .or(chosen)
}

/// The keys at the right end that turn the pages: true for the next one, false for the one before.
fn turn(ui: &Ui, look: &Look, lang: Lang, row: Rect, turns: usize, has_more: bool) -> Option<bool> {
    let more = Key::sign(Icon::FORWARD, t::kiosk_typing_more(lang)).resting(!has_more);
    let back = Key::sign(Icon::BACK, t::kiosk_typing_fewer(lang));
    let mut place = row;
    let mut turned = None;
    for (one, forward) in [(more, true), (back, false)].iter().take(turns) {
        let mut here = place;
        here.min.x = place.max.x - look.target;
        place.max.x = here.min.x - look.near;
        if key(ui, look, here, one).clicked() && (has_more || !forward) {
            turned = Some(*forward);
        }
    }
    turned
}

/// How many keys of these widths stand in a row, and how many that turn the pages: one on the first
/// page where there are others, two on those that follow. `turning` is what one of them takes.
fn fitting(
    widths: &[f32],
    row: f32,
    gap: f32,
    turning: f32,
    from: usize,
    rest: usize,
) -> (usize, usize) {
    let whole: f32 = widths.iter().map(|width| width + gap).sum::<f32>() - gap;
    if from == 0 && whole <= row && rest == widths.len() {
        return (widths.len(), 0);
    }
    let turns = if from == 0 { 1 } else { 2 };
    let mut left = row - turning * turns as f32;
    let mut count = 0;
    for width in widths {
        if *width > left && count > 0 {
            break;
        }
        left -= width + gap;
        count += 1;
    }
    (count, turns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_stand_in_the_row_when_they_fit() {
        assert_eq!(fitting(&[100.0; 6], 1000.0, 10.0, 90.0, 0, 6), (6, 0));
    }

    #[test]
    fn room_is_kept_for_more() {
        assert_eq!(fitting(&[100.0; 6], 600.0, 10.0, 90.0, 0, 6), (4, 1));
        assert_eq!(fitting(&[100.0; 6], 660.0, 10.0, 90.0, 0, 7), (5, 1));
    }

    #[test]
    fn room_is_kept_for_the_way_back() {
        assert_eq!(fitting(&[100.0; 2], 660.0, 10.0, 90.0, 6, 2), (2, 2));
        assert_eq!(fitting(&[100.0; 6], 600.0, 10.0, 90.0, 6, 6), (3, 2));
    }

    #[test]
    fn one_that_is_too_long_is_shown_all_the_same() {
        assert_eq!(fitting(&[900.0], 600.0, 10.0, 90.0, 0, 1), (1, 1));
    }
}
