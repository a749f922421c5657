//! A wide button: the one next step, or a quiet choice.

use egui::{Align2, Rect, Response, Stroke, StrokeKind, Ui, vec2};

use super::press::{self, Said};
use super::words::{Words, icon};
use crate::audit::{self, ControlKind};
use crate::{Hue, Icon, Look, TypeSize, layout};

/// Rows that the words of a button may take.
const ROWS: usize = 3;

/// A wide button with words, an icon before them, and a few more words behind.
#[derive(Clone, Copy, Debug)]
pub struct Button<'a> {
    text: &'a str,
    more: &'a str,
    icon: Option<Icon>,
    hue: Hue,
    solid: bool,
    resting: bool,
}

impl<'a> Button<'a> {
    /// The next step: solid jade.
    pub fn primary(text: &'a str) -> Button<'a> {
        Button {
            text,
            more: "",
            icon: None,
            hue: Hue::Jade,
            solid: true,
            resting: false,
        }
    }

    /// One more possibility: a boundary around a card's ground.
    pub fn quiet(text: &'a str) -> Button<'a> {
        Button {
            text,
            more: "",
            icon: None,
            hue: Hue::Jade,
            solid: false,
            resting: false,
        }
    }

    /// An icon before the words.
    pub fn icon(self, icon: Icon) -> Self {
        Button {
            icon: Some(icon),
            ..self
        }
    }

    /// A few words behind, such as the seconds that are left.
    pub fn more(self, more: &'a str) -> Self {
        Button { more, ..self }
    }

    /// Another hue than jade.
    pub fn hue(self, hue: Hue) -> Self {
        Button { hue, ..self }
    }

    /// Something must be done before it has a meaning: it looks quiet until then.
    pub fn resting(self, resting: bool) -> Self {
        Button { resting, ..self }
    }

    /// How high the button must be at a width; never lower than a finger needs.
    pub fn height(&self, ui: &Ui, look: &Look, width: f32) -> f32 {
        let icon = if self.icon.is_some() {
            look.size(TypeSize::IconLine) + look.tight * 1.5
        } else {
            0.0
        };
        let room = width - look.inset * 1.4 - icon;
        let words = Words::new(self.text, TypeSize::Button).bold().rows(ROWS);
        (words.measure(ui, look, vec2(room, f32::MAX)).y + look.tight * 2.0).max(look.target)
    }

    /// Draws the button; it is pressed when the response says clicked.
    pub fn show(&self, ui: &Ui, look: &Look, rect: Rect) -> Response {
        let said = Said {
            more: self.more,
            resting: self.resting,
            ..Said::default()
        };
        let response = press::pressable(ui, rect, self.text, said, ControlKind::Choice);
        if self.solid {
            audit::note_primary(ui.ctx(), rect);
        }
        let radius = self.paint_face(
            ui,
            look,
            rect.translate(press::sunk(&response)),
            press::is_pressed(&response),
        );
        press::focus_ring(ui, look, &response, radius);
        response
    }

    /// Draws the button for the eye alone and returns the radius of its corners.
    pub(super) fn paint_face(&self, ui: &Ui, look: &Look, face: Rect, is_pressed: bool) -> f32 {
        let radius = look.radius_medium().min(face.height() / 2.0);
        let hue = look.colours.hue(self.hue);
        let (at_rest, pressed, ink, edge) = if self.resting {
            let colours = &look.colours;
            (colours.shade, colours.press, colours.ink2, look.edge())
        } else if self.solid {
            let pressed = if self.hue == Hue::Jade {
                look.colours.jade_press
            } else {
                hue
            };
            (hue, pressed, look.colours.on, Stroke::NONE)
        } else {
            (
                look.colours.card,
                look.colours.press,
                look.colours.ink,
                look.edge(),
            )
        };
        let fill = if is_pressed { pressed } else { at_rest };
        ui.painter()
            .rect(face, radius, fill, edge, StrokeKind::Inside);
        let icon_ink = if self.solid || self.resting { ink } else { hue };
        self.paint_words(ui, look, face, ink, icon_ink);
        radius
    }

    fn paint_words(
        &self,
        ui: &Ui,
        look: &Look,
        face: Rect,
        ink: egui::Color32,
        icon_ink: egui::Color32,
    ) {
        let room = face.shrink2(vec2(look.inset * 0.7, look.tight * 0.5));
        let icon_width = if self.icon.is_some() {
            look.size(TypeSize::IconLine)
        } else {
            0.0
        };
        let gap = look.tight * 1.5;
        let more = Words::new(self.more, TypeSize::Quiet).colour(ink).silent();
        let more_width = if self.more.is_empty() {
            0.0
        } else {
            more.measure(ui, look, room.size()).x + gap * 2.0
        };
        let icon_room = if self.icon.is_some() {
            icon_width + gap
        } else {
            0.0
        };
        let words = Words::new(self.text, TypeSize::Button)
            .bold()
            .rows(ROWS)
            .colour(ink)
            .align(Align2::CENTER_CENTER)
            .silent();
        let words_room = vec2(room.width() - icon_room - more_width, room.height());
        let width = words
            .measure(ui, look, words_room)
            .x
            .ceil()
            .min(words_room.x);
        // Icon, words and the rest stand together in the middle.
        let mut line = layout::centred(room, vec2(icon_room + width + more_width, room.height()));
        if let Some(name) = self.icon {
            let place = layout::left(&mut line, icon_width, gap);
            icon(ui, place, name, icon_width, icon_ink);
        }
        let place = layout::left(&mut line, width, gap * 2.0);
        words.paint(ui, look, place.expand2(vec2(1.0, 0.0)));
        if !self.more.is_empty() {
            more.paint(ui, look, line.expand2(vec2(1.0, 0.0)));
        }
    }
}
