//! The terminal with a keypad and with a keyboard: nothing here touches the glass.

mod reach;

use std::collections::BTreeSet;

use egui::{Event, Key, Modifiers};
use linli_hall::ticket::Priority;
use linli_hall::{Actor, Role, TicketId, message, ticket};
use linli_kiosk::screens::{Message, Screen, Step};
use linli_kiosk::typing::Board;
use linli_look::focus;
use linli_texts::Lang;

use crate::terminal::Terminal;

/// Arrows between any two controls of a screen, at most.
const STEPS_MAX: usize = 40;

/// Presses a key and draws until the focus has settled.
fn press(terminal: &mut Terminal, key: Key) {
    terminal.harness.key_press(key);
    terminal.harness.step();
    terminal.harness.step();
}

/// Presses OK as slowly as a hand does.
pub(crate) fn ok(terminal: &mut Terminal) {
    terminal.wait(0.6);
    press(terminal, Key::Enter);
}

fn type_text(terminal: &mut Terminal, text: &str, apart_secs: f32) {
    for letter in text.chars() {
        terminal.harness.event(Event::Text(letter.to_string()));
        terminal.wait(apart_secs);
    }
}

/// The arrows that lead from where the keys are to the control of this name, as few as there are.
fn way(terminal: &Terminal, name: &str) -> Vec<Key> {
    const ARROWS: [Key; 4] = [
        Key::ArrowUp,
        Key::ArrowDown,
        Key::ArrowLeft,
        Key::ArrowRight,
    ];
    let crossings = focus::crossings(&terminal.harness.ctx);
    let here = focus::current_name(&terminal.harness.ctx);
    let here = crossings
        .iter()
        .position(|crossing| Some(&crossing.name) == here.as_ref())
        .unwrap_or(0);
    let mut ways = vec![(here, Vec::new())];
    let mut seen = BTreeSet::from([here]);
    for step in 0.. {
        let Some((at, way)) = ways.get(step).cloned() else {
            break;
        };
        if crossings[at].name == name {
            return way;
        }
        for (key, next) in ARROWS.into_iter().zip(crossings[at].arrows) {
            if let Some(next) = next.filter(|next| seen.insert(*next)) {
                let way = way.iter().copied().chain([key]).collect();
                ways.push((next, way));
            }
        }
    }
    panic!("no arrows lead to {name} on {}", terminal.screen());
}

/// Goes to a control by arrows.
#[track_caller]
pub(crate) fn go(terminal: &mut Terminal, name: &str) {
    if terminal.focused_by_keys().is_none() {
        press(terminal, Key::ArrowDown);
    }
    // Candidates come and go meanwhile: as a person does, it looks where it is after each arrow.
    for _ in 0..STEPS_MAX {
        let Some(key) = way(terminal, name).first().copied() else {
            break;
        };
        press(terminal, key);
    }
    assert_eq!(terminal.focused_by_keys().as_deref(), Some(name));
}

/// Goes to a control by arrows and presses OK.
#[track_caller]
pub(crate) fn choose(terminal: &mut Terminal, name: &str) {
    go(terminal, name);
    ok(terminal);
}

fn writing(terminal: &Terminal) -> &Message {
    let Screen::Message(message) = terminal.app().screen() else {
        panic!("no message is being written");
    };
    message
}

fn text(terminal: &Terminal) -> &str {
    writing(terminal).words.text()
}

/// At the field of a message, by keys alone.
fn at_the_field() -> Terminal {
    let mut terminal = Terminal::start();
    ok(&mut terminal);
    terminal.until_screen("home");
    choose(&mut terminal, "留言");
    terminal.until_screen("message");
    terminal
}

#[test]
fn ok_begins_and_a_number_is_two_more_away() {
    let mut terminal = Terminal::start();
    ok(&mut terminal);
    terminal.until_screen("home");
    terminal.until("the first choice has the ring", |terminal| {
        terminal.focused_by_keys().as_deref() == Some("取号办事")
    });
    ok(&mut terminal);
    terminal.until_screen("services");
    choose(&mut terminal, "社保");
    terminal.until_screen("result");
    assert_eq!(terminal.numbers_given(), 1);
    terminal.until("ok has the ring", |terminal| {
        terminal.focused_by_keys().as_deref() == Some("我知道了")
    });
    ok(&mut terminal);
    terminal.until_screen("home");
}

#[test]
fn someone_is_seen_first_by_keys_alone() {
    let mut terminal = Terminal::start();
    ok(&mut terminal);
    choose(&mut terminal, "需要优先办理？请点这里");
    terminal.until_screen("priority");
    choose(&mut terminal, "70 岁以上");
    terminal.until_screen("services");
    choose(&mut terminal, "社保");
    terminal.until_screen("result");
    let shown = ticket::Show {
        ticket: TicketId(1),
    };
    let shown = terminal.hall.ask(&Actor::owner(), shown).unwrap();
    assert_eq!(shown.ticket.priority, Some(Priority::Age));
}

