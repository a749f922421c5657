//! Somebody who only listens: with a keypad, with a headphone, and without touching anything.

use std::time::Duration;

use egui::{Event, Key};
use linli_devices::speaker::{SimulatedSpeaker, VoicePack};
use linli_devices::speech::{
    Outlet, Outlets, Reader, ReaderSettings, SimulatedEngine, SpeechLimits, Voice,
};
use linli_kiosk::app::{IDLE_SECS, LISTENING_SECS_MAX};
use linli_kiosk::backstage::ReaderMaker;
use linli_texts::Lang;

use super::{Heard, NOT_ALOUD, has, is_said};
use crate::keys::{choose, go, ok};
use crate::terminal::Making;

impl Heard {
    /// Goes to a control by arrows, listens to what it is, and presses OK.
    #[track_caller]
    fn point_at_and_choose(&mut self, name: &str) {
        go(&mut self.terminal, name);
        self.terminal.until_silent();
        ok(&mut self.terminal);
        self.terminal.until_silent();
    }
}

/// Longer than everything of a screen that moves by itself.
const A_WHILE: f32 = 1.5;

#[test]
fn who_uses_keys_hears_each_screen_and_the_number_to_their_end() {
    let mut heard = Heard::aloud(Making::portrait()).listening();
    // The first key shows where one is.
    heard.key(Key::ArrowDown);
    for (screen, words) in [
        ("services", ["您要办哪一件事", "社保"]),
        ("result", ["取号成功", "A001"]),
    ] {
        let before = heard.so_far().len();
        ok(&mut heard.terminal);
        if screen == "services" {
            heard.engine.hold();
        }
        heard.terminal.until_screen(screen);
        // The focus comes, and what counts down counts down, while the first words are being said.
        heard.terminal.wait(A_WHILE);
        heard.engine.release();
        let said = heard.so_far();
        let said = &said[before..];
        assert!(said.iter().all(|one| one.is_whole), "{said:?}");
        for words in words {
            assert!(has(said, words), "{words} in {said:?}");
        }
    }
}

#[test]
fn an_arrow_that_leads_nowhere_says_where_one_is_and_a_key_says_all_again() {
    let mut heard = Heard::aloud(Making::portrait()).listening();
    heard.key(Key::ArrowUp);
    for _ in 0..4 {
        heard.key(Key::ArrowUp);
    }
    let here = heard.terminal.focused_by_keys().unwrap();
    let before = heard.so_far().len();
    heard.key(Key::ArrowUp);
    let said = heard.so_far();
    assert!(has(&said[before..], &here), "{:?}", &said[before..]);
    heard.terminal.wait(0.6);
    heard.key(Key::F3);
    heard.terminal.wait(0.1);
    let again = heard.so_far();
    assert!(has(&again[said.len()..], "您好"));
}

#[test]
fn which_keys_somebody_is_on_is_not_said_aloud_where_they_write_with_them() {
    for (mut heard, is_private) in [
        (Heard::aloud(Making::portrait()).listening(), false),
        (Heard::privately(Making::portrait()).listening(), true),
    ] {
        choose(&mut heard.terminal, "留言");
        heard.terminal.until_screen("message");
        heard.terminal.until_silent();
        for letter in ["s", "h", "e"] {
            heard.point_at_and_choose(letter);
        }
        heard.terminal.until("社 is offered", |terminal| {
            terminal.harness_has_button("社")
        });
        heard.point_at_and_choose("社");
        heard.point_at_and_choose("写好了");
        heard.point_at_and_choose("8");
        let said = heard.so_far();
        for own in ["s", "h", "e", "社", "8"] {
            let is_said = said.iter().any(|said| said.text.eq_ignore_ascii_case(own));
            assert_eq!(is_said, is_private, "{own} in {said:?}");
        }
        assert_eq!(has(&said, NOT_ALOUD), !is_private);
        // What a key does is nobody's own.
        assert!(has(&said, "写好了"));
    }
}

#[test]
fn nothing_of_the_screen_before_is_said_after_a_touch() {
    let mut heard = Heard::aloud(Making::portrait()).listening();
    let before = heard.so_far().len();
    heard.terminal.tap("English");
    heard.terminal.wait(0.2);
    let said = heard.so_far();
    let said = &said[before..];
    assert!(has(said, "Hello"), "{said:?}");
    let strays: Vec<_> = said
        .iter()
        .filter(|one| one.locale != Lang::EN.tag() || one.text.contains("您好"))
        .collect();
    assert!(strays.is_empty(), "{strays:?}");
}

#[test]
fn who_is_being_spoken_to_is_not_asked_whether_they_are_there() {
    let mut heard = Heard::aloud(Making::portrait()).listening();
    heard.engine.hold();
    heard.terminal.tap("取号办事");
    heard.terminal.until_screen("services");
    assert!(heard.engine.wait_until_held(Duration::from_secs(20)));
    heard.terminal.leap(IDLE_SECS + 40.0);
    assert!(!heard.terminal.harness_has_button("我还在，继续"));
    heard.engine.release();
    heard.terminal.until_silent();
    heard.terminal.skip(IDLE_SECS - 5.0);
    assert!(!heard.terminal.harness_has_button("我还在，继续"));
    heard.terminal.skip(6.0);
    assert!(heard.terminal.harness_has_button("我还在，继续"));
}

