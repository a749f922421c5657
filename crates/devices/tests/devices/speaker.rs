//! What is called out, in which order, and what happens when something is missing.

use std::f32::consts::TAU;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use linli_devices::speaker::{
    Announcement, AnnouncementId, Announcer, AnnouncerSettings, MissedReason, Part, Played,
    SAMPLE_RATE, Script, SimulatedSpeaker, Sound, SoundError, SoundOutput, SpeakerEvent,
    SpeakerLimits, SpeakerStatus, Stop, VoicePack, VolumeByHour,
};

use crate::samples::{Events, assets};

/// Writes a recording of a plain tone.
pub(crate) fn write_tone(path: &Path, hertz: f32, ms: u32) {
    write_sound(path, ms, |secs| (secs * hertz * TAU).sin() * 0.5);
}

/// Writes a sound whose level, within ±1, is given for each second of it.
pub(crate) fn write_sound(path: &Path, ms: u32, level: impl Fn(f32) -> f32) {
    let count = SAMPLE_RATE * ms / 1000;
    let data: Vec<u8> = (0..count)
        .map(|index| level(index as f32 / SAMPLE_RATE as f32))
        .flat_map(|level| ((level * f32::from(i16::MAX)) as i16).to_le_bytes())
        .collect();
    let mut file = Vec::new();
    file.extend(b"RIFF");
    file.extend((36 + data.len() as u32).to_le_bytes());
    file.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    file.extend(SAMPLE_RATE.to_le_bytes());
    file.extend((SAMPLE_RATE * 2).to_le_bytes());
    file.extend(b"\x02\0\x10\0data");
    file.extend((data.len() as u32).to_le_bytes());
    file.extend(data);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, file).unwrap();
}

/// A pack whose every piece is a tone of its own.
pub(crate) fn write_pack(folder: &Path) {
    let pieces = [
        ("chime", 2000.0),
        ("zh-CN/letter/A", 300.0),
        ("zh-CN/number/012", 400.0),
        ("zh-CN/number/013", 500.0),
        ("zh-CN/counter/3", 600.0),
        ("en/lead", 700.0),
        ("en/letter/A", 800.0),
        ("en/number/0", 900.0),
        ("en/number/1", 1000.0),
        ("en/number/2", 1100.0),
        ("en/counter/3", 1200.0),
    ];
    for (piece, hertz) in pieces {
        write_tone(&folder.join(format!("{piece}.wav")), hertz, 100);
    }
    let chinese = "number = \"whole\"\ngap_after_letter_ms = 80\ngap_at_comma_ms = 250\n";
    fs::write(folder.join("zh-CN/voice.toml"), chinese).unwrap();
    fs::write(folder.join("en/voice.toml"), "number = \"digits\"\n").unwrap();
}

pub(crate) fn call(id: u64, digits: &str, locales: &[&str]) -> Announcement {
    Announcement {
        id: AnnouncementId(id),
        letter: Some('A'),
        digits: digits.into(),
        counter: 3,
        locales: locales.iter().map(|locale| (*locale).into()).collect(),
        times: 2,
    }
}

/// The pieces of a script by name, and its silences in milliseconds.
fn told(script: &Script, folder: &Path) -> Vec<String> {
    script
        .parts
        .iter()
        .map(|part| match part {
            Part::Gap(ms) => ms.to_string(),
            Part::Clip(path) => path
                .strip_prefix(folder)
                .unwrap()
                .with_extension("")
                .display()
                .to_string(),
        })
        .collect()
}

fn settings() -> AnnouncerSettings {
    AnnouncerSettings {
        limits: SpeakerLimits {
            reopen_first: Duration::from_millis(10),
            look_every: Duration::from_millis(20),
            rest_after: Duration::from_millis(20),
            ..SpeakerLimits::default()
        },
        ..AnnouncerSettings::default()
    }
}

#[test]
fn a_call_is_said_in_each_language_and_then_again() {
    let folder = tempfile::tempdir().unwrap();
    write_pack(folder.path());
    let pack = VoicePack::open(folder.path(), None);
    let script = Script::new(&call(1, "012", &["zh-CN", "en"]), &pack);
    let chinese = "zh-CN/letter/A 80 zh-CN/number/012 250 zh-CN/counter/3";
    let english =
        "en/lead 80 en/letter/A 80 en/number/0 80 en/number/1 80 en/number/2 250 en/counter/3";
    let wanted = format!("chime 150 {chinese} 400 {english} 700 {chinese} 400 {english}");
    assert_eq!(told(&script, folder.path()).join(" "), wanted);
    assert_eq!(script.missing, [""; 0]);
    let (sound, unreadable) = script.render();
    assert!(unreadable.is_empty());
    let gaps: u32 = 150 + 2 * (80 + 250 + 400 + 80 + 80 + 80 + 80 + 250) + 700;
    let wanted = Duration::from_millis(u64::from(gaps + 100 * 19));
    assert_eq!(sound.length(), wanted);
}

