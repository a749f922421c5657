//! The developer's dock: the simulated slip, the printer's switches, a code to scan, and a voice for
//! scripts that press by name.
//!
//! It is a window of its own, so that the terminal's window stays what a resident sees. It uses egui's
//! plain widgets: nobody but developers ever meets it.

use std::io::Write as _;

use egui::{ColorImage, Context, TextureHandle, TextureOptions, Ui, ViewportBuilder, ViewportId};
use linli_devices::printer::SimulatedPrinter;
use linli_devices::scanner::SimulatedScanner;
use linli_devices::speaker::SimulatedSpeaker;
use linli_look::audit;

/// The size of the dock's window, in points, and of the slip in it.
const WINDOW: [f32; 2] = [520.0, 900.0];
const SLIP_WIDTH: f32 = 480.0;
/// The dock of one terminal.
#[derive(Default)]
pub struct Dock {
    /// The printer, when it is a simulated one.
    pub printer: Option<SimulatedPrinter>,
    /// The scanner, when it is a simulated one.
    pub scanner: Option<SimulatedScanner>,
    /// The loudspeaker, when it is a simulated one.
    pub speaker: Option<SimulatedSpeaker>,
    /// Whether the window is shown; without it the dock only tells scripts what is on the screen.
    pub shows_window: bool,
    code: String,
    slip: Option<(usize, TextureHandle)>,
    drawn: String,
    told: String,
    is_mute: bool,
}

impl Dock {
    /// The dock of a demonstration.
    pub fn of(printer: SimulatedPrinter, scanner: SimulatedScanner) -> Dock {
        Dock {
            printer: Some(printer),
            scanner: Some(scanner),
            ..Dock::default()
        }
    }

    /// Prints the screen and what can be pressed on it, whenever that changes:
    ///
    /// ```text
    /// screen home
    /// target "社保" 291 900
    /// slip 1
    /// ```
    ///
    /// Places are in pixels of the window.
    pub fn tell(&mut self, ctx: &Context, screen: &str) {
        let scale = ctx.pixels_per_point();
        let mut lines = format!("screen {screen}\n");
        for control in audit::take_controls(ctx) {
            let at = control.rect.center() * scale;
            lines.push_str(&format!(
                "target {:?} {:.0} {:.0}\n",
                control.name, at.x, at.y
            ));
        }
        audit::take(ctx);
        if let Some(printer) = &self.printer {
            lines.push_str(&format!("slip {}\n", printer.slips()));
        }
        // What is drawn in this frame is on the glass when the next one begins.
        if lines != self.drawn {
            self.drawn = lines;
            ctx.request_repaint();
            return;
        }
        // Seconds that count down are part of no name, so an unchanged screen is told once.
        if lines != self.told {
            let mut out = std::io::stdout().lock();
            if out
                .write_all(lines.as_bytes())
                .and_then(|()| out.flush())
                .is_err()
            {
                tracing::debug!("nobody reads the dock's lines");
            }
            self.told = lines;
        }
    }

    /// Shows the dock's window.
    pub fn show(&mut self, ui: &mut Ui) {
        if !self.shows_window {
            return;
        }
        let builder = ViewportBuilder::default()
            .with_title("Linli dock")
            .with_inner_size(WINDOW);
        let ctx = ui.ctx().clone();
        ctx.show_viewport_immediate(ViewportId::from_hash_of("dock"), builder, |ui, _class| {
            egui::CentralPanel::default().show(ui, |ui| {
                self.switches(ui);
                ui.separator();
                self.show_slip(ui);
            });
        });
    }

    fn switches(&mut self, ui: &mut Ui) {
        if let Some(printer) = &self.printer {
            let mut switches = printer.switches();
            let before = switches;
            ui.horizontal(|ui| {
                ui.checkbox(&mut switches.out_of_paper, "paper out");
                ui.checkbox(&mut switches.cover_open, "cover open");
                ui.checkbox(&mut switches.unplugged, "unplugged");
            });
            if switches != before {
                printer.set_switches(switches);
            }
            ui.label(format!("slips: {}", printer.slips()));
        }
        if let Some(scanner) = &self.scanner {
            ui.horizontal(|ui| {
                ui.text_edit_singleline(&mut self.code);
                if ui.button("scan").clicked() && !self.code.is_empty() {
                    scanner.scan(&std::mem::take(&mut self.code));
                }
            });
        }
        if let Some(speaker) = &self.speaker
            && ui.checkbox(&mut self.is_mute, "mute").changed()
        {
            speaker.set_unplugged(self.is_mute);
        }
    }

    fn show_slip(&mut self, ui: &mut Ui) {
        let Some(printer) = &self.printer else { return };
        let count = printer.slips();
        if self.slip.as_ref().is_none_or(|(shown, _)| *shown != count)
            && let Some(slip) = printer.last_slip()
        {
            let size = [slip.width() as usize, slip.height() as usize];
            let image = ColorImage::from_gray(size, &slip.to_grey());
            let texture = ui.ctx().load_texture("slip", image, TextureOptions::LINEAR);
            self.slip = Some((count, texture));
        }
        if let Some((_, texture)) = &self.slip {
            egui::ScrollArea::vertical().show(ui, |ui| {
                let size = texture.size_vec2();
                ui.image((texture.id(), size * (SLIP_WIDTH / size.x.max(1.0))));
            });
        }
    }
}
