//! The app: what is on the glass, whose it is, and what is on its way.

mod answer;
mod dusk;
mod guide;
mod keys;
mod logic;
mod outcomes;
mod presence;
mod session;
mod ui;
mod utterances;

use std::collections::VecDeque;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;
use linli_devices::printer::PrinterStatus;
use linli_devices::speech::{Outlet, UtteranceId};
use linli_hall::ticket::Priority;
use linli_hall::{Clock, RequestId, ServiceId};
use linli_look::{FontFiles, Glass, Illustrations, Look, focus, taps};

pub use dusk::Dusk;
pub use session::{IDLE_SECS, LISTENING_SECS_MAX, Session, WARNING_SECS};

use crate::backstage::Backstage;
use crate::dock::Dock;
use crate::screens::{Asked, Message, Screen};
use crate::view::HallView;

/// Codes that were scanned and that no job has taken yet, at most.
const SCANS_MAX: usize = 4;

/// What an app is made of.
pub struct Parts {
    /// The threads behind the screens.
    pub backstage: Backstage,
    /// The hall as it was seen last, so that the first frame is whole.
    pub hall: Option<Arc<HallView>>,
    /// The hall's clock.
    pub clock: Arc<dyn Clock>,
    /// The fonts.
    pub fonts: FontFiles,
    /// A hall's own illustrations, if it has any.
    pub own_illustrations: Option<PathBuf>,
    /// The setting `screen.diagonal_inches`.
    pub diagonal_inches: f32,
    /// When the screen takes its evening tone.
    pub dusk: Dusk,
    /// Whether the window may be closed by its close button: on a desk, not in the hall.
    pub may_close: bool,
    /// The developer's dock, if it is wanted.
    pub dock: Option<Dock>,
}

/// A wish for a number that is on its way.
#[derive(Debug)]
struct Taking {
    request: RequestId,
    service: ServiceId,
    priority: Option<Priority>,
    since_secs: f64,
}

/// The terminal.
pub struct App {
    backstage: Backstage,
    hall: Option<Arc<HallView>>,
    clock: Arc<dyn Clock>,
    pictures: Illustrations,
    diagonal_inches: f32,
    dusk: Dusk,
    glass: Glass,
    look: Look,
    session: Session,
    screen: Screen,
    taking: Option<Taking>,
    /// What the person wrote and left without sending it.
    draft: Option<Box<Message>>,
    /// The call for help whose outcome is not known yet.
    calling: Option<RequestId>,
    is_offline: bool,
    printer: Option<PrinterStatus>,
    scans: VecDeque<String>,
    may_close: bool,
    dock: Option<Dock>,
    was_writing: bool,
    last_asked: Option<(Asked, f64)>,
    guide: guide::Guide,
    /// The session has ended in this frame.
    has_left: bool,
    /// The last thing that was handed over to be said, until it has been.
    speaking: Option<UtteranceId>,
    /// Where speech is heard, once that is known.
    outlet: Option<Outlet>,
}

/// What the app knows of a person, for tests that nothing of it is left.
impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App")
            .field("screen", &self.screen)
            .field("session", &self.session)
            .field("taking", &self.taking)
            .field("draft", &self.draft)
            .field("calling", &self.calling)
            .field("scans", &self.scans)
            .field(
                "last_asked",
                &self.last_asked.as_ref().map(|(asked, _)| asked),
            )
            .finish_non_exhaustive()
    }
}

impl App {
    /// Makes the app in the context that will draw it; before the first frame.
    ///
    /// # Errors
    /// When the system gives no thread for the illustrations.
    pub fn new(ctx: &Context, parts: Parts) -> anyhow::Result<App> {
        ctx.set_fonts(parts.fonts.definitions());
        parts.backstage.wake(ctx);
        let glass = Glass {
            diagonal_inches: parts.diagonal_inches,
            pixels: [1080.0, 1920.0],
        };
        taps::install(ctx, glass);
        focus::install(ctx);
        let session = Session::new(
            parts
                .hall
                .as_ref()
                .map(|hall| hall.lang())
                .unwrap_or_default(),
        );
        if parts.dock.is_some() {
            linli_look::audit::start(ctx);
        }
        Ok(App {
            printer: parts.backstage.printer_status(),
            backstage: parts.backstage,
            hall: parts.hall,
            clock: parts.clock,
            pictures: Illustrations::start(parts.own_illustrations)?,
            diagonal_inches: parts.diagonal_inches,
            dusk: parts.dusk,
            glass,
            look: session.look(glass),
            session,
            screen: Screen::Idle,
            taking: None,
            draft: None,
            calling: None,
            is_offline: false,
            scans: VecDeque::new(),
            may_close: parts.may_close,
            dock: parts.dock,
            was_writing: false,
            last_asked: None,
            guide: guide::Guide::default(),
            has_left: false,
            speaking: None,
            outlet: None,
        })
    }

