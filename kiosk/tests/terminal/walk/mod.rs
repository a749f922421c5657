//! The numbers of the look, on every screen in every state, mode and language, on every glass.
//!
//! The walk writes what it saw to `target/walk` and names each offender.

mod contrast;
mod ground;
mod numbers;
mod reach;
mod report;

use std::collections::BTreeMap;

use egui::Rect;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use linli_hall::sample;
use linli_hall::ticket::Taken;
use linli_kiosk::app::{Dusk, IDLE_SECS, WARNING_SECS};
use linli_kiosk::gallery::{self, Showing};
use linli_kiosk::screens::{Modes, Screen};
use linli_look::Glass;
use linli_look::audit::{self, ControlKind};
use linli_texts::Lang;

use crate::terminal::{Making, Terminal};

use ground::Ground;
use numbers::Look;
use report::Report;

pub(crate) const GLASSES: [(&str, [f32; 2], f32); 3] = [
    ("portrait", [1080.0, 1920.0], 21.5),
    ("landscape", [1920.0, 1080.0], 21.5),
    ("small landscape", [1366.0, 768.0], 18.5),
];

const SMALL: usize = 2;

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

/// What lies over a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Over {
    Nothing,
    /// The question whether somebody is still there.
    Countdown,
    /// A number is on its way.
    Taking,
}

/// A terminal that is walked through, and what was seen on the way.
struct Walk {
    glass_name: &'static str,
    glass: Glass,
    terminal: Terminal,
    taken: Taken,
    report: Report,
}

impl Walk {
    fn on(index: usize) -> Walk {
        let (glass_name, pixels, inches) = GLASSES[index];
        let making = Making::sized(pixels[0], pixels[1], inches);
        let terminal = making
            .hall(|hall| gallery::make_busy(hall).unwrap())
            .start();
        audit::start(&terminal.harness.ctx);
        Walk {
            glass_name,
            glass: Glass {
                diagonal_inches: inches,
                pixels,
            },
            taken: gallery::a_number(&terminal.hall).unwrap(),
            terminal,
            report: Report::new(),
        }
    }

    fn is_portrait(&self) -> bool {
        self.glass.pixels[1] > self.glass.pixels[0]
    }

