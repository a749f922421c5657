//! The glass of a terminal: its size in millimetres, and what a point is on it.

use linli_tokens::type_rule::DESIGN_PIXEL_MM;

/// The short and the long side of the drawings, in design pixels.
const DESIGN_SHORT: f32 = 1080.0;
const DESIGN_LONG: f32 = 1920.0;

const MM_PER_INCH: f32 = 25.4;

/// A screen as hands and eyes meet it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glass {
    /// From corner to corner, in inches: the setting `screen.diagonal_inches`.
    pub diagonal_inches: f32,
    /// Its pixels across and down, as it is mounted.
    pub pixels: [f32; 2],
}

impl Glass {
    /// The distance from one pixel to the next.
    pub fn pitch_mm(&self) -> f32 {
        let [width, height] = self.pixels;
        self.diagonal_inches * MM_PER_INCH / width.hypot(height).max(1.0)
    }

    /// How many pixels make one point of egui.
    ///
    /// A point is never smaller in the hand than a pixel of the drawings on a 21.5 inch terminal, so
    /// that type stays readable and targets stay touchable. On a larger glass the points grow until
    /// the composition of the drawings fills it, because people stand further away from it.
    pub fn pixels_per_point(&self) -> f32 {
        let [width, height] = self.pixels;
        let (short, long) = (width.min(height), width.max(height));
        let for_the_hand = DESIGN_PIXEL_MM / self.pitch_mm().max(f32::EPSILON);
        let for_the_composition = (short / DESIGN_SHORT).min(long / DESIGN_LONG);
        for_the_hand.max(for_the_composition)
    }

    /// How many points make one millimetre.
    pub fn points_per_mm(&self) -> f32 {
        1.0 / (self.pitch_mm() * self.pixels_per_point())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glass(diagonal_inches: f32, width: f32, height: f32) -> Glass {
        Glass {
            diagonal_inches,
            pixels: [width, height],
        }
    }

    #[test]
    fn the_drawings_are_pixel_for_pixel_on_the_terminal_they_were_drawn_for() {
        let glass = glass(21.5, 1080.0, 1920.0);
        assert!((glass.pixels_per_point() - 1.0).abs() < 0.001);
        assert!((glass.pitch_mm() - 0.248).abs() < 0.001);
    }

    #[test]
    fn a_larger_glass_shows_the_same_composition_larger() {
        let glass = glass(32.0, 1080.0, 1920.0);
        assert!((glass.pixels_per_point() - 1.0).abs() < 0.001);
        assert!((glass.pitch_mm() - 0.369).abs() < 0.001);
    }

    #[test]
    fn a_point_is_never_smaller_in_the_hand_than_on_the_drawings() {
        for glass in [
            glass(15.6, 1366.0, 768.0),
            glass(18.5, 1366.0, 768.0),
            glass(10.1, 1280.0, 800.0),
        ] {
            let point_mm = 1.0 / glass.points_per_mm();
            assert!(
                point_mm >= DESIGN_PIXEL_MM - 0.0001,
                "{glass:?} has points of {point_mm} mm"
            );
        }
    }
}
