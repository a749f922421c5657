//! The look that is handed to every screen.

use egui::{FontFamily, FontId, Shadow, Stroke};
use linli_tokens::{SHADOW, focus, radius, space, touch, type_rule, type_size, writing};

use crate::{Colours, Glass, Hue, Tone};

/// How much titles grow in large type.
const TITLE_GROWTH: f32 = 1.2;

/// How heavy a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// For reading.
    #[default]
    Regular,
    /// For titles, numbers, and the words that matter in a sentence.
    Bold,
}

/// The sizes of type that there are. None is too small to read standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TypeSize {
    /// Quiet text, the smallest there is.
    Quiet,
    /// A sentence.
    Body,
    /// The words on a wide button.
    Button,
    /// The time in the header.
    Clock,
    /// The words on a button of the bar.
    Bar,
    /// What stands under a question, or over a number.
    Subtitle,
    /// The name of what a card does.
    Title,
    /// The name of a job of the hall, where there is room for it.
    Job,
    /// The one question of a screen.
    Question,
    /// A figure to be read at a glance.
    Figure,
    /// The seconds that are left.
    Countdown,
    /// The number on a ticket.
    Number,
    /// The number on a ticket, on a glass that lies.
    NumberWide,
    /// The clock of the idle screen.
    IdleClock,
    /// An icon in the bar.
    IconBar,
    /// An icon in a line of text.
    IconLine,
    /// The icon of a card.
    IconCard,
    /// The icon of a whole screen.
    IconHero,
}

impl TypeSize {
    fn design_pixels(self) -> f32 {
        match self {
            TypeSize::Quiet => type_size::QUIET,
            TypeSize::Body => type_size::BODY,
            TypeSize::Button => type_size::BUTTON,
            TypeSize::Clock => type_size::CLOCK,
            TypeSize::Bar => type_size::BAR,
            TypeSize::Subtitle => type_size::SUBTITLE,
            TypeSize::Title => type_size::TITLE,
            TypeSize::Job => type_size::JOB,
            TypeSize::Question => type_size::QUESTION,
            TypeSize::Figure => type_size::FIGURE,
            TypeSize::Countdown => type_size::COUNTDOWN,
            TypeSize::Number => type_size::NUMBER,
            TypeSize::NumberWide => type_size::NUMBER_WIDE,
            TypeSize::IdleClock => type_size::IDLE_CLOCK,
            TypeSize::IconBar => type_size::ICON_BAR,
            TypeSize::IconLine => type_size::ICON_LINE,
            TypeSize::IconCard => type_size::ICON_CARD,
            TypeSize::IconHero => type_size::ICON_HERO,
        }
    }

    /// How much larger it is in large type. What is read grows by half; what is large already grows
    /// less, or the words beside it would have no room; what is seen across the room stays.
    fn growth(self) -> f32 {
        match self {
            TypeSize::Title | TypeSize::Question | TypeSize::Subtitle => TITLE_GROWTH,
            TypeSize::Job
            | TypeSize::Figure
            | TypeSize::Countdown
            | TypeSize::Number
            | TypeSize::NumberWide
            | TypeSize::IdleClock
            | TypeSize::IconHero
            | TypeSize::IconCard => 1.0,
            TypeSize::Quiet
            | TypeSize::Body
            | TypeSize::Button
            | TypeSize::Clock
            | TypeSize::Bar
            | TypeSize::IconBar
            | TypeSize::IconLine => type_rule::LARGE_FACTOR,
        }
    }
}

/// Colours, sizes and fonts for one tone and one size of type on one glass.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The colours of the tone.
    pub colours: Colours,
    /// Page margin.
    pub margin: f32,
    /// Distance between cards; never less than what keeps fingers apart.
    pub gap: f32,
    /// Distance from a card's edge to what it holds.
    pub inset: f32,
    /// Distance between lines that belong together.
    pub tight: f32,
    /// Smallest distance between things that can be touched, as between the keys of a keyboard.
    pub near: f32,
    /// Smallest height and width of what can be touched.
    pub target: f32,
    /// Smallest height of a screen's main button.
    pub primary: f32,
    tone: Tone,
    large: bool,
    points_per_mm: f32,
}

impl Look {
    /// The look for a glass.
    pub fn new(glass: Glass, tone: Tone, large: bool) -> Look {
        let mm = glass.points_per_mm();
        Look {
            colours: Colours::of(tone),
            margin: space::MARGIN,
            gap: space::GAP.max(touch::GAP_MIN_MM * mm),
            inset: space::INSET,
            tight: space::TIGHT,
            near: touch::GAP_MIN_MM * mm,
            target: touch::TARGET_MIN_MM * mm,
            primary: touch::PRIMARY_MIN_MM * mm,
            tone,
            large,
            points_per_mm: mm,
        }
    }

    /// The tone of the colours.
    pub fn tone(&self) -> Tone {
        self.tone
    }

    /// Whether type is 1.5 times as large.
    pub fn large(&self) -> bool {
        self.large
    }

    /// Whether every control has a drawn boundary.
    pub fn draws_boundaries(&self) -> bool {
        self.tone == Tone::Contrast
    }

    /// Millimetres on the glass as points.
    pub fn mm(&self, millimetres: f32) -> f32 {
        millimetres * self.points_per_mm
    }

    /// A size of type in points.
    pub fn size(&self, size: TypeSize) -> f32 {
        if !self.large {
            return size.design_pixels();
        }
        // Nothing is smaller than the smallest type made half as large again.
        (size.design_pixels() * size.growth()).max(type_size::QUIET * type_rule::LARGE_FACTOR)
    }

