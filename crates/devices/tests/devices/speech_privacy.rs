//! Whatever happens in whatever order: what is personal is never heard by the hall.

use std::collections::BTreeMap;
use std::time::Duration;

use linli_devices::speaker::Sound;
use linli_devices::speech::{EngineUse, Refused, SimulatedEngine, SpeechEvent, UtteranceId, Voice};
use proptest::prelude::*;

use crate::samples::PATIENCE;
use crate::speaker::write_sound;
use crate::speech::{Desk, personal, queued, say};

/// The text that only personal utterances have.
const PERSONAL: &str = "请选择要办的事";
const PUBLIC: &str = "请稍候";

/// A desk whose recording for what is personal lies above zero, and the other one below. However
/// little of a recording is heard, and however it fades, one sample tells which it is; a tone
/// that was cut after a few milliseconds has no pitch to tell it by.
fn desk() -> Desk {
    let desk = Desk::new();
    let phrase = |piece| desk.folder.path().join(format!("zh-CN/phrase/{piece}.wav"));
    let wave = |secs: f32| (secs * 300.0 * std::f32::consts::TAU).sin().abs() * 0.5;
    write_sound(&phrase("choose"), 400, wave);
    write_sound(&phrase("wait"), 400, |secs| -wave(secs));
    desk
}

fn is_personal(sound: &Sound) -> bool {
    sound.samples().iter().any(|level| *level > 0.0)
}

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
        let desk = desk();
        let engine = SimulatedEngine::new();
        let used_for = EngineUse { locales: vec!["zh-CN".into()], ..EngineUse::default() };
        let voice = Voice::new(desk.pack()).with_engine(engine.clone(), used_for);
        let (reader, mut events) = desk.start_with(true, voice);
        if is_held {
            // Everything is in the middle of being heard when the next thing happens.
            desk.loudspeaker.hold_at(Duration::from_millis(50));
            desk.headphone.hold_at(Duration::from_millis(50));
        }
        let mut taken = Vec::new();
        for (id, step) in steps.iter().enumerate() {
            match *step {
                Step::Say { is_personal, is_queued, for_engine } => {
                    let (text, extra) = match is_personal {
                        true => (PERSONAL, "。私事"),
                        false => (PUBLIC, "。公事"),
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
        while let Err(refused) = reader.say(queued(say(last.0, PUBLIC))) {
            prop_assert_eq!(refused, Refused::Full);
            events.until(|event| is_end(event).is_some());
        }
        taken.push(last);
        events.until(|event| is_end(event) == Some(last));
        drop(reader);

        for (sound, _) in desk.loudspeaker.heard() {
            prop_assert!(!is_personal(&sound));
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
fn the_test_above_would_hear_what_is_personal() {
    let desk = desk();
    let (reader, mut events) = desk.start(false);
    reader.say(say(1, PERSONAL)).unwrap();
    events.until(|event| *event == SpeechEvent::Finished(UtteranceId(1)));
    desk.loudspeaker.hold_at(Duration::from_millis(1));
    reader.say(say(2, PERSONAL)).unwrap();
    assert!(desk.loudspeaker.wait_until_held(PATIENCE));
    reader.hush();
    events.until(|event| *event == SpeechEvent::Cut(UtteranceId(2)));
    desk.loudspeaker.release();
    reader.say(say(3, PUBLIC)).unwrap();
    events.until(|event| *event == SpeechEvent::Finished(UtteranceId(3)));

    let heard = desk.loudspeaker.heard();
    let personal: Vec<_> = heard.iter().map(|(sound, _)| is_personal(sound)).collect();
    // The second one was cut after a millisecond.
    assert_eq!(personal, [true, true, false]);
}