#[test]
fn a_language_that_lacks_the_number_keeps_silent_and_says_what_it_lacks() {
    let folder = tempfile::tempdir().unwrap();
    write_pack(folder.path());
    let pack = VoicePack::open(folder.path(), None);
    let script = Script::new(&call(1, "021", &["zh-CN", "en"]), &pack);
    assert_eq!(script.missing, ["zh-CN/number/021"]);
    assert_eq!(script.voices, 1);
    let told = told(&script, folder.path());
    assert!(told.iter().all(|part| !part.starts_with("zh-CN")));
}

#[test]
fn a_missing_counter_does_not_silence_the_call() {
    let folder = tempfile::tempdir().unwrap();
    write_pack(folder.path());
    fs::remove_file(folder.path().join("zh-CN/counter/3.wav")).unwrap();
    let pack = VoicePack::open(folder.path(), None);
    let script = Script::new(&call(1, "012", &["zh-CN"]), &pack);
    assert_eq!(script.missing, ["zh-CN/counter/3"]);
    assert!(told(&script, folder.path()).contains(&"zh-CN/number/012".into()));
}

#[test]
fn a_recording_of_the_hall_comes_before_that_of_the_pack() {
    let folder = tempfile::tempdir().unwrap();
    let own = tempfile::tempdir().unwrap();
    write_pack(folder.path());
    write_tone(&own.path().join("zh-CN/counter/3.wav"), 50.0, 100);
    let pack = VoicePack::open(folder.path(), Some(own.path().into()));
    let path = pack.find("zh-CN/counter/3").unwrap();
    assert!(path.starts_with(own.path()));
    assert!(
        pack.find("zh-CN/letter/A")
            .unwrap()
            .starts_with(folder.path())
    );
}

#[test]
fn a_number_is_never_taken_for_a_path() {
    let folder = tempfile::tempdir().unwrap();
    write_pack(folder.path());
    let pack = VoicePack::open(folder.path(), None);
    for digits in ["", "../chime", "1234567", "一"] {
        assert_eq!(Script::new(&call(1, digits, &["en"]), &pack).voices, 0);
    }
    let mut strange = call(1, "012", &["en"]);
    strange.letter = Some('/');
    assert_eq!(Script::new(&strange, &pack).voices, 0);
}

#[test]
fn calls_are_played_one_after_the_other_at_the_volume_of_the_hour() {
    let folder = tempfile::tempdir().unwrap();
    write_pack(folder.path());
    let speaker = SimulatedSpeaker::new();
    let mut volume = VolumeByHour::always(100);
    volume.0[13] = 40;
    let settings = AnnouncerSettings {
        volume,
        hour_now: Arc::new(|| 13),
        ..settings()
    };
    let (tell, mut events) = Events::new();
    let pack = VoicePack::open(folder.path(), None);
    let announcer = Announcer::start(speaker.clone(), pack, settings, tell);
    announcer.announce(call(1, "012", &["zh-CN"])).unwrap();
    announcer.announce(call(2, "013", &["zh-CN"])).unwrap();
    events.until(|event| *event == SpeakerEvent::Finished(AnnouncementId(2)));
    let ids = [AnnouncementId(1), AnnouncementId(2)];
    assert_eq!(
        events.so_far(),
        [
            SpeakerEvent::Status(SpeakerStatus::Ready),
            SpeakerEvent::Started(ids[0]),
            SpeakerEvent::Finished(ids[0]),
            SpeakerEvent::Started(ids[1]),
            SpeakerEvent::Finished(ids[1]),
        ]
    );
    let heard = speaker.heard();
    assert_eq!(heard.len(), 2);
    assert_eq!(heard[0].1, 0.4);
}

#[test]
fn a_call_waits_for_the_loudspeaker_to_be_plugged_in() {
    let folder = tempfile::tempdir().unwrap();
    write_pack(folder.path());
    let speaker = SimulatedSpeaker::new();
    speaker.set_unplugged(true);
    let (tell, mut events) = Events::new();
    let pack = VoicePack::open(folder.path(), None);
    let announcer = Announcer::start(speaker.clone(), pack, settings(), tell);
    events.until(|event| *event == SpeakerEvent::Status(SpeakerStatus::NoDevice));
    announcer.announce(call(1, "012", &["zh-CN"])).unwrap();
    speaker.set_unplugged(false);
    events.until(|event| *event == SpeakerEvent::Finished(AnnouncementId(1)));
    assert_eq!(announcer.status(), SpeakerStatus::Ready);
}

