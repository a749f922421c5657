//! What is walked: the glasses of halls, and the modes that a person or the hour may have set.

use linli_kiosk::screens::Modes;
use linli_look::{Glass, Tone};

pub(crate) const GLASSES: [(&str, [f32; 2], f32); 5] = [
    ("portrait", [1080.0, 1920.0], 21.5),
    ("landscape", [1920.0, 1080.0], 21.5),
    ("small landscape", [1366.0, 768.0], 18.5),
    ("32 inch portrait", [1080.0, 1920.0], 32.0),
    ("32 inch landscape", [1920.0, 1080.0], 32.0),
];

pub(super) const PORTRAIT: usize = 0;
pub(super) const LANDSCAPE: usize = 1;
pub(super) const SMALL: usize = 2;
pub(super) const TALL: usize = 3;
pub(super) const WIDE: usize = 4;

pub(super) fn glass(index: usize) -> Glass {
    let (_, pixels, diagonal_inches) = GLASSES[index];
    Glass {
        diagonal_inches,
        pixels,
    }
}

/// Modes that are set together, and the tone that they make.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    pub(super) name: &'static str,
    pub(super) modes: Modes,
    /// The hour is no mode of a person's, but its colours are walked like one.
    pub(super) tone: Tone,
}

/// The name of the default mode.
pub(super) const DEFAULT: &str = "default";

/// By tone, from ordinary type to large, from the whole glass to its lowest part.
const NAMES: [(Tone, [&str; 4]); 3] = [
    (Tone::Day, [DEFAULT, "large", "low", "low large"]),
    (
        Tone::Contrast,
        [
            "contrast",
            "large contrast",
            "low contrast",
            "low large contrast",
        ],
    ),
    (
        Tone::Evening,
        [
            "evening",
            "large evening",
            "low evening",
            "low large evening",
        ],
    ),
];

/// Every size and reach there is, in these tones.
fn settings(is_standing: bool, tones: &[Tone]) -> Vec<Setting> {
    let mut settings = Vec::new();
    for (tone, names) in NAMES {
        if !tones.contains(&tone) {
            continue;
        }
        for (index, name) in names.into_iter().enumerate() {
            let modes = Modes {
                large: index % 2 == 1,
                low: index >= 2,
                contrast: tone == Tone::Contrast,
                voice: false,
            };
            // A glass that lies has no low mode; it is low as a whole.
            if is_standing || !modes.low {
                settings.push(Setting { name, modes, tone });
            }
        }
    }
    settings
}

/// Everything that moves something.
pub(super) fn shapes(is_standing: bool) -> Vec<Setting> {
    settings(is_standing, &[Tone::Day])
}

/// Everything that changes colours and the strength of lines alone, and moves nothing: the walk sees to
/// it. So it is walked in one language, and the time goes to what moves.
pub(super) fn colours(is_standing: bool) -> Vec<Setting> {
    settings(is_standing, &[Tone::Contrast, Tone::Evening])
}
