//! Look, number 3: how well everything is seen on what lies under it.

use egui::{Pos2, Rect, Vec2, pos2, vec2};
use linli_look::audit::DrawnControl;
use linli_look::contrast;

use super::ground::{Ground, Painted};
use super::numbers::Look;

const TEXT: f32 = 4.5;
const TEXT_HIGH: f32 = 7.0;
/// The icon or the boundary by which a control is known.
const SIGN: f32 = 3.0;

/// How far inside a control its boundary may be, and how far outside its surroundings are, in points.
const INSIDE: [f32; 4] = [0.6, 1.4, 2.4, 6.0];
const OUTSIDE: f32 = 3.0;

impl Look<'_> {
    pub(super) fn check_contrast(&mut self) {
        let ground = std::mem::take(&mut self.ground).unwrap();
        let from = ground.veiled(self.glass_rect());
        let painted = ground.painted(from);
        for one in &painted {
            self.check_painted(&ground, one);
        }
        let signs: Vec<(Rect, f32)> = painted
            .iter()
            .filter(|one| one.is_icon)
            .filter_map(|one| Some((one.rect, ratio(&ground, one)?)))
            .collect();
        for control in self.controls.clone() {
            self.check_control(&ground, &control, &signs);
        }
    }

    fn check_painted(&mut self, ground: &Ground, one: &Painted) {
        let Some(ratio) = ratio(ground, one) else {
            return self.offend(format!("{:?} lies over a picture", one.text));
        };
        let (kind, least) = match (one.is_icon, self.modes.contrast) {
            (true, _) => ("icon", SIGN),
            (false, false) => ("text", TEXT),
            (false, true) => ("text", TEXT_HIGH),
        };
        let name = self.name.clone();
        self.report.contrast(self.mode, kind, ratio, || {
            format!("{:?} on {name}", one.text)
        });
        if ratio < least {
            self.offend(format!(
                "the {kind} {:?} at {:?} has a contrast of {ratio:.2}",
                one.text, one.rect
            ));
        }
    }

    /// A control is known by its boundary or by an icon on it; in high contrast by its boundary.
    fn check_control(&mut self, ground: &Ground, control: &DrawnControl, signs: &[(Rect, f32)]) {
        // What is touched as a whole has the boundary of the button that is drawn in it.
        let is_whole = control.rect.contains_rect(self.glass_rect());
        let face = match control.primary {
            Some(face) if is_whole => face,
            None if is_whole => return,
            _ => control.rect,
        };
        let edge = boundary(ground, face);
        let sign = signs
            .iter()
            .filter(|(rect, _)| face.contains_rect(*rect))
            .map(|(_, ratio)| *ratio)
            .fold(0.0, f32::max);
        let known_by = if self.modes.contrast {
            edge
        } else {
            edge.max(sign)
        };
        let name = self.name.clone();
        self.report.contrast(self.mode, "control", known_by, || {
            format!("{:?} on {name}", control.name)
        });
        if known_by < SIGN {
            self.offend(format!(
                "{} has a boundary of {edge:.2} and an icon of {sign:.2}",
                control.name
            ));
        }
    }
}

/// The smallest contrast of a text with what lies under its corners and its middle; `None` over a picture.
fn ratio(ground: &Ground, one: &Painted) -> Option<f32> {
    let rect = one.rect.shrink(0.5);
    let places = [
        rect.left_top(),
        rect.right_top(),
        rect.left_bottom(),
        rect.right_bottom(),
        rect.center(),
    ];
    let mut least = f32::MAX;
    for place in places {
        let beneath = ground.colour(place, one.at)?;
        for colour in &one.colours {
            least = least.min(contrast(beneath.blend(*colour), beneath));
        }
    }
    Some(least)
}

/// How well the weakest side of a rectangle is told from what lies around it.
fn boundary(ground: &Ground, rect: Rect) -> f32 {
    let sides: [(Pos2, Vec2); 4] = [
        (rect.center_top(), vec2(0.0, -1.0)),
        (rect.center_bottom(), vec2(0.0, 1.0)),
        (pos2(rect.min.x, rect.center().y), vec2(-1.0, 0.0)),
        (pos2(rect.max.x, rect.center().y), vec2(1.0, 0.0)),
    ];
    sides
        .map(|(side, outwards)| {
            let Some(around) = ground.whole(side + outwards * OUTSIDE) else {
                return 0.0;
            };
            INSIDE
                .iter()
                .filter_map(|depth| ground.whole(side - outwards * *depth))
                .map(|colour| contrast(colour, around))
                .fold(0.0, f32::max)
        })
        .into_iter()
        .fold(f32::MAX, f32::min)
}