#[test]
fn large_type_and_the_language_are_changed_by_keys_and_keep_the_ring() {
    let mut terminal = Terminal::start();
    ok(&mut terminal);
    choose(&mut terminal, "大字");
    assert!(terminal.app_is_large());
    assert_eq!(terminal.focused_by_keys().as_deref(), Some("大字"));
    choose(&mut terminal, "English");
    assert_eq!(terminal.app().session().lang, Lang::EN);
    // The word at this place is another one now; the ring stays at the place.
    assert!(terminal.focused_by_keys().is_some());
    ok(&mut terminal);
    assert_ne!(terminal.app().session().lang, Lang::EN);
}

#[test]
fn a_message_is_spelled_and_sent_with_a_number_by_keys_alone() {
    let mut terminal = at_the_field();
    assert_eq!(writing(&terminal).typing.board(), Board::Pinyin);
    // From a keypad, OK in the field leads on to the keys.
    ok(&mut terminal);
    for letter in ["s", "h", "e", "q", "u"] {
        choose(&mut terminal, letter);
    }
    terminal.until("the word is offered", |terminal| {
        let typing = &writing(terminal).typing;
        typing.is_settled() && typing.candidates().iter().any(|one| one.text == "社区")
    });
    choose(&mut terminal, "社区");
    assert_eq!(text(&terminal), "社区");
    choose(&mut terminal, "写好了");
    for digit in "13812345678".chars() {
        choose(&mut terminal, &digit.to_string());
    }
    choose(&mut terminal, "发送");
    terminal.until("it is sent", |terminal| {
        matches!(writing(terminal).step, Step::Sent(_))
    });
    let clerk = Actor::new(Role::Clerk, "李老师");
    let list = terminal.hall.ask(&clerk, message::List::default()).unwrap();
    assert_eq!(list[0].words.readable(), Some("社区"));
    choose(&mut terminal, "我知道了");
    terminal.until_screen("home");
}

#[test]
fn help_is_called_by_keys_and_home_is_a_key() {
    let mut terminal = Terminal::start();
    ok(&mut terminal);
    press(&mut terminal, Key::F1);
    terminal.until_screen("help");
    ok(&mut terminal);
    terminal.until("the staff know", |terminal| terminal.shows("已经通知了"));
    press(&mut terminal, Key::Home);
    terminal.until_screen("home");
}

#[test]
fn escape_leads_back_to_what_was_pressed() {
    let mut terminal = Terminal::start();
    ok(&mut terminal);
    choose(&mut terminal, "留言");
    terminal.until_screen("message");
    press(&mut terminal, Key::Escape);
    terminal.until_screen("home");
    terminal.until("the card has the ring again", |terminal| {
        terminal.focused_by_keys().as_deref() == Some("留言")
    });
}

#[test]
fn a_finger_takes_the_ring_away() {
    let mut terminal = Terminal::start();
    ok(&mut terminal);
    terminal.until_screen("home");
    assert!(terminal.focused_by_keys().is_some());
    terminal.wait(0.6);
    terminal.tap("取号办事");
    terminal.until_screen("services");
    assert_eq!(terminal.focused_by_keys(), None);
    // OK shows where one is before it presses anything.
    press(&mut terminal, Key::Enter);
    terminal.wait(0.3);
    assert_eq!(terminal.screen(), "services");
    assert_eq!(terminal.focused_by_keys().as_deref(), Some("社保"));
}

#[test]
fn the_countdown_is_answered_by_any_key_which_does_nothing_else() {
    let mut terminal = Terminal::start();
    ok(&mut terminal);
    ok(&mut terminal);
    terminal.until_screen("services");
    for key in [Key::Enter, Key::ArrowDown, Key::Escape, Key::Home, Key::Q] {
        let before = terminal.focused_by_keys();
        terminal.wait(63.0);
        assert!(terminal.harness_has_button("我还在，继续"), "{key:?}");
        assert_eq!(terminal.focused_by_keys().as_deref(), Some("我还在，继续"));
        press(&mut terminal, key);
        terminal.wait(0.3);
        assert_eq!(terminal.screen(), "services", "{key:?}");
        assert!(!terminal.harness_has_button("我还在，继续"), "{key:?}");
        assert_eq!(terminal.focused_by_keys(), before, "{key:?}");
        assert_eq!(terminal.numbers_given(), 0);
    }
}

#[test]
fn a_held_ok_and_a_nervous_one_press_once() {
    let mut terminal = Terminal::start();
    ok(&mut terminal);
    terminal.until_screen("home");
    terminal.wait(0.6);
    for _ in 0..60 {
        terminal.harness.key_down(Key::Enter);
        terminal.harness.step();
    }
    terminal.harness.key_up(Key::Enter);
    terminal.wait(0.6);
    assert_eq!(terminal.screen(), "services");
    press(&mut terminal, Key::Enter);
    terminal.wait(0.1);
    press(&mut terminal, Key::Enter);
    terminal.until_screen("result");
    terminal.wait(0.3);
    assert_eq!(terminal.screen(), "result");
    assert_eq!(terminal.numbers_given(), 1);
}

