//! Guidance through the real output path: two sound cards of ALSA that are files.

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use linli_devices::speaker::{
    Played, SAMPLE_RATE, Sound, SoundCard, SoundError, SoundOutput, Stop,
};
use linli_devices::speech::{
    Manner, Outlets, Pace, Reader, ReaderSettings, SpeechEvent, SpeechLimits, UtteranceId, Voice,
};

use crate::samples::Events;
use crate::sound_card::{pack, read_wav, run_with_alsa, tones};
use crate::speaker::write_tone;
use crate::speech::{personal, queued, say, write_phrases};

/// A folder with a pack and two cards: the default one, and perhaps a headphone.
struct Hall {
    folder: tempfile::TempDir,
}

impl Hall {
    fn new(has_headphone: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        write_phrases(folder.path());
        let hall = Self { folder };
        let card = |name: &str, hint: &str| {
            let file = hall.path(&format!("{name}.wav"));
            format!(
                "pcm.{name} {{ type file slave.pcm {{ type null }} file \"{}\" format wav {hint} }}\n",
                file.display()
            )
        };
        let mut conf = card("!default", "");
        if has_headphone {
            let hint = "hint { show on description \"The Headphone of the hall\" }";
            conf += &card("ears", hint);
        }
        fs::write(
            hall.path("asound.conf"),
            conf.replace("!default.wav", "default.wav"),
        )
        .unwrap();
        hall
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, test: &str) {
        let test = format!("speech_card::{test}");
        run_with_alsa(&test, &self.path("asound.conf"), self.folder.path());
    }

    /// The tones of a card: hertz, rounded to tens, and seconds.
    fn heard(&self, card: &str) -> Vec<(u32, f32)> {
        let path = self.path(&format!("{card}.wav"));
        if !path.exists() {
            return Vec::new();
        }
        let (samples, rate) = read_wav(&path);
        tones(&samples, rate)
            .iter()
            .map(|tone| ((tone.hertz / 10.0).round() as u32 * 10, tone.secs))
            .collect()
    }
}

fn start() -> (Reader, Events<SpeechEvent>) {
    let outlets = Outlets::new(SoundCard::new().prompt())
        .with_private(SoundCard::named("headphone OF the hall").prompt());
    let settings = ReaderSettings {
        limits: SpeechLimits {
            // A card that is opened again begins its file anew.
            rest_after: Duration::from_secs(60),
            ..SpeechLimits::default()
        },
        ..ReaderSettings::default()
    };
    let (tell, events) = Events::new();
    let reader = Reader::start(outlets, Voice::new(pack()), settings, tell);
    (reader, events)
}

fn finished(id: u64) -> SpeechEvent {
    SpeechEvent::Finished(UtteranceId(id))
}

#[test]
fn everything_goes_to_the_headphone_that_is_there() {
    let hall = Hall::new(true);
    hall.run("in_own_process_both");
    let heard = hall.heard("ears");
    let hertz: Vec<u32> = heard.iter().map(|(hertz, _)| *hertz).collect();
    assert_eq!(hertz, [300, 700, 500], "{heard:?}");
    for (_, secs) in &heard {
        assert!((secs - 0.4).abs() < 0.01, "{heard:?}");
    }
    assert_eq!(hall.heard("default"), []);
}

#[test]
fn without_the_headphone_what_is_personal_reaches_no_card() {
    let hall = Hall::new(false);
    hall.run("in_own_process_public_only");
    let hertz: Vec<u32> = hall.heard("default").iter().map(|tone| tone.0).collect();
    assert_eq!(hertz, [700, 500]);
    assert!(!hall.path("ears.wav").exists());
}

#[test]
fn a_stopped_card_falls_silent_and_plays_the_next_sound() {
    let hall = Hall::new(false);
    hall.run("in_own_process_stop");
    let heard = hall.heard("default");
    assert_eq!(heard.len(), 2, "{heard:?}");
    assert!(heard[0].1 < TONE_SECS as f32 / 2.0, "{heard:?}");
    assert_eq!(heard[1].0, 500);
}

