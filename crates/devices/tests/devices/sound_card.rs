//! Calls through the real output path: rodio, cpal and ALSA, with a file where the sound card
//! would be.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use linli_devices::speaker::{
    AnnouncementId, Announcer, AnnouncerSettings, SoundCard, SpeakerEvent, SpeakerLimits,
    SpeakerStatus, VoicePack, VolumeByHour,
};

use crate::samples::Events;
use crate::speaker::{call, write_pack};

const PACK: &str = "LINLI_TEST_PACK";

/// Runs one of the ignored tests below in a process of its own, whose ALSA knows only `conf`.
pub(crate) fn run_with_alsa(test: &str, conf: &Path, pack: &Path) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args([test, "--exact", "--ignored", "--nocapture"])
        .env("ALSA_CONFIG_PATH", conf)
        .env(PACK, pack)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn settings() -> AnnouncerSettings {
    AnnouncerSettings {
        volume: VolumeByHour::always(50),
        limits: SpeakerLimits {
            rest_after: Duration::from_millis(1),
            wait: Duration::from_secs(2),
            reopen_first: Duration::from_millis(100),
            ..SpeakerLimits::default()
        },
        ..AnnouncerSettings::default()
    }
}

pub(crate) fn pack() -> VoicePack {
    VoicePack::open(PathBuf::from(std::env::var_os(PACK).unwrap()), None)
}

#[test]
fn two_calls_come_out_whole_in_order_and_never_at_once() {
    let folder = tempfile::tempdir().unwrap();
    write_pack(folder.path());
    let wav = folder.path().join("heard.wav");
    let conf = folder.path().join("asound.conf");
    let text = format!(
        "pcm.!default {{ type file slave.pcm {{ type null }} file \"{}\" format wav }}\n",
        wav.display()
    );
    fs::write(&conf, text).unwrap();
    run_with_alsa("sound_card::in_own_process_two_calls", &conf, folder.path());

    let (samples, rate) = read_wav(&wav);
    let tones = tones(&samples, rate);
    let call = |number: f32| [300.0, number, 600.0];
    let wanted: Vec<f32> = [400.0, 500.0]
        .into_iter()
        .flat_map(|number| [&[2000.0][..], &call(number), &call(number)].concat())
        .collect();
    let heard: Vec<f32> = tones.iter().map(|tone| tone.hertz).collect();
    assert_eq!(heard.len(), wanted.len(), "{heard:?}");
    for (tone, hertz) in tones.iter().zip(&wanted) {
        // Two sounds at once would be neither as pure nor as low as one.
        assert!((tone.hertz / hertz - 1.0).abs() < 0.05, "{heard:?}");
        assert!((tone.secs - 0.1).abs() < 0.01, "{} s", tone.secs);
        assert!(
            (tone.peak - 0.25).abs() < 0.02,
            "half of one half, not {}",
            tone.peak
        );
    }
}

#[test]
fn without_a_sound_card_calls_are_missed_and_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    write_pack(folder.path());
    let conf = folder.path().join("asound.conf");
    fs::write(&conf, "pcm.!default { type hw card 97 }\n").unwrap();
    run_with_alsa("sound_card::in_own_process_no_card", &conf, folder.path());
}

#[test]
#[ignore = "run by two_calls_come_out_whole_in_order_and_never_at_once"]
fn in_own_process_two_calls() {
    let (tell, mut events) = Events::new();
    let announcer = Announcer::start(SoundCard::new(), pack(), settings(), tell);
    announcer.announce(call(1, "012", &["zh-CN"])).unwrap();
    announcer.announce(call(2, "013", &["zh-CN"])).unwrap();
    events.until(|event| *event == SpeakerEvent::Finished(AnnouncementId(2)));
    let missed = events
        .so_far()
        .iter()
        .any(|event| matches!(event, SpeakerEvent::Missed(..)));
    assert!(!missed);
    // ALSA completes the file when the card is closed.
    drop(announcer);
}

#[test]
#[ignore = "run by without_a_sound_card_calls_are_missed_and_it_is_told"]
fn in_own_process_no_card() {
    let (tell, mut events) = Events::new();
    let announcer = Announcer::start(SoundCard::new(), pack(), settings(), tell);
    events.until(|event| *event == SpeakerEvent::Status(SpeakerStatus::NoDevice));
    announcer.announce(call(1, "012", &["zh-CN"])).unwrap();
    events.until(|event| matches!(event, SpeakerEvent::Missed(AnnouncementId(1), _)));
}

/// The left channel of a WAV file, and its rate.
pub(crate) fn read_wav(path: &Path) -> (Vec<f32>, f32) {
    let bytes = fs::read(path).unwrap();
    let word = |at: usize| u16::from_le_bytes([bytes[at], bytes[at + 1]]);
    let channels = usize::from(word(22));
    let rate = u32::from_le_bytes(bytes[24..28].try_into().unwrap());
    let bits = word(34);
    let frame = channels * usize::from(bits) / 8;
    let samples = bytes[44..]
        .chunks_exact(frame)
        .map(|frame| match bits {
            16 => f32::from(i16::from_le_bytes([frame[0], frame[1]])) / 32768.0,
            // ALSA writes floats here, although it calls them integers (format 1).
            32 => f32::from_le_bytes([frame[0], frame[1], frame[2], frame[3]]),
            other => panic!("{other} bits"),
        })
        .collect();
    (samples, rate as f32)
}

pub(crate) struct Tone {
    pub(crate) hertz: f32,
    pub(crate) secs: f32,
    pub(crate) peak: f32,
}

/// The tones in a recording, each between two silences of 20 ms.
pub(crate) fn tones(samples: &[f32], rate: f32) -> Vec<Tone> {
    let silence = (rate * 0.02) as usize;
    let mut tones = Vec::new();
    let mut start = None;
    let mut last_loud = 0;
    for (index, level) in samples.iter().enumerate() {
        if level.abs() > 0.005 {
            start.get_or_insert(index);
            last_loud = index;
        } else if let Some(from) = start
            && index - last_loud > silence
        {
            tones.push(tone(&samples[from..=last_loud], rate));
            start = None;
        }
    }
    tones
}

fn tone(samples: &[f32], rate: f32) -> Tone {
    let secs = samples.len() as f32 / rate;
    // What is nearly nothing has no sign worth counting.
    let loud: Vec<f32> = samples
        .iter()
        .copied()
        .filter(|level| level.abs() > 0.02)
        .collect();
    let turns = loud
        .windows(2)
        .filter(|pair| (pair[0] < 0.0) != (pair[1] < 0.0))
        .count();
    Tone {
        hertz: turns as f32 / 2.0 / secs,
        secs,
        peak: samples
            .iter()
            .fold(0.0, |peak, level| peak.max(level.abs())),
    }
}
