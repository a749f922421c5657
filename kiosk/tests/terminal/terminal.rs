//! A terminal to try things on.

mod making;

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Modifiers, PointerButton, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use linli_api::Server;
use linli_devices::printer::SimulatedPrinter;
use linli_hall::journal::{Entry, Event, Tail};
use linli_hall::ticket::Taken;
use linli_hall::{Actor, Hall, ManualClock, RequestId};
use linli_kiosk::app::App;
use linli_kiosk::gallery;
use linli_kiosk::screens::Screen;
use linli_look::{Glass, Tone};
use tempfile::TempDir;

use crate::remote::Cable;

pub(crate) use making::Making;

/// Frames of a test are so far apart that a wait of a minute is cheap and a tap is still short.
const FRAME_SECS: f32 = 0.02;
/// The hall and the printer work on threads of their own; nothing of theirs takes this long.
const PATIENCE: Duration = Duration::from_secs(40);

/// A terminal that is on.
pub(crate) struct Terminal {
    pub(crate) harness: Harness<'static, App>,
    pub(crate) hall: Hall,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) printer: SimulatedPrinter,
    /// The other terminal, which has the hall, if there is one.
    pub(crate) server: Option<Server>,
    /// The cable to it.
    pub(crate) cable: Option<Cable>,
    _folder: TempDir,
}

impl Terminal {
    /// The terminal of the drawings, on the sample hall.
    pub(crate) fn start() -> Terminal {
        Making::portrait().start()
    }

    pub(crate) fn app(&self) -> &App {
        self.harness.state()
    }

