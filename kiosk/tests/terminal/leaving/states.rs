//! Every screen in each of its states, as the pictures show them.

use egui::{Event, Key};
use linli_kiosk::gallery::{self, Showing};
use linli_kiosk::screens::{Message, Modes, Screen};
use linli_look::audit;
use linli_texts::Lang;

use super::{Traces, UNTIL_ASKED, UNTIL_GONE, asks, forget_drawn, leave, nobody_here, now};
use crate::terminal::{Making, Terminal};

const WRITTEN: &str = "私事";

/// Somebody has set everything their own way and is on this screen.
fn be_at(terminal: &mut Terminal, showing: &Showing, listens: bool) {
    let secs = now(terminal);
    let ctx = terminal.harness.ctx.clone();
    let app = terminal.harness.state_mut();
    let mut screen = showing.screen.clone();
    match &mut screen {
        Screen::Result(result) => result.stay(secs),
        Screen::Message(message) => {
            Message::forget(&ctx);
            message.words.insert(&ctx, WRITTEN);
        }
        _ => {}
    }
    app.show(screen);
    app.session_mut().touch(secs);
    app.session_mut().lang = Lang::EN;
    app.session_mut().modes = Modes {
        large: true,
        low: true,
        contrast: true,
        voice: listens,
    };
    terminal.wait(0.1);
    terminal.until_known();
    terminal.until_silent();
    app_is_settled(terminal);
}

/// What was written is on the glass, so that its end can be seen.
fn app_is_settled(terminal: &Terminal) {
    if let Screen::Message(message) = terminal.app().screen() {
        assert!(message.words.text().ends_with(WRITTEN));
    }
}

/// What a tap on the countdown must not change.
fn standing(terminal: &mut Terminal) -> (Traces, Option<(String, Option<String>, bool)>) {
    let traces = Traces::now(terminal);
    let written = match terminal.app().screen() {
        Screen::Message(message) => Some((
            message.words.text().to_owned(),
            message.phone(),
            message.typing.is_settled(),
        )),
        _ => None,
    };
    (traces, written)
}

/// Comes to every screen, and has it spoken or not.
fn walk(listens: bool, each: impl Fn(&mut Terminal, &Showing, &Traces)) {
    let making = Making::portrait().hall(|hall| gallery::make_busy(hall).unwrap());
    let (mut terminal, _) = nobody_here(making);
    let taken = terminal.a_number();
    let view = terminal.app().hall().unwrap().clone();
    let nobody = Traces::now(&mut terminal);
    for showing in gallery::every_screen(&view, &taken, now(&terminal)) {
        be_at(&mut terminal, &showing, listens);
        each(&mut terminal, &showing, &nobody);
    }
}

#[test]
fn every_screen_asks_and_leaves_nothing_when_nobody_answers() {
    walk(true, |terminal, showing, nobody| {
        let name = showing.name;
        match &showing.screen {
            // The idle screen knows nothing of anyone but how it is set.
            Screen::Idle => {
                forget_drawn(terminal);
                terminal.skip(UNTIL_ASKED);
                assert_eq!(&Traces::of(terminal), nobody, "{name}");
            }
            // A number has a time of its own, which stands on its button.
            Screen::Result(_) => {
                let drawn = Traces::now(terminal).drawn;
                assert!(drawn.iter().any(|text| text.ends_with(" s")), "{name}");
                for _ in 0..3 {
                    terminal.skip(UNTIL_ASKED);
                }
                terminal.skip(UNTIL_ASKED);
                assert_eq!(terminal.screen(), "idle", "{name}");
                assert_eq!(&Traces::now(terminal), nobody, "{name}");
            }
            _ => leave(terminal, nobody),
        }
    });
}

#[test]
fn a_tap_on_the_countdown_goes_on_and_presses_nothing_beneath() {
    walk(false, |terminal, showing, _| {
        if matches!(showing.screen, Screen::Idle | Screen::Result(_)) {
            return;
        }
        let before = standing(terminal);
        terminal.harness.step();
        let places: Vec<egui::Pos2> = audit::take_controls(&terminal.harness.ctx)
            .iter()
            .map(|control| control.rect.center())
            .collect();
        for place in places {
            terminal.skip(UNTIL_ASKED);
            assert!(asks(terminal), "{}", showing.name);
            terminal.press(place);
            terminal.release(place);
            assert_eq!(standing(terminal), before, "{} at {place:?}", showing.name);
        }
        for event in [
            Event::Text("7".to_owned()),
            key(Key::Enter),
            key(Key::Backspace),
        ] {
            terminal.skip(UNTIL_ASKED);
            terminal.harness.event(event.clone());
            terminal.harness.step();
            assert_eq!(
                standing(terminal),
                before,
                "{} after {event:?}",
                showing.name
            );
        }
        terminal.skip(UNTIL_GONE);
        assert!(
            !asks(terminal),
            "{}: a touch begins the minute anew",
            showing.name
        );
    });
}

fn key(key: Key) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::NONE,
    }
}

#[test]
fn a_screen_behind_help_is_forgotten_with_it() {
    walk(false, |terminal, showing, nobody| {
        if matches!(showing.screen, Screen::Help(_) | Screen::Idle) {
            return;
        }
        terminal.tap("Help");
        assert_eq!(terminal.screen(), "help", "{}", showing.name);
        leave(terminal, nobody);
    });
}

#[test]
fn whoever_comes_next_finds_the_first_screen_as_it_was() {
    walk(false, |terminal, showing, _| {
        // How the first screen looks to somebody who comes first.
        terminal.skip(UNTIL_ASKED * 2.0);
        terminal.skip(UNTIL_ASKED * 2.0);
        let first = {
            terminal.arrive();
            Traces::now(terminal)
        };
        be_at(terminal, showing, false);
        terminal.skip(UNTIL_ASKED * 2.0);
        terminal.skip(UNTIL_ASKED * 2.0);
        terminal.arrive();
        assert_eq!(Traces::now(terminal), first, "{}", showing.name);
    });
}

#[test]
fn a_slip_that_is_not_out_in_time_is_done_without_and_the_number_stays() {
    walk(false, |terminal, showing, nobody| {
        if showing.name != "result" {
            return;
        }
        terminal.skip(20.5);
        assert!(terminal.shows("Please take a photo"));
        assert_eq!(terminal.screen(), "result");
        terminal.skip(60.5);
        assert_eq!(terminal.screen(), "home");
        terminal.skip(UNTIL_ASKED);
        assert_eq!(&Traces::now(terminal), nobody);
    });
}
