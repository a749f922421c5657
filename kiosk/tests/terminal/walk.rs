//! The numbers of the look, on every screen in every state, mode and language, on every glass.
//!
//! The walk writes what it saw to `target/walk.txt` and names each offender.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use egui::Rect;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use linli_kiosk::app::Dusk;
use linli_kiosk::gallery::{self, Showing};
use linli_kiosk::screens::Modes;
use linli_look::Glass;
use linli_look::audit::{self, ControlKind, DrawnControl, DrawnText};
use linli_texts::Lang;

use crate::terminal::{Making, Terminal};

/// Look, number 1, in millimetres; rounding may take a hundredth.
const TARGET_MM: f32 = 19.99;
const APART_MM: f32 = 2.99;
/// Look, number 2: capitals, in millimetres; a capital of the font is so many ems high.
const CAPITAL_MM: f32 = 7.3;
const CAPITAL_EM: f32 = 0.733;
const LARGE: f32 = 1.5;
/// Look, number 4.
const CHOICES_MAX: usize = 6;
/// Look, number 6: the part of the glass above low reach.
const OUT_OF_REACH: f32 = 0.6;

pub(crate) const GLASSES: [(&str, [f32; 2], f32); 3] = [
    ("portrait", [1080.0, 1920.0], 21.5),
    ("landscape", [1920.0, 1080.0], 21.5),
    ("small landscape", [1366.0, 768.0], 18.5),
];

fn modes(is_portrait: bool) -> Vec<(&'static str, Modes)> {
    let plain = Modes::default();
    let large = Modes {
        large: true,
        ..plain
    };
    let contrast = Modes {
        contrast: true,
        ..plain
    };
    let mut modes = vec![
        ("default", plain),
        ("large", large),
        ("evening", plain),
        ("contrast", contrast),
        (
            "large contrast",
            Modes {
                contrast: true,
                ..large
            },
        ),
    ];
    // A glass that lies has no low mode; it is low as a whole.
    if is_portrait {
        modes.push(("low", Modes { low: true, ..plain }));
        modes.push(("low large", Modes { low: true, ..large }));
    }
    modes
}

/// What was seen, and what was wrong.
#[derive(Default)]
struct Report {
    looks: usize,
    texts: usize,
    controls: usize,
    smallest_target_mm: f32,
    smallest_gap_mm: f32,
    smallest_capital_mm: f32,
    offences: Vec<String>,
}

impl Report {
    fn new() -> Report {
        Report {
            smallest_target_mm: f32::MAX,
            smallest_gap_mm: f32::MAX,
            smallest_capital_mm: f32::MAX,
            ..Report::default()
        }
    }

    fn write(&self, glass: &str) {
        let mut text = format!(
            "{glass}: {} looks, {} texts, {} controls\nsmallest target {:.2} mm, gap {:.2} mm, capital {:.2} mm\n",
            self.looks,
            self.texts,
            self.controls,
            self.smallest_target_mm,
            self.smallest_gap_mm,
            self.smallest_capital_mm,
        );
        for offence in &self.offences {
            writeln!(text, "{offence}").unwrap();
        }
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../walk");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{glass}.txt")), text).unwrap();
    }
}

/// One look at one screen.
struct Look<'a> {
    name: String,
    glass: Glass,
    modes: Modes,
    texts: Vec<DrawnText>,
    controls: Vec<DrawnControl>,
    headings: usize,
    report: &'a mut Report,
}

impl Look<'_> {
    fn offend(&mut self, what: String) {
        self.report.offences.push(format!("{}: {what}", self.name));
    }

    fn check(&mut self) {
        self.report.looks += 1;
        self.report.texts += self.texts.len();
        self.report.controls += self.controls.len();
        self.check_texts();
        self.check_targets();
        self.check_gaps();
        self.check_questions();
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
        let height = self.glass.pixels[1] / self.glass.pixels_per_point();
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
            if self.modes.low && control.rect.min.y < height * OUT_OF_REACH - 0.5 {
                self.offend(format!("{} is out of low reach", control.name));
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

/// Puts a screen on the glass and looks at it when it has settled.
pub(crate) fn show(terminal: &mut Terminal, showing: &Showing, lang: Lang, modes: Modes) {
    let app = terminal.harness.state_mut();
    app.show(showing.screen.clone());
    app.set_offline(showing.is_offline);
    app.session_mut().lang = lang;
    app.session_mut().modes = modes;
    terminal.harness.step();
    audit::take(&terminal.harness.ctx);
    audit::take_controls(&terminal.harness.ctx);
    terminal.harness.step();
}

/// Walks every screen on one glass.
fn walk(glass_name: &str, pixels: [f32; 2], inches: f32) -> Report {
    let making = Making::sized(pixels[0], pixels[1], inches);
    let mut terminal = making
        .hall(|hall| gallery::make_busy(hall).unwrap())
        .start();
    audit::start(&terminal.harness.ctx);
    let taken = gallery::a_number(&terminal.hall).unwrap();
    let view = terminal.app().hall().unwrap().clone();
    let glass = Glass {
        diagonal_inches: inches,
        pixels,
    };
    let mut report = Report::new();
    for lang in Lang::all() {
        for (mode, modes) in modes(pixels[1] > pixels[0]) {
            let mut places = BTreeMap::new();
            // The hour is no mode of a person's, but its colours and drawings are walked like one.
            let is_evening = mode == "evening";
            let dusk = if is_evening {
                Dusk::ALWAYS
            } else {
                Dusk::NEVER
            };
            terminal.harness.state_mut().set_dusk(dusk);
            let secs = terminal.harness.ctx.input(|input| input.time);
            for showing in gallery::every_screen(&view, &taken, secs) {
                show(&mut terminal, &showing, lang, modes);
                let headings = terminal
                    .harness
                    .query_all_by(|node| node.role() == Role::Heading)
                    .count();
                let mut look = Look {
                    name: format!("{glass_name} {lang} {mode} {}", showing.name),
                    glass,
                    modes,
                    texts: audit::take(&terminal.harness.ctx),
                    controls: audit::take_controls(&terminal.harness.ctx),
                    headings,
                    report: &mut report,
                };
                check_places(&mut look, &mut places);
                look.check();
            }
        }
    }
    report.write(glass_name);
    report
}

/// Look, number 5: what stands in the bar stands there on every screen.
fn check_places(look: &mut Look<'_>, places: &mut BTreeMap<String, Rect>) {
    let bar = look
        .controls
        .iter()
        .filter(|one| one.kind == ControlKind::Bar);
    let moved: Vec<String> = bar
        .filter(|one| *places.entry(one.name.clone()).or_insert(one.rect) != one.rect)
        .map(|one| format!("{} is at another place", one.name))
        .collect();
    for one in moved {
        look.offend(one);
    }
}

fn walk_and_tell(index: usize) {
    let (name, pixels, inches) = GLASSES[index];
    let report = walk(name, pixels, inches);
    assert!(
        report.looks > 300 && report.texts > 3_000,
        "{} looks",
        report.looks
    );
    assert!(
        report.offences.is_empty(),
        "{} offences:\n{}",
        report.offences.len(),
        report.offences.join("\n")
    );
}

#[test]
fn every_number_of_the_look_holds_in_portrait() {
    walk_and_tell(0);
}

#[test]
fn every_number_of_the_look_holds_in_landscape() {
    walk_and_tell(1);
}

#[test]
fn every_number_of_the_look_holds_on_a_small_glass() {
    walk_and_tell(2);
}
