//! The walk from screen to screen.

use egui::{Context, Ui, Vec2, ViewportCommand};
use linli_kiosk::app::{App, Dusk};
use linli_kiosk::gallery::{self, Showing};
use linli_kiosk::screens::{Modes, Screen};
use linli_texts::Lang;

/// The seconds that are left on the button of a number.
const RESULT_LEFT_SECS: f64 = 12.0;
/// Frames between a change and the first look: the window resizes, text is laid out, drawings arrive.
const SETTLING_FRAMES: u32 = 4;
/// A screen that has not settled after so many frames never will.
const PATIENCE_FRAMES: u32 = 2_000;

/// One screen in one state on one glass.
pub(crate) struct Shot {
    pub(crate) name: String,
    pub(crate) size: Vec2,
    pub(crate) inches: f32,
    pub(crate) showing: Showing,
    /// Instead of the screen, the cards of so many jobs.
    pub(crate) jobs: Option<usize>,
    pub(crate) lang: Lang,
    pub(crate) modes: Modes,
    pub(crate) dusk: Dusk,
}

impl Shot {
    /// As most people see it.
    pub(crate) fn is_plain(&self) -> bool {
        self.lang == Lang::ZH_CN
            && self.modes == Modes::default()
            && self.dusk == Dusk::NEVER
            && self.size.y > self.size.x
    }
}

/// Whoever looks at the screens.
pub(crate) trait Guest {
    /// Whether this one is to be shown at all.
    fn wants(&self, shot: &Shot) -> bool;
    /// Looks once a frame at a screen that has settled, until it has seen enough.
    fn look(&mut self, ctx: &Context, shot: &Shot) -> bool;
    /// All have been seen.
    fn end(&mut self);
}

pub(crate) struct Walk {
    app: App,
    /// The next one last.
    shots: Vec<Shot>,
    guest: Box<dyn Guest>,
    frames: u32,
}

impl Walk {
    pub(crate) fn new(app: App, shots: Vec<Shot>, guest: Box<dyn Guest>) -> Self {
        Self {
            app,
            shots,
            guest,
            frames: 0,
        }
    }

    fn has_settled(&self, ctx: &Context, shot: &Shot) -> bool {
        self.frames >= SETTLING_FRAMES && off_by(ctx, shot) <= 1.0 && self.app.is_settled()
    }
}

/// How far the window is from its size, in pixels.
fn off_by(ctx: &Context, shot: &Shot) -> f32 {
    let pixels = ctx.viewport_rect().size() * ctx.pixels_per_point();
    (pixels - shot.size).abs().max_elem()
}

impl eframe::App for Walk {
    fn raw_input_hook(&mut self, ctx: &Context, raw_input: &mut egui::RawInput) {
        self.app.raw_input_hook(ctx, raw_input);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        self.app.clear_color(visuals)
    }

    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        if let Some(shot) = self.shots.last() {
            self.app.set_diagonal_inches(shot.inches);
            let secs = ctx.input(|input| input.time);
            shot.showing.put(&mut self.app, secs);
            if let Screen::Result(result) = &shot.showing.screen {
                // The number of the pictures stays as long as they take.
                let mut result = result.clone();
                result.until_secs = secs + RESULT_LEFT_SECS;
                self.app.show(Screen::Result(result));
            }
            self.app.set_dusk(shot.dusk);
            let session = self.app.session_mut();
            session.lang = shot.lang;
            session.modes = shot.modes;
            session.touch(secs);
        }
        self.app.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        if let Some(Shot {
            jobs: Some(count),
            lang,
            ..
        }) = self.shots.last()
        {
            let glass = ui.max_rect();
            gallery::show_jobs(ui, self.app.look(), *lang, glass, *count);
        } else {
            self.app.ui(ui, frame);
        }
        let ctx = ui.ctx();
        ctx.request_repaint();
        let Some(shot) = self.shots.last() else {
            ctx.send_viewport_cmd(ViewportCommand::Close);
            return;
        };
        self.frames += 1;
        if off_by(ctx, shot) > 1.0 {
            let points = shot.size / ctx.pixels_per_point();
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(points));
        }
        let is_done = if self.has_settled(ctx, shot) {
            self.guest.look(ctx, shot)
        } else {
            self.frames > PATIENCE_FRAMES && {
                eprintln!("{} did not settle", shot.name);
                true
            }
        };
        if is_done {
            self.shots.pop();
            self.frames = 0;
            if self.shots.is_empty() {
                self.guest.end();
            }
        }
    }
}
