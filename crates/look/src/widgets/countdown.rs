//! The question whether someone is still there, with the seconds that are left.

use std::f32::consts::TAU;

use egui::accesskit::Live;
use egui::{Align2, Id, Pos2, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::button::Button;
use super::panel::panel;
use super::press;
use super::words::{self, Words};
use crate::audit::ControlKind;
use crate::{Hue, Look, TypeSize, focus, layout};

/// Width of the ring, in points.
const RING: f32 = 18.0;
/// Corners of the drawn arc for a whole turn.
const ARC_CORNERS: f32 = 96.0;

/// The question whether someone is still there.
#[derive(Clone, Copy, Debug)]
pub struct Countdown<'a> {
    /// The question.
    pub question: &'a str,
    /// The answer: the name of the one control.
    pub button: &'a str,
    /// What a screen reader says at once, whenever it is other words.
    pub said: &'a str,
    /// The seconds that are left.
    pub seconds: &'a str,
    /// How much of the time is left, from 1 to 0.
    pub left: f32,
}

impl Countdown<'_> {
    /// Lays a veil over the screen and asks. A tap anywhere is an answer, so the whole screen is one
    /// control.
    pub fn show(&self, ui: &Ui, look: &Look, screen: Rect) -> Response {
        focus::cover(ui.ctx());
        let id: Id = ui.scope_id().with("countdown");
        let response = ui.interact(screen, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.button));
        crate::audit::cover(ui.ctx());
        crate::audit::note_control(ui.ctx(), self.button, screen, ControlKind::Choice);
        focus::note(ui.ctx(), id, self.button, screen, ControlKind::Choice);
        words::said(ui, screen, self.said, Live::Assertive);
        crate::spoken::alarm(ui.ctx(), &format!("{} {}", self.said, self.button));
        ui.painter().rect_filled(screen, 0.0, look.colours.veil);
        let width =
            (screen.width() - look.margin * 2.0).min(screen.height().max(screen.width()) * 0.52);
        let height = (screen.height() * 0.62)
            .min(width * 1.05)
            .min(screen.height() - look.margin * 2.0);
        let card = layout::centred(screen, vec2(width, height));
        panel(ui, look, card, look.radius_hero());
        let mut rest = card.shrink(look.inset);
        let face = layout::bottom(
            &mut rest,
            look.primary.max(look.size(TypeSize::Button) * 2.0),
            look.gap,
        );
        self.show_time(ui, look, rest);
        // The button is drawn for the eye; the whole screen is what is touched.
        crate::audit::note_primary(ui.ctx(), face);
        let is_pressed = press::is_pressed(&response);
        let radius = Button::primary(self.button).paint_face(ui, look, face, is_pressed);
        press::focus_ring_around(ui, look, &response, face, radius);
        response
    }

    fn show_time(&self, ui: &Ui, look: &Look, mut rest: Rect) {
        let heading = layout::top(&mut rest, look.size(TypeSize::Question) * 1.4, look.tight);
        Words::new(self.question, TypeSize::Question)
            .bold()
            .rows(2)
            .align(Align2::CENTER_CENTER)
            .silent()
            .paint(ui, look, heading);
        let radius = rest.height().min(rest.width()) / 2.0 - RING / 2.0;
        ring(ui, look, rest.center(), radius, self.left);
        let number = Rect::from_center_size(rest.center(), vec2(radius * 1.5, radius * 1.5));
        Words::new(self.seconds, TypeSize::Countdown)
            .bold()
            .align(Align2::CENTER_CENTER)
            .silent()
            .paint(ui, look, number);
    }
}

fn ring(ui: &Ui, look: &Look, centre: Pos2, radius: f32, left: f32) {
    ui.painter().circle_stroke(
        centre,
        radius,
        Stroke::new(RING, look.colours.soft(Hue::Jade)),
    );
    let turn = left.clamp(0.0, 1.0) * TAU;
    let corners = (turn / TAU * ARC_CORNERS).ceil().max(1.0) as usize;
    let arc: Vec<Pos2> = (0..=corners)
        .map(|corner| {
            let angle = turn * corner as f32 / corners as f32 - TAU / 4.0;
            centre + vec2(angle.cos(), angle.sin()) * radius
        })
        .collect();
    ui.painter()
        .line(arc, Stroke::new(RING, look.colours.hue(Hue::Jade)));
}
