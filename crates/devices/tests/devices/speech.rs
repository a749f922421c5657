//! What is said to the person at the terminal, where it is heard, and how it ends.

use std::fs;
use std::path::Path;
use std::time::Duration;

use linli_devices::speaker::{FADE, SimulatedSpeaker, Sound, VoicePack};
use linli_devices::speech::{
    MAX_TEXT, MAX_WAITING_UTTERANCES, Manner, Outlet, Outlets, Pace, Passage, Reader,
    ReaderSettings, Refused, SpeechEvent, SpeechLimits, Utterance, UtteranceId, Voice,
};

use crate::samples::{Events, PATIENCE};
use crate::speaker::write_tone;

/// How long the tone of a phrase is.
const TONE_MS: u32 = 400;

/// A pack with three phrases in Chinese and one in English, each a tone of its own.
pub(crate) fn write_phrases(folder: &Path) {
    let phrases = [
        ("zh-CN", "choose", "请选择要办的事", 300.0),
        ("zh-CN", "wait", "请稍候", 500.0),
        ("zh-CN", "card", "社保卡", 700.0),
        ("en", "choose", "Please choose", 900.0),
    ];
    for (locale, piece, text, hertz) in phrases {
        let path = format!("{locale}/phrase/{piece}");
        write_tone(&folder.join(format!("{path}.wav")), hertz, TONE_MS);
        let list = folder.join(locale).join("phrases.tsv");
        let before = fs::read_to_string(&list).unwrap_or_default();
        fs::write(&list, format!("{before}{path}\t{text}\n")).unwrap();
    }
}

/// A reader with a pack, a loudspeaker and perhaps a headphone.
pub(crate) struct Desk {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) loudspeaker: SimulatedSpeaker,
    pub(crate) headphone: SimulatedSpeaker,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        write_phrases(folder.path());
        Self {
            folder,
            loudspeaker: SimulatedSpeaker::new(),
            headphone: SimulatedSpeaker::new(),
        }
    }

    pub(crate) fn pack(&self) -> VoicePack {
        VoicePack::open(self.folder.path(), None)
    }

    pub(crate) fn start(&self, has_private: bool) -> (Reader, Events<SpeechEvent>) {
        self.start_with(has_private, Voice::new(self.pack()))
    }

    pub(crate) fn start_with(
        &self,
        has_private: bool,
        voice: Voice,
    ) -> (Reader, Events<SpeechEvent>) {
        let mut outlets = Outlets::new(self.loudspeaker.clone());
        if has_private {
            outlets = outlets.with_private(self.headphone.clone());
        }
        let settings = ReaderSettings {
            limits: SpeechLimits {
                look_every: Duration::from_millis(20),
                rest_after: Duration::from_millis(20),
                ..SpeechLimits::default()
            },
            ..ReaderSettings::default()
        };
        let (tell, events) = Events::new();
        (Reader::start(outlets, voice, settings, tell), events)
    }
}

pub(crate) fn say(id: u64, text: &str) -> Utterance {
    Utterance::new(id, "zh-CN", text)
}

pub(crate) fn personal(id: u64, text: &str) -> Utterance {
    Utterance {
        is_personal: true,
        ..say(id, text)
    }
}

pub(crate) fn queued(utterance: Utterance) -> Utterance {
    Utterance {
        queued: true,
        ..utterance
    }
}

fn id(id: u64) -> UtteranceId {
    UtteranceId(id)
}

/// The tones and silences of a sound: hertz (0 for silence) and milliseconds, both rounded to
/// tens.
pub(crate) fn score(sound: &Sound) -> Vec<(u32, u32)> {
    let block = 240;
    let mut score: Vec<(u32, u32)> = Vec::new();
    for part in sound.samples().chunks(block) {
        let is_loud = part.iter().any(|level| level.abs() > 0.02);
        if score
            .last()
            .is_some_and(|(hertz, _)| (*hertz > 0) == is_loud)
        {
            score.last_mut().unwrap().1 += 10;
        } else {
            score.push((u32::from(is_loud), 10));
        }
    }
    let mut at = 0;
    for (hertz, ms) in &mut score {
        let part = &sound.samples()[at..(at + *ms as usize * 24).min(sound.samples().len())];
        at += *ms as usize * 24;
        if *hertz > 0 {
            let turns = part
                .windows(2)
                .filter(|pair| pair[0] <= 0.0 && pair[1] > 0.0)
                .count();
            let measured = turns as f32 / part.len() as f32 * 24_000.0;
            *hertz = ((measured / 10.0).round() * 10.0) as u32;
        }
    }
    score
}

