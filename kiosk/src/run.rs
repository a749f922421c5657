//! From the command line to a running terminal.

use std::path::Path;
use std::sync::Arc;
use std::thread;

use anyhow::Context as _;
use egui::{ViewportBuilder, ViewportCommand};
use linli_api::{AnyHall, RemoteHall, Server};
use linli_devices::printer::{self, Paper, PrinterWorker, SimulatedPrinter};
use linli_devices::scanner::{self, ScannerWorker, SimulatedScanner};
use linli_hall::{Actor, Clock, Hall, SystemClock, sample};
use linli_look::FontFiles;

use crate::app::{App, Parts};
use crate::backstage::{self, Backstage, InputStock, Stock};
use crate::cli::{Args, Which};
use crate::dock::Dock;
use crate::settings::Settings;
use crate::{assets, sound, view::HallView};

/// The name of the demonstration's terminal.
const DEMO_NAME: &str = "大门";
/// A hall's own drawings and recordings lie in these folders of its own folder.
const OWN_ILLUSTRATIONS: &str = "illustrations";

/// Runs the terminal until its window is closed or it is told to stop.
///
/// # Errors
/// When the settings, the hall, the pages or the window cannot be had.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let terminal = Terminal::set_up(args)?;
    if args.headless {
        terminal.run_headless()
    } else {
        terminal.run_with_screen(args)
    }
}

/// Everything that is ready before there is a screen.
struct Terminal {
    settings: Settings,
    backstage: Backstage,
    first_look: Option<Arc<HallView>>,
    clock: Arc<dyn Clock>,
    dock: Dock,
    public_address: String,
    is_demo: bool,
    /// Serves for as long as it is held.
    server: Option<Server>,
}

/// The devices of a terminal: real ones by the settings, simulated ones in a demonstration.
struct Devices {
    stock: (
        Option<backstage::PrinterMaker>,
        Option<backstage::ScannerMaker>,
    ),
    dock: Dock,
}

impl Terminal {
    fn set_up(args: &Args) -> anyhow::Result<Terminal> {
        let (mut settings, is_demo) = match &args.which {
            Which::Config(file) => (Settings::read(file)?, false),
            Which::Demo(folder) => (demo_settings(folder), true),
        };
        if let Some(listen) = args.listen {
            settings.pages.listen = listen;
        }
        let (hall, actor) = open(&settings, is_demo)?;
        let clock: Arc<dyn Clock> = match &hall {
            AnyHall::Embedded(hall) => hall.clock(),
            AnyHall::Remote(_) => Arc::new(SystemClock),
        };
        let (server, public_address) = match &hall {
            AnyHall::Embedded(hall) => {
                let server = serve(hall.clone(), &settings)?;
                let address = server.public_url().to_owned();
                (Some(server), address)
            }
            // The terminal that has the hall serves its pages as well.
            AnyHall::Remote(hall) => (None, hall.url().to_owned()),
        };
        let first_look = backstage::look(&hall, &actor).map(Arc::new);
        let (voice, speaker) = sound::voice(&settings, first_look.as_deref().ok(), &clock, is_demo);
        let Devices {
            stock: (printer, scanner),
            mut dock,
        } = devices(&settings, is_demo);
        dock.shows_window = args.dock;
        dock.speaker = speaker;
        let stock = Stock {
            hall,
            actor,
            public_address: public_address.clone(),
            printer,
            scanner,
            input: InputStock {
                assets: assets::folder(),
                fuzzy: settings.writing.fuzzy(),
            },
            voice,
            reader: sound::reader(&settings, is_demo),
        };
        let backstage = Backstage::start(stock)?;
        let first_look = first_look
            .inspect_err(|error| tracing::warn!(%error, "the hall cannot be seen yet"))
            .ok();
        Ok(Terminal {
            settings,
            backstage,
            first_look,
            clock,
            dock,
            public_address,
            is_demo,
            server,
        })
    }

    fn run_headless(self) -> anyhow::Result<()> {
        let mut signals = signal_hook::iterator::Signals::new(STOPPING)?;
        // One line, so that a script can wait for it and read the address from it.
        println!(
            "linli-kiosk ready: {address}/ {address}/counter {address}/board",
            address = self.public_address
        );
        signals.forever().next();
        tracing::info!("told to stop");
        drop(self.server);
        drop(self.backstage);
        Ok(())
    }

    fn run_with_screen(self, args: &Args) -> anyhow::Result<()> {
        if self.is_demo {
            println!(
                "{address}/ {address}/counter {address}/board",
                address = self.public_address
            );
        }
        let fonts = FontFiles::map(&assets::folder())?;
        let may_close = args.windowed.is_some();
        let own = self.settings.hall.folder.join(OWN_ILLUSTRATIONS);
        let parts = Parts {
            backstage: self.backstage,
            hall: self.first_look,
            clock: self.clock,
            fonts,
            own_illustrations: own.is_dir().then_some(own),
            diagonal_inches: self.settings.screen.diagonal_inches,
            dusk: self.settings.screen.dusk(),
            may_close,
            dock: args.dock.then_some(self.dock),
        };
        let _server = self.server;
        eframe::run_native(
            "Linli",
            window_options(window(args)),
            Box::new(move |creation| {
                stop_on_signal(&creation.egui_ctx)?;
                Ok(Box::new(App::new(&creation.egui_ctx, parts)?))
            }),
        )
        .map_err(|error| anyhow::anyhow!("the window cannot be opened: {error}"))
    }
}