#[test]
fn the_question_whether_somebody_is_there_waits_for_no_speech_that_does_not_end() {
    let mut heard = Heard::aloud(Making::portrait()).listening();
    heard.engine.hold();
    heard.terminal.tap("取号办事");
    heard.terminal.until_screen("services");
    assert!(heard.engine.wait_until_held(Duration::from_secs(20)));
    heard.terminal.leap(LISTENING_SECS_MAX - 1.0);
    heard.terminal.leap(IDLE_SECS + 2.0);
    assert!(heard.terminal.harness_has_button("我还在，继续"));
    let engine = heard.engine.clone();
    heard.terminal.until("the screen is cut off", |_| {
        engine.said().last().is_some_and(|said| !said.is_whole)
    });
    heard.engine.release();
    heard.until_said("您还在吗");
    heard.terminal.skip(10.0);
    let said = heard.so_far();
    let asked = said.iter().filter(|said| said.text.contains("您还在吗"));
    assert!(asked.count() >= 2, "{said:?}");
    assert!(has(&said, "20 秒"), "{said:?}");
}

/// A reader whose headphone can be plugged in.
fn with_headphone(engine: &SimulatedEngine, headphone: &SimulatedSpeaker) -> ReaderMaker {
    let used_for = linli_devices::speech::EngineUse {
        outlet: Outlet::Private,
        locales: Lang::all().map(|lang| lang.tag().to_owned()).collect(),
    };
    let voice = Voice::new(VoicePack::open("/nowhere", None)).with_engine(engine.clone(), used_for);
    let outlets = Outlets::new(SimulatedSpeaker::new()).with_private(headphone.clone());
    let settings = ReaderSettings {
        limits: SpeechLimits {
            look_every: Duration::from_millis(20),
            ..SpeechLimits::default()
        },
        ..ReaderSettings::default()
    };
    Box::new(move |tell| Reader::start(outlets, voice, settings, tell))
}

#[test]
fn a_headphone_that_is_plugged_in_begins_the_voice_and_pulled_out_ends_it() {
    let engine = SimulatedEngine::new();
    let headphone = SimulatedSpeaker::new();
    headphone.set_unplugged(true);
    let making = Making::portrait().reader(with_headphone(&engine, &headphone));
    let mut terminal = making.start();
    terminal.until("it is known where speech is heard", |terminal| {
        terminal.app().outlet().is_some()
    });
    assert_eq!(terminal.screen(), "idle");
    headphone.set_unplugged(false);
    terminal.until_screen("voice");
    terminal.until("it is said how it goes on", |_| {
        is_said(&engine, "按方向键选择")
    });
    headphone.set_unplugged(true);
    terminal.until_screen("home");
    assert!(!terminal.app().session().modes.voice);
}

#[test]
fn a_handset_that_is_always_there_asks_for_nothing() {
    let engine = SimulatedEngine::new();
    let making = Making::portrait().reader(with_headphone(&engine, &SimulatedSpeaker::new()));
    let mut terminal = making.start();
    terminal.until("it is known where speech is heard", |terminal| {
        terminal.app().outlet() == Some(Outlet::Private)
    });
    assert_eq!(terminal.screen(), "idle");
    assert!(engine.said().is_empty());
}

#[test]
fn a_terminal_that_cannot_speak_asks_nobody_whether_it_is_heard() {
    let mut terminal = Making::portrait().without_reader().start();
    terminal.arrive();
    assert!(!terminal.harness_has_button("语音"));
    terminal.harness.key_press(Key::F2);
    terminal.wait(0.2);
    assert_eq!(terminal.screen(), "home");
    assert!(!terminal.app().session().modes.voice);
}

#[test]
fn what_is_erased_and_what_stands_in_the_field_is_said_into_the_ear() {
    let mut heard = Heard::privately(Making::portrait()).listening();
    choose(&mut heard.terminal, "留言");
    heard.terminal.until_screen("message");
    heard.terminal.until_silent();
    for letter in ["灯", "坏"] {
        let text = Event::Text(letter.to_owned());
        heard.terminal.harness.event(text);
        heard.terminal.wait(0.2);
    }
    heard.terminal.until_silent();
    let before = heard.so_far().len();
    choose(&mut heard.terminal, "删除");
    let said = heard.so_far();
    let said = &said[before..];
    assert!(said.iter().any(|one| one.text == "坏"), "{said:?}");
    heard.key(Key::Tab);
    heard.terminal.until_silent();
    let before = heard.so_far().len();
    // The field again, with what is in it.
    go(&mut heard.terminal, "想对我们说什么？");
    let said = heard.so_far();
    assert!(has(&said[before..], "灯"), "{:?}", &said[before..]);
}
