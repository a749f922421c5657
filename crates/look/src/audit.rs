//! A record of what was drawn, for tests.
//!
//! The accessibility tree says which controls there are and where; it does not say how large the
//! letters are or whether they fit. So while an audit is on, every text that a widget draws is written
//! down, and a test walks the screens and names the offender.

use std::sync::{Arc, Mutex, PoisonError};

use egui::{Color32, Context, Id, Rect};

/// A text as it was drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnText {
    /// The words.
    pub text: String,
    /// The size of the letters, in points.
    pub size: f32,
    /// What the letters cover.
    pub ink: Rect,
    /// What they had to stay in.
    pub room: Rect,
    /// The colour of the letters.
    pub colour: Color32,
    /// Whether the words had to be cut short.
    pub cut: bool,
}

impl DrawnText {
    /// Letters may touch the edge of their room by rounding, no more.
    const SLACK: f32 = 1.0;

    /// Whether its letters lie over those of another.
    pub fn overlaps(&self, other: &DrawnText) -> bool {
        let slack = Self::SLACK * 2.0;
        self.ink.shrink(slack).intersects(other.ink.shrink(slack))
    }

    /// Whether every letter is seen.
    pub fn fits(&self) -> bool {
        !self.cut && self.room.expand(Self::SLACK).contains_rect(self.ink)
    }
}

/// What a control is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ControlKind {
    /// At its fixed place in the bar.
    Bar,
    /// One of the things that can be chosen on this screen.
    Choice,
    /// A key of a keyboard, or the pad that is written on.
    Key,
    /// Something to write in.
    Field,
    /// Something that may have been written.
    Candidate,
}

/// A control as it was drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnControl {
    /// Its name in the accessibility tree.
    pub name: String,
    /// What can be touched.
    pub rect: Rect,
    /// What it is for.
    pub kind: ControlKind,
    /// What is drawn of the main button of a screen, which may be less than what can be touched; `None`
    /// for every other control.
    pub primary: Option<Rect>,
}

#[derive(Default)]
struct Notes {
    texts: Vec<DrawnText>,
    controls: Vec<DrawnControl>,
    rings: Vec<Rect>,
}

/// A record that nobody reads does not grow beyond this.
const NOTES_MAX: usize = 4096;

type Record = Arc<Mutex<Notes>>;

fn id() -> Id {
    Id::unique("linli-audit")
}

/// Starts writing down what is drawn in a context.
pub fn start(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(id(), Record::default()));
}

/// The texts that were drawn since the last call; none when no audit is on.
pub fn take(ctx: &Context) -> Vec<DrawnText> {
    with(ctx, |notes| std::mem::take(&mut notes.texts)).unwrap_or_default()
}

/// The controls that were drawn since the last call; none when no audit is on.
pub fn take_controls(ctx: &Context) -> Vec<DrawnControl> {
    with(ctx, |notes| std::mem::take(&mut notes.controls)).unwrap_or_default()
}

/// What the rings around the focus covered, of all frames since the last call; none when no audit is on.
pub fn take_rings(ctx: &Context) -> Vec<Rect> {
    with(ctx, |notes| std::mem::take(&mut notes.rings)).unwrap_or_default()
}

/// Whether an audit is on.
pub(crate) fn is_on(ctx: &Context) -> bool {
    record(ctx).is_some()
}

pub(crate) fn note(ctx: &Context, drawn: DrawnText) {
    with(ctx, |notes| {
        if notes.texts.len() < NOTES_MAX {
            notes.texts.push(drawn);
        }
    });
}

/// Something is laid over all that was drawn so far: what lies beneath it is not looked at.
pub fn cover(ctx: &Context) {
    with(ctx, |notes| *notes = Notes::default());
}

/// Writes down a control that is no widget of this crate; nothing when no audit is on.
pub fn note_control(ctx: &Context, name: &str, rect: Rect, kind: ControlKind) {
    with(ctx, |notes| {
        if notes.controls.len() < NOTES_MAX {
            notes.controls.push(DrawnControl {
                name: name.to_owned(),
                rect,
                kind,
                primary: None,
            });
        }
    });
}

/// The control that was written down last is the main button of its screen, drawn as `face`.
pub(crate) fn note_primary(ctx: &Context, face: Rect) {
    with(ctx, |notes| {
        if let Some(last) = notes.controls.last_mut() {
            last.primary = Some(face);
        }
    });
}

pub(crate) fn note_ring(ctx: &Context, rect: Rect) {
    with(ctx, |notes| {
        if notes.rings.len() < NOTES_MAX {
            notes.rings.push(rect);
        }
    });
}

fn with<T>(ctx: &Context, act: impl FnOnce(&mut Notes) -> T) -> Option<T> {
    let record = record(ctx)?;
    let mut notes = record.lock().unwrap_or_else(PoisonError::into_inner);
    Some(act(&mut notes))
}

fn record(ctx: &Context) -> Option<Record> {
    ctx.data(|data| data.get_temp(id()))
}
