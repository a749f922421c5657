//! Icons of the Phosphor set by what they mean here.

use egui::{FontFamily, FontId};

use crate::fonts::{ICONS, ICONS_FILLED};
use crate::look::font_id;

/// An icon: one glyph of Phosphor, drawn in lines or filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Icon {
    glyph: char,
    filled: bool,
}

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $glyph:literal, $filled:literal;)*) => {
        impl Icon {
            $($(#[$doc])* pub const $name: Icon = Icon { glyph: $glyph, filled: $filled };)*
        }
    };
}

icons! {
    /// To the first screen.
    HOME = '\u{e2c2}', false;
    /// One step back.
    BACK = '\u{e058}', false;
    /// The cursor to the left.
    CARET_LEFT = '\u{e138}', false;
    /// The cursor to the right.
    CARET_RIGHT = '\u{e13a}', false;
    /// Onwards.
    FORWARD = '\u{e06c}', false;
    /// Large type.
    LARGE = '\u{e6ee}', false;
    /// Everything within low reach.
    LOW = '\u{e05c}', false;
    /// High contrast.
    CONTRAST = '\u{e18c}', true;
    /// Another language.
    LANGUAGE = '\u{e288}', false;
    /// Ask a person.
    HELP = '\u{e580}', false;
    /// Take back the last letter.
    ERASE = '\u{e0ae}', false;
    /// Begin anew.
    ANEW = '\u{e038}', false;
    /// Keys.
    KEYBOARD = '\u{e2d8}', false;
    /// A capital letter.
    CAPITALS = '\u{e52e}', false;
    /// A message.
    MESSAGE = '\u{e16e}', true;
    /// Send.
    SEND = '\u{e398}', true;
    /// Done.
    DONE = '\u{e184}', true;
    /// Yes.
    CHECK = '\u{e182}', false;
    /// No, or take away.
    CROSS = '\u{e4f6}', false;
    /// The printer.
    PRINTER = '\u{e3dc}', true;
    /// Take a photograph.
    CAMERA = '\u{e10e}', true;
    /// A phone.
    PHONE = '\u{e1e0}', true;
    /// A time.
    CLOCK = '\u{e19a}', false;
    /// A day.
    CALENDAR = '\u{e108}', true;
    /// A notice.
    NOTICE = '\u{e324}', true;
    /// No connection.
    OFFLINE = '\u{e4f2}', true;
    /// Something needs attention.
    ATTENTION = '\u{e4e2}', true;
    /// A ticket.
    TICKET = '\u{e490}', true;
    /// A door.
    DOOR = '\u{e7e6}', true;
    /// Someone gives a hand.
    HAND_HEART = '\u{e810}', true;
    /// More of the same.
    MORE = '\u{e200}', true;
    /// A staff member is on the way.
    COMING = '\u{e6a0}', true;
    /// Social security.
    SHIELD = '\u{e40c}', true;
    /// Health insurance.
    HEARTBEAT = '\u{e2ac}', true;
    /// Household register, certificates.
    CERTIFICATE = '\u{e2c8}', true;
    /// The old.
    ELDER = '\u{e73a}', true;
    /// People with disabilities.
    WHEELCHAIR = '\u{e4e8}', true;
    /// Expecting, or with a small child.
    BABY = '\u{e774}', true;
    /// Military.
    MEDAL = '\u{e320}', true;
    /// Work and enterprise.
    BRIEFCASE = '\u{e0ee}', true;
    /// Questions of every kind.
    QUESTIONS = '\u{e17e}', true;
    /// A house.
    HOUSE = '\u{e2c4}', true;
    /// A flower, for the honour of age.
    LOTUS = '\u{e6cc}', true;
    /// People waiting.
    PEOPLE = '\u{e4d6}', true;
    /// What is on the glass is spoken.
    VOICE = '\u{e44a}', true;
    /// Louder.
    LOUDER = '\u{e44a}', false;
    /// Not so loud.
    SOFTER = '\u{e44c}', false;
    /// Quicker.
    FASTER = '\u{e730}', true;
    /// Not so quick.
    SLOWER = '\u{e73a}', true;
    /// For one person's ears.
    HEADPHONES = '\u{e2a6}', true;
    /// The sound is off.
    SILENT = '\u{e45a}', true;
}

impl Icon {
    /// The glyph as text.
    pub fn text(self) -> String {
        self.glyph.to_string()
    }

    /// The font that holds it.
    pub fn font(self, points: f32) -> FontId {
        let family = if self.filled { ICONS_FILLED } else { ICONS };
        font_id(points, FontFamily::Name(family.into()))
    }

    /// The icon that a service names in its settings; a ticket when the name is not known.
    pub fn of_service(name: &str) -> Icon {
        match name {
            "shield-check" | "shield" => Icon::SHIELD,
            "hand-heart" => Icon::HAND_HEART,
            "heartbeat" | "heart" => Icon::HEARTBEAT,
            "identification-card" | "certificate" => Icon::CERTIFICATE,
            "elder" | "person-simple-walk" => Icon::ELDER,
            "flower-lotus" => Icon::LOTUS,
            "wheelchair" => Icon::WHEELCHAIR,
            "briefcase" => Icon::BRIEFCASE,
            "chats-circle" | "chat-circle-dots" | "question" => Icon::QUESTIONS,
            "house" => Icon::HOUSE,
            "baby" => Icon::BABY,
            "medal" => Icon::MEDAL,
            "users" => Icon::PEOPLE,
            _ => Icon::TICKET,
        }
    }
}