    pub(crate) fn screen(&self) -> &'static str {
        self.app().screen().name()
    }

    /// Draws frames until something is so.
    #[track_caller]
    pub(crate) fn until(&mut self, what: &str, is_so: impl Fn(&Terminal) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !is_so(self) {
            assert!(
                Instant::now() < end,
                "waited in vain until {what}; on the screen: {}",
                self.screen()
            );
            self.harness.step();
            // Frames go by no faster than in a hall: nobody is taken to have left for a thread that is slow.
            thread::sleep(Duration::from_secs_f32(FRAME_SECS));
        }
        self.harness.step();
    }

    /// Draws frames until nothing is being said any more.
    #[track_caller]
    pub(crate) fn until_silent(&mut self) {
        if self.app().is_speaking() {
            self.until("all has been said", |terminal| {
                !terminal.app().is_speaking()
            });
        }
    }

    /// Draws frames until it is known what somebody who writes may mean: in another language, what was
    /// spelled is asked for again.
    #[track_caller]
    pub(crate) fn until_known(&mut self) {
        let is_asking = |terminal: &Terminal| match terminal.app().screen() {
            Screen::Message(message) => !message.typing.is_settled(),
            _ => false,
        };
        if is_asking(self) {
            self.until("it is known what is meant", |terminal| !is_asking(terminal));
        }
    }

    #[track_caller]
    pub(crate) fn until_screen(&mut self, name: &str) {
        let name = name.to_owned();
        self.until(&format!("the screen is {name}"), |terminal| {
            terminal.screen() == name
        });
    }

    /// A short tap on the control of this name.
    #[track_caller]
    pub(crate) fn tap(&mut self, name: &str) {
        let at = self.place(name);
        self.press(at);
        self.release(at);
        self.harness.step();
    }

    /// Where the control of this name is.
    #[track_caller]
    pub(crate) fn place(&self, name: &str) -> Pos2 {
        self.harness
            .get_by_role_and_label(Role::Button, name)
            .rect()
            .center()
    }

    /// What the thing of this name covers.
    #[track_caller]
    pub(crate) fn rect(&self, name: &str) -> egui::Rect {
        self.harness.get_by_label(name).rect()
    }

    pub(crate) fn press(&mut self, at: Pos2) {
        self.harness.event(egui::Event::PointerMoved(at));
        self.harness.event(finger(at, true));
        self.harness.step();
    }

    pub(crate) fn release(&mut self, at: Pos2) {
        self.harness.event(finger(at, false));
        self.harness.step();
    }

    /// Time passes without a touch.
    pub(crate) fn wait(&mut self, secs: f32) {
        let frames = (secs / FRAME_SECS).ceil() as usize;
        for _ in 0..frames {
            self.harness.step();
        }
    }

    /// Time passes without a touch and without a frame in between, once all has been said.
    #[track_caller]
    pub(crate) fn skip(&mut self, secs: f64) {
        self.until_silent();
        self.leap(secs);
    }

    /// The same, whatever is being said.
    pub(crate) fn leap(&mut self, secs: f64) {
        let now = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(now + secs);
        self.harness.step();
        self.harness.input_mut().time = None;
    }

    /// Whether words are on the screen, wherever.
    pub(crate) fn shows(&self, words: &str) -> bool {
        self.harness
            .query_all_by_label_contains(words)
            .next()
            .is_some()
    }

    /// Whether a control of this name is on the screen.
    pub(crate) fn harness_has_button(&self, name: &str) -> bool {
        self.harness
            .query_all_by_role_and_label(Role::Button, name)
            .next()
            .is_some()
    }

    /// Whether large type is on.
    pub(crate) fn app_is_large(&self) -> bool {
        self.app().session().modes.large
    }

    /// The tone that is drawn.
    pub(crate) fn tone(&self) -> Tone {
        let glass = Glass {
            diagonal_inches: 21.5,
            pixels: [1080.0, 1920.0],
        };
        self.app().session().look(glass).tone()
    }

    /// The name of what the keyboard is on.
    pub(crate) fn focused(&self) -> Option<String> {
        self.harness
            .query_all_by(|node| node.is_focused())
            .find_map(|node| node.accesskit_node().label())
    }

    /// The name of what keys are on, if the ring is shown.
    pub(crate) fn focused_by_keys(&self) -> Option<String> {
        let name = linli_look::focus::current_name(&self.harness.ctx);
        name.filter(|name| self.focused().as_ref() == Some(name))
    }

    /// A number that somebody took, once it is known on the glass.
    #[track_caller]
    pub(crate) fn a_number(&mut self) -> Taken {
        let before = self.app().hall().cloned();
        let taken = gallery::a_number(&self.hall).unwrap();
        self.until("the number is known", |terminal| {
            terminal.app().hall() != before.as_ref()
        });
        taken
    }

    /// From the idle screen to the first one.
    pub(crate) fn arrive(&mut self) {
        if self.screen() == "idle" {
            self.tap("点一下，开始");
            self.until_screen("home");
            // A finger rests for a moment before it touches the next screen.
            self.wait(0.6);
        }
    }

    /// To the services that a number can be taken for.
    pub(crate) fn begin(&mut self) {
        self.arrive();
        self.tap("取号办事");
        self.until_screen("services");
        self.wait(0.6);
    }

    /// How many numbers were given today.
    pub(crate) fn numbers_given(&self) -> usize {
        let is_taken = |entry: &Entry| matches!(entry.event, Event::TicketTaken { .. });
        journal(&self.hall)
            .iter()
            .filter(|entry| is_taken(entry))
            .count()
    }

    /// The number on the screen.
    pub(crate) fn number(&self) -> Option<String> {
        match self.app().screen() {
            Screen::Result(result) => Some(result.taken.label.clone()),
            _ => None,
        }
    }
}

fn finger(pos: Pos2, pressed: bool) -> egui::Event {
    egui::Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    }
}

/// Does something at the hall's door as its owner.
pub(crate) fn act<A: linli_hall::Action>(hall: &Hall, action: A) -> A::Outcome {
    hall.perform(&Actor::owner(), RequestId::fresh(), action)
        .unwrap()
}

/// Everything that happened, of a hall in which little did.
pub(crate) fn journal(hall: &Hall) -> Vec<Entry> {
    let mut entries = Vec::new();
    loop {
        let after = entries.last().map_or(0, |entry: &Entry| entry.seq);
        let page = hall
            .ask(&Actor::owner(), Tail { after, limit: 500 })
            .unwrap();
        if page.is_empty() {
            return entries;
        }
        entries.extend(page);
    }
}