    /// Walks every screen over which this can lie, in these languages and modes.
    fn through(
        &mut self,
        langs: impl Iterator<Item = Lang>,
        modes: &[(&'static str, Modes)],
        over: Over,
    ) {
        let view = self.terminal.app().hall().unwrap().clone();
        for lang in langs {
            for (mode, modes) in modes {
                let mut places = BTreeMap::new();
                // The hour is no mode of a person's, but its colours are walked like one.
                let dusk = if *mode == "evening" {
                    Dusk::ALWAYS
                } else {
                    Dusk::NEVER
                };
                self.terminal.harness.state_mut().set_dusk(dusk);
                let secs = self.terminal.harness.ctx.input(|input| input.time);
                for showing in gallery::every_screen(&view, &self.taken, secs) {
                    if can_lie(over, &showing.screen) {
                        self.show(&showing, lang, *modes, over);
                        self.look(&showing, lang, mode, *modes, over, &mut places);
                    }
                }
            }
        }
    }

    /// Puts a screen on the glass with something over it, and lets it settle.
    fn show(&mut self, showing: &Showing, lang: Lang, modes: Modes, over: Over) {
        show(&mut self.terminal, showing, lang, modes);
        if over == Over::Nothing {
            return;
        }
        let now = self.terminal.harness.ctx.input(|input| input.time);
        let app = self.terminal.harness.state_mut();
        if over == Over::Countdown {
            app.session_mut()
                .touch(now - IDLE_SECS - WARNING_SECS / 2.0);
        } else {
            app.show_taking(sample::SOCIAL_SECURITY, now - 1.0);
        }
        settle(&mut self.terminal);
    }

    fn look(
        &mut self,
        showing: &Showing,
        lang: Lang,
        mode: &'static str,
        modes: Modes,
        over: Over,
        places: &mut BTreeMap<String, Rect>,
    ) {
        let harness = &self.terminal.harness;
        let headings = harness.query_all_by(|node| node.role() == Role::Heading);
        let paper = self.terminal.app().session().look(self.glass).colours.paper;
        let covered = match over {
            Over::Nothing => String::new(),
            over => format!(" under {over:?}"),
        };
        let mut look = Look {
            name: format!(
                "{} {lang} {mode} {}{covered}",
                self.glass_name, showing.name
            ),
            glass: self.glass,
            mode,
            modes,
            texts: audit::take(&harness.ctx),
            controls: audit::take_controls(&harness.ctx),
            headings: headings.count(),
            ground: Some(Ground::of(
                &harness.output().shapes,
                paper,
                self.glass.pixels_per_point(),
            )),
            report: &mut self.report,
        };
        check_places(&mut look, places);
        look.check();
    }

    /// Writes what was seen, and names the offenders.
    #[track_caller]
    fn tell(self, what: &str, looks: usize) {
        self.report.write(&format!("{}{what}", self.glass_name));
        let Report {
            looks: seen,
            offences,
            ..
        } = self.report;
        assert!(seen >= looks, "{seen} looks");
        let count = offences.len();
        assert!(
            offences.is_empty(),
            "{count} offences:\n{}",
            offences.join("\n")
        );
    }
}

/// Puts a screen on the glass and looks at it when it has settled.
pub(crate) fn show(terminal: &mut Terminal, showing: &Showing, lang: Lang, modes: Modes) {
    let now = terminal.harness.ctx.input(|input| input.time);
    let app = terminal.harness.state_mut();
    app.show(showing.screen.clone());
    app.set_offline(showing.is_offline);
    app.session_mut().lang = lang;
    app.session_mut().modes = modes;
    app.session_mut().touch(now);
    settle(terminal);
}

/// Draws what was put on the glass, and looks at it in the frame after.
fn settle(terminal: &mut Terminal) {
    terminal.harness.step();
    audit::take(&terminal.harness.ctx);
    audit::take_controls(&terminal.harness.ctx);
    terminal.harness.step();
}

/// Over which screens something can lie.
fn can_lie(over: Over, screen: &Screen) -> bool {
    match over {
        Over::Nothing => true,
        Over::Countdown => !matches!(screen, Screen::Idle | Screen::Home | Screen::Result(_)),
        Over::Taking => matches!(screen, Screen::Services(_) | Screen::Trouble(_)),
    }
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
    let mut walk = Walk::on(index);
    let modes = modes(walk.is_portrait());
    walk.through(Lang::all(), &modes, Over::Nothing);
    walk.tell("", 300);
}

/// What lies over a screen keeps the numbers as well; what is beneath it is not looked at.
fn walk_what_lies_over(index: usize) {
    let mut walk = Walk::on(index);
    let modes = modes(walk.is_portrait());
    walk.through(Lang::all(), &modes, Over::Countdown);
    walk.through(Lang::all(), &modes, Over::Taking);
    walk.tell(" overlays", 200);
}

/// There is room for a language whose words are 40 % longer.
#[cfg(feature = "gallery")]
fn walk_longer_texts(index: usize) {
    let mut walk = Walk::on(index);
    let modes = modes(walk.is_portrait());
    // The smallest glass has no room for both longer texts and large type.
    let plain_and_large = &modes[..if index == SMALL { 1 } else { 2 }];
    walk.through(Lang::pseudo(), plain_and_large, Over::Nothing);
    walk.through(Lang::pseudo(), plain_and_large, Over::Countdown);
    walk.through(Lang::pseudo(), plain_and_large, Over::Taking);
    walk.tell(" longer texts", 90);
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

#[test]
fn what_lies_over_a_screen_keeps_the_numbers_in_portrait() {
    walk_what_lies_over(0);
}

#[test]
fn what_lies_over_a_screen_keeps_the_numbers_in_landscape() {
    walk_what_lies_over(1);
}

#[test]
fn what_lies_over_a_screen_keeps_the_numbers_on_a_small_glass() {
    walk_what_lies_over(2);
}

#[test]
#[cfg(feature = "gallery")]
fn texts_that_are_longer_by_two_fifths_have_room_in_portrait() {
    walk_longer_texts(0);
}

#[test]
#[cfg(feature = "gallery")]
fn texts_that_are_longer_by_two_fifths_have_room_in_landscape() {
    walk_longer_texts(1);
}

#[test]
#[cfg(feature = "gallery")]
fn texts_that_are_longer_by_two_fifths_have_room_on_a_small_glass() {
    walk_longer_texts(2);
}