#[test]
fn a_call_whose_time_is_over_is_missed_and_the_reason_is_told() {
    let folder = tempfile::tempdir().unwrap();
    write_pack(folder.path());
    let speaker = SimulatedSpeaker::new();
    speaker.set_unplugged(true);
    let settings = AnnouncerSettings {
        limits: SpeakerLimits {
            wait: Duration::from_millis(50),
            ..settings().limits
        },
        ..settings()
    };
    let (tell, mut events) = Events::new();
    let pack = VoicePack::open(folder.path(), None);
    let announcer = Announcer::start(speaker, pack, settings, tell);
    announcer.announce(call(1, "012", &["zh-CN"])).unwrap();
    let missed = SpeakerEvent::Missed(AnnouncementId(1), MissedReason::NoDevice);
    events.until(|event| *event == missed);
    let started = SpeakerEvent::Started(AnnouncementId(1));
    assert!(!events.so_far().contains(&started), "it was never heard");
}

/// A sound card that does not play on, so many times.
struct Stalling {
    times: u32,
}

impl SoundOutput for Stalling {
    fn look(&mut self) -> SpeakerStatus {
        SpeakerStatus::Ready
    }

    fn play_all(
        &mut self,
        _sounds: &mut dyn Iterator<Item = Sound>,
        _volume: f32,
        _overrun: Duration,
        _stop: &Stop,
    ) -> Result<Played, SoundError> {
        match self.times {
            0 => Ok(Played::Whole),
            _ => {
                self.times -= 1;
                Err(SoundError::Stalled)
            }
        }
    }

    fn rest(&mut self) {}
}

#[test]
fn a_stalled_sound_card_is_opened_anew_and_the_call_said_again() {
    let folder = tempfile::tempdir().unwrap();
    write_pack(folder.path());
    let (tell, mut events) = Events::new();
    let pack = VoicePack::open(folder.path(), None);
    let announcer = Announcer::start(Stalling { times: 2 }, pack, settings(), tell);
    announcer.announce(call(1, "012", &["zh-CN"])).unwrap();
    events.until(|event| *event == SpeakerEvent::Status(SpeakerStatus::NoDevice));
    events.until(|event| *event == SpeakerEvent::Finished(AnnouncementId(1)));
}

#[test]
fn a_damaged_recording_is_left_out_and_named() {
    let folder = tempfile::tempdir().unwrap();
    write_pack(folder.path());
    let damaged = folder.path().join("zh-CN/counter/3.wav");
    fs::write(&damaged, b"this is no recording").unwrap();
    let (tell, mut events) = Events::new();
    let pack = VoicePack::open(folder.path(), None);
    let announcer = Announcer::start(SimulatedSpeaker::new(), pack, settings(), tell);
    announcer.announce(call(1, "012", &["zh-CN"])).unwrap();
    events.until(|event| *event == SpeakerEvent::Finished(AnnouncementId(1)));
    let named = events.so_far().iter().any(|event| {
        matches!(event, SpeakerEvent::Incomplete(_, missing)
            if missing.iter().any(|path| path.ends_with("zh-CN/counter/3.wav")))
    });
    assert!(named);
}

#[test]
fn without_any_recording_the_call_is_missed_and_nothing_breaks() {
    let (tell, mut events) = Events::new();
    let pack = VoicePack::open("/nowhere", None);
    let announcer = Announcer::start(SimulatedSpeaker::new(), pack, settings(), tell);
    announcer.announce(call(1, "012", &["zh-CN"])).unwrap();
    let missed = SpeakerEvent::Missed(AnnouncementId(1), MissedReason::NoClips);
    events.until(|event| *event == missed);
}

#[test]
fn the_voice_of_the_project_calls_a012_to_counter_3() {
    let folder = assets().join("voice");
    if !folder.join("zh-CN/voice.toml").is_file() {
        println!("no voice pack in {} yet", folder.display());
        return;
    }
    let pack = VoicePack::open(&folder, None);
    let mut locales = vec!["zh-CN"];
    if folder.join("en/voice.toml").is_file() {
        locales.push("en");
    }
    let script = Script::new(&call(1, "012", &locales), &pack);
    assert_eq!(script.missing, [""; 0]);
    assert_eq!(script.voices, locales.len());
    let (sound, unreadable) = script.render();
    assert!(unreadable.is_empty());
    let secs = sound.length().as_secs_f32() / locales.len() as f32;
    assert!((4.0..16.0).contains(&secs), "{secs} s for a language");
    let peak = sound
        .samples()
        .iter()
        .fold(0.0_f32, |peak, level| peak.max(level.abs()));
    assert!((0.2..=1.0).contains(&peak), "peak {peak}");
}
