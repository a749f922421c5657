//! A strip with something to know.

use egui::accesskit::Live;
use egui::{Align2, Rect, StrokeKind, Ui, vec2};

use super::words::{Words, icon};
use crate::{Hue, Icon, Look, TypeSize, layout};

/// A line of news with an icon, on a soft ground or on none.
#[derive(Clone, Copy, Debug)]
pub struct Notice<'a> {
    /// What it is about, at a glance.
    pub icon: Icon,
    /// The words.
    pub text: &'a str,
    /// The hue of icon and ground.
    pub hue: Hue,
    /// Whether it has a ground of its own.
    pub ground: bool,
    /// How many rows it may take.
    pub rows: usize,
}

impl Notice<'_> {
    /// How high the strip must be to hold its words at a width.
    pub fn height(&self, ui: &Ui, look: &Look, width: f32) -> f32 {
        let room = self.words_width(look, width);
        let words = Words::new(self.text, TypeSize::Quiet).rows(self.rows);
        let air = if self.ground { look.tight * 2.0 } else { 0.0 };
        words.measure(ui, look, vec2(room, f32::MAX)).y + air
    }

    /// Whether all its words are seen at a width, when it is as high as it asks for.
    pub fn fits(&self, ui: &Ui, look: &Look, width: f32) -> bool {
        let room = vec2(self.words_width(look, width), f32::MAX);
        let words = Words::new(self.text, TypeSize::Quiet).rows(self.rows);
        words.fits_unshrunk(ui, look, room)
    }

    /// The width of the words beside the icon.
    fn words_width(&self, look: &Look, width: f32) -> f32 {
        let inset = if self.ground { look.inset * 1.2 } else { 0.0 };
        width - inset - look.size(TypeSize::IconLine) - look.tight * 1.5
    }

    /// Draws the strip.
    pub fn show(&self, ui: &Ui, look: &Look, rect: Rect) {
        self.show_as(ui, look, rect, Live::Off);
    }

    /// Draws the strip with what has just happened: a screen reader says it, at once when it must.
    pub fn show_as(&self, ui: &Ui, look: &Look, rect: Rect, live: Live) {
        let mut rest = rect;
        if self.ground {
            let radius = look.radius_small();
            ui.painter().rect(
                rect,
                radius,
                look.colours.soft(self.hue),
                look.card_edge(),
                StrokeKind::Inside,
            );
            rest = rect.shrink2(vec2(look.inset * 0.6, look.tight * 0.5));
        }
        let side = look.size(TypeSize::IconLine);
        let place = layout::left(&mut rest, side, look.tight * 1.5);
        icon(ui, place, self.icon, side, look.colours.hue(self.hue));
        let ink = if self.ground {
            look.colours.ink
        } else {
            look.colours.ink2
        };
        let words = Words::new(self.text, TypeSize::Quiet)
            .colour(ink)
            .rows(self.rows);
        let words = match live {
            Live::Off => words,
            Live::Polite => words.live(),
            Live::Assertive => words.urgent(),
        };
        words.align(Align2::LEFT_CENTER).paint(ui, look, rest);
    }
}
