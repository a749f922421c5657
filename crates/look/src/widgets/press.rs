//! What every control has in common.

use egui::{
    Color32, Id, LayerId, Order, Rect, Response, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo,
};

use crate::audit::ControlKind;
use crate::spoken::{self, Focus, Personal};
use crate::{Look, focus};

/// How far a control sinks while it is pressed, in points.
const SINK: f32 = 3.0;

/// What an assistive technology says of a control besides its name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Said<'a> {
    /// What more there is to say.
    pub(crate) more: &'a str,
    /// For a mode: whether it is on.
    pub(crate) on: Option<bool>,
    /// There is nothing for it to do now.
    pub(crate) resting: bool,
    /// Its name is a person's own, or what they write with it.
    pub(crate) own: bool,
    /// The language of its name where it is another than the screen's, as a BCP 47 tag.
    pub(crate) lang: Option<&'static str>,
}

/// Makes `rect` something that can be pressed, with a name.
pub(crate) fn pressable(
    ui: &Ui,
    rect: Rect,
    name: &str,
    said: Said<'_>,
    kind: ControlKind,
) -> Response {
    // The place is part of the identity, so that the same word may stand twice on a screen.
    let id: Id = ui
        .scope_id()
        .with((name, rect.min.x as i32, rect.min.y as i32));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| match said.on {
        Some(on) => WidgetInfo::selected(Role::Button, !said.resting, on, name),
        None => WidgetInfo::labeled(Role::Button, !said.resting, name),
    });
    if !said.more.is_empty() {
        let more = said.more.replace("**", "");
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_description(more));
    }
    if let Some(lang) = said.lang {
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_language(lang));
    }
    crate::audit::note_control(ui.ctx(), name, rect, kind);
    focus::note(ui.ctx(), id, name, rect, kind);
    spoken::note_control(ui.ctx(), response.has_focus(), || Focus {
        name: Personal(name.to_owned()),
        is_own: said.own,
        lang: said.lang,
        more: said.more.replace("**", ""),
        selected: said.on,
        is_resting: said.resting,
        kind,
    });
    response
}

/// Whether a finger is on a control, or OK has just pressed it.
pub(crate) fn is_pressed(response: &Response) -> bool {
    response.is_pointer_button_down_on() || focus::is_pressed(response)
}

/// Where a control's face is: a little lower while it is pressed.
pub(crate) fn sunk(response: &Response) -> Vec2 {
    if is_pressed(response) {
        egui::vec2(0.0, SINK)
    } else {
        Vec2::ZERO
    }
}

/// The face of a control while it is pressed and while it is not.
pub(crate) fn face(response: &Response, at_rest: Color32, pressed: Color32) -> Color32 {
    if is_pressed(response) {
        pressed
    } else {
        at_rest
    }
}

/// Draws the ring around the control that keys are on.
pub(crate) fn focus_ring(ui: &Ui, look: &Look, response: &Response, radius: f32) {
    focus_ring_around(ui, look, response, response.rect, radius);
}

/// Draws the ring around `face`, when keys are on the control that it belongs to. Ground shows between
/// them, so that the ring is told from a control of any colour, and it is drawn over all that stands
/// near, so that nothing cuts it.
pub fn focus_ring_around(ui: &Ui, look: &Look, response: &Response, face: Rect, radius: f32) {
    if !focus::is_on(response) {
        return;
    }
    let ring = look.focus_ring();
    let inner = face.expand(look.focus_gap());
    crate::audit::note_ring(ui.ctx(), inner.expand(ring.width));
    let above = LayerId::new(Order::Foreground, Id::unique("linli-focus-ring"));
    ui.ctx().layer_painter(above).rect_stroke(
        inner,
        radius + look.focus_gap(),
        ring,
        StrokeKind::Outside,
    );
}
