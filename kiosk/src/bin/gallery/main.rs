//! Every screen, with the real app in a real window: as pictures to look at, or frame by frame to see
//! what each costs; and how long a hand that writes waits. Under Xvfb where there is no display.
//!
//! ```text
//! xvfb-run -s '-screen 0 1920x1920x24' linli-kiosk-gallery pictures [PART-OF-A-NAME]
//! xvfb-run -s '-screen 0 1920x1920x24' linli-kiosk-gallery frames [PART-OF-A-NAME]
//! xvfb-run -s '-screen 0 1920x1920x24' linli-kiosk-gallery pen
//! ```

mod frames;
mod pen;
mod pictures;
mod walk;

use std::path::Path;
use std::sync::Arc;

use anyhow::bail;
use egui::{ViewportBuilder, vec2};
use linli_api::AnyHall;
use linli_hall::{Actor, Hall, ManualClock, Opening, sample};
use linli_kiosk::app::{App, Dusk, Parts};
use linli_kiosk::backstage::{Backstage, InputStock, Stock};
use linli_kiosk::gallery::Showing;
use linli_kiosk::screens::Modes;
use linli_kiosk::settings::WritingSettings;
use linli_kiosk::{assets, gallery, sound};
use linli_look::FontFiles;
use linli_texts::Lang;

use frames::Frames;
use pen::Pen;
use pictures::Pictures;
use walk::{Guest, Shot, Walk};

const FOLDER: &str = "target/screenshots";
/// The glasses: name, pixels, inches.
const GLASSES: [(&str, [f32; 2], f32); 3] = [
    ("portrait", [1080.0, 1920.0], 21.5),
    ("landscape", [1920.0, 1080.0], 21.5),
    ("small", [1366.0, 768.0], 18.5),
];
/// How the cards of the first screen will stand when the hall has so many jobs.
const JOBS: [(&str, usize); 3] = [("jobs-2", 2), ("jobs-4", 4), ("jobs-6", 6)];
/// The modes: name, what is on, and when it is dusk.
const MODES: [(&str, Modes, Dusk); 5] = [
    ("default", PLAIN, Dusk::NEVER),
    ("evening", PLAIN, Dusk::ALWAYS),
    (
        "large",
        Modes {
            large: true,
            ..PLAIN
        },
        Dusk::NEVER,
    ),
    (
        "contrast",
        Modes {
            contrast: true,
            ..PLAIN
        },
        Dusk::NEVER,
    ),
    ("low", Modes { low: true, ..PLAIN }, Dusk::NEVER),
];
const PLAIN: Modes = Modes {
    large: false,
    low: false,
    contrast: false,
    voice: false,
};

fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let wanted = args.next().unwrap_or_default();
    let part = args.next().unwrap_or_default();
    let guest: Option<Box<dyn Guest>> = match wanted.as_str() {
        "pictures" => Some(Box::new(Pictures::into(FOLDER)?)),
        "frames" => Some(Box::new(Frames::default())),
        "pen" => None,
        _ => bail!("linli-kiosk-gallery pictures|frames|pen [PART-OF-A-NAME]"),
    };
    let clock = sample::clock();
    let hall = fresh_hall(&clock)?;
    let taken = gallery::a_number(&hall)?;
    let parts = parts(hall, clock)?;
    let viewport = ViewportBuilder::default()
        .with_inner_size(GLASSES[0].1)
        .with_position([0.0, 0.0])
        .with_decorations(false)
        .with_clamp_size_to_monitor_size(false);
    eframe::run_native(
        "Linli gallery",
        linli_kiosk::run::window_options(viewport),
        Box::new(move |creation| {
            let mut app = App::new(&creation.egui_ctx, parts)?;
            let view = loop {
                app.listen();
                if let Some(view) = app.hall() {
                    break Arc::clone(view);
                }
                std::thread::yield_now();
            };
            let Some(guest) = guest else {
                return Ok(Box::new(Pen::new(app)));
            };
            let mut shots = shots(&gallery::every_screen(&view, &taken, 0.0));
            shots.retain(|shot| shot.name.contains(&part) && guest.wants(shot));
            shots.reverse();
            Ok(Box::new(Walk::new(app, shots, guest)))
        }),
    )
    .map_err(|error| anyhow::anyhow!("{error}"))
}

/// Each run begins with a fresh hall, so that the numbers on the pictures stay the same.
fn fresh_hall(clock: &Arc<ManualClock>) -> anyhow::Result<Hall> {
    let folder = Path::new(FOLDER).join("hall");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    let hall = Opening::default().clock(clock.clone()).open(&folder)?;
    sample::furnish(&hall)?;
    gallery::make_busy(&hall)?;
    Ok(hall)
}

fn parts(hall: Hall, clock: Arc<ManualClock>) -> anyhow::Result<Parts> {
    let stock = Stock {
        hall: AnyHall::Embedded(hall),
        actor: Actor::kiosk("gallery"),
        public_address: "http://192.168.1.20:7300".to_owned(),
        printer: None,
        scanner: None,
        input: InputStock {
            assets: assets::folder(),
            fuzzy: WritingSettings::default().fuzzy(),
        },
        voice: None,
        reader: Some(sound::unheard_reader()),
    };
    Ok(Parts {
        backstage: Backstage::start(stock)?,
        hall: None,
        clock,
        fonts: FontFiles::map(&assets::folder())?,
        own_illustrations: None,
        diagonal_inches: GLASSES[0].2,
        dusk: Dusk::NEVER,
        may_close: true,
        dock: None,
    })
}

fn shots(screens: &[Showing]) -> Vec<Shot> {
    let mut shots = Vec::new();
    for (glass, [width, height], inches) in GLASSES {
        for lang in [Lang::ZH_CN, Lang::EN] {
            for (mode, modes, dusk) in MODES {
                let home = screens.iter().find(|showing| showing.name == "home");
                let samples = home
                    .into_iter()
                    .flat_map(|home| JOBS.map(|(name, count)| (name, home, Some(count))));
                let all = screens.iter().map(|showing| (showing.name, showing, None));
                for (name, showing, jobs) in all.chain(samples) {
                    shots.push(Shot {
                        jobs,
                        name: format!("kiosk-{name}-{glass}-{lang}-{mode}"),
                        size: vec2(width, height),
                        inches,
                        showing: showing.clone(),
                        lang,
                        modes,
                        dusk,
                    });
                }
            }
        }
    }
    shots
}
