//! What counts as a tap: a slow press and a shaky one do, the nervous second one does not.
//!
//! Where somebody types or writes, the same place twice is meant: a screen says where that is.
//!
//! While a question lies over a screen that any touch answers, the touch is an answer and nothing else:
//! see [`shield`].

use egui::{Context, Event, Key, Plugin, PointerButton, Pos2, RawInput, Rect, ViewportId};
use linli_tokens::touch;

use crate::Glass;

/// A key that is held repeats itself sooner than this; later it has been pressed anew.
const KEY_REPEATS_SECS: f64 = 1.5;

/// Sets a context up for hands of every age; to be called whenever the glass is known or changes.
///
/// The keyboard shortcuts that would close or zoom the terminal are switched off with it.
pub fn install(ctx: &Context, glass: Glass) {
    let wander = touch::TAP_WANDER_MAX_MM * glass.points_per_mm();
    ctx.options_mut(|options| {
        options.input_options.max_click_dist = wander;
        options.input_options.max_click_duration = f64::from(touch::TAP_DURATION_MAX_SECS);
        options.zoom_with_keyboard = false;
        options.quit_shortcuts.clear();
    });
    ctx.add_plugin(Taps::default());
    ctx.plugin::<Taps>().lock().wander = wander;
}

/// Says that `rect` is a keyboard in this frame: the same key twice is two letters, and only the
/// bounce of a finger is taken away.
pub fn expect_keys(ctx: &Context, rect: Rect) {
    expect(ctx, rect, touch::BOUNCE_IGNORED_SECS);
}

/// Says that `rect` is written on in this frame: every touch of it is ink.
pub fn expect_ink(ctx: &Context, rect: Rect) {
    expect(ctx, rect, 0.0);
}

/// Says whether something lies over everything in this frame that any touch takes away. The touch, the
/// key or the wish of an assistive technology that comes next then reaches no widget, and neither does
/// the end of it; [`was_shielded`] tells that it came.
pub fn shield(ctx: &Context, is_on: bool) {
    let window = ctx.viewport_id();
    ctx.plugin::<Taps>().lock().shielded = is_on.then_some(window);
}

/// Whether somebody has touched what lay over everything, since this was last asked.
pub fn was_shielded(ctx: &Context) -> bool {
    std::mem::take(&mut ctx.plugin::<Taps>().lock().was_touched)
}

/// Whether an event says that somebody is here.
pub fn is_touch(event: &Event) -> bool {
    match event {
        Event::PointerButton { pressed, .. } | Event::Key { pressed, .. } => *pressed,
        Event::Touch { .. }
        | Event::Text(_)
        | Event::Ime(_)
        | Event::Copy
        | Event::Cut
        | Event::Paste(_)
        | Event::AccessKitActionRequest(_) => true,
        _ => false,
    }
}

fn expect(ctx: &Context, rect: Rect, ignored_secs: f32) {
    let area = Area {
        window: ctx.viewport_id(),
        rect,
        ignored_secs,
    };
    ctx.plugin::<Taps>().lock().areas.push(area);
}

/// Takes away the second of two identical taps before any widget sees it.
///
/// It works on the input itself and not on widgets, because the first tap often changes the screen,
/// and the second one would then press whatever appeared under the finger.
#[derive(Default)]
struct Taps {
    wander: f32,
    /// Where repeated taps are meant.
    areas: Vec<Area>,
    last: Option<Tap>,
    /// The finger is down and its press was ignored, so its release will be as well.
    ignoring: bool,
    /// The window over which something lies that any touch takes away.
    shielded: Option<ViewportId>,
    was_touched: bool,
    /// A key whose press was ignored, and when it was last heard of: what it repeats is ignored as well.
    held: Option<(Key, f64)>,
}

/// A part of a window where repeated taps are meant.
#[derive(Clone, Copy)]
struct Area {
    window: ViewportId,
    rect: Rect,
    /// For so long a second tap is still a bounce.
    ignored_secs: f32,
}

#[derive(Clone, Copy)]
struct Tap {
    at: Pos2,
    secs: f64,
}

impl Taps {
    /// Whether an event may go on to the widgets.
    fn passes(&mut self, event: &Event, is_shielded: bool, now_secs: f64) -> bool {
        if is_shielded && is_touch(event) {
            self.was_touched = true;
            self.swallow(event, now_secs);
            return false;
        }
        match event {
            // What is taken to the clipboard would outlive the person who wrote it.
            Event::Copy | Event::Cut | Event::Paste(_) => false,
            // The letter comes right behind its key.
            Event::Text(_) => self.held.is_none_or(|(_, at)| at < now_secs),
            Event::Key { key, pressed, .. } => {
                let is_held = self
                    .held
                    .is_some_and(|(held, at)| held == *key && now_secs - at < KEY_REPEATS_SECS);
                if is_held {
                    self.held = pressed.then_some((*key, now_secs));
                }
                !is_held
            }
            Event::PointerButton { .. } => self.passes_tap(event, now_secs),
            _ => true,
        }
    }

    /// Takes an event away, and with it what will follow from the same finger.
    fn swallow(&mut self, event: &Event, now_secs: f64) {
        match event {
            Event::PointerButton {
                button: PointerButton::Primary,
                ..
            } => self.ignoring = true,
            Event::Key { key, .. } => self.held = Some((*key, now_secs)),
            _ => {}
        }
    }

