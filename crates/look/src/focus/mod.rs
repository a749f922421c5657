//! What the keys are on: a keypad with arrows and OK, the Tab key, a whole keyboard, a scanner that
//! types.
//!
//! egui's own way from control to control begins with what was drawn first, stays in text fields and
//! loses its place when a screen changes. So keys are taken out of the input before egui sees them, and
//! the focus is set here alone:
//!
//! * every widget notes itself as a stop, so what a finger can press, keys can reach;
//! * arrows go to the nearest stop, Tab goes through all of them as they are read;
//! * OK presses once, however long it is held, and a second one within half a second is ignored;
//! * characters go to the field of the screen, wherever the focus is;
//! * what types faster than a hand is a scanner, and its Enter presses nothing.
//!
//! A screen calls nothing of this. Whoever draws it says [`settle`] at the end of a frame.

mod burst;
mod hook;
mod steps;

use egui::{Context, Id, Key, Rect, Response};

use crate::audit::ControlKind;
use burst::Burst;
use hook::Pressed;
use steps::{Direction, apart, reading, toward};

/// So many ways back are remembered.
const HISTORY_MAX: usize = 8;
/// What OK pressed shows it for so long.
const PRESSED_SECS: f64 = 0.12;

/// Something that keys can be on.
#[derive(Clone, Debug, PartialEq)]
struct Stop {
    id: Id,
    name: String,
    rect: Rect,
    kind: ControlKind,
}

/// What keys brought since it was last asked for, apart from what the focus did with them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    /// Whether any key was pressed.
    pub used: bool,
    /// The keys that nothing here was done with, held ones once.
    pub keys: Vec<Key>,
    /// The code of a scanner that types.
    pub code: Option<String>,
    /// Whether an arrow found nothing to go to: the focus is where it was.
    pub stays: bool,
}

/// Where the focus is, and what it may go to.
#[derive(Default)]
struct Focus {
    /// What was noted in this frame, in the order in which it was drawn.
    noted: Vec<Stop>,
    /// The nodes of the accessibility tree that were drawn in this frame.
    nodes: Vec<Id>,
    /// What was noted in the last whole frame.
    stops: Vec<Stop>,
    /// How many characters there are in the field.
    field_chars: usize,
    /// Whether the ring is shown: from the first key on until a finger comes.
    shown: bool,
    /// Whether characters were typed into the field of this screen: there is a whole keyboard.
    typed: bool,
    current: Option<Stop>,
    page: Option<u64>,
    /// Screens on the way here, with what was pressed on them.
    history: Vec<(u64, Stop)>,
    /// Something lies over the screen, now and in the last whole frame.
    covers: bool,
    covered: bool,
    /// What had the focus under it.
    under: Option<Stop>,
    held: Vec<Key>,
    last_press: Option<Pressed>,
    /// What OK pressed last, and when; its face shows it for a moment.
    pressed: Option<(Id, f64)>,
    burst: Burst,
    /// The character of a space bar that was taken as OK is still to come.
    drops_space: bool,
    heard: Heard,
}

/// Sets a context up for keys; before the first frame.
pub fn install(ctx: &Context) {
    ctx.add_plugin(Focus::default());
}

/// What keys brought since the last call.
pub fn take_heard(ctx: &Context) -> Heard {
    with(ctx, |focus| std::mem::take(&mut focus.heard))
}

/// Forgets whoever used keys: where they were, what they pressed and typed.
pub fn forget(ctx: &Context) {
    if let Some(id) = ctx.memory(|memory| memory.focused()) {
        ctx.memory_mut(|memory| memory.surrender_focus(id));
    }
    with(ctx, |focus| {
        // A key that is still held has not been pressed anew.
        let held = std::mem::take(&mut focus.held);
        *focus = Focus {
            held,
            ..Focus::default()
        };
    });
}

/// Whether anything is known of whoever used keys that is not on the glass, for tests.
pub fn remembers(ctx: &Context) -> bool {
    with(ctx, |focus| {
        let is_here = |known: &Stop| focus.stops.iter().any(|stop| stop.id == known.id);
        let is_elsewhere = focus.current.as_ref().is_some_and(|known| !is_here(known));
        !focus.history.is_empty() || focus.under.is_some() || focus.typed || is_elsewhere
    })
}

