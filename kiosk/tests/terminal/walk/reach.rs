//! Where hands are: the upper third of a standing glass is for reading, all that is touched is below it;
//! a lying glass is within reach as a whole, and its header is for reading.

use linli_look::audit::ControlKind;

use super::numbers::Look;

/// Look, number 6: the part of the glass above low reach.
const OUT_OF_REACH: f32 = 0.6;
/// Look, layout: the part of a standing glass that is for reading.
const FOR_READING: f32 = 1.0 / 3.0;
/// The same of a lying one: its header.
const HEADER: f32 = 0.09;
/// The bar is within the lowest part of the glass, standing and lying.
const BAR: f32 = 0.12;
const BAR_LYING: f32 = 0.25;

impl Look<'_> {
    pub(super) fn check_reach(&mut self) {
        let glass = self.glass_rect();
        let is_lying = glass.width() > glass.height();
        let (above, bar) = match (self.modes.low, is_lying) {
            (true, _) => (OUT_OF_REACH, BAR),
            (false, false) => (FOR_READING, BAR),
            (false, true) => (HEADER, BAR_LYING),
        };
        for control in self.controls.clone() {
            // What is touched as a whole is within reach in any case; a field is written in by keys.
            if control.rect.contains_rect(glass) || control.kind == ControlKind::Field {
                continue;
            }
            if control.rect.min.y < glass.height() * above - 0.5 {
                self.offend(format!(
                    "{} begins at {:.0} % of the height",
                    control.name,
                    control.rect.min.y / glass.height() * 100.0
                ));
            }
            if control.kind == ControlKind::Bar && control.rect.min.y < glass.height() * (1.0 - bar)
            {
                self.offend(format!("{} is not at the lower edge", control.name));
            }
        }
    }
}