/// What ends the terminal: the service manager's word, and Ctrl-C on a developer's desk.
const STOPPING: [i32; 2] = [signal_hook::consts::SIGTERM, signal_hook::consts::SIGINT];

/// How the terminal's window is opened and drawn.
pub fn window_options(viewport: ViewportBuilder) -> eframe::NativeOptions {
    eframe::NativeOptions {
        viewport,
        // Characters that the hall's font lacks are shown as a box, not taken from whatever is installed.
        system_font_fallback: false,
        persist_window: false,
        // The look has no gradients that could show bands, and without a GPU noise on every pixel
        // would be most of a frame's work.
        dithering: false,
        ..eframe::NativeOptions::default()
    }
}

fn window(args: &Args) -> ViewportBuilder {
    let builder = ViewportBuilder::default()
        .with_title("Linli")
        .with_app_id("linli-kiosk");
    match args.windowed {
        Some(size) => builder
            .with_inner_size(size)
            .with_clamp_size_to_monitor_size(false),
        None => builder.with_fullscreen(true).with_decorations(false),
    }
}

/// Closes the window from outside in good order; a second time, at once.
fn stop_on_signal(ctx: &egui::Context) -> anyhow::Result<()> {
    let mut signals = signal_hook::iterator::Signals::new(STOPPING)?;
    let ctx = ctx.clone();
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for (count, signal) in signals.forever().enumerate() {
                tracing::info!(signal, "told to stop");
                if count > 0 {
                    std::process::exit(1);
                }
                crate::app::allow_closing(&ctx);
                ctx.send_viewport_cmd(ViewportCommand::Close);
                ctx.request_repaint();
            }
        })?;
    Ok(())
}

/// Serves the wire and the pages of the hall.
fn serve(hall: Hall, settings: &Settings) -> anyhow::Result<Server> {
    let pages = &settings.pages;
    let public_url = backstage::public_address(Some(&pages.public_address), pages.listen);
    // Port 0 takes a free one, which is known only afterwards; links then begin with what is listened at.
    let public_url = (pages.listen.port() != 0).then_some(public_url);
    let serving = linli_api::Settings {
        public_url,
        ..linli_api::Settings::at(pages.listen)
    };
    Server::start(hall, serving, linli_pages::router).with_context(|| {
        format!(
            "the pages cannot be served at {}; is another terminal running?",
            pages.listen
        )
    })
}

fn demo_settings(folder: &Path) -> Settings {
    let mut settings = Settings::default();
    settings.hall.folder = folder.to_owned();
    settings.hall.name = DEMO_NAME.to_owned();
    settings.pages.listen = std::net::SocketAddr::from(([127, 0, 0, 1], 7300));
    settings
}

fn open(settings: &Settings, is_demo: bool) -> anyhow::Result<(AnyHall, Actor)> {
    let actor = Actor::kiosk(&settings.hall.name);
    if let (Some(url), Some(token)) = (&settings.hall.remote, &settings.hall.token) {
        let hall =
            RemoteHall::at(url, Some(token.clone())).context("hall.remote in the settings")?;
        return Ok((AnyHall::Remote(hall), actor));
    }
    let hall = backstage::open_hall(&settings.hall.folder)?;
    if is_demo {
        furnish(&hall).context("the sample hall cannot be set up")?;
    }
    Ok((AnyHall::Embedded(hall), actor))
}

/// Sets the sample hall up the first time; a demonstration that goes on keeps its numbers.
fn furnish(hall: &Hall) -> linli_hall::Result<()> {
    let owner = Actor::owner();
    if hall
        .ask(&owner, linli_hall::service::List::default())?
        .is_empty()
    {
        sample::furnish(hall)?;
        sample::employ(hall)?;
    }
    sample::open_all_day(hall)
}

fn devices(settings: &Settings, is_demo: bool) -> Devices {
    let fonts = assets::folder().join("fonts");
    if is_demo {
        let (paper, codes) = (
            SimulatedPrinter::new(Paper::default()),
            SimulatedScanner::new(),
        );
        let dock = Dock::of(paper.clone(), codes.clone());
        let printer: backstage::PrinterMaker = Box::new(move |tell| {
            let settings = printer::PrinterSettings::simulated(paper.paper(), fonts);
            PrinterWorker::start(paper, settings, tell)
        });
        let scanner: backstage::ScannerMaker = Box::new(move |tell| {
            ScannerWorker::start(codes, scanner::ScannerSettings::default(), tell)
        });
        return Devices {
            stock: (Some(printer), Some(scanner)),
            dock,
        };
    }
    let printer = settings
        .printer
        .clone()
        .map(|set| -> backstage::PrinterMaker {
            Box::new(move |tell| {
                let mut settings = printer::PrinterSettings::new(&set.port, set.paper, fonts);
                settings.mode = set.mode;
                settings.answers = set.answers;
                PrinterWorker::start(set.port, settings, tell)
            })
        });
    let scanner = settings
        .scanner
        .clone()
        .map(|set| -> backstage::ScannerMaker {
            Box::new(move |tell| {
                ScannerWorker::start(set.port, scanner::ScannerSettings::default(), tell)
            })
        });
    Devices {
        stock: (printer, scanner),
        dock: Dock::default(),
    }
}
