//! Slow hands, shaky hands, hands that slip.

use egui::vec2;
use linli_look::Glass;

use crate::terminal::Terminal;

fn points_per_mm() -> f32 {
    Glass {
        diagonal_inches: 21.5,
        pixels: [1080.0, 1920.0],
    }
    .points_per_mm()
}

#[test]
fn a_press_of_nearly_three_seconds_is_a_tap() {
    let mut terminal = Terminal::start();
    terminal.begin();
    let at = terminal.place("社保");
    terminal.press(at);
    terminal.wait(2.8);
    terminal.release(at);
    terminal.until_screen("result");
}

#[test]
fn a_press_that_wanders_seven_millimetres_is_a_tap() {
    let mut terminal = Terminal::start();
    terminal.begin();
    let at = terminal.place("社保");
    terminal.press(at);
    let wandered = at + vec2(7.0 * points_per_mm(), 0.0);
    terminal.harness.event(egui::Event::PointerMoved(wandered));
    terminal.harness.step();
    terminal.release(wandered);
    terminal.until_screen("result");
}

#[test]
fn a_press_that_is_drawn_away_is_no_tap() {
    let mut terminal = Terminal::start();
    terminal.begin();
    let at = terminal.place("社保");
    terminal.press(at);
    let away = at + vec2(0.0, 400.0);
    terminal.harness.event(egui::Event::PointerMoved(away));
    terminal.harness.step();
    terminal.release(away);
    terminal.wait(1.0);
    assert_eq!(terminal.screen(), "services");
    assert_eq!(terminal.numbers_given(), 0);
}

#[test]
fn the_second_half_of_a_double_tap_does_not_press_the_next_screen() {
    let mut terminal = Terminal::start();
    let at = terminal.place("点一下，开始");
    terminal.press(at);
    terminal.release(at);
    terminal.press(at);
    terminal.release(at);
    terminal.wait(1.0);
    assert_eq!(terminal.screen(), "home");
    assert_eq!(terminal.numbers_given(), 0);
}

#[test]
fn a_keyboard_reaches_a_number() {
    let mut terminal = Terminal::start();
    terminal.begin();
    for _ in 0..12 {
        terminal.harness.key_press(egui::Key::Tab);
        terminal.harness.step();
        if terminal.focused().as_deref() == Some("社保") {
            terminal.harness.key_press(egui::Key::Enter);
            terminal.until_screen("result");
            return;
        }
    }
    panic!("the keyboard did not reach 社保");
}