/// Whether keys are used now, and not a finger: the ring is shown.
pub fn is_shown(ctx: &Context) -> bool {
    with(ctx, |focus| focus.shown)
}

/// The name of what the keys are on, while the ring is shown.
pub fn current_name(ctx: &Context) -> Option<String> {
    with(ctx, |focus| {
        let current = focus.current.as_ref().filter(|_| focus.shown)?;
        Some(current.name.clone())
    })
}

/// Notes a field of text with so many characters in it. Up and down lead out of it; left and right move
/// the cursor, and lead out at its ends. A field without a cursor of egui's has both ends at once.
pub fn note_field(ctx: &Context, id: Id, name: &str, rect: Rect, chars: usize) {
    note(ctx, id, name, rect, ControlKind::Field);
    with(ctx, |focus| focus.field_chars = chars);
}

/// Says that all that was drawn so far lies under something that is drawn now: no key reaches it, and
/// an assistive technology does not see it.
pub fn cover(ctx: &Context) {
    let nodes = with(ctx, |focus| {
        focus.covers = true;
        focus.noted.clear();
        std::mem::take(&mut focus.nodes)
    });
    for id in nodes {
        ctx.accesskit_node_builder(id, |node| node.set_hidden());
    }
}

/// Ends a frame on which the screen `page` was drawn: `page` is the same for as long as the screen asks
/// the same. Where keys are used, the focus goes to the first choice of a new screen, to what was
/// pressed on one that is come back to, and to the nearest when what had it is gone.
pub fn settle(ctx: &Context, page: u64) {
    let focused = ctx.memory(|memory| memory.focused());
    let wished = with(ctx, |focus| focus.settle(page, focused));
    if let Some(id) = wished {
        ctx.memory_mut(|memory| memory.request_focus(id));
        ctx.request_repaint();
    }
    // Under something without a control of its own, nothing has the focus.
    let is_all_covered = with(ctx, |focus| focus.covered && focus.stops.is_empty());
    if let Some(id) = focused.filter(|_| is_all_covered) {
        ctx.memory_mut(|memory| memory.surrender_focus(id));
        ctx.request_repaint();
    }
}

/// Something that keys can be on, and where the arrows lead from there: for tests.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossing {
    /// Its name in the accessibility tree.
    pub name: String,
    /// Its identity there.
    pub id: Id,
    /// What it covers.
    pub rect: Rect,
    /// Which ones up, down, left and right lead to, as places in the list.
    pub arrows: [Option<usize>; 4],
}

/// All that keys can be on, as it was drawn in the last frame; first the one where they begin.
pub fn crossings(ctx: &Context) -> Vec<Crossing> {
    with(ctx, |focus| {
        let first = focus.first().map(|stop| stop.id);
        let mut stops = focus.stops.clone();
        stops.sort_by_key(|stop| Some(stop.id) != first);
        let rects: Vec<Rect> = stops.iter().map(|stop| stop.rect).collect();
        let crossing = |(index, stop): (usize, Stop)| Crossing {
            arrows: Direction::ALL.map(|direction| toward(&rects, index, direction)),
            name: stop.name,
            id: stop.id,
            rect: stop.rect,
        };
        stops.into_iter().enumerate().map(crossing).collect()
    })
}

/// Notes something that keys can be on.
pub(crate) fn note(ctx: &Context, id: Id, name: &str, rect: Rect, kind: ControlKind) {
    with(ctx, |focus| {
        focus.nodes.push(id);
        focus.noted.push(Stop {
            id,
            name: name.to_owned(),
            rect,
            kind,
        });
    });
}

/// Notes something that is in the accessibility tree alone.
pub fn note_node(ctx: &Context, id: Id) {
    with(ctx, |focus| focus.nodes.push(id));
}

/// Whether a control is to show the ring.
pub(crate) fn is_on(response: &Response) -> bool {
    // Without a window manager, keys come to a window that was never told it has the focus.
    let has_focus = response.ctx.memory(|memory| memory.has_focus(response.id));
    has_focus && is_shown(&response.ctx)
}

