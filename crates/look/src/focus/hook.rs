//! Keys, before egui sees them.

use egui::accesskit::{Action, ActionRequest};
use egui::text_edit::TextEditState;
use egui::{Context, Event, Id, Key, Modifiers, Plugin, RawInput, Rect, TouchPhase, ViewportId};
use linli_tokens::touch;

use super::burst::Moment;
use super::steps::{Direction, toward};
use super::{Focus, Stop};
use crate::audit::ControlKind;

/// An OK that was pressed.
#[derive(Clone, Copy)]
pub(super) struct Pressed {
    kind: ControlKind,
    secs: f64,
}

impl Plugin for Focus {
    fn debug_name(&self) -> &'static str {
        "focus"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        // A developer's window is none of ours.
        if input.viewport_id != ViewportId::ROOT {
            return;
        }
        let secs = input
            .time
            .unwrap_or_else(|| ctx.input(|state| state.time) + f64::from(input.predicted_dt));
        let frame = ctx.cumulative_frame_nr();
        let now = Moment { secs, frame };
        input.events.retain(|event| self.passes(ctx, event, now));
    }
}

impl Focus {
    /// Whether an event may go on to the widgets.
    fn passes(&mut self, ctx: &Context, event: &Event, now: Moment) -> bool {
        match event {
            Event::PointerButton { pressed: true, .. }
            | Event::Touch {
                phase: TouchPhase::Start,
                ..
            } => {
                self.shown = false;
                true
            }
            Event::WindowFocused(false) => {
                self.held.clear();
                true
            }
            Event::Key {
                key,
                pressed: false,
                ..
            } => {
                self.held.retain(|held| held != key);
                true
            }
            Event::Key { key, modifiers, .. } => {
                self.heard.used = true;
                let is_held = self.held.contains(key);
                if !is_held {
                    self.held.push(*key);
                }
                // A question that lies over the screen is answered by any key, which does nothing else.
                !self.covered && self.key(ctx, *key, *modifiers, is_held, now)
            }
            Event::Text(text) => {
                self.heard.used = true;
                !self.covered && self.text(ctx, text, now)
            }
            Event::Ime(_) | Event::Paste(_) => !self.covered,
            Event::AccessKitActionRequest(ActionRequest {
                action: Action::Focus,
                ..
            }) => {
                self.shown = true;
                true
            }
            _ => true,
        }
    }

    fn key(
        &mut self,
        ctx: &Context,
        key: Key,
        modifiers: Modifiers,
        is_held: bool,
        now: Moment,
    ) -> bool {
        let here = self.here(ctx);
        let in_field = here.is_some_and(|here| self.stops[here].kind == ControlKind::Field);
        if let Some(direction) = Direction::of(key) {
            if in_field && (modifiers.any() || self.has_room(ctx, here, direction)) {
                return true;
            }
            self.go(ctx, here, direction);
            return false;
        }
        match key {
            Key::Tab => {
                self.go_in_order(ctx, here, modifiers.shift);
                false
            }
            Key::Enter => self.enter(ctx, here, is_held, now),
            // Within a word, and within a code, a space is a space.
            Key::Space if in_field || self.burst.goes_on(now) => true,
            Key::Space => {
                self.drops_space = true;
                self.press(ctx, here, key, is_held, now)
            }
            Key::Home | Key::End if in_field => true,
            Key::Backspace | Key::Delete => {
                self.write(ctx);
                true
            }
            _ => {
                if !is_held {
                    self.heard.keys.push(key);
                }
                // Escape would take the focus away.
                key != Key::Escape
            }
        }
    }

    /// Enter is OK, the end of a scanner's code, and in a field that is typed into the field's own.
    fn enter(&mut self, ctx: &Context, here: Option<usize>, is_held: bool, now: Moment) -> bool {
        if let Some(code) = self.burst.end(now) {
            if self.field().is_none() {
                self.heard.code = Some(code);
            }
            return false;
        }
        let in_field = here.is_some_and(|here| self.stops[here].kind == ControlKind::Field);
        if !in_field {
            return self.press(ctx, here, Key::Enter, is_held, now);
        }
        if self.typed {
            return !is_held;
        }
        // Whoever has typed nothing has a keypad: OK leads on to the keys on the glass.
        let board = self.stops.iter().find(|stop| stop.kind == ControlKind::Key);
        let board = board.map(|stop| stop.id);
        self.focus(ctx, board);
        false
    }