fn scores(speaker: &SimulatedSpeaker) -> Vec<Vec<(u32, u32)>> {
    speaker
        .heard()
        .iter()
        .map(|(sound, _)| score(sound))
        .collect()
}

#[test]
fn a_text_is_said_from_its_recording_whatever_its_dress() {
    let desk = Desk::new();
    let (reader, mut events) = desk.start(false);
    reader.say(say(1, "请**选择**要办的事。")).unwrap();
    events.until(|event| *event == SpeechEvent::Finished(id(1)));
    assert_eq!(scores(&desk.loudspeaker), [[(300, 400)]]);
    let wanted = [
        SpeechEvent::Outlet(Outlet::Loudspeaker),
        SpeechEvent::Started(id(1)),
        SpeechEvent::Finished(id(1)),
    ];
    assert_eq!(events.so_far(), wanted);
}

#[test]
fn clauses_follow_with_the_silence_of_their_marks() {
    let desk = Desk::new();
    let (reader, mut events) = desk.start(false);
    let mut utterance = say(1, "请稍候，社保卡。请选择要办的事！");
    utterance
        .passages
        .push(Passage::Pause(Duration::from_secs(1)));
    utterance.passages.push(Passage::Text("请稍候".into()));
    reader.say(utterance).unwrap();
    events.until(|event| *event == SpeechEvent::Finished(id(1)));
    let wanted = [
        (500, 400),
        (0, 250),
        (700, 400),
        (0, 400),
        (300, 400),
        (0, 1000),
        (500, 400),
    ];
    assert_eq!(scores(&desk.loudspeaker), [wanted]);
}

#[test]
fn traditional_texts_are_said_in_mandarin_where_the_words_are_the_same() {
    let desk = Desk::new();
    let (reader, mut events) = desk.start(false);
    reader.say(Utterance::new(1, "zh-Hant", "請稍候")).unwrap();
    events.until(|event| matches!(event, SpeechEvent::Missing(..)));
    let list = desk.folder.path().join("zh-Hant/phrases.tsv");
    fs::create_dir_all(list.parent().unwrap()).unwrap();
    fs::write(list, "zh-CN/phrase/wait\t請稍候\n").unwrap();
    let (reader, mut events) = desk.start(false);
    reader.say(Utterance::new(2, "zh-Hant", "請稍候")).unwrap();
    events.until(|event| *event == SpeechEvent::Finished(id(2)));
    assert_eq!(scores(&desk.loudspeaker), [[(500, 400)]]);
}

#[test]
fn what_cannot_be_said_is_told_and_the_rest_is_said() {
    let desk = Desk::new();
    let (reader, mut events) = desk.start(false);
    reader
        .say(Utterance::new(1, "en", "Please choose. Something else"))
        .unwrap();
    events.until(|event| *event == SpeechEvent::Finished(id(1)));
    let missing = SpeechEvent::Missing(id(1), vec!["Something else".into()]);
    assert!(events.so_far().contains(&missing));
    assert_eq!(scores(&desk.loudspeaker), [[(900, 400), (0, 400)]]);
}

#[test]
fn hush_is_silence_within_the_fade_and_drops_what_waits() {
    let desk = Desk::new();
    desk.loudspeaker.hold_at(Duration::from_millis(150));
    let (reader, mut events) = desk.start(false);
    reader.say(say(1, "请选择要办的事")).unwrap();
    reader.say(queued(say(2, "请稍候"))).unwrap();
    assert!(desk.loudspeaker.wait_until_held(PATIENCE));
    reader.hush();
    events.until(|event| *event == SpeechEvent::Cut(id(1)));
    events.until(|event| *event == SpeechEvent::Cut(id(2)));
    let heard = desk.loudspeaker.heard();
    assert_eq!(heard.len(), 1);
    let (sound, _) = &heard[0];
    assert_eq!(sound.length(), Duration::from_millis(150) + FADE);
    assert!(FADE <= Duration::from_millis(30));
    let steps = sound
        .samples()
        .windows(2)
        .map(|pair| (pair[1] - pair[0]).abs());
    // A tone of 300 Hz at this level moves so far between two samples, and nothing clicks.
    assert!(steps.fold(0.0, f32::max) < 0.05);
    assert!(sound.samples().last().unwrap().abs() < 0.001);
}

