//! What every control has in common.

use egui::{Color32, Id, Rect, Response, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::Look;
use crate::audit::ControlKind;

/// How far a control sinks while it is pressed, in points.
const SINK: f32 = 3.0;

/// Makes `rect` something that can be pressed, with a name and, when there is more to say, more.
pub(crate) fn pressable(
    ui: &Ui,
    rect: Rect,
    name: &str,
    more: &str,
    selected: Option<bool>,
    kind: ControlKind,
) -> Response {
    // The place is part of the identity, so that the same word may stand twice on a screen.
    let id: Id = ui
        .scope_id()
        .with((name, rect.min.x as i32, rect.min.y as i32));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| match selected {
        Some(selected) => WidgetInfo::selected(Role::Button, true, selected, name),
        None => WidgetInfo::labeled(Role::Button, true, name),
    });
    if !more.is_empty() {
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_description(more.replace("**", "")));
    }
    crate::audit::note_control(ui.ctx(), name, rect, kind);
    response
}

/// Where a control's face is: a little lower while it is pressed.
pub(crate) fn sunk(response: &Response) -> Vec2 {
    if response.is_pointer_button_down_on() {
        egui::vec2(0.0, SINK)
    } else {
        Vec2::ZERO
    }
}

/// The face of a control while it is pressed and while it is not.
pub(crate) fn face(response: &Response, at_rest: Color32, pressed: Color32) -> Color32 {
    if response.is_pointer_button_down_on() {
        pressed
    } else {
        at_rest
    }
}

/// Draws the ring around the control that a keyboard would press.
pub(crate) fn focus_ring(ui: &Ui, look: &Look, response: &Response, radius: f32) {
    if response.has_focus() {
        let ring = look.focus_ring();
        ui.painter().rect_stroke(
            response.rect.expand(ring.width),
            radius + ring.width,
            ring,
            StrokeKind::Outside,
        );
    }
}