    /// OK. Without a focus that is seen there is nothing to press yet.
    fn press(
        &mut self,
        ctx: &Context,
        here: Option<usize>,
        key: Key,
        is_held: bool,
        now: Moment,
    ) -> bool {
        if is_held {
            return false;
        }
        let Some(here) = here.filter(|_| self.shown) else {
            self.shown = true;
            self.last_press = Some(Pressed {
                kind: ControlKind::Choice,
                secs: now.secs,
            });
            if here.is_none() {
                self.heard.keys.push(key);
                let first = self.first().map(|stop| stop.id);
                self.focus(ctx, first);
            }
            return false;
        };
        let kind = self.stops[here].kind;
        let is_again = self.last_press.is_some_and(|last| {
            let ignored_secs = if types(last.kind) && types(kind) {
                touch::BOUNCE_IGNORED_SECS
            } else {
                touch::REPEAT_IGNORED_SECS
            };
            now.secs - last.secs < f64::from(ignored_secs)
        });
        // As with a finger, whoever drums on goes on being ignored.
        self.last_press = Some(Pressed {
            kind,
            secs: now.secs,
        });
        if !is_again {
            self.pressed = Some((self.stops[here].id, now.secs));
        }
        !is_again
    }

    fn text(&mut self, ctx: &Context, text: &str, now: Moment) -> bool {
        if std::mem::take(&mut self.drops_space) && text == " " {
            return false;
        }
        self.burst.push(text, now);
        if self.write(ctx) {
            self.typed = true;
        }
        true
    }

    /// Brings what is typed to the field of the screen; false when it has none.
    fn write(&mut self, ctx: &Context) -> bool {
        let Some(field) = self.field().map(|stop| stop.id) else {
            return false;
        };
        if ctx.memory(|memory| memory.focused()) != Some(field) {
            self.focus(ctx, Some(field));
        }
        true
    }

    fn field(&self) -> Option<&Stop> {
        let is_field = |stop: &&Stop| stop.kind == ControlKind::Field;
        self.stops.iter().find(is_field)
    }

    fn here(&self, ctx: &Context) -> Option<usize> {
        let focused = ctx.memory(|memory| memory.focused())?;
        self.stops.iter().position(|stop| stop.id == focused)
    }

    fn go(&mut self, ctx: &Context, here: Option<usize>, direction: Direction) {
        let Some(here) = here else {
            return self.begin(ctx);
        };
        self.last_press = None;
        let was_shown = std::mem::replace(&mut self.shown, true);
        if !was_shown && self.stops[here].kind != ControlKind::Field {
            self.heard.stays = true;
            return;
        }
        let rects: Vec<Rect> = self.stops.iter().map(|stop| stop.rect).collect();
        let next = toward(&rects, here, direction).map(|next| self.stops[next].id);
        self.heard.stays = next.is_none();
        self.focus(ctx, next);
    }

    fn go_in_order(&mut self, ctx: &Context, here: Option<usize>, backwards: bool) {
        let Some(here) = here else {
            return self.begin(ctx);
        };
        self.last_press = None;
        self.shown = true;
        let order = self.in_order();
        let step = if backwards { order.len() - 1 } else { 1 };
        let place = order.iter().position(|index| *index == here);
        let next = place.map(|place| order[(place + step) % order.len()]);
        let next = next.map(|next| self.stops[next].id);
        self.focus(ctx, next);
    }

    /// The first key on a screen shows where one is.
    fn begin(&mut self, ctx: &Context) {
        self.last_press = None;
        self.shown = true;
        let first = self.first().map(|stop| stop.id);
        self.focus(ctx, first);
    }

    fn focus(&mut self, ctx: &Context, id: Option<Id>) {
        let Some(id) = id else { return };
        self.current = self.stops.iter().find(|stop| stop.id == id).cloned();
        ctx.memory_mut(|memory| memory.request_focus(id));
    }

    /// Whether the cursor of the field can go on in a direction.
    fn has_room(&self, ctx: &Context, here: Option<usize>, direction: Direction) -> bool {
        let Some(stop) = here.and_then(|here| self.stops.get(here)) else {
            return false;
        };
        let state = TextEditState::load(ctx, stop.id);
        let Some(range) = state.and_then(|state| state.cursor.char_range()) else {
            return false;
        };
        let marks = range.primary.index != range.secondary.index;
        match direction {
            Direction::Left => marks || range.primary.index.0 > 0,
            Direction::Right => marks || range.primary.index.0 < self.field_chars,
            Direction::Up | Direction::Down => false,
        }
    }
}

/// Whether the same twice is meant: on the keys of a board and on what it offers.
fn types(kind: ControlKind) -> bool {
    matches!(kind, ControlKind::Key | ControlKind::Candidate)
}
