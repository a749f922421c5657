//! Codes to scan, in whole dots.

use qrcode::{Color, EcLevel, QrCode};

use super::{Bitmap, Paper, RenderError};

/// A module is never smaller than this (0.5 mm), so that an old phone can read it.
pub const MIN_MODULE_DOTS: u32 = 4;
/// White modules around a code (ISO/IEC 18004).
pub const QUIET_MODULES: u32 = 4;
/// Modules grow up to this (0.75 mm); beyond, a code only costs paper.
const MAX_MODULE_DOTS: u32 = 6;

/// A code and the size of its modules.
pub(super) struct Code {
    modules: Vec<Color>,
    across: u32,
    module_dots: u32,
}

impl Code {
    /// Makes the code for `text`, its modules as large as `room_dots` allows.
    pub(super) fn new(text: &str, room_dots: u32) -> Result<Self, RenderError> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M)
            .map_err(|_| RenderError::TooLong)?;
        let across = code.width() as u32;
        let module_dots = (room_dots / (across + 2 * QUIET_MODULES)).min(MAX_MODULE_DOTS);
        if module_dots < MIN_MODULE_DOTS {
            return Err(RenderError::TooLong);
        }
        Ok(Self {
            modules: code.into_colors(),
            across,
            module_dots,
        })
    }

    /// Dots of a side, the white around it counted in.
    pub(super) fn side_dots(&self) -> u32 {
        (self.across + 2 * QUIET_MODULES) * self.module_dots
    }

    /// Dots of the white around it.
    pub(super) fn quiet_dots(&self) -> u32 {
        QUIET_MODULES * self.module_dots
    }

    /// Draws the code, the corner of its white margin at `x`, `y`.
    pub(super) fn draw(&self, picture: &mut Bitmap, x: u32, y: u32) {
        let size = self.module_dots;
        for (index, module) in (0u32..).zip(&self.modules) {
            if *module == Color::Dark {
                let column = index % self.across + QUIET_MODULES;
                let row = index / self.across + QUIET_MODULES;
                picture.blacken_rect(x + column * size, y + row * size, size, size);
            }
        }
    }
}

/// A picture with nothing but the code, in the middle of the paper.
pub(super) fn alone(text: &str, paper: Paper) -> Result<Bitmap, RenderError> {
    let code = Code::new(text, paper.width_dots())?;
    let mut picture = Bitmap::new(paper.width_dots(), code.side_dots());
    code.draw(&mut picture, (paper.width_dots() - code.side_dots()) / 2, 0);
    Ok(picture)
}
