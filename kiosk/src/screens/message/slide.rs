//! The board comes up from the lower edge when somebody begins to write.

use egui::{Rect, Ui, emath::TSTransform, vec2};

/// How long it takes, in seconds: long enough to be seen coming, too short to be waited for.
const SLIDE_SECS: f64 = 0.18;

/// A board on its way up. It is only drawn lower than it is: every key can be pressed from the first
/// frame on where it will stand.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Slide {
    /// It stands.
    #[default]
    Done,
    /// It is to come up with the next frame.
    Begins,
    /// It has been coming up since then, in seconds since the start.
    Since(f64),
}

impl Slide {
    /// Draws the board in `area` where it is by now, and asks for the next frame while it moves.
    pub(super) fn show<T>(
        &mut self,
        ui: &mut Ui,
        area: Rect,
        secs: f64,
        board: impl FnOnce(&mut Ui) -> T,
    ) -> T {
        if *self == Slide::Begins {
            *self = Slide::Since(secs);
        }
        let left = self.left(secs);
        if left > 0.0 {
            ui.ctx().request_repaint();
        } else {
            *self = Slide::Done;
        }
        // Also where it stands, so that nothing about its keys changes when it has arrived.
        let lower = TSTransform::from_translation(vec2(0.0, area.height() * left));
        ui.with_visual_transform(lower, board).inner
    }

    /// How much of the way is left, from 1 to 0: quick at first, and gently to its place.
    fn left(self, secs: f64) -> f32 {
        match self {
            Slide::Done => 0.0,
            Slide::Begins => 1.0,
            Slide::Since(since) => {
                let gone = ((secs - since) / SLIDE_SECS).clamp(0.0, 1.0);
                (1.0 - gone).powi(3) as f32
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_begins_at_the_edge_and_stands_after_its_time() {
        let slide = Slide::Since(10.0);
        assert_eq!(slide.left(10.0), 1.0);
        assert!(slide.left(10.05) < 0.5);
        assert!(slide.left(10.0 + SLIDE_SECS) < 0.001);
        assert_eq!(slide.left(10.2), 0.0);
        assert_eq!(Slide::Done.left(10.0), 0.0);
    }
}
