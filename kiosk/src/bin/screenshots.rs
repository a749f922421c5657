//! Draws every screen into `target/screenshots`, with the real app in a real window: under Xvfb where
//! there is no display. `make screenshots` runs it.
//!
//! ```text
//! xvfb-run -s '-screen 0 1920x1920x24' linli-kiosk-screenshots [FOLDER [PART-OF-A-NAME]]
//! ```

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use anyhow::Context as _;
use egui::{ColorImage, Vec2, ViewportBuilder, ViewportCommand, vec2};
use linli_api::AnyHall;
use linli_hall::{Actor, Opening, sample};
use linli_kiosk::app::{App, Parts};
use linli_kiosk::backstage::{Backstage, Stock};
use linli_kiosk::screens::{Modes, Screen};
use linli_kiosk::{assets, gallery};
use linli_look::FontFiles;
use linli_texts::Lang;

const FOLDER: &str = "target/screenshots";
/// The glasses: name, pixels, inches.
const GLASSES: [(&str, [f32; 2], f32); 3] = [
    ("portrait", [1080.0, 1920.0], 21.5),
    ("landscape", [1920.0, 1080.0], 21.5),
    ("small", [1366.0, 768.0], 18.5),
];
/// The modes: name, and what is on.
const MODES: [(&str, Modes); 4] = [
    (
        "default",
        Modes {
            large: false,
            low: false,
            contrast: false,
        },
    ),
    (
        "large",
        Modes {
            large: true,
            low: false,
            contrast: false,
        },
    ),
    (
        "contrast",
        Modes {
            large: false,
            low: false,
            contrast: true,
        },
    ),
    (
        "low",
        Modes {
            large: false,
            low: true,
            contrast: false,
        },
    ),
];
/// The seconds that are left on the button of a number.
const RESULT_LEFT_SECS: f64 = 12.0;
/// Frames between a change and its picture: the window resizes, text is laid out, drawings arrive.
const SETTLING_FRAMES: u32 = 4;
/// After so many frames a picture is taken of whatever is there.
const PATIENCE_FRAMES: u32 = 600;

struct Shot {
    name: String,
    size: Vec2,
    inches: f32,
    screen: Screen,
    lang: Lang,
    modes: Modes,
}

struct Shooting {
    app: App,
    shots: Vec<Shot>,
    folder: PathBuf,
    frames: u32,
    is_asked: bool,
    tell: Sender<Arc<ColorImage>>,
    pictures: Receiver<Arc<ColorImage>>,
}

fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().unwrap_or_else(|| FOLDER.to_owned()));
    let part = args.next().unwrap_or_default();
    std::fs::create_dir_all(&folder)?;
    let hall_folder = folder.join("hall");
    // Each run begins with a fresh hall, so that the numbers on the pictures stay the same.
    if hall_folder.exists() {
        std::fs::remove_dir_all(&hall_folder)?;
    }
    let clock = sample::clock();
    let hall = Opening::default().clock(clock.clone()).open(&hall_folder)?;
    sample::furnish(&hall)?;
    gallery::make_busy(&hall)?;
    let taken = gallery::a_number(&hall)?;
    let stock = Stock {
        hall: AnyHall::Embedded(hall),
        actor: Actor::kiosk("gallery"),
        public_address: "http://192.168.1.20:7300".to_owned(),
        printer: None,
        scanner: None,
        voice: None,
    };
    let parts = Parts {
        backstage: Backstage::start(stock)?,
        hall: None,
        clock,
        fonts: FontFiles::map(&assets::folder())?,
        own_illustrations: None,
        diagonal_inches: GLASSES[0].2,
        may_close: true,
        dock: None,
    };
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_inner_size(GLASSES[0].1)
            .with_position([0.0, 0.0])
            .with_decorations(false)
            .with_clamp_size_to_monitor_size(false),
        system_font_fallback: false,
        dithering: false,
        ..eframe::NativeOptions::default()
    };
    eframe::run_native(
        "Linli screenshots",
        options,
        Box::new(move |creation| {
            let mut app = App::new(&creation.egui_ctx, parts)?;
            let view = loop {
                app.listen();
                if let Some(view) = app.hall() {
                    break Arc::clone(view);
                }
                std::thread::yield_now();
            };
            let mut shots = shots(&gallery::every_screen(&view, &taken));
            shots.retain(|shot| shot.name.contains(&part));
            shots.reverse();
            let (tell, pictures) = channel();
            Ok(Box::new(Shooting {
                app,
                shots,
                folder,
                frames: 0,
                is_asked: false,
                tell,
                pictures,
            }))
        }),
    )
    .map_err(|error| anyhow::anyhow!("{error}"))
}

fn shots(screens: &[(&str, Screen)]) -> Vec<Shot> {
    let mut shots = Vec::new();
    for (glass, [width, height], inches) in GLASSES {
        for lang in [Lang::ZH_CN, Lang::EN] {
            for (mode, modes) in MODES {
                for (name, screen) in screens {
                    shots.push(Shot {
                        name: format!("kiosk-{name}-{glass}-{lang}-{mode}"),
                        size: vec2(width, height),
                        inches,
                        screen: screen.clone(),
                        lang,
                        modes,
                    });
                }
            }
        }
    }
    shots
}

impl eframe::App for Shooting {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        if let Some(shot) = self.shots.last() {
            self.app.set_diagonal_inches(shot.inches);
            let secs = ctx.input(|input| input.time);
            let mut screen = shot.screen.clone();
            if let Screen::Result(result) = &mut screen {
                // The number of the pictures stays as long as they take.
                result.until_secs = secs + RESULT_LEFT_SECS;
            }
            self.app.show(screen);
            let session = self.app.session_mut();
            session.lang = shot.lang;
            session.modes = shot.modes;
            session.touch(secs);
        }
        self.app.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let Some(shot) = self.shots.last() else {
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
            return;
        };
        let (size, name) = (shot.size, shot.name.clone());
        self.app.ui(ui, frame);
        ui.ctx().request_repaint();
        self.frames += 1;
        let pixels = ui.ctx().viewport_rect().size() * ui.ctx().pixels_per_point();
        if (pixels - size).abs().max_elem() > 1.0 {
            ui.ctx().send_viewport_cmd(ViewportCommand::InnerSize(
                size / ui.ctx().pixels_per_point(),
            ));
        }
        let is_there = (pixels - size).abs().max_elem() <= 1.0 && self.app.is_settled();
        if !self.is_asked
            && ((is_there && self.frames >= SETTLING_FRAMES) || self.frames >= PATIENCE_FRAMES)
        {
            self.is_asked = true;
            let tell = self.tell.clone();
            ui.ctx().request_screenshot(move |picture| {
                // The app ends only after the last picture, so there is someone to tell.
                let _ = tell.send(picture);
            });
        }
        if let Ok(picture) = self.pictures.try_recv() {
            let file = self.folder.join(format!("{name}.png"));
            if let Err(error) = save(&file, &picture) {
                eprintln!("{}: {error:#}", file.display());
            }
            self.shots.pop();
            (self.frames, self.is_asked) = (0, false);
        }
    }
}

fn save(file: &PathBuf, picture: &ColorImage) -> anyhow::Result<()> {
    let [width, height] = picture.size.map(u32::try_from);
    let out = BufWriter::new(File::create(file)?);
    let mut encoder = png::Encoder::new(out, width?, height?);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let rgb: Vec<u8> = picture
        .pixels
        .iter()
        .flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()])
        .collect();
    encoder
        .write_header()
        .context("header")?
        .write_image_data(&rgb)
        .context("pixels")?;
    Ok(())
}
