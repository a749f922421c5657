//! Colours of the tokens as egui's colours.

use egui::Color32;
use linli_tokens::{CONTRAST, DAY, EVENING, Palette, Rgb};

/// The time of day or the need of the eye for which the colours are chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Warm paper white.
    #[default]
    Day,
    /// Dark and quiet, for a hall after sunset.
    Evening,
    /// Black on white with drawn boundaries, at least 7:1.
    Contrast,
}

impl Tone {
    /// The tokens of this tone.
    pub fn palette(self) -> &'static Palette {
        match self {
            Tone::Day => &DAY,
            Tone::Evening => &EVENING,
            Tone::Contrast => &CONTRAST,
        }
    }
}

/// The hue of a job, used sparingly: on its icon, its figures and its one next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hue {
    /// The queue, and what to do next.
    Jade,
    /// Check-in, attention.
    Amber,
    /// Points, and what went wrong.
    Vermilion,
    /// Reports.
    Indigo,
    /// Activities.
    Plum,
    /// Neighbours.
    Olive,
}

/// The palette of one tone in egui's type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colours {
    /// The ground.
    pub paper: Color32,
    /// What can be touched.
    pub card: Color32,
    /// The fixed lower bar.
    pub bar: Color32,
    /// A card that is closed now.
    pub shade: Color32,
    /// A card or a bar button while it is pressed.
    pub press: Color32,
    /// Text.
    pub ink: Color32,
    /// Quiet text.
    pub ink2: Color32,
    /// Hairline.
    pub line: Color32,
    /// Boundary of a control.
    pub edge: Color32,
    /// Text on a solid hue.
    pub on: Color32,
    /// A solid jade button while it is pressed.
    pub jade_press: Color32,
    /// What lies over a screen under a question.
    pub veil: Color32,
    /// The one shadow, at its opacity.
    pub shadow: Color32,
    /// The dark ground of the wall board and of the idle screen's evening.
    pub board_ground: Color32,
    tone: Tone,
}

impl Colours {
    /// The colours of a tone.
    pub fn of(tone: Tone) -> Colours {
        let palette = tone.palette();
        Colours {
            paper: solid(palette.paper),
            card: solid(palette.card),
            bar: solid(palette.bar),
            shade: solid(palette.shade),
            press: solid(palette.press),
            ink: solid(palette.ink),
            ink2: solid(palette.ink2),
            line: solid(palette.line),
            edge: solid(palette.edge),
            on: solid(palette.on),
            jade_press: solid(palette.jade_press),
            veil: solid(palette.veil).gamma_multiply(linli_tokens::veil::OPACITY),
            shadow: solid(linli_tokens::SHADOW.colour).gamma_multiply(linli_tokens::SHADOW.opacity),
            board_ground: solid(palette.board_ground),
            tone,
        }
    }

    /// The readable form of a hue.
    pub fn hue(&self, hue: Hue) -> Color32 {
        let palette = self.tone.palette();
        solid(match hue {
            Hue::Jade => palette.jade,
            Hue::Amber => palette.amber,
            Hue::Vermilion => palette.vermilion,
            Hue::Indigo => palette.indigo,
            Hue::Plum => palette.plum,
            Hue::Olive => palette.olive,
        })
    }

    /// The ground on which an icon or a figure of a hue stands.
    pub fn soft(&self, hue: Hue) -> Color32 {
        let palette = self.tone.palette();
        solid(match hue {
            Hue::Jade => palette.jade_soft,
            Hue::Amber => palette.amber_soft,
            Hue::Vermilion => palette.vermilion_soft,
            Hue::Indigo => palette.indigo_soft,
            Hue::Plum => palette.plum_soft,
            Hue::Olive => palette.olive_soft,
        })
    }
}

/// The contrast ratio of two opaque colours by WCAG 2.2, from 1 to 21.
pub fn contrast(one: Color32, other: Color32) -> f32 {
    let rgb = |colour: Color32| Rgb(colour.r(), colour.g(), colour.b());
    linli_tokens::contrast(rgb(one), rgb(other))
}

/// The one place where a token becomes a colour of egui.
#[allow(clippy::disallowed_methods)]
fn solid(Rgb(red, green, blue): Rgb) -> Color32 {
    Color32::from_rgb(red, green, blue)
}