#[test]
fn an_utterance_takes_the_place_of_what_is_said_and_a_queued_one_waits() {
    let desk = Desk::new();
    desk.loudspeaker.hold_at(Duration::from_millis(100));
    let (reader, mut events) = desk.start(false);
    reader.say(say(1, "请选择要办的事")).unwrap();
    assert!(desk.loudspeaker.wait_until_held(PATIENCE));
    reader.say(say(2, "请稍候")).unwrap();
    reader.say(queued(say(3, "社保卡"))).unwrap();
    events.until(|event| *event == SpeechEvent::Cut(id(1)));
    desk.loudspeaker.release();
    events.until(|event| *event == SpeechEvent::Finished(id(3)));
    let heard = scores(&desk.loudspeaker);
    assert_eq!(heard[1..], [[(500, 400)], [(700, 400)]]);
}

#[test]
fn too_much_and_too_long_are_refused() {
    let desk = Desk::new();
    desk.loudspeaker.hold_at(Duration::from_millis(100));
    let (reader, _events) = desk.start(false);
    reader.say(say(0, "请稍候")).unwrap();
    assert!(desk.loudspeaker.wait_until_held(PATIENCE));
    for index in 1..=MAX_WAITING_UTTERANCES as u64 {
        reader.say(queued(say(index, "请稍候"))).unwrap();
    }
    assert_eq!(reader.say(queued(say(99, "请稍候"))), Err(Refused::Full));
    let long = "长".repeat(MAX_TEXT + 1);
    assert_eq!(reader.say(say(100, &long)), Err(Refused::TooLong));
}

#[test]
fn what_is_personal_is_heard_in_the_headphone_and_never_from_the_loudspeaker() {
    let desk = Desk::new();
    let (reader, mut events) = desk.start(true);
    reader.say(personal(1, "请稍候")).unwrap();
    events.until(|event| *event == SpeechEvent::Finished(id(1)));
    assert!(reader.is_private());
    assert_eq!(scores(&desk.headphone), [[(500, 400)]]);
    desk.headphone.set_unplugged(true);
    reader.say(personal(2, "请稍候")).unwrap();
    events.until(|event| *event == SpeechEvent::Withheld(id(2)));
    assert!(!reader.is_private());
    reader.say(say(3, "社保卡")).unwrap();
    events.until(|event| *event == SpeechEvent::Finished(id(3)));
    assert_eq!(scores(&desk.loudspeaker), [[(700, 400)]]);
}

#[test]
fn a_headphone_pulled_in_the_middle_silences_what_is_personal_for_good() {
    let desk = Desk::new();
    desk.headphone.hold_at(Duration::from_millis(100));
    let (reader, mut events) = desk.start(true);
    reader.say(personal(1, "请选择要办的事")).unwrap();
    assert!(desk.headphone.wait_until_held(PATIENCE));
    desk.headphone.set_unplugged(true);
    events.until(|event| *event == SpeechEvent::Withheld(id(1)));
    assert!(desk.loudspeaker.heard().is_empty());
}

#[test]
fn a_headphone_pulled_in_the_middle_leaves_the_rest_to_the_loudspeaker() {
    let desk = Desk::new();
    desk.headphone.hold_at(Duration::from_millis(100));
    let (reader, mut events) = desk.start(true);
    reader.say(say(1, "请选择要办的事")).unwrap();
    assert!(desk.headphone.wait_until_held(PATIENCE));
    desk.headphone.set_unplugged(true);
    events.until(|event| *event == SpeechEvent::Outlet(Outlet::Loudspeaker));
    events.until(|event| *event == SpeechEvent::Finished(id(1)));
    assert_eq!(scores(&desk.loudspeaker), [[(300, 400)]]);
}

