//! The pad that is written on with a finger.

use egui::{Pos2, Rect, Role, Sense, Shape, Stroke as Line, StrokeKind, Ui, WidgetInfo};
use linli_look::audit::{self, ControlKind};
use linli_look::{Look, focus, taps};
use linli_texts::{Lang, t};

use super::ink::Ink;

/// The dashes of the cross that helps to keep the middle, in points.
const DASH: f32 = 14.0;

/// Draws the pad with what is written on it. True when the finger has just left it: there is something
/// new to read.
pub(super) fn show(ui: &Ui, look: &Look, lang: Lang, rect: Rect, ink: &mut Ink) -> bool {
    taps::expect_ink(ui.ctx(), rect);
    // No key reaches it: nobody draws with arrows.
    let id = ui.scope_id().with("typing-pad");
    let response = ui.interact(rect, id, Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, t::kiosk_typing_pad(lang)));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_description(t::kiosk_typing_pad_hint(lang));
    });
    focus::note_node(ui.ctx(), id);
    audit::note_control(ui.ctx(), t::kiosk_typing_pad(lang), rect, ControlKind::Key);
    let ended = follow(ui, rect, ink);
    let radius = look.radius_large();
    ui.painter().rect(
        rect,
        radius,
        look.colours.card,
        look.edge(),
        StrokeKind::Inside,
    );
    paint_cross(ui, look, rect);
    paint_strokes(ui, look, rect, ink);
    ended
}

/// Follows the finger through all that happened since the last frame, in order: a fast hand ends one
/// stroke and begins the next within a frame.
fn follow(ui: &Ui, rect: Rect, ink: &mut Ink) -> bool {
    let mut ended = false;
    let events = ui.ctx().input(|input| input.events.clone());
    let down_id = ui.scope_id().with("typing-pad-down");
    let mut down = ui
        .ctx()
        .data(|data| data.get_temp(down_id))
        .unwrap_or(false);
    for event in events {
        match event {
            egui::Event::PointerButton {
                pos,
                pressed: true,
                button: egui::PointerButton::Primary,
                ..
            } if rect.contains(pos) => down = ink.begin(rect, pos),
            egui::Event::PointerMoved(pos) if down => ink.extend(rect, pos),
            egui::Event::PointerButton { pressed: false, .. } | egui::Event::PointerGone
                if down =>
            {
                down = false;
                ended = true;
            }
            _ => {}
        }
    }
    ui.ctx().data_mut(|data| data.insert_temp(down_id, down));
    ended
}

fn paint_cross(ui: &Ui, look: &Look, rect: Rect) {
    let line = Line::new(look.hairline().width, look.colours.line);
    let inner = rect.shrink(look.tight * 2.0);
    let middle = rect.center();
    for ends in [
        [
            Pos2::new(inner.min.x, middle.y),
            Pos2::new(inner.max.x, middle.y),
        ],
        [
            Pos2::new(middle.x, inner.min.y),
            Pos2::new(middle.x, inner.max.y),
        ],
    ] {
        ui.painter()
            .extend(Shape::dashed_line(&ends, line, DASH, DASH));
    }
}

fn paint_strokes(ui: &Ui, look: &Look, rect: Rect, ink: &Ink) {
    let pen = look.pen();
    let painter = ui.painter().with_clip_rect(rect);
    for points in ink.on(rect) {
        for end in [points.first(), points.last()].into_iter().flatten() {
            painter.circle_filled(*end, pen.width / 2.0, pen.color);
        }
        painter.line(points, pen);
    }
}
