//! What a speech engine is asked to say, and what happens when it fails.

use std::fs;

use linli_devices::speech::{
    EngineStatus, EngineUse, Outlet, Pace, Passage, SimulatedEngine, SpeechEvent, Utterance,
    UtteranceId, Voice,
};

use crate::samples::PATIENCE;
use crate::speaker::write_tone;
use crate::speech::{Desk, queued, say, score};

fn english(id: u64, text: &str) -> Utterance {
    Utterance::new(id, "en", text)
}

fn finished(id: u64) -> SpeechEvent {
    SpeechEvent::Finished(UtteranceId(id))
}

fn with(desk: &Desk, engine: &SimulatedEngine, used_for: EngineUse) -> Voice {
    Voice::new(desk.pack()).with_engine(engine.clone(), used_for)
}

#[test]
fn the_engine_says_what_is_not_recorded_and_nothing_else() {
    let (desk, engine) = (Desk::new(), SimulatedEngine::new());
    let voice = with(&desk, &engine, EngineUse::default());
    let (reader, mut events) = desk.start_with(false, voice);
    let text = "Please choose. Your number is A012. Please choose.";
    reader.say(english(1, text)).unwrap();
    events.until(|event| *event == finished(1));
    let said = engine.said();
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].text, "Your number is A012");
    assert_eq!(
        (said[0].manner.volume, said[0].manner.pace),
        (64, Pace::Usual)
    );
    let heard = desk.loudspeaker.heard();
    // The engine's own pause stands for the silence before it.
    assert_eq!(score(&heard[0].0), [(900, 400)]);
    assert_eq!(score(&heard[1].0), [(0, 400), (900, 400)]);
    let missing = |event: &SpeechEvent| matches!(event, SpeechEvent::Missing(..));
    assert!(!events.so_far().iter().any(missing));
    assert!(
        events
            .so_far()
            .contains(&SpeechEvent::Engine(EngineStatus::Ready))
    );
}

#[test]
fn an_engine_is_not_asked_in_a_language_that_it_is_not_for() {
    let (desk, engine) = (Desk::new(), SimulatedEngine::new());
    let voice = with(&desk, &engine, EngineUse::default());
    let (reader, mut events) = desk.start_with(false, voice);
    reader.say(say(1, "没有录音")).unwrap();
    events.until(|event| *event == finished(1));
    assert!(engine.said().is_empty());
}

#[test]
fn an_engine_speaks_only_where_the_utterance_is_heard() {
    for (outlet, has_private) in [(Outlet::Loudspeaker, true), (Outlet::Private, false)] {
        let (desk, engine) = (Desk::new(), SimulatedEngine::new());
        let used_for = EngineUse {
            outlet,
            ..EngineUse::default()
        };
        let (reader, mut events) = desk.start_with(has_private, with(&desk, &engine, used_for));
        reader.say(english(1, "Not recorded")).unwrap();
        events.until(|event| *event == finished(1));
        assert!(engine.said().is_empty());
    }
    let (desk, engine) = (Desk::new(), SimulatedEngine::new());
    let used_for = EngineUse {
        outlet: Outlet::Private,
        ..EngineUse::default()
    };
    let (reader, mut events) = desk.start_with(true, with(&desk, &engine, used_for));
    let mut name = english(1, "Jane Smith");
    name.is_personal = true;
    reader.say(name.clone()).unwrap();
    events.until(|event| *event == finished(1));
    assert_eq!(engine.said().len(), 1);
    desk.headphone.set_unplugged(true);
    name.id = UtteranceId(2);
    reader.say(name).unwrap();
    events.until(|event| *event == SpeechEvent::Withheld(UtteranceId(2)));
    assert_eq!(engine.said().len(), 1);
}

#[test]
fn a_headphone_pulled_before_the_engine_speaks_keeps_it_silent() {
    let (desk, engine) = (Desk::new(), SimulatedEngine::new());
    let used_for = EngineUse {
        outlet: Outlet::Private,
        ..EngineUse::default()
    };
    let (reader, mut events) = desk.start_with(true, with(&desk, &engine, used_for));
    engine.hold();
    let mut first = english(1, "First thing. Second thing");
    first.is_personal = true;
    reader.say(first).unwrap();
    assert!(engine.wait_until_held(PATIENCE));
    desk.headphone.set_unplugged(true);
    engine.release();
    events.until(|event| *event == SpeechEvent::Withheld(UtteranceId(1)));
    assert_eq!(engine.said().len(), 1);
}

