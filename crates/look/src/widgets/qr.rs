//! A QR code.

use egui::epaint::{Mesh, Shape};
use egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use qrcode::{Color, EcLevel, QrCode};

use crate::{Look, focus};

/// The quiet zone that ISO/IEC 18004 asks for, in modules on each side.
const QUIET_MODULES: usize = 4;

/// Draws `data` as a QR code with its quiet zone, as large as whole pixels allow, in the middle of
/// `rect`. `name` is what a screen reader says for it.
///
/// Nothing is drawn when the data is too long for a code, which a link of ours never is.
pub fn qr(ui: &Ui, look: &Look, rect: Rect, data: &str, name: &str) {
    let Ok(code) = QrCode::with_error_correction_level(data, EcLevel::M) else {
        tracing::warn!(length = data.len(), "the text is too long for a QR code");
        return;
    };
    let pixels_per_point = ui.ctx().pixels_per_point();
    let modules = code.width() + QUIET_MODULES * 2;
    // Modules of unequal width confuse scanners, so a module is a whole number of pixels.
    let module = ((rect.width().min(rect.height()) * pixels_per_point / modules as f32)
        .floor()
        .max(1.0))
        / pixels_per_point;
    let side = module * modules as f32;
    let corner = rect.center() - vec2(side, side) / 2.0;
    let corner = pos2(
        snap(corner.x, pixels_per_point),
        snap(corner.y, pixels_per_point),
    );
    let ground = Rect::from_min_size(corner, vec2(side, side));
    // A code is dark on light in every tone: many scanners cannot read the inverse.
    let day = crate::Colours::of(crate::Tone::Day);
    let (dark, light) = (day.ink, day.card);
    ui.painter()
        .rect_filled(ground, look.radius_small() * 0.5, light);
    let mut mesh = Mesh::default();
    for (index, colour) in code.to_colors().into_iter().enumerate() {
        if colour == Color::Dark {
            let (row, column) = (
                index / code.width() + QUIET_MODULES,
                index % code.width() + QUIET_MODULES,
            );
            let at = corner + vec2(column as f32, row as f32) * module;
            mesh.add_colored_rect(Rect::from_min_size(at, vec2(module, module)), dark);
        }
    }
    ui.painter().add(Shape::mesh(mesh));
    let id: Id = ui.scope_id().with(("qr", data));
    focus::note_node(ui.ctx(), id);
    ui.interact(ground, id, Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
}

fn snap(points: f32, pixels_per_point: f32) -> f32 {
    (points * pixels_per_point).round() / pixels_per_point
}