#[test]
fn a_call_silences_the_loudspeaker_and_what_was_cut_is_said_again() {
    let desk = Desk::new();
    desk.loudspeaker.hold_at(Duration::from_millis(100));
    let (reader, mut events) = desk.start(false);
    reader.say(say(1, "请选择要办的事")).unwrap();
    reader.say(queued(say(2, "请稍候"))).unwrap();
    assert!(desk.loudspeaker.wait_until_held(PATIENCE));
    reader.give_way(true);
    events.until(|event| *event == SpeechEvent::Held(id(1)));
    let cut = desk.loudspeaker.heard()[0].0.length();
    assert_eq!(cut, Duration::from_millis(100) + FADE);
    desk.loudspeaker.release();
    reader.give_way(false);
    events.until(|event| *event == SpeechEvent::Finished(id(2)));
    let heard = scores(&desk.loudspeaker);
    assert_eq!(heard[1..], [[(300, 400)], [(500, 400)]]);
    let is_cut = |event: &SpeechEvent| matches!(event, SpeechEvent::Cut(_));
    assert!(!events.so_far().iter().any(is_cut));
}

#[test]
fn a_call_does_not_disturb_what_is_heard_in_the_headphone() {
    let desk = Desk::new();
    let (reader, mut events) = desk.start(true);
    reader.give_way(true);
    reader.say(say(1, "请稍候")).unwrap();
    events.until(|event| *event == SpeechEvent::Finished(id(1)));
    desk.headphone.hold_at(Duration::from_millis(100));
    reader.say(say(2, "请稍候")).unwrap();
    assert!(desk.headphone.wait_until_held(PATIENCE));
    reader.give_way(false);
    reader.give_way(true);
    desk.headphone.release();
    events.until(|event| *event == SpeechEvent::Finished(id(2)));
    assert_eq!(scores(&desk.headphone), [[(500, 400)], [(500, 400)]]);
}

#[test]
fn what_was_held_by_a_call_can_be_dropped() {
    let desk = Desk::new();
    let (reader, mut events) = desk.start(false);
    reader.give_way(true);
    reader.say(say(1, "请稍候")).unwrap();
    events.until(|event| *event == SpeechEvent::Held(id(1)));
    reader.hush();
    events.until(|event| *event == SpeechEvent::Cut(id(1)));
    reader.give_way(false);
    reader.say(say(2, "社保卡")).unwrap();
    events.until(|event| *event == SpeechEvent::Finished(id(2)));
    assert_eq!(scores(&desk.loudspeaker), [[(700, 400)]]);
}

#[test]
fn the_manner_holds_from_the_next_utterance_on_and_the_headphone_is_softer() {
    let desk = Desk::new();
    let (reader, mut events) = desk.start(true);
    for (index, (volume, pace)) in [(100, Pace::Slow), (50, Pace::Fast)]
        .into_iter()
        .enumerate()
    {
        reader.set_manner(Manner { volume, pace });
        let number = index as u64 + 1;
        reader.say(say(number, "请稍候")).unwrap();
        events.until(|event| *event == SpeechEvent::Finished(id(number)));
    }
    let heard = desk.headphone.heard();
    assert_eq!([heard[0].1, heard[1].1], [0.5, 0.25]);
    assert_eq!(heard[0].0.length(), Duration::from_millis(500));
    assert!((heard[1].0.length().as_secs_f32() - 0.4 / 1.35).abs() < 0.001);
    desk.headphone.set_unplugged(true);
    reader.say(say(9, "请稍候")).unwrap();
    events.until(|event| *event == SpeechEvent::Finished(id(9)));
    assert_eq!(desk.loudspeaker.heard()[0].1, 0.4);
}

#[test]
fn without_a_sound_card_it_is_unheard_and_nothing_hangs() {
    let desk = Desk::new();
    desk.loudspeaker.set_unplugged(true);
    let (reader, mut events) = desk.start(false);
    reader.say(say(1, "请稍候")).unwrap();
    events.until(|event| *event == SpeechEvent::Unheard(id(1)));
}

#[test]
fn ending_the_reader_ends_what_is_said() {
    let desk = Desk::new();
    desk.loudspeaker.hold_at(Duration::from_millis(100));
    let (reader, mut events) = desk.start(false);
    reader.say(say(1, "请稍候")).unwrap();
    reader.say(queued(say(2, "请稍候"))).unwrap();
    assert!(desk.loudspeaker.wait_until_held(PATIENCE));
    drop(reader);
    let cut: Vec<_> = events
        .so_far()
        .iter()
        .filter(|event| matches!(event, SpeechEvent::Cut(_)))
        .collect();
    assert_eq!(cut.len(), 2);
}