    /// The smallest size to which a text may be shrunk to fit.
    pub fn smallest(&self) -> f32 {
        self.size(TypeSize::Quiet)
    }

    /// A font by size and weight.
    pub fn font(&self, size: TypeSize, weight: Weight) -> FontId {
        font_id(self.size(size), weight.family())
    }

    /// Radius of the keys of a keyboard.
    pub fn radius_key(&self) -> f32 {
        radius::KEY
    }

    /// Radius of small things: a QR code's ground, a figure's.
    pub fn radius_small(&self) -> f32 {
        radius::SMALL
    }

    /// Radius of buttons.
    pub fn radius_medium(&self) -> f32 {
        radius::MEDIUM
    }

    /// Radius of cards.
    pub fn radius_large(&self) -> f32 {
        radius::LARGE
    }

    /// Radius of the one large card of a screen, and of illustrations.
    pub fn radius_hero(&self) -> f32 {
        radius::HERO
    }

    /// The line of a finger that writes.
    pub fn pen(&self) -> Stroke {
        Stroke::new(self.mm(writing::PEN_MM), self.colours.ink)
    }

    /// The boundary of a control that needs one in every tone.
    pub fn edge(&self) -> Stroke {
        let width = if self.draws_boundaries() {
            space::BORDER
        } else {
            space::HAIRLINE
        };
        Stroke::new(width, self.colours.edge)
    }

    /// The boundary of a control whose icon already tells it apart.
    pub fn hairline(&self) -> Stroke {
        if self.draws_boundaries() {
            self.edge()
        } else {
            Stroke::new(space::HAIRLINE, self.colours.line)
        }
    }

    /// The boundary of a field that is being written in.
    pub fn field_edge(&self) -> Stroke {
        Stroke::new(space::BORDER, self.colours.hue(Hue::Jade))
    }

    /// Where the next letter will stand.
    pub fn cursor(&self) -> Stroke {
        Stroke::new(space::BORDER, self.colours.hue(Hue::Jade))
    }

    /// The boundary of a card: drawn in high contrast, otherwise its shadow is enough.
    pub fn card_edge(&self) -> Stroke {
        if self.draws_boundaries() {
            Stroke::new(space::BORDER, self.colours.edge)
        } else {
            Stroke::NONE
        }
    }

    /// The ring around what keys are on, broad enough to be seen from where one stands.
    pub fn focus_ring(&self) -> Stroke {
        Stroke::new(self.mm(focus::RING_MM), self.colours.ink)
    }

    /// The ground between a control and its ring.
    pub fn focus_gap(&self) -> f32 {
        self.mm(focus::GROUND_MM)
    }

    /// The shadow under a card.
    pub fn shadow(&self) -> Shadow {
        let color = if self.draws_boundaries() {
            egui::Color32::TRANSPARENT
        } else {
            self.colours.shadow
        };
        Shadow {
            offset: [SHADOW.dx as i8, SHADOW.dy as i8],
            blur: SHADOW.blur as u8,
            spread: 0,
            color,
        }
    }
}

impl Weight {
    /// The family that holds this weight.
    pub fn family(self) -> FontFamily {
        match self {
            Weight::Regular => FontFamily::Proportional,
            Weight::Bold => FontFamily::Name(crate::fonts::BOLD.into()),
        }
    }
}

/// The one place where a size becomes a font of egui.
#[allow(clippy::disallowed_methods)]
pub(crate) fn font_id(size: f32, family: FontFamily) -> FontId {
    FontId::new(size, family)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(large: bool) -> Look {
        Look::new(
            Glass {
                diagonal_inches: 21.5,
                pixels: [1080.0, 1920.0],
            },
            Tone::Day,
            large,
        )
    }

    #[test]
    fn targets_and_gaps_are_as_large_as_hands_need() {
        let look = look(false);
        assert!(look.target >= 20.0 / 0.248);
        assert!(look.primary >= 25.0 / 0.248);
        assert!(look.gap >= 3.0 / 0.248);
    }

    #[test]
    fn the_ring_around_the_focus_is_broad_enough_to_be_seen_and_keeps_off_the_neighbours() {
        for (inches, pixels) in [
            (21.5, [1080.0, 1920.0]),
            (32.0, [1080.0, 1920.0]),
            (18.5, [1366.0, 768.0]),
        ] {
            let glass = Glass {
                diagonal_inches: inches,
                pixels,
            };
            let look = Look::new(glass, Tone::Day, false);
            assert!(look.focus_ring().width >= look.mm(1.0));
            assert!(look.focus_ring().width + look.focus_gap() < look.near);
        }
    }

    #[test]
    fn the_ring_around_the_focus_is_seen_on_every_ground() {
        for tone in [Tone::Day, Tone::Evening, Tone::Contrast] {
            let palette = tone.palette();
            for ground in [palette.paper, palette.card, palette.bar, palette.shade] {
                assert!(linli_tokens::contrast(palette.ink, ground) >= 3.0);
            }
        }
    }

    #[test]
    fn large_type_is_half_as_large_again() {
        for size in [
            TypeSize::Body,
            TypeSize::Quiet,
            TypeSize::Button,
            TypeSize::Bar,
        ] {
            assert_eq!(look(true).size(size), look(false).size(size) * 1.5);
        }
        assert_eq!(look(true).smallest(), look(false).smallest() * 1.5);
    }
}
