//! The numbers of the look, on every screen in every state, mode and language, on every glass.
//!
//! The walk writes what it saw to `target/walk` and names each offender.

mod contrast;
mod dropped;
mod glasses;
pub(crate) mod ground;
mod numbers;
mod places;
mod reach;
mod report;
mod signs;
mod tree;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::Rect;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use linli_hall::sample;
use linli_hall::ticket::Taken;
use linli_kiosk::app::{Dusk, IDLE_SECS, WARNING_SECS};
use linli_kiosk::gallery::{self, Showing};
use linli_kiosk::screens::{Modes, Screen};
use linli_kiosk::view::HallView;
use linli_look::audit;
use linli_look::{Glass, Tone};
use linli_texts::Lang;

use crate::terminal::{Making, Terminal};

pub(crate) use glasses::GLASSES;
use glasses::{LANDSCAPE, PORTRAIT, SMALL, Setting, TALL, WIDE, colours, glass, shapes};
use ground::Ground;
use numbers::Look;
use places::Shapes;
use report::Report;

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
    /// The hall of the screens.
    hall: Arc<HallView>,
    shapes: Shapes,
    /// Screens that are not looked at, by mode.
    left_out: &'static [(&'static str, &'static str)],
    report: Report,
}

impl Walk {
    fn on(index: usize) -> Walk {
        let glass = glass(index);
        let [width, height] = glass.pixels;
        let making = Making::sized(width, height, glass.diagonal_inches);
        let mut terminal = making
            .hall(|hall| gallery::make_busy(hall).unwrap())
            .start();
        audit::start(&terminal.harness.ctx);
        let taken = terminal.a_number();
        Walk {
            glass_name: GLASSES[index].0,
            glass,
            taken,
            hall: terminal.app().hall().unwrap().clone(),
            terminal,
            shapes: Shapes::new(),
            left_out: &[],
            report: Report::new(),
        }
    }

    fn is_standing(&self) -> bool {
        self.glass.pixels[1] > self.glass.pixels[0]
    }

