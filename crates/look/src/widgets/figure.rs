//! A figure with its name, on a soft ground.

use egui::{Align2, Rect, StrokeKind, Ui, Vec2, vec2};

use super::words::Words;
use crate::{Hue, LINE_EM, Look, TypeSize, layout};

/// Rows that words in the place of a figure may take.
const ROWS: usize = 2;

/// A figure such as "ahead of you: 3", or a few words in its place.
#[derive(Clone, Copy, Debug)]
pub struct Figure<'a> {
    /// What it counts.
    pub name: &'a str,
    /// The figure.
    pub value: &'a str,
    /// The hue of figure and ground.
    pub hue: Hue,
}

impl Figure<'_> {
    fn value_words(&self, look: &Look) -> Words<'_> {
        Words::new(self.value, TypeSize::Figure)
            .bold()
            .colour(look.colours.hue(self.hue))
            .align(Align2::CENTER_CENTER)
    }

    fn fits_one_row(&self, ui: &Ui, look: &Look, width: f32) -> bool {
        self.value_words(look)
            .points(look.smallest())
            .fits_unshrunk(ui, look, vec2(width - look.inset, f32::MAX))
    }

    /// How wide it must be for its words in one row each, in the smallest type if need be.
    pub fn width(&self, ui: &Ui, look: &Look) -> f32 {
        let free = Vec2::splat(f32::MAX);
        let value = self.value_words(look).points(look.smallest());
        let name = Words::new(self.name, TypeSize::Quiet);
        let words = value.measure(ui, look, free).x;
        words.max(name.measure(ui, look, free).x) + look.inset
    }

    /// How high it must be at a width.
    pub fn height(&self, ui: &Ui, look: &Look, width: f32) -> f32 {
        let value = if self.fits_one_row(ui, look, width) {
            look.size(TypeSize::Figure)
        } else {
            look.smallest() * ROWS as f32
        };
        (look.size(TypeSize::Quiet) + value) * LINE_EM + look.tight
    }

    /// Draws the figure.
    pub fn show(&self, ui: &Ui, look: &Look, rect: Rect) {
        let radius = look.radius_medium();
        ui.painter().rect(
            rect,
            radius,
            look.colours.soft(self.hue),
            look.card_edge(),
            StrokeKind::Inside,
        );
        let is_short = self.fits_one_row(ui, look, rect.width());
        let name_row = look.size(TypeSize::Quiet) * LINE_EM;
        let value_most = if is_short {
            look.size(TypeSize::Figure) * LINE_EM
        } else {
            rect.height()
        };
        let value_row = value_most.min(rect.height() - name_row);
        let mut group =
            layout::centred(rect, vec2(rect.width() - look.inset, name_row + value_row));
        let name_place = layout::top(&mut group, name_row, 0.0);
        Words::new(self.name, TypeSize::Quiet)
            .colour(look.colours.ink2)
            .align(Align2::CENTER_CENTER)
            .paint(ui, look, name_place);
        let rows = if is_short { 1 } else { ROWS };
        self.value_words(look).rows(rows).paint(ui, look, group);
    }
}