    fn passes_tap(&mut self, event: &Event, now_secs: f64) -> bool {
        let Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            ..
        } = *event
        else {
            return true;
        };
        if pressed {
            // An ignored tap counts as well: someone who drums on the glass goes on being ignored
            // until the finger has rested.
            let area = self.areas.iter().rev().find(|area| area.rect.contains(pos));
            let ignored_secs = area.map_or(touch::REPEAT_IGNORED_SECS, |area| area.ignored_secs);
            self.ignoring = self.last.is_some_and(|tap| {
                now_secs - tap.secs < f64::from(ignored_secs) && tap.at.distance(pos) <= self.wander
            });
            return !self.ignoring;
        }
        self.last = Some(Tap {
            at: pos,
            secs: now_secs,
        });
        !std::mem::take(&mut self.ignoring)
    }
}

impl Plugin for Taps {
    fn debug_name(&self) -> &'static str {
        "taps"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let now_secs = input
            .time
            .unwrap_or_else(|| ctx.input(|state| state.time) + f64::from(input.predicted_dt));
        let is_shielded = self.shielded == Some(input.viewport_id);
        input
            .events
            .retain(|event| self.passes(event, is_shielded, now_secs));
        // The frame that follows says again where somebody types.
        self.areas.retain(|area| area.window != input.viewport_id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Modifiers, pos2};

    fn taps() -> Taps {
        Taps {
            wander: 32.0,
            ..Taps::default()
        }
    }

    fn everywhere(ignored_secs: f32) -> Area {
        Area {
            window: ViewportId::ROOT,
            rect: Rect::EVERYTHING,
            ignored_secs,
        }
    }

    fn finger(pressed: bool, x: f32) -> Event {
        Event::PointerButton {
            pos: pos2(x, 0.0),
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        }
    }

    fn tap(taps: &mut Taps, x: f32, secs: f64) -> bool {
        let pressed = taps.passes(&finger(true, x), false, secs);
        let released = taps.passes(&finger(false, x), false, secs + 0.01);
        assert_eq!(pressed, released, "a press and its release share one fate");
        pressed
    }

    #[test]
    fn an_identical_tap_within_half_a_second_is_ignored() {
        let mut taps = taps();
        assert!(tap(&mut taps, 0.0, 0.0));
        assert!(!tap(&mut taps, 5.0, 0.3));
        assert!(tap(&mut taps, 0.0, 1.0));
    }

    #[test]
    fn a_tap_elsewhere_counts_at_once() {
        let mut taps = taps();
        assert!(tap(&mut taps, 0.0, 0.0));
        assert!(tap(&mut taps, 200.0, 0.1));
    }

    #[test]
    fn the_same_key_twice_is_two_letters_and_a_bounce_is_one() {
        let mut taps = taps();
        taps.areas.push(everywhere(touch::BOUNCE_IGNORED_SECS));
        assert!(tap(&mut taps, 0.0, 0.0));
        assert!(tap(&mut taps, 0.0, 0.2));
        assert!(!tap(&mut taps, 0.0, 0.22));
    }

    #[test]
    fn two_dots_close_to_each_other_are_both_ink() {
        let mut taps = taps();
        taps.areas.push(everywhere(0.0));
        assert!(tap(&mut taps, 0.0, 0.0));
        assert!(tap(&mut taps, 2.0, 0.02));
    }

    fn key(pressed: bool) -> Event {
        Event::Key {
            key: Key::Enter,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        }
    }

    #[test]
    fn a_touch_of_what_lies_over_everything_reaches_nothing_and_is_told() {
        let mut taps = taps();
        assert!(!taps.passes(&finger(true, 0.0), true, 0.0));
        assert!(taps.was_touched);
        // What lay over everything has gone in the meantime; the finger that took it away has not.
        assert!(!taps.passes(&finger(false, 0.0), false, 0.1));
        assert!(tap(&mut taps, 0.0, 1.0));
    }

    #[test]
    fn a_key_that_is_held_answers_once_and_repeats_into_nothing() {
        let mut taps = taps();
        assert!(!taps.passes(&key(true), true, 0.0));
        assert!(!taps.passes(&key(true), false, 0.6));
        assert!(!taps.passes(&Event::Text("a".to_owned()), false, 0.6));
        assert!(!taps.passes(&key(false), false, 0.7));
        assert!(taps.passes(&key(true), false, 0.8));
        assert!(taps.passes(&Event::Text("a".to_owned()), false, 0.8));
    }

    #[test]
    fn nothing_is_taken_to_a_clipboard_that_outlives_the_person() {
        let mut taps = taps();
        for event in [Event::Copy, Event::Cut, Event::Paste("x".to_owned())] {
            assert!(!taps.passes(&event, false, 0.0));
        }
    }

    #[test]
    fn drumming_on_the_glass_is_one_tap() {
        let mut taps = taps();
        let counted = (0..50)
            .filter(|beat| tap(&mut taps, 0.0, f64::from(*beat) * 0.02))
            .count();
        assert_eq!(counted, 1);
    }
}