/// Whether OK has just pressed a control: its face shows it, as under a finger.
pub(crate) fn is_pressed(response: &Response) -> bool {
    let pressed = with(&response.ctx, |focus| focus.pressed);
    let Some((_, at)) = pressed.filter(|(id, _)| *id == response.id) else {
        return false;
    };
    let left = at + PRESSED_SECS - response.ctx.input(|input| input.time);
    if left > 0.0 {
        response.ctx.request_repaint_after_secs(left as f32);
    }
    left > 0.0
}

fn with<T>(ctx: &Context, act: impl FnOnce(&mut Focus) -> T) -> T {
    act(&mut ctx.plugin_or_default::<Focus>().lock())
}

impl Focus {
    /// Takes the frame's stops over; returns what the focus must go to, when it must.
    fn settle(&mut self, page: u64, focused: Option<Id>) -> Option<Id> {
        self.stops = std::mem::take(&mut self.noted);
        self.nodes.clear();
        let was_covered = std::mem::replace(&mut self.covered, std::mem::take(&mut self.covers));
        if self.covered && !was_covered {
            self.under = self.current.clone();
        }
        if !self.covered && was_covered {
            self.current = self.under.take();
        }
        let left = self.page.replace(page).filter(|left| *left != page);
        if left.is_some() {
            self.typed = false;
        }
        let here = focused.and_then(|id| self.stops.iter().find(|stop| stop.id == id));
        let is_at_home = here.is_some() && left.is_none() && self.covered == was_covered;
        if is_at_home || !self.shown || self.stops.is_empty() {
            if !self.shown && left.is_some() {
                self.history.clear();
            }
            self.current = here.cloned().or(self.current.take());
            return None;
        }
        let target = match left {
            Some(left) => self.on_arrival(page, left),
            None => self.closest().cloned(),
        };
        self.current = target.or_else(|| self.first().cloned());
        self.current.as_ref().map(|stop| stop.id)
    }

    /// On a new screen: what was pressed on it, when it is come back to.
    fn on_arrival(&mut self, page: u64, left: u64) -> Option<Stop> {
        if let Some(at) = self.history.iter().position(|(seen, _)| *seen == page) {
            let (_, pressed) = self.history.drain(at..).next()?;
            return self.same(&pressed).cloned();
        }
        if self.history.len() == HISTORY_MAX {
            self.history.remove(0);
        }
        self.history
            .extend(self.current.take().map(|stop| (left, stop)));
        None
    }

    /// What stands for a stop of an earlier frame.
    fn same(&self, earlier: &Stop) -> Option<&Stop> {
        let same_id = self.stops.iter().find(|stop| stop.id == earlier.id);
        same_id.or_else(|| {
            let alike = |stop: &&Stop| stop.name == earlier.name && stop.kind == earlier.kind;
            self.stops.iter().find(alike)
        })
    }

    /// What is nearest to what had the focus and is gone.
    fn closest(&self) -> Option<&Stop> {
        let gone = self.current.as_ref()?;
        self.same(gone).or_else(|| {
            let far = |stop: &&Stop| apart(gone.rect, stop.rect);
            self.stops
                .iter()
                .min_by(|one, other| far(one).total_cmp(&far(other)))
        })
    }

    /// Where keys begin: the field, or the first choice, or whatever there is.
    fn first(&self) -> Option<&Stop> {
        let of_kind = |kind| {
            let alike = self.stops.iter().filter(move |stop| stop.kind == kind);
            alike.min_by(|one, other| {
                let (one, other) = (one.rect.min, other.rect.min);
                one.y.total_cmp(&other.y).then(one.x.total_cmp(&other.x))
            })
        };
        of_kind(ControlKind::Field)
            .or_else(|| of_kind(ControlKind::Choice))
            .or_else(|| of_kind(ControlKind::Key))
            .or_else(|| self.stops.first())
    }

    /// All stops as they are read, the bar last.
    fn in_order(&self) -> Vec<usize> {
        let rects: Vec<Rect> = self.stops.iter().map(|stop| stop.rect).collect();
        let mut order = reading(&rects);
        order.sort_by_key(|index| self.stops[*index].kind == ControlKind::Bar);
        order
    }
}
