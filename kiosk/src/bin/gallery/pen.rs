//! How long it takes from the moment the pen is lifted until the candidates are on the glass.

use std::time::{Duration, Instant};

use egui::{Context, Event, PointerButton, Pos2, Ui, ViewportCommand, pos2};
use linli_kiosk::app::App;
use linli_kiosk::screens::{Message, Screen};
use linli_texts::Lang;

/// Characters that are written; the first one reads the model and is told by itself.
const WRITTEN: usize = 21;
/// A character that brings no candidates within this time was not written on the pad.
const PATIENCE: Duration = Duration::from_secs(20);
/// The corner of a box on the pad and its side, in parts of the glass, which stands upright.
const BOX: [f32; 3] = [0.18, 0.64, 0.2];
/// 王, stroke by stroke, in parts of the box.
const STROKES: [[[f32; 2]; 2]; 4] = [
    [[0.1, 0.1], [0.9, 0.1]],
    [[0.15, 0.5], [0.85, 0.5]],
    [[0.5, 0.1], [0.5, 0.9]],
    [[0.0, 0.9], [1.0, 0.9]],
];
/// Points of a stroke, one a frame.
const POINTS: usize = 6;

/// Writes one character after the other, an event a frame, as a hand does.
pub(crate) struct Pen {
    app: App,
    /// What the hand still does of this character, the next one last.
    hand: Vec<Event>,
    lifted: Option<Instant>,
    taken: Vec<Duration>,
}

impl Pen {
    pub(crate) fn new(app: App) -> Pen {
        Pen {
            app,
            hand: Vec::new(),
            lifted: None,
            taken: Vec::new(),
        }
    }

    fn begin(&mut self, ctx: &Context) {
        self.app
            .show(Screen::Message(Box::new(Message::new(Lang::ZH_CN))));
        let glass = ctx.viewport_rect();
        let [left, top, side] = BOX;
        let corner = glass.min + glass.size() * egui::vec2(left, top);
        let side = glass.width() * side;
        let at = |[x, y]: [f32; 2]| corner + egui::vec2(x, y) * side;
        self.hand = STROKES
            .iter()
            .flat_map(|[from, to]| stroke(at(*from), at(*to)))
            .collect();
        self.hand.reverse();
        // A hand comes to the pad when the screen is there.
        self.lifted = None;
    }

    /// Whether what was written so far has been read and can be chosen from.
    fn has_candidates(&self) -> bool {
        match self.app.screen() {
            Screen::Message(message) => {
                message.typing.is_settled() && !message.typing.candidates().is_empty()
            }
            _ => false,
        }
    }

    fn tell(&mut self) {
        let first = self.taken.remove(0);
        self.taken.sort();
        let at = |part: f64| {
            let last = self.taken.len() - 1;
            self.taken[(part * last as f64).round() as usize].as_secs_f64() * 1000.0
        };
        println!(
            "from the pen\'s lifting to the candidates on the glass, of {}: median {:.1} ms, 95 % within {:.1} ms; the first, with the model being read: {:.0} ms",
            self.taken.len(),
            at(0.5),
            at(0.95),
            first.as_secs_f64() * 1000.0
        );
    }
}

fn stroke(from: Pos2, to: Pos2) -> Vec<Event> {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    let part = |point: usize| point as f32 / (POINTS - 1) as f32;
    let along = (0..POINTS).map(|point| {
        let at = from.lerp(to, part(point));
        Event::PointerMoved(pos2(at.x, at.y))
    });
    let mut events = vec![Event::PointerMoved(from), button(from, true)];
    events.extend(along);
    events.push(button(to, false));
    events
}

impl eframe::App for Pen {
    fn raw_input_hook(&mut self, ctx: &Context, raw_input: &mut egui::RawInput) {
        self.app.raw_input_hook(ctx, raw_input);
        if let Some(event) = self.hand.pop() {
            if self.hand.is_empty() {
                self.lifted = Some(Instant::now());
            }
            raw_input.events.push(event);
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        self.app.clear_color(visuals)
    }

    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.app.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.app.ui(ui, frame);
        let ctx = ui.ctx();
        if self.hand.is_empty() {
            match self.lifted {
                None => self.begin(ctx),
                Some(lifted) if self.has_candidates() => {
                    self.taken.push(lifted.elapsed());
                    self.begin(ctx);
                }
                Some(lifted) if lifted.elapsed() > PATIENCE => {
                    eprintln!("nothing was read of what was written");
                    ctx.send_viewport_cmd(ViewportCommand::Close);
                    return;
                }
                Some(_) => {
                    // What was read wakes the app, as it does in the hall.
                    ctx.request_repaint_after(PATIENCE);
                    return;
                }
            }
        }
        if self.taken.len() == WRITTEN {
            self.tell();
            ctx.send_viewport_cmd(ViewportCommand::Close);
            self.lifted = None;
            return;
        }
        ctx.request_repaint();
    }
}
