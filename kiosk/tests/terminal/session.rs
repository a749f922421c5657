//! What belongs to a person, and its end.

use linli_look::Tone;

use crate::terminal::Terminal;

#[test]
fn the_countdown_asks_after_a_minute_and_wipes_half_a_minute_later() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.tap("English");
    terminal.tap("Large");
    terminal.wait(59.0);
    assert!(!terminal.shows("Are you still there?"));
    terminal.wait(2.5);
    assert!(terminal.harness_has_button("Yes, carry on"));
    terminal.wait(30.0);
    assert_eq!(terminal.screen(), "idle");
    // Language and size are the hall's own again.
    assert!(terminal.shows("点一下，开始"));
    assert!(!terminal.app_is_large());
}

#[test]
fn one_tap_anywhere_goes_on_and_presses_nothing() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.tap("English");
    let card = terminal.place("Social security");
    terminal.wait(63.0);
    assert!(terminal.harness_has_button("Yes, carry on"));
    terminal.press(card);
    terminal.release(card);
    terminal.wait(0.3);
    assert_eq!(terminal.screen(), "services");
    assert!(!terminal.harness_has_button("Yes, carry on"));
    assert_eq!(terminal.numbers_given(), 0);
}

#[test]
fn a_home_screen_that_nobody_uses_goes_to_rest_without_asking() {
    let mut terminal = Terminal::start();
    terminal.arrive();
    terminal.wait(61.5);
    assert_eq!(terminal.screen(), "idle");
}

#[test]
fn a_number_that_is_left_standing_goes_with_all_that_was_set() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.tap("大字");
    terminal.tap("社保");
    terminal.until_screen("result");
    terminal.until("the slip is out", |terminal| terminal.shows("小票已打好"));
    terminal.wait(21.0);
    assert_eq!(terminal.screen(), "home");
    assert!(!terminal.shows("A001"));
    assert!(!terminal.app_is_large());
}

#[test]
fn a_number_stays_for_as_long_as_somebody_touches_the_glass() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.tap("社保");
    terminal.until_screen("result");
    terminal.until("the slip is out", |terminal| terminal.shows("小票已打好"));
    for mode in ["大字", "大字", "English"] {
        terminal.wait(15.0);
        terminal.tap(mode);
        assert_eq!(terminal.screen(), "result");
    }
    terminal.wait(21.0);
    assert_eq!(terminal.screen(), "home");
}

#[test]
fn the_way_back_from_help_leads_to_the_number() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.tap("社保");
    terminal.until_screen("result");
    terminal.tap("请人帮忙");
    terminal.until_screen("help");
    terminal.tap("返回");
    terminal.until_screen("result");
}

#[test]
fn a_person_is_called_once_however_often_it_is_asked() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.tap("请人帮忙");
    terminal.until_screen("help");
    let button = terminal.place("请工作人员过来");
    for _ in 0..4 {
        terminal.press(button);
        terminal.release(button);
    }
    terminal.until("the staff know", |terminal| terminal.shows("已经通知了"));
    let calls = terminal
        .hall
        .ask(
            &linli_hall::Actor::owner(),
            linli_hall::help::List::default(),
        )
        .unwrap();
    assert_eq!(calls.len(), 1);
}

/// From the morning of the sample hall into its evening.
const NINE_HOURS_SECS: i64 = 9 * 60 * 60;

#[test]
fn the_evening_tone_waits_until_nobody_is_at_the_glass() {
    let mut terminal = Terminal::start();
    terminal.arrive();
    terminal.tap("English");
    terminal.clock.advance(NINE_HOURS_SECS);
    terminal.wait(1.0);
    assert_eq!(terminal.app().session().tone, Tone::Day);
    terminal.wait(92.0);
    assert_eq!(terminal.screen(), "idle");
    assert_eq!(terminal.app().session().tone, Tone::Evening);
}

#[test]
fn high_contrast_overrules_the_evening() {
    let mut terminal = Terminal::start();
    terminal.clock.advance(NINE_HOURS_SECS);
    terminal.wait(0.1);
    terminal.arrive();
    assert_eq!(terminal.tone(), Tone::Evening);
    terminal.tap("清晰");
    assert_eq!(terminal.tone(), Tone::Contrast);
    terminal.wait(0.6);
    terminal.tap("清晰");
    assert_eq!(terminal.tone(), Tone::Evening);
}
