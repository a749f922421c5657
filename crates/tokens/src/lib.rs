//! The design tokens: one data file, `assets/tokens.toml`, as Rust constants and as CSS.
//!
//! The terminal's theme in `linli-look` and the pages' style sheet both take their colours and sizes
//! from here, so that a hall looks the same on its terminal, on its wall and on a phone.

mod contrast;

pub use contrast::contrast;

/// A colour in sRGB, opaque.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// A soft shadow; lengths in design pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shadow {
    /// To the right.
    pub dx: f32,
    /// Downwards.
    pub dy: f32,
    /// How far it fades.
    pub blur: f32,
    /// Its colour where it is strongest, before `opacity`.
    pub colour: Rgb,
    /// 0 is nothing, 1 is solid.
    pub opacity: f32,
}

include!(concat!(env!("OUT_DIR"), "/tokens.rs"));

/// The tokens as a style sheet: `:root{--paper:#FBF7F0;…}`, with the dark and the high-contrast
/// palette under the media queries that ask for them.
///
/// Names are those of the file with hyphens: `--paper`, `--card`, `--ink`, `--ink2`, `--line`,
/// `--edge`, `--jade`, `--jade-soft`, `--board-ground`, `--service-care`, `--radius-small`, `--gap`,
/// `--shadow`, `--font`.
pub fn css() -> &'static str {
    CSS
}

/// The smallest size of type, in design pixels, whose capitals are tall enough to be read standing.
pub fn smallest_type() -> f32 {
    type_rule::CAPITAL_MIN_MM / type_rule::CAPITAL_HEIGHT_EM / type_rule::DESIGN_PIXEL_MM
}

#[cfg(test)]
mod tests;
