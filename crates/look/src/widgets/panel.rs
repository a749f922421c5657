//! A card that holds things and cannot be touched itself.

use egui::{Rect, StrokeKind, Ui};

use crate::Look;

/// Draws the ground of a card with its shadow.
pub fn panel(ui: &Ui, look: &Look, rect: Rect, radius: f32) {
    ui.painter().add(look.shadow().as_shape(rect, radius));
    ui.painter().rect(
        rect,
        radius,
        look.colours.card,
        look.card_edge(),
        StrokeKind::Inside,
    );
}
