//! Figures, not checks: `cargo test -p linli-devices --test devices figure -- --ignored
//! --nocapture`.

use std::fs;
use std::sync::mpsc::{Sender, channel};
use std::time::{Duration, Instant};

use linli_devices::speaker::{
    Played, Sound, SoundError, SoundOutput, SpeakerStatus, Stop, VoicePack,
};
use linli_devices::speech::{Manner, Outlets, Pace, Reader, ReaderSettings, Voice};

use crate::samples::{PATIENCE, assets};
use crate::speech::say;

/// Tells when it is given the first sound, and when it has them all.
struct Clock {
    told: Sender<Instant>,
}

impl SoundOutput for Clock {
    fn look(&mut self) -> SpeakerStatus {
        SpeakerStatus::Ready
    }

    fn play_all(
        &mut self,
        sounds: &mut dyn Iterator<Item = Sound>,
        _volume: f32,
        _overrun: Duration,
        _stop: &Stop,
    ) -> Result<Played, SoundError> {
        let first = sounds.next();
        self.told.send(Instant::now()).unwrap();
        drop(first);
        sounds.for_each(drop);
        self.told.send(Instant::now()).unwrap();
        Ok(Played::Whole)
    }

    fn rest(&mut self) {}
}

#[test]
#[ignore = "a figure, not a check"]
fn figure_from_say_to_the_first_sample() {
    let folder = tempfile::tempdir().unwrap();
    let zh = folder.path().join("zh-CN");
    fs::create_dir_all(zh.join("syllable")).unwrap();
    // Two seconds of Vorbis for a phrase, half a second for a syllable.
    let voice = assets().join("voice/zh-CN");
    fs::copy(voice.join("counter/3.ogg"), zh.join("phrase.ogg")).unwrap();
    fs::copy(voice.join("letter/A.ogg"), zh.join("syllable/ma1.ogg")).unwrap();
    fs::write(zh.join("phrases.tsv"), "zh-CN/phrase\t请到三号窗口\n").unwrap();
    // As many words as a pinyin dictionary has.
    let mut readings: Vec<String> = (0x4E00..0x4E00 + 20_000)
        .filter_map(char::from_u32)
        .flat_map(|c| {
            [
                format!("{c}\tma1"),
                format!("{c}马\tma1 ma1"),
                format!("{c}马妈\tma1 ma1 ma1"),
            ]
        })
        .collect();
    readings.sort();
    fs::write(zh.join("readings.tsv"), readings.join("\n")).unwrap();

    let (told, times) = channel();
    let pack = VoicePack::open(folder.path(), None);
    let reader = Reader::start(
        Outlets::new(Clock { told }),
        Voice::new(pack),
        ReaderSettings::default(),
        |_| (),
    );
    let spelled = "前面还有几个人在等候请您稍微坐一会儿";
    let texts = [
        ("a phrase, first of all", "请到三号窗口", Pace::Usual),
        ("a phrase", "请到三号窗口", Pace::Usual),
        ("a phrase, slow", "请到三号窗口", Pace::Slow),
        ("18 syllables, first of all", spelled, Pace::Usual),
        ("18 syllables", spelled, Pace::Usual),
        ("18 syllables, fast", spelled, Pace::Fast),
        (
            "a phrase and 18 syllables",
            "请到三号窗口。前面还有几个人在等候请您稍微坐一会儿",
            Pace::Usual,
        ),
    ];
    for (index, (what, text, pace)) in texts.into_iter().enumerate() {
        reader.set_manner(Manner { volume: 80, pace });
        let asked = Instant::now();
        reader.say(say(index as u64, text)).unwrap();
        let [first, all] = [(); 2].map(|()| times.recv_timeout(PATIENCE).unwrap() - asked);
        println!(
            "{what}: first sound after {:.1} ms, all after {:.1} ms",
            first.as_secs_f64() * 1000.0,
            all.as_secs_f64() * 1000.0
        );
    }
}