    /// The screen that is on the glass.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// Puts a screen on the glass, for pictures and tests of one screen.
    pub fn show(&mut self, screen: Screen) {
        self.screen = screen;
        self.taking = None;
    }

    /// Shows that a number is on its way since `since_secs`, for pictures and tests.
    pub fn show_taking(&mut self, service: ServiceId, since_secs: f64) {
        self.taking = Some(Taking {
            request: RequestId::fresh(),
            service,
            priority: None,
            since_secs,
        });
    }

    /// Whether the hall cannot be reached, for pictures and tests of one screen.
    pub fn set_offline(&mut self, is_offline: bool) {
        self.is_offline = is_offline;
    }

    /// Another look at the hall, for pictures and tests of one screen.
    pub fn set_hall(&mut self, hall: Arc<HallView>) {
        self.hall = Some(hall);
    }

    /// What the printer says, for pictures and tests of one screen.
    pub fn set_printer(&mut self, status: PrinterStatus) {
        self.printer = Some(status);
    }

    /// Colours, sizes and fonts as they are drawn now.
    pub fn look(&self) -> &Look {
        &self.look
    }

    /// What belongs to the person at the glass.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What belongs to the person at the glass, for pictures and tests.
    pub fn session_mut(&mut self) -> &mut Session {
        &mut self.session
    }

    /// The hall as it was seen last.
    pub fn hall(&self) -> Option<&Arc<HallView>> {
        self.hall.as_ref()
    }

    /// Takes in what was told, without a frame.
    pub fn listen(&mut self) {
        while let Some(news) = self.backstage.next_news() {
            self.take_news(news, 0.0);
        }
    }

    /// Whether something is being said to the person at the glass.
    pub fn is_speaking(&self) -> bool {
        self.speaking.is_some()
    }

    /// Where speech is heard, once that is known.
    pub fn outlet(&self) -> Option<Outlet> {
        self.outlet
    }

    /// Another glass, for pictures of several.
    pub fn set_diagonal_inches(&mut self, diagonal_inches: f32) {
        self.diagonal_inches = diagonal_inches;
    }

    /// Another time at which the hall is dim, whoever is at the glass; for pictures and tests.
    pub fn set_dusk(&mut self, dusk: Dusk) {
        self.dusk = dusk;
        self.take_tone();
    }

    /// Whether every illustration that is on the glass has been drawn.
    pub fn is_settled(&self) -> bool {
        self.pictures.settled()
    }

    /// The codes that were scanned and not used, the oldest first.
    pub fn scans(&self) -> impl Iterator<Item = &str> {
        self.scans.iter().map(String::as_str)
    }

    fn remember_scan(&mut self, code: String) {
        // No job of the hall takes codes yet; what nobody takes is forgotten with the session.
        if self.scans.len() == SCANS_MAX {
            self.scans.pop_front();
        }
        self.scans.push_back(code);
    }
}

/// Lets the next request to close the window through: the terminal was told to stop from outside.
pub fn allow_closing(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(closing(), true));
}

fn closing() -> egui::Id {
    egui::Id::unique("linli-may-close")
}

fn was_told_to_stop(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(closing())).unwrap_or(false)
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, _ctx: &Context, raw_input: &mut egui::RawInput) {
        // All windows share one atlas of letters, and the dock's window has a limit of its own: two
        // would have the atlas made anew within every frame.
        if self.dock.is_none() {
            raw_input.max_texture_side = Some(linli_look::TEXTURE_SIDE_MAX);
        }
    }

    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.think(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    /// The ground of every screen. Nothing is painted over the whole of it: without a GPU that would
    /// be half a frame's work.
    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.look.colours.paper.to_normalized_gamma_f32()
    }
}
