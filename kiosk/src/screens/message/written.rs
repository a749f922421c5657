//! The words that a phone number goes with, to be read once more.

use egui::{Align2, Rect, Ui, vec2};
use linli_look::widgets::{self, Words};
use linli_look::{TypeSize, layout};
use linli_texts::t;

use crate::screens::Stage;

/// So many rows of them at most.
const ROWS_MAX: usize = 6;
const ROW_EM: f32 = linli_look::LINE_EM;

/// Draws them where there is room. They are for the eye alone: nothing personal is ever spoken.
pub(super) fn show(text: &str, ui: &Ui, stage: &Stage<'_>, room: Rect) {
    let look = stage.look;
    let text = text.trim();
    let label_height = look.size(TypeSize::Quiet) * ROW_EM;
    let free = room.shrink2(vec2(look.inset, look.inset * 0.7));
    let row = look.size(TypeSize::Body) * ROW_EM;
    let rows = ((free.height() - label_height - look.tight) / row) as usize;
    if text.is_empty() || rows == 0 {
        return;
    }
    let rows = rows.min(ROWS_MAX);
    // A character is at most as wide as high; where a row breaks early, a little room is left over.
    let in_a_row = (free.width() / look.size(TypeSize::Body)) as usize;
    let beginning = beginning(text, (in_a_row.saturating_sub(1) * rows).max(1));
    let words = Words::new(&beginning, TypeSize::Body)
        .rows(rows)
        .align(Align2::LEFT_TOP)
        .silent();
    if !words.fits_unshrunk(ui, look, free.size()) {
        return;
    }
    let height = words.measure(ui, look, vec2(free.width(), f32::MAX)).y;
    let mut card = room;
    card.max.y = card.min.y + height + label_height + look.tight + look.inset * 1.4;
    widgets::panel(ui, look, card, look.radius_large());
    let mut inside = card.shrink2(vec2(look.inset, look.inset * 0.7));
    let label = layout::top(&mut inside, label_height, look.tight);
    Words::new(t::kiosk_message_written(stage.lang), TypeSize::Quiet)
        .colour(look.colours.ink2)
        .paint(ui, look, label);
    words.paint(ui, look, inside);
}

/// So many characters of a text at most, the last of them saying that there are more.
fn beginning(text: &str, chars_max: usize) -> String {
    if text.chars().count() <= chars_max {
        return text.to_owned();
    }
    let kept = text.chars().take(chars_max - 1);
    kept.chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_message_the_beginning_is_shown() {
        assert_eq!(beginning("灯坏了", 3), "灯坏了");
        assert_eq!(beginning("灯坏了，很暗", 4), "灯坏了…");
    }
}
