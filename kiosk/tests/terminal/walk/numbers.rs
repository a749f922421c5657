//! Sizes, gaps and counts: the numbers of the look that the accessibility tree and the texts show.

use egui::Rect;
use linli_kiosk::screens::Modes;
use linli_look::Glass;
use linli_look::audit::{ControlKind, DrawnControl, DrawnText};

use super::ground::Ground;
use super::report::Report;
use super::tree::Pressable;

/// Look, number 1, in millimetres; rounding may take a hundredth.
const TARGET_MM: f32 = 19.99;
const APART_MM: f32 = 2.99;
const PRIMARY_MM: f32 = 24.99;
/// Look, number 2: capitals, in millimetres; a capital of the font is so many ems high.
const CAPITAL_MM: f32 = 7.3;
const CAPITAL_EM: f32 = 0.733;
const LARGE: f32 = 1.5;
/// Look, number 4.
const CHOICES_MAX: usize = 6;

/// One look at one screen.
pub(super) struct Look<'a> {
    pub(super) name: String,
    pub(super) glass: Glass,
    pub(super) mode: &'static str,
    pub(super) modes: Modes,
    pub(super) texts: Vec<DrawnText>,
    pub(super) controls: Vec<DrawnControl>,
    /// What the accessibility tree lets one press.
    pub(super) pressables: Vec<Pressable>,
    pub(super) headings: usize,
    /// What is painted; taken when the contrast is looked at.
    pub(super) ground: Option<Ground>,
    pub(super) report: &'a mut Report,
}

impl Look<'_> {
    pub(super) fn offend(&mut self, what: String) {
        self.report.offences.push(format!("{}: {what}", self.name));
    }

    pub(super) fn check(&mut self) {
        self.report.looks += 1;
        self.report.texts += self.texts.len();
        self.report.controls += self.controls.len();
        self.check_tree();
        self.check_inks();
        self.check_texts();
        self.check_targets();
        self.check_primary();
        self.check_gaps();
        self.check_reach();
        self.check_questions();
        self.check_contrast();
    }

    /// All that is drawn on, in points.
    pub(super) fn glass_rect(&self) -> Rect {
        let [width, height] = self.glass.pixels;
        let size = egui::vec2(width, height) / self.glass.pixels_per_point();
        // A whole point less, for rounding.
        Rect::from_min_size(egui::Pos2::ZERO, size).shrink(0.5)
    }

    fn check_texts(&mut self) {
        let texts = std::mem::take(&mut self.texts);
        let least = CAPITAL_MM * if self.modes.large { LARGE } else { 1.0 };
        for (index, text) in texts.iter().enumerate() {
            if !text.fits() {
                let cut = if text.cut { ", cut" } else { "" };
                self.offend(format!(
                    "{:?} at {:.0} covers {:?} in {:?}{cut}",
                    text.text, text.size, text.ink, text.room
                ));
            }
            let capital = text.size * CAPITAL_EM / self.glass.points_per_mm();
            self.report.smallest_capital_mm = self.report.smallest_capital_mm.min(capital);
            if capital < least - 0.02 {
                self.offend(format!("{:?} has capitals of {capital:.2} mm", text.text));
            }
            for other in texts[index + 1..]
                .iter()
                .filter(|other| text.overlaps(other))
            {
                self.offend(format!("{:?} lies over {:?}", text.text, other.text));
            }
        }
    }

    fn check_targets(&mut self) {
        let mm = self.glass.points_per_mm();
        for control in self.controls.clone() {
            let least = control.rect.size().min_elem() / mm;
            self.report.smallest_target_mm = self.report.smallest_target_mm.min(least);
            if least < TARGET_MM {
                self.offend(format!(
                    "{} is {:?} mm",
                    control.name,
                    control.rect.size() / mm
                ));
            }
        }
    }

    /// The main button is high as it is drawn, also where the whole glass is what is touched.
    fn check_primary(&mut self) {
        let mm = self.glass.points_per_mm();
        let glass = self.glass_rect().expand(1.0);
        for control in self.controls.clone() {
            let Some(face) = control.primary else {
                continue;
            };
            let height = face.height() / mm;
            self.report.smallest_primary_mm = self.report.smallest_primary_mm.min(height);
            let is_wide = face.width() / mm >= TARGET_MM;
            if height < PRIMARY_MM || !is_wide || !glass.contains_rect(face) {
                self.offend(format!(
                    "the main button {} is {height:.1} mm high",
                    control.name
                ));
            }
        }
    }

    fn check_gaps(&mut self) {
        let mm = self.glass.points_per_mm();
        let controls = self.controls.clone();
        for (index, one) in controls.iter().enumerate() {
            for other in &controls[index + 1..] {
                let apart = distance(one.rect, other.rect) / mm;
                self.report.smallest_gap_mm = self.report.smallest_gap_mm.min(apart);
                if apart < APART_MM {
                    self.offend(format!(
                        "{} and {} are {apart:.1} mm apart",
                        one.name, other.name
                    ));
                }
            }
        }
    }

    fn check_questions(&mut self) {
        let choices = self
            .controls
            .iter()
            .filter(|one| one.kind == ControlKind::Choice);
        let choices = choices.count();
        if choices > CHOICES_MAX {
            self.offend(format!("{choices} choices"));
        }
        if self.headings != 1 {
            self.offend(format!("{} headings", self.headings));
        }
    }
}

fn distance(one: Rect, other: Rect) -> f32 {
    let across = (other.min.x - one.max.x)
        .max(one.min.x - other.max.x)
        .max(0.0);
    let down = (other.min.y - one.max.y)
        .max(one.min.y - other.max.y)
        .max(0.0);
    across.hypot(down)
}
