//! One key of a keyboard on the glass, or one candidate above it.

use egui::{Align2, Rect, Response, StrokeKind, Ui, vec2};

use super::press::{self, Said};
use super::words::{Words, icon};
use crate::audit::ControlKind;
use crate::{Hue, Icon, Look, TypeSize, layout};

/// A key lower than this, in ems, has no room for an icon over its word.
const LOW_EM: f32 = 2.2;

/// A key: a letter, a word, or an icon with a word under it.
#[derive(Clone, Copy, Debug)]
pub struct Key<'a> {
    name: &'a str,
    text: &'a str,
    icon: Option<Icon>,
    size: TypeSize,
    chosen: bool,
    on: Option<bool>,
    resting: bool,
    own: bool,
    kind: ControlKind,
}

impl<'a> Key<'a> {
    /// A key that does what its word says.
    pub fn word(text: &'a str) -> Key<'a> {
        Key {
            name: text,
            text,
            icon: None,
            size: TypeSize::Button,
            chosen: false,
            on: None,
            resting: false,
            own: false,
            kind: ControlKind::Key,
        }
    }

    /// A key that writes what it shows. Who hears which keys somebody is on hears what they write.
    pub fn letter(text: &'a str) -> Key<'a> {
        Key {
            own: true,
            ..Key::word(text)
        }
    }

    /// What may have been written, to be taken by a touch.
    pub fn candidate(text: &'a str) -> Key<'a> {
        Key {
            kind: ControlKind::Candidate,
            ..Key::letter(text)
        }
    }

    /// A key that does something, with an icon over its word.
    pub fn does(icon: Icon, word: &'a str) -> Key<'a> {
        Key {
            icon: Some(icon),
            size: TypeSize::Quiet,
            ..Key::word(word)
        }
    }

    /// A key with an icon alone, and a name for who does not see it.
    pub fn sign(icon: Icon, name: &'a str) -> Key<'a> {
        Key {
            name,
            text: "",
            icon: Some(icon),
            ..Key::word(name)
        }
    }

    /// With another name than what it shows, for who does not see it.
    pub fn named(self, name: &'a str) -> Self {
        Key { name, ..self }
    }

    /// At another size of type.
    pub fn size(self, size: TypeSize) -> Self {
        Key { size, ..self }
    }

    /// The first of the candidates: it stands out.
    pub fn chosen(self, chosen: bool) -> Self {
        Key { chosen, ..self }
    }

    /// A mode, and whether it is on.
    pub fn mode(self, on: bool) -> Self {
        Key {
            chosen: on,
            on: Some(on),
            ..self
        }
    }

    /// There is nothing for it to do now.
    pub fn resting(self, resting: bool) -> Self {
        Key { resting, ..self }
    }

    /// How wide the key must be for what it shows.
    pub fn width(&self, ui: &Ui, look: &Look) -> f32 {
        let words = Words::new(self.text, self.size);
        (words.measure(ui, look, vec2(f32::MAX, f32::MAX)).x + look.tight * 3.0).max(look.target)
    }
}

/// Draws the key; it is pressed when the response says clicked.
pub fn key(ui: &Ui, look: &Look, rect: Rect, key: &Key<'_>) -> Response {
    let said = Said {
        on: key.on,
        resting: key.resting,
        own: key.own,
        ..Said::default()
    };
    let response = press::pressable(ui, rect, key.name, said, key.kind);
    let colours = &look.colours;
    let (at_rest, ink) = match (key.chosen, key.resting) {
        (true, _) => (colours.hue(Hue::Jade), colours.on),
        (false, true) => (colours.shade, colours.ink2),
        (false, false) => (colours.card, colours.ink),
    };
    let pressed = if key.chosen {
        colours.jade_press
    } else {
        colours.press
    };
    let face = rect.translate(press::sunk(&response));
    let radius = look.radius_key().min(face.height() / 2.0);
    let fill = press::face(&response, at_rest, pressed);
    ui.painter()
        .rect(face, radius, fill, look.edge(), StrokeKind::Inside);
    paint_face(ui, look, face, key, ink);
    press::focus_ring(ui, look, &response, radius);
    response
}

fn paint_face(ui: &Ui, look: &Look, face: Rect, key: &Key<'_>, ink: egui::Color32) {
    let mut room = face.shrink2(vec2(look.tight * 0.5, look.tight * 0.4));
    if let Some(sign) = key.icon {
        let side = look.size(TypeSize::IconLine).min(room.height() * 0.5);
        let is_low = room.height() < look.size(key.size) * LOW_EM;
        if is_low && !key.text.is_empty() {
            // The word says more than the icon.
            return paint_word(ui, look, room, key, ink);
        }
        let place = if key.text.is_empty() {
            room
        } else {
            let height = room.height() * 0.48;
            layout::top(&mut room, height, 0.0)
        };
        icon(ui, place, sign, side, ink);
    }
    paint_word(ui, look, room, key, ink);
}

fn paint_word(ui: &Ui, look: &Look, room: Rect, key: &Key<'_>, ink: egui::Color32) {
    if key.text.is_empty() {
        return;
    }
    Words::new(key.text, key.size)
        .colour(ink)
        .align(Align2::CENTER_CENTER)
        .silent()
        .paint(ui, look, room);
}