#[test]
fn an_engine_that_dies_in_the_middle_is_followed_by_syllables() {
    let (desk, engine) = (Desk::new(), SimulatedEngine::new());
    engine.break_off();
    let zh = desk.folder.path().join("zh-CN");
    fs::write(zh.join("readings.tsv"), "你\tni3\n好\thao3\n").unwrap();
    write_tone(&zh.join("syllable/ni2.wav"), 400.0, 200);
    write_tone(&zh.join("syllable/hao3.wav"), 400.0, 200);
    let used_for = EngineUse {
        locales: vec!["zh-CN".into()],
        ..EngineUse::default()
    };
    let (reader, mut events) = desk.start_with(false, with(&desk, &engine, used_for));
    reader.say(say(1, "你好，你好。请稍候")).unwrap();
    events.until(|event| *event == finished(1));
    // It is asked once, and not again for this utterance.
    assert_eq!(engine.said().len(), 1);
    let heard = desk.loudspeaker.heard();
    let wanted = [(400, 388), (0, 250), (400, 388), (0, 400), (500, 400)];
    let score = score(&heard[0].0);
    assert_eq!(score.len(), wanted.len());
    for (heard, wanted) in score.iter().zip(wanted) {
        let is_near = heard.0.abs_diff(wanted.0) <= 10 && heard.1.abs_diff(wanted.1) <= 12;
        assert!(is_near, "{score:?}");
    }
}

#[test]
fn hush_and_calls_silence_the_engine_too() {
    let (desk, engine) = (Desk::new(), SimulatedEngine::new());
    engine.hold();
    let voice = with(&desk, &engine, EngineUse::default());
    let (reader, mut events) = desk.start_with(false, voice);
    reader.say(english(1, "Not recorded")).unwrap();
    assert!(engine.wait_until_held(PATIENCE));
    reader.hush();
    events.until(|event| *event == SpeechEvent::Cut(UtteranceId(1)));

    reader.say(english(2, "Not recorded")).unwrap();
    assert!(engine.wait_until_held(PATIENCE));
    reader.give_way(true);
    events.until(|event| *event == SpeechEvent::Held(UtteranceId(2)));
    engine.release();
    reader.give_way(false);
    events.until(|event| *event == finished(2));
    let whole: Vec<bool> = engine.said().iter().map(|said| said.is_whole).collect();
    assert_eq!(whole, [false, false, true]);
}

#[test]
fn an_engine_that_is_away_is_a_status_and_the_rest_is_said() {
    let (desk, engine) = (Desk::new(), SimulatedEngine::new());
    engine.set_absent(true);
    let voice = with(&desk, &engine, EngineUse::default());
    let (reader, mut events) = desk.start_with(false, voice);
    events.until(|event| *event == SpeechEvent::Engine(EngineStatus::Absent));
    reader
        .say(english(1, "Please choose. Not recorded"))
        .unwrap();
    let missing = SpeechEvent::Missing(UtteranceId(1), vec!["Not recorded".into()]);
    events.until(|event| *event == missing);
    engine.set_absent(false);
    reader.say(queued(english(2, "Not recorded"))).unwrap();
    events.until(|event| *event == finished(2));
    assert_eq!(engine.said().len(), 1);
}

#[test]
fn an_engine_says_a_chosen_character_in_the_same_words() {
    let (desk, engine) = (Desk::new(), SimulatedEngine::new());
    let list = desk.folder.path().join("zh-CN/examples.tsv");
    fs::write(list, "中\t中国\n").unwrap();
    let used_for = EngineUse {
        locales: vec!["zh-CN".into()],
        ..EngineUse::default()
    };
    let (reader, mut events) = desk.start_with(false, with(&desk, &engine, used_for));
    let mut utterance = say(1, "");
    utterance.passages = vec![Passage::Character('中'), Passage::Character('，')];
    reader.say(utterance).unwrap();
    events.until(|event| *event == finished(1));
    let texts: Vec<String> = engine.said().into_iter().map(|said| said.text).collect();
    assert_eq!(texts, ["中，中国的中", "逗号"]);
}
