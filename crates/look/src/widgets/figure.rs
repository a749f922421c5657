//! A figure with its name, on a soft ground.

use egui::{Align2, Rect, StrokeKind, Ui, vec2};

use super::words::Words;
use crate::{Hue, Look, TypeSize, layout};

/// Draws a figure such as "ahead of you: 3".
pub fn figure(ui: &Ui, look: &Look, rect: Rect, name: &str, value: &str, hue: Hue) {
    let radius = look.radius_medium();
    ui.painter().rect(
        rect,
        radius,
        look.colours.soft(hue),
        look.card_edge(),
        StrokeKind::Inside,
    );
    let name_row = look.size(TypeSize::Quiet) * 1.3;
    let value_row = (look.size(TypeSize::Figure) * 1.2).min(rect.height() - name_row);
    let mut group = layout::centred(rect, vec2(rect.width() - look.inset, name_row + value_row));
    let name_place = layout::top(&mut group, name_row, 0.0);
    Words::new(name, TypeSize::Quiet)
        .colour(look.colours.ink2)
        .align(Align2::CENTER_CENTER)
        .paint(ui, look, name_place);
    let value_words = Words::new(value, TypeSize::Figure)
        .bold()
        .colour(look.colours.hue(hue));
    value_words
        .align(Align2::CENTER_CENTER)
        .paint(ui, look, group);
}