/// Whether something of this colour was painted in the last frame.
fn paints(terminal: &Terminal, colour: egui::Color32) -> bool {
    let shapes = &terminal.harness.output().shapes;
    shapes.iter().any(|clipped| match &clipped.shape {
        egui::Shape::Rect(rect) => rect.fill == colour,
        _ => false,
    })
}

#[test]
fn ok_is_seen_on_what_it_presses_before_anything_comes_of_it() {
    let mut terminal = Terminal::start();
    ok(&mut terminal);
    terminal.until_screen("home");
    terminal.wait(0.6);
    let press = terminal.app().look().colours.press;
    assert!(!paints(&terminal, press));
    // The frame in which it is pressed, before the key comes up again.
    terminal.harness.key_down(Key::Enter);
    terminal.harness.step();
    assert!(paints(&terminal, press));
}

#[test]
fn the_same_letter_twice_is_two_letters() {
    let mut terminal = at_the_field();
    choose(&mut terminal, "英文字母");
    go(&mut terminal, "l");
    for _ in 0..2 {
        press(&mut terminal, Key::Enter);
        terminal.wait(0.15);
    }
    assert_eq!(text(&terminal), "ll");
    assert_eq!(terminal.focused_by_keys().as_deref(), Some("l"));
}

#[test]
fn what_is_typed_reaches_the_field_from_wherever_the_ring_is() {
    let mut terminal = at_the_field();
    go(&mut terminal, "写好了");
    type_text(&mut terminal, "ok", 0.2);
    assert_eq!(text(&terminal), "ok");
    // Whoever types has a keyboard, and Enter begins a new line.
    ok(&mut terminal);
    type_text(&mut terminal, "b", 0.2);
    assert_eq!(text(&terminal), "ok\nb");
    // Left moves the cursor; at the beginning of the text there is nothing to the left but what else
    // is there, and up and down lead out.
    press(&mut terminal, Key::ArrowLeft);
    type_text(&mut terminal, "a", 0.2);
    assert_eq!(text(&terminal), "ok\nab");
    press(&mut terminal, Key::ArrowDown);
    assert_ne!(terminal.focused_by_keys().as_deref(), Some("您想说什么？"));
}

#[test]
fn a_number_that_is_typed_is_sent_by_enter() {
    let mut terminal = at_the_field();
    type_text(&mut terminal, "hi", 0.2);
    choose(&mut terminal, "写好了");
    type_text(&mut terminal, "13812345678", 0.2);
    ok(&mut terminal);
    terminal.until("it is sent", |terminal| {
        matches!(writing(terminal).step, Step::Sent(_))
    });
}

#[test]
fn a_scanner_that_types_presses_nothing_and_is_heard() {
    let mut terminal = Terminal::start();
    ok(&mut terminal);
    terminal.until_screen("home");
    terminal.wait(0.6);
    type_text(&mut terminal, "6901234567892", 0.02);
    press(&mut terminal, Key::Enter);
    terminal.wait(0.6);
    assert_eq!(terminal.screen(), "home");
    let scans: Vec<&str> = terminal.app().scans().collect();
    assert_eq!(scans, ["6901234567892"]);
    ok(&mut terminal);
    terminal.until_screen("services");
}

#[test]
fn a_scanner_that_types_where_somebody_writes_writes() {
    let mut terminal = at_the_field();
    go(&mut terminal, "写好了");
    type_text(&mut terminal, "6901234567892", 0.02);
    press(&mut terminal, Key::Enter);
    terminal.wait(0.6);
    assert_eq!(text(&terminal), "6901234567892");
    assert_eq!(writing(&terminal).step, Step::Words);
    assert_eq!(terminal.app().scans().count(), 0);
}

#[test]
fn the_arrows_go_where_the_map_says() {
    let mut terminal = at_the_field();
    let count = focus::crossings(&terminal.harness.ctx).len();
    let names: Vec<String> = focus::crossings(&terminal.harness.ctx)
        .into_iter()
        .map(|crossing| crossing.name)
        .collect();
    assert!(count > 30);
    for name in names {
        go(&mut terminal, &name);
    }
}

#[test]
fn shift_and_tab_go_the_other_way() {
    let mut terminal = Terminal::start();
    ok(&mut terminal);
    terminal.until_screen("home");
    press(&mut terminal, Key::Tab);
    assert_eq!(terminal.focused_by_keys().as_deref(), Some("留言"));
    terminal
        .harness
        .key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    terminal.harness.step();
    assert_eq!(terminal.focused_by_keys().as_deref(), Some("取号办事"));
}