    /// Walks every screen over which this can lie, in these languages and settings.
    fn through(&mut self, langs: impl Iterator<Item = Lang>, settings: &[Setting], over: Over) {
        for lang in langs {
            for setting in settings {
                let mut places = BTreeMap::new();
                let dusk = match setting.tone {
                    Tone::Evening => Dusk::ALWAYS,
                    Tone::Day | Tone::Contrast => Dusk::NEVER,
                };
                self.terminal.harness.state_mut().set_dusk(dusk);
                let secs = self.terminal.harness.ctx.input(|input| input.time);
                for showing in gallery::every_screen(&self.hall, &self.taken, secs) {
                    let is_left_out = self.left_out.contains(&(setting.name, showing.name));
                    if can_lie(over, &showing.screen) && !is_left_out {
                        self.show(&showing, lang, setting.modes, over);
                        self.look(&showing, lang, *setting, over, &mut places);
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
        setting: Setting,
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
        let (glass_name, Setting { name: mode, .. }) = (self.glass_name, setting);
        let mut look = Look {
            name: format!("{glass_name} {lang} {mode} {}{covered}", showing.name),
            glass: self.glass,
            mode,
            modes: setting.modes,
            texts: audit::take(&harness.ctx),
            controls: audit::take_controls(&harness.ctx),
            pressables: tree::pressables(&self.terminal),
            headings: headings.count(),
            ground: Some(Ground::of(
                &harness.output().shapes,
                paper,
                self.glass.pixels_per_point(),
            )),
            report: &mut self.report,
        };
        if over == Over::Nothing {
            look.check_bar(&showing.screen, lang, places);
            look.check_shape(showing.name, lang, &mut self.shapes);
            look.check_dropped(showing, lang);
        }
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
    showing.put(app, now);
    app.session_mut().lang = lang;
    app.session_mut().modes = modes;
    app.session_mut().touch(now);
    settle(terminal);
}

/// Draws what was put on the glass, and looks at it in the frame after the one in which it is whole.
fn settle(terminal: &mut Terminal) {
    terminal.harness.step();
    terminal.until_known();
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

fn walk_and_tell(index: usize) {
    let mut walk = Walk::on(index);
    let is_standing = walk.is_standing();
    walk.through(Lang::all(), &shapes(is_standing), Over::Nothing);
    walk.through(
        [Lang::ZH_CN].into_iter(),
        &colours(is_standing),
        Over::Nothing,
    );
    walk.tell("", 500);
}

/// What lies over a screen keeps the numbers as well; what is beneath it is not looked at.
fn walk_what_lies_over(index: usize) {
    let mut walk = Walk::on(index);
    let is_standing = walk.is_standing();
    for over in [Over::Countdown, Over::Taking] {
        walk.through(Lang::all(), &shapes(is_standing), over);
        walk.through([Lang::ZH_CN].into_iter(), &colours(is_standing), over);
    }
    walk.tell(" overlays", 250);
}

/// By mode, the screens that have no room for longer texts in it: within the lowest 40 % of the glass, in
/// large type, four reasons or seven ways to hear better stand in one row of letters each.
const NO_ROOM: &[(&str, &str)] = &[("low large", "priority"), ("low large", "voice")];

/// There is room for a language whose words are 40 % longer, and for names and notices in it.
#[cfg(feature = "gallery")]
fn walk_longer_texts(index: usize) {
    let mut walk = Walk::on(index);
    walk.hall = Arc::new(gallery::stretched(&walk.hall));
    let mut settings = shapes(walk.is_standing());
    // The smallest glass has no room for both longer texts and large type.
    settings.retain(|setting| index != SMALL || !setting.modes.large);
    walk.left_out = NO_ROOM;
    for over in [Over::Nothing, Over::Countdown, Over::Taking] {
        walk.through(Lang::pseudo(), &settings, over);
    }
    walk.tell(" longer texts", 90);
}

/// The same walk on each glass, each a test of its own, so that they run side by side.
macro_rules! on_each_glass {
    ($walk:ident: $($(#[$when:meta])* $name:ident($index:expr);)*) => {
        $(
            #[test]
            $(#[$when])*
            fn $name() {
                $walk($index);
            }
        )*
    };
}

on_each_glass! { walk_and_tell:
    every_number_of_the_look_holds_in_portrait(PORTRAIT);
    every_number_of_the_look_holds_in_landscape(LANDSCAPE);
    every_number_of_the_look_holds_on_a_small_glass(SMALL);
    every_number_of_the_look_holds_on_32_inches_in_portrait(TALL);
    every_number_of_the_look_holds_on_32_inches_in_landscape(WIDE);
}

on_each_glass! { walk_what_lies_over:
    what_lies_over_a_screen_keeps_the_numbers_in_portrait(PORTRAIT);
    what_lies_over_a_screen_keeps_the_numbers_in_landscape(LANDSCAPE);
    what_lies_over_a_screen_keeps_the_numbers_on_a_small_glass(SMALL);
    what_lies_over_a_screen_keeps_the_numbers_on_32_inches_in_portrait(TALL);
    what_lies_over_a_screen_keeps_the_numbers_on_32_inches_in_landscape(WIDE);
}

on_each_glass! { walk_longer_texts:
    #[cfg(feature = "gallery")] texts_that_are_longer_by_two_fifths_have_room_in_portrait(PORTRAIT);
    #[cfg(feature = "gallery")] texts_that_are_longer_by_two_fifths_have_room_in_landscape(LANDSCAPE);
    #[cfg(feature = "gallery")] texts_that_are_longer_by_two_fifths_have_room_on_a_small_glass(SMALL);
    #[cfg(feature = "gallery")] texts_that_are_longer_by_two_fifths_have_room_on_32_inches_in_portrait(TALL);
    #[cfg(feature = "gallery")] texts_that_are_longer_by_two_fifths_have_room_on_32_inches_in_landscape(WIDE);
}
