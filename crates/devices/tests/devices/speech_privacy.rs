//! Whatever happens in whatever order: what is personal is never heard by the hall.

use std::collections::BTreeMap;

use linli_devices::speech::{EngineUse, SimulatedEngine, SpeechEvent, UtteranceId, Voice};
use proptest::prelude::*;

use crate::samples::PATIENCE;
use crate::speech::{Desk, personal, queued, say, score};

/// A tone that only personal utterances have, and its text.
const PERSONAL: (u32, &str) = (300, "请选择要办的事");
const PUBLIC: (u32, &str) = (500, "请稍候");

#[derive(Debug, Clone, Copy)]
enum Step {
    Say {
        is_personal: bool,
        is_queued: bool,
        /// Whether it has a clause that only the engine can say.
        for_engine: bool,
    },
    Hush,
    Plug(bool),
    GiveWay(bool),
    /// Lets the other thread go first, perhaps.
    Yield,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => any::<(bool, bool, bool)>().prop_map(|(is_personal, is_queued, for_engine)| {
            Step::Say { is_personal, is_queued, for_engine }
        }),
        1 => Just(Step::Hush),
        2 => any::<bool>().prop_map(Step::Plug),
        1 => any::<bool>().prop_map(Step::GiveWay),
        2 => Just(Step::Yield),
    ]
}

fn is_end(event: &SpeechEvent) -> Option<UtteranceId> {
    match event {
        SpeechEvent::Finished(id)
        | SpeechEvent::Cut(id)
        | SpeechEvent::Withheld(id)
        | SpeechEvent::Unheard(id) => Some(*id),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn nothing_personal_is_heard_from_the_loudspeaker(
        steps in prop::collection::vec(step(), 1..16),
        is_held in any::<bool>(),
    ) {
        let desk = Desk::new();
        let engine = SimulatedEngine::new();
        let used_for = EngineUse { locales: vec!["zh-CN".into()], ..EngineUse::default() };
        let voice = Voice::new(desk.pack()).with_engine(engine.clone(), used_for);
        let (reader, mut events) = desk.start_with(true, voice);
        if is_held {
            // Everything is in the middle of being heard when the next thing happens.
            desk.loudspeaker.hold_at(std::time::Duration::from_millis(50));
            desk.headphone.hold_at(std::time::Duration::from_millis(50));
        }
        let mut taken = Vec::new();
        for (id, step) in steps.iter().enumerate() {
            match *step {
                Step::Say { is_personal, is_queued, for_engine } => {
                    let (text, extra) = match is_personal {
                        true => (PERSONAL.1, "。私事"),
                        false => (PUBLIC.1, "。公事"),
                    };
                    let text = format!("{text}{}", if for_engine { extra } else { "" });
                    let mut utterance = match is_personal {
                        true => personal(id as u64, &text),
                        false => say(id as u64, &text),
                    };
                    if is_queued {
                        utterance = queued(utterance);
                    }
                    if reader.say(utterance).is_ok() {
                        taken.push(UtteranceId(id as u64));
                    }
                }
                Step::Hush => reader.hush(),
                Step::Plug(is_there) => desk.headphone.set_unplugged(!is_there),
                Step::GiveWay(calling) => reader.give_way(calling),
                Step::Yield => std::thread::yield_now(),
            }
        }
        desk.loudspeaker.release();
        desk.headphone.release();
        reader.give_way(false);
        // The last one ends by itself, and with it all that waited before it.
        let last = UtteranceId(9_999);
        reader.say(queued(say(last.0, PUBLIC.1))).unwrap();
        taken.push(last);
        events.until(|event| is_end(event) == Some(last));
        drop(reader);

        for (sound, _) in desk.loudspeaker.heard() {
            // A tone that was cut is measured less well than a whole one.
            let tones = score(&sound);
            let is_personal = |hertz: u32| hertz.abs_diff(PERSONAL.0) < 100;
            prop_assert!(!tones.iter().any(|(hertz, _)| is_personal(*hertz)), "{tones:?}");
        }
        // The engine's sound comes from the loudspeaker in this hall.
        prop_assert!(engine.said().iter().all(|said| said.text == "公事"));
        let mut ends: BTreeMap<UtteranceId, u32> = BTreeMap::new();
        for id in events.so_far().iter().filter_map(is_end) {
            *ends.entry(id).or_default() += 1;
        }
        prop_assert!(ends.values().all(|count| *count == 1), "{ends:?}");
        prop_assert_eq!(ends.into_keys().collect::<Vec<_>>(), taken);
    }
}

#[test]
fn the_test_above_would_hear_a_personal_tone() {
    let desk = Desk::new();
    let (reader, mut events) = desk.start(false);
    reader.say(say(1, PERSONAL.1)).unwrap();
    events.until(|event| *event == SpeechEvent::Finished(UtteranceId(1)));
    let (sound, _) = &desk.loudspeaker.heard()[0];
    assert!(score(sound).iter().any(|(hertz, _)| *hertz == PERSONAL.0));
    desk.loudspeaker
        .hold_at(std::time::Duration::from_millis(50));
    reader.say(say(2, PERSONAL.1)).unwrap();
    assert!(desk.loudspeaker.wait_until_held(PATIENCE));
    reader.hush();
    events.until(|event| *event == SpeechEvent::Cut(UtteranceId(2)));
    // Cut after 50 ms it is recognised as well.
    let (sound, _) = &desk.loudspeaker.heard()[1];
    assert!(
        score(sound)
            .iter()
            .any(|(hertz, _)| (*hertz).abs_diff(PERSONAL.0) <= 40)
    );
}
