//! What a frame of each costs.

use std::fs;

use egui::Context;

use crate::walk::{Guest, Shot};

/// Frames that are measured on each screen.
const FRAMES: u32 = 100;

/// Processor time so far, in milliseconds: of the thread that draws, and of the whole program.
#[derive(Clone, Copy)]
struct Used {
    drawing: f64,
    whole: f64,
}

impl Used {
    fn now() -> Self {
        let tasks = fs::read_dir("/proc/self/task").into_iter().flatten();
        let tasks = tasks.flatten().map(|task| task.path().join("schedstat"));
        Self {
            drawing: millis("/proc/thread-self/schedstat".as_ref()),
            whole: tasks.map(|task| millis(&task)).sum(),
        }
    }
}

/// The first figure of a `schedstat`: time on a processor, in nanoseconds.
fn millis(file: &std::path::Path) -> f64 {
    let text = fs::read_to_string(file).unwrap_or_default();
    let nanos = text.split(' ').next().and_then(|nanos| nanos.parse().ok());
    nanos.unwrap_or(0.0) / 1e6
}

/// Measures.
#[derive(Default)]
pub(crate) struct Frames {
    began: Option<Used>,
    looks: u32,
    heaviest: f64,
}

impl Guest for Frames {
    fn wants(&self, shot: &Shot) -> bool {
        shot.is_plain()
    }

    fn look(&mut self, _ctx: &Context, shot: &Shot) -> bool {
        let Some(began) = self.began else {
            self.began = Some(Used::now());
            return false;
        };
        self.looks += 1;
        if self.looks < FRAMES {
            return false;
        }
        let now = Used::now();
        let each = |from: f64, to: f64| (to - from) / f64::from(FRAMES);
        let drawing = each(began.drawing, now.drawing);
        let all = each(began.whole, now.whole);
        self.heaviest = self.heaviest.max(drawing);
        println!(
            "{:<44} {drawing:6.2} ms a frame, {all:6.2} ms with software GL",
            shot.name
        );
        (self.began, self.looks) = (None, 0);
        true
    }

    fn end(&mut self) {
        println!("the heaviest: {:.2} ms a frame", self.heaviest);
    }
}
