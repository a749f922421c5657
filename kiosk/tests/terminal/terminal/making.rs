//! How a terminal for a test is made.

use std::path::{Path, PathBuf};

use egui::{Vec2, vec2};
use egui_kittest::Harness;
use linli_api::AnyHall;
use linli_devices::printer::{
    Paper, PrinterSettings, PrinterSwitches, PrinterWorker, SimulatedPrinter,
};
use linli_hall::{Actor, Hall, Opening, sample};
use linli_kiosk::app::{App, Dusk, Parts};
use linli_kiosk::backstage::{Backstage, InputStock, ReaderMaker, Stock};
use linli_kiosk::settings::WritingSettings;
use linli_kiosk::{assets, sound};
use linli_look::FontFiles;
use tempfile::TempDir;

use super::{FRAME_SECS, Terminal};
use crate::remote::{Cable, remote, serve};

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
