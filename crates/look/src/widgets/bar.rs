//! The fixed lower bar: the same buttons at the same places on every screen.

use egui::{Align2, Rect, StrokeKind, Ui, Vec2, vec2};

use super::press;
use super::words::{Words, icon};
use crate::{Hue, Icon, Look, TypeSize, layout};

/// Distance from the bar's edge to its buttons, and between its buttons, in points.
const PAD: f32 = 16.0;
/// A button that is this much wider than high has its icon beside the word.
const LYING: f32 = 1.9;

/// A button of the bar.
#[derive(Clone, Copy, Debug)]
pub struct BarButton<'a> {
    /// Above or beside the word.
    pub icon: Icon,
    /// The word, which is the button's name.
    pub word: &'a str,
    /// For a mode: whether it is on.
    pub on: Option<bool>,
}

/// Draws the bar and returns which button was pressed.
///
/// `None` among the buttons leaves its place empty, so that the others stay where they are.
pub fn bar(ui: &Ui, look: &Look, rect: Rect, buttons: &[Option<BarButton<'_>>], weights: &[f32]) -> Option<usize> {
    ui.painter().rect_filled(rect, 0.0, look.colours.bar);
    if look.draws_boundaries() {
        ui.painter().hline(rect.x_range(), rect.min.y, look.edge());
    }
    let gap = PAD.max(look.mm(linli_tokens::touch::GAP_MIN_MM));
    let cells = layout::columns(rect.shrink2(vec2(look.margin * 0.5, PAD)), weights, gap);
    let mut pressed = None;
    for (index, (button, cell)) in buttons.iter().zip(cells).enumerate() {
        let Some(button) = button else { continue };
        if show(ui, look, cell, button) {
            pressed = Some(index);
        }
    }
    pressed
}

fn show(ui: &Ui, look: &Look, cell: Rect, button: &BarButton<'_>) -> bool {
    let response = press::pressable(ui, cell, button.word, "", button.on);
    let radius = look.radius_small();
    let jade = look.colours.hue(Hue::Jade);
    let is_on = button.on == Some(true);
    let at_rest = if is_on { jade } else { look.colours.card };
    let pressed = if is_on { look.colours.jade_press } else { look.colours.press };
    let face = cell.translate(press::sunk(&response));
    ui.painter().rect(face, radius, press::face(&response, at_rest, pressed), look.hairline(), StrokeKind::Inside);
    let (icon_ink, ink) = if is_on { (look.colours.on, look.colours.on) } else { (jade, look.colours.ink) };
    let side = look.size(TypeSize::IconBar).min(face.height() * 0.42);
    let words = Words::new(button.word, TypeSize::Bar).colour(ink).align(Align2::CENTER_CENTER).silent();
    if face.width() > face.height() * LYING {
        let room = face.shrink2(vec2(look.tight, 0.0));
        let free = vec2(room.width() - side - look.tight, room.height());
        let width = words.measure(ui, look, free).x.min(free.x);
        let mut line = layout::centred(room, vec2(side + look.tight + width, room.height()));
        let place = layout::left(&mut line, side, look.tight);
        icon(ui, place, button.icon, side, icon_ink);
        words.paint(ui, look, line.expand2(vec2(1.0, 0.0)));
    } else {
        let row = look.size(TypeSize::Bar) * 1.28;
        let group = layout::centred(face, vec2(face.width() - look.tight, (side + row + look.tight * 0.4).min(face.height())));
        let mut rest = group;
        let place = layout::top(&mut rest, side, look.tight * 0.4);
        icon(ui, Rect::from_center_size(place.center(), Vec2::splat(side)), button.icon, side, icon_ink);
        words.paint(ui, look, rest);
    }
    press::focus_ring(ui, look, &response, radius);
    response.clicked()
}