#[test]
fn paces_come_out_as_long_as_they_should_be_and_as_high() {
    let hall = Hall::new(true);
    write_tone(&hall.path("zh-CN/phrase/choose.wav"), 300.0, 1000);
    hall.run("in_own_process_paces");
    let heard = hall.heard("ears");
    for ((hertz, secs), wanted) in heard.iter().zip([1.25, 1.0, 1.0 / 1.35]) {
        assert!(hertz.abs_diff(300) <= 10, "{heard:?}");
        assert!((secs - wanted).abs() < 0.03, "{heard:?}");
    }
    assert_eq!(heard.len(), 3);
}

#[test]
#[ignore = "run by everything_goes_to_the_headphone_that_is_there"]
fn in_own_process_both() {
    let (reader, mut events) = start();
    reader.say(personal(1, "请选择要办的事。社保卡")).unwrap();
    reader.say(queued(say(2, "请稍候"))).unwrap();
    events.until(|event| *event == finished(2));
    assert!(reader.is_private());
    assert!(events.so_far().contains(&finished(1)));
}

#[test]
#[ignore = "run by without_the_headphone_what_is_personal_reaches_no_card"]
fn in_own_process_public_only() {
    let (reader, mut events) = start();
    reader.say(personal(1, "请选择要办的事")).unwrap();
    events.until(|event| *event == SpeechEvent::Withheld(UtteranceId(1)));
    reader.say(say(2, "社保卡，请稍候")).unwrap();
    events.until(|event| *event == finished(2));
    assert!(!reader.is_private());
    drop(reader);

    let mut card = SoundCard::named("headphone");
    let played = card.play_all(&mut [].into_iter(), 1.0, Duration::ZERO, &Stop::new());
    let Err(SoundError::NoSuchDevice { wanted, there }) = played else {
        panic!("{played:?}");
    };
    assert_eq!(wanted, "headphone");
    assert_eq!(there, SoundCard::names().join("; "));
}

/// A tone so long that nobody waits for its end.
const TONE_SECS: u32 = 600;

fn tone(hertz: f32, secs: f32) -> Sound {
    let count = (secs * SAMPLE_RATE as f32) as u32;
    let turn = |index| index as f32 / SAMPLE_RATE as f32 * hertz * std::f32::consts::TAU;
    Sound::new((0..count).map(|index| turn(index).sin() * 0.5).collect())
}

/// Plays a long tone and stops it from another thread when it has begun. How long the card took.
fn play_and_stop(card: &mut SoundCard) -> Duration {
    let stop = Stop::new();
    let (tell, asked) = channel();
    let stopper = thread::spawn({
        let stop = stop.clone();
        move || {
            // The fourth is asked for when the first has begun.
            for _ in 0..4 {
                asked.recv().unwrap();
            }
            stop.stop();
            Instant::now()
        }
    });
    let long = tone(300.0, TONE_SECS as f32);
    let mut sounds = [long, tone(900.0, 1.0), tone(900.0, 1.0), tone(900.0, 1.0)]
        .into_iter()
        .inspect(|_| tell.send(()).unwrap());
    let played = card.play_all(&mut sounds, 1.0, Duration::from_secs(4), &stop);
    assert_eq!(played, Ok(Played::Stopped));
    stopper.join().unwrap().elapsed()
}

#[test]
#[ignore = "run by a_stopped_card_falls_silent_and_plays_the_next_sound"]
fn in_own_process_stop() {
    let mut card = SoundCard::new().prompt();
    play_and_stop(&mut card);
    card.play(tone(500.0, 0.4), 1.0, Duration::from_secs(5))
        .unwrap();
}

#[test]
#[ignore = "run by paces_come_out_as_long_as_they_should_be_and_as_high"]
fn in_own_process_paces() {
    let (reader, mut events) = start();
    for (id, pace) in [(1, Pace::Slow), (2, Pace::Usual), (3, Pace::Fast)] {
        reader.set_manner(Manner { volume: 80, pace });
        reader.say(say(id, "请选择要办的事")).unwrap();
        events.until(|event| *event == finished(id));
    }
}

/// `cargo test -p linli-devices --test devices figure -- --ignored --nocapture`, with a sound
/// card or an `ALSA_CONFIG_PATH` of one that is a file.
#[test]
#[ignore = "a figure, not a check"]
fn figure_from_the_stop_to_the_last_sample() {
    let mut card = SoundCard::new().prompt();
    for _ in 0..5 {
        let took = play_and_stop(&mut card);
        println!("{:.1} ms", took.as_secs_f64() * 1000.0);
    }
}
