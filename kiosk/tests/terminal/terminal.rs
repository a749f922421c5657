//! A terminal to try things on.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Modifiers, PointerButton, Pos2, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use linli_api::{AnyHall, Server};
use linli_devices::printer::{
    Paper, PrinterSettings, PrinterSwitches, PrinterWorker, SimulatedPrinter,
};
use linli_hall::journal::{Entry, Event, Tail};
use linli_hall::{Actor, Hall, ManualClock, Opening, RequestId, sample};
use linli_kiosk::app::{App, Dusk, Parts};
use linli_kiosk::backstage::{Backstage, InputStock, ReaderMaker, Stock};
use linli_kiosk::screens::Screen;
use linli_kiosk::settings::WritingSettings;
use linli_kiosk::{assets, sound};
use linli_look::{FontFiles, Glass, Tone};
use tempfile::TempDir;

use crate::remote::{Cable, remote, serve};

/// Frames of a test are so far apart that a wait of a minute is cheap and a tap is still short.
const FRAME_SECS: f32 = 0.02;
/// The hall and the printer work on threads of their own; nothing of theirs takes this long.
const PATIENCE: Duration = Duration::from_secs(40);

/// How a terminal for a test is made.
pub(crate) struct Making {
    size: Vec2,
    pixels_per_point: f32,
    diagonal_inches: f32,
    switches: PrinterSwitches,
    has_printer: bool,
    disk_pages: Option<u32>,
    is_remote: bool,
    prepare: Box<dyn FnOnce(&Hall)>,
    reader: Option<ReaderMaker>,
    writing: PathBuf,
}

impl Making {
    /// In portrait, as the drawings are.
    pub(crate) fn portrait() -> Making {
        Making::sized(1080.0, 1920.0, 21.5)
    }

    /// A glass of so many pixels and inches.
    pub(crate) fn sized(width: f32, height: f32, diagonal_inches: f32) -> Making {
        let glass = linli_look::Glass {
            diagonal_inches,
            pixels: [width, height],
        };
        let pixels_per_point = glass.pixels_per_point();
        Making {
            size: vec2(width, height) / pixels_per_point,
            pixels_per_point,
            diagonal_inches,
            switches: PrinterSwitches::default(),
            has_printer: true,
            disk_pages: None,
            is_remote: false,
            prepare: Box::new(|_| {}),
            reader: Some(sound::unheard_reader()),
            writing: assets::folder(),
        }
    }

    /// With the models and dictionaries of another folder.
    pub(crate) fn writing_from(self, folder: &Path) -> Making {
        Making {
            writing: folder.to_owned(),
            ..self
        }
    }

    /// The printer in this state from the start.
    pub(crate) fn printer(self, switches: PrinterSwitches) -> Making {
        Making { switches, ..self }
    }

    /// No printer at all.
    pub(crate) fn without_printer(self) -> Making {
        Making {
            has_printer: false,
            ..self
        }
    }

    /// With so many pages of disk for the hall.
    pub(crate) fn disk_pages(self, pages: u32) -> Making {
        Making {
            disk_pages: Some(pages),
            ..self
        }
    }

    /// A second terminal: the hall is served by another one.
    pub(crate) fn remote(self) -> Making {
        Making {
            is_remote: true,
            ..self
        }
    }

    /// The hall as this leaves it.
    pub(crate) fn hall(self, prepare: impl FnOnce(&Hall) + 'static) -> Making {
        Making {
            prepare: Box::new(prepare),
            ..self
        }
    }

    /// Heard by this.
    pub(crate) fn reader(self, reader: ReaderMaker) -> Making {
        Making {
            reader: Some(reader),
            ..self
        }
    }

    /// Unable to speak to the person at it.
    pub(crate) fn without_reader(self) -> Making {
        Making {
            reader: None,
            ..self
        }
    }

    /// Switches it on.
    pub(crate) fn start(self) -> Terminal {
        let folder = TempDir::new().unwrap();
        let clock = sample::clock();
        let mut opening = Opening::default().clock(clock.clone());
        if let Some(pages) = self.disk_pages {
            opening = opening.disk_pages(pages);
        }
        let hall = opening.open(folder.path()).unwrap();
        sample::furnish(&hall).unwrap();
        (self.prepare)(&hall);
        let printer = SimulatedPrinter::new(Paper::Mm80);
        printer.set_switches(self.switches);
        let paper = printer.clone();
        let server = self
            .is_remote
            .then(|| serve(&hall, linli_api::Settings::local()));
        let cable = server.as_ref().map(|server| Cable::to(server.address()));
        let at_the_door = match &cable {
            Some(cable) => AnyHall::Remote(remote(&hall, &cable.address())),
            None => AnyHall::Embedded(hall.clone()),
        };
        let stock = Stock {
            hall: at_the_door,
            actor: Actor::kiosk("door"),
            public_address: "http://localhost:7300".to_owned(),
            printer: self.has_printer.then(|| printer_maker(paper)),
            scanner: None,
            input: InputStock {
                assets: self.writing,
                fuzzy: WritingSettings::default().fuzzy(),
            },
            voice: None,
            reader: self.reader,
        };
        let parts = Parts {
            backstage: Backstage::start(stock).unwrap(),
            hall: None,
            clock: clock.clone(),
            fonts: FontFiles::map(&assets::folder()).unwrap(),
            own_illustrations: None,
            diagonal_inches: self.diagonal_inches,
            dusk: Dusk::default(),
            may_close: true,
            dock: None,
        };
        let harness = Harness::builder()
            .with_size(self.size)
            .with_pixels_per_point(self.pixels_per_point)
            .with_step_dt(FRAME_SECS)
            .build_eframe(move |creation| App::new(&creation.egui_ctx, parts).unwrap());
        let mut terminal = Terminal {
            harness,
            hall,
            clock,
            printer,
            server,
            cable,
            _folder: folder,
        };
        terminal.until("the hall is seen", |terminal| {
            terminal.app().hall().is_some()
        });
        terminal
    }
}

fn printer_maker(paper: SimulatedPrinter) -> linli_kiosk::backstage::PrinterMaker {
    Box::new(move |tell| {
        let settings = PrinterSettings::simulated(Paper::Mm80, assets::folder().join("fonts"));
        PrinterWorker::start(paper, settings, tell)
    })
}

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
