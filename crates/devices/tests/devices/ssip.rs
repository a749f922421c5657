//! The speech service of Linux desktops: a simulated one with faults, and the real one.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use linli_devices::speaker::Stop;
use linli_devices::speech::{
    EngineError, EngineLimits, EngineStatus, EngineUse, Manner, Pace, SpeechDispatcher,
    SpeechEngine, SpeechEvent, Utterance, UtteranceId, Voice,
};

use crate::samples::PATIENCE;
use crate::speech::Desk;

/// What the simulated service does with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Habit {
    /// Says it at once.
    Well,
    /// Says it until it is stopped.
    Endless,
    /// Takes it, begins, and hangs up.
    HangsUp,
    /// Refuses every language.
    Refuses,
    /// Never answers anything.
    Mute,
    /// Answers nonsense.
    Babbles,
}

/// A speech service at a socket in a folder of its own. Each connection has the next habit.
struct Service {
    folder: tempfile::TempDir,
    /// Every line it was sent.
    sent: Receiver<String>,
}

impl Service {
    fn start(habits: &[Habit]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let listener = UnixListener::bind(folder.path().join("speechd.sock")).unwrap();
        let (tell, sent) = channel();
        let habits = habits.to_vec();
        thread::spawn(move || {
            for habit in habits {
                let Ok((stream, _)) = listener.accept() else {
                    return;
                };
                // Ends when the client hangs up, or by its habit.
                let _ = serve(&stream, habit, &tell);
            }
        });
        Self { folder, sent }
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("speechd.sock")
    }

    fn client(&self) -> SpeechDispatcher {
        SpeechDispatcher::at(self.socket()).with_limits(EngineLimits {
            reply: Duration::from_millis(500),
            reopen_first: Duration::from_millis(1),
            ..EngineLimits::default()
        })
    }

    /// Waits for a line.
    #[track_caller]
    fn until(&self, line: &str) -> Vec<String> {
        let mut seen = Vec::new();
        while seen.last().is_none_or(|last| last != line) {
            let next = self.sent.recv_timeout(PATIENCE);
            seen.push(next.unwrap_or_else(|_| panic!("no {line:?} in {seen:?}")));
        }
        seen
    }
}

fn serve(mut stream: &UnixStream, habit: Habit, tell: &Sender<String>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let mut message = 0;
    while let Some(line) = lines.next().transpose()? {
        let _ = tell.send(line.clone());
        let answer = match (habit, line.as_str()) {
            (Habit::Mute, _) => continue,
            (Habit::Babbles, _) => "what did you say?\r\n".to_owned(),
            (Habit::Refuses, line) if line.contains("LANGUAGE") => "409 ERR NO SUCH\r\n".into(),
            (_, "LIST SYNTHESIS_VOICES") => "249-English\ten\tnone\r\n\
                249-English+Adam\ten\tAdam\r\n249-Mandarin\tcmn\tnone\r\n249 OK VOICES\r\n"
                .into(),
            (_, "STOP SELF") => {
                format!("210 OK STOPPED\r\n703-{message}\r\n703-1\r\n703 CANCELED\r\n")
            }
            (_, "SPEAK") => {
                stream.write_all(b"230 OK RECEIVING DATA\r\n")?;
                for text in lines.by_ref() {
                    let text = text?;
                    let is_end = text == ".";
                    let _ = tell.send(text);
                    if is_end {
                        break;
                    }
                }
                message += 1;
                let taken = format!("225-{message}\r\n225 OK MESSAGE QUEUED\r\n");
                // Of a text before this one nothing is to be heard any more.
                let old = "702-999\r\n702-1\r\n702 END\r\n";
                let begun = format!("{taken}701-{message}\r\n701-1\r\n701 BEGIN\r\n{old}");
                match habit {
                    Habit::HangsUp => {
                        stream.write_all(begun.as_bytes())?;
                        return Ok(());
                    }
                    Habit::Endless => begun,
                    _ => format!("{begun}702-{message}\r\n702-1\r\n702 END\r\n"),
                }
            }
            _ => "200 OK\r\n".into(),
        };
        stream.write_all(answer.as_bytes())?;
    }
    Ok(())
}

const SLOW: Manner = Manner {
    volume: 50,
    pace: Pace::Slow,
};

#[test]
fn a_text_goes_out_with_its_language_and_manner_and_comes_back_at_its_end() {
    let service = Service::start(&[Habit::Well]);
    let mut client = service.client();
    assert_eq!(client.look(), EngineStatus::Ready);
    client
        .speak("Hello\n.\nyou", "en", SLOW, &Stop::new())
        .unwrap();
    client.speak("Again", "en", SLOW, &Stop::new()).unwrap();
    let first = service.until("you");
    let wanted = [
        "SET SELF CLIENT_NAME linli:terminal:guidance",
        "SET SELF NOTIFICATION END ON",
        "SET SELF NOTIFICATION CANCEL ON",
        "SET SELF LANGUAGE en",
        "SET SELF RATE -38",
        "SET SELF VOLUME 0",
        "SPEAK",
        "Hello",
        "..",
        "you",
    ];
    assert_eq!(first, wanted);
    assert!(
        service
            .until("Again")
            .iter()
            .all(|line| !line.contains("CLIENT_NAME"))
    );
}

#[test]
fn a_stop_from_another_thread_ends_it_at_once_and_the_line_goes_on() {
    let service = Service::start(&[Habit::Endless]);
    let mut client = service.client();
    // The service takes one connection only: it is the same line all the time.
    for text in ["first", "second", "third"] {
        let stop = Stop::new();
        let speaking = thread::spawn({
            let stop = stop.clone();
            move || {
                client.speak(text, "en", SLOW, &stop).unwrap();
                client
            }
        });
        service.until(text);
        service.until(".");
        stop.stop();
        client = speaking.join().unwrap();
        service.until("STOP SELF");
    }
}

#[test]
fn what_was_stopped_before_it_began_is_not_said() {
    let service = Service::start(&[Habit::Well]);
    let mut client = service.client();
    let stop = Stop::new();
    stop.stop();
    client.speak("never", "en", SLOW, &stop).unwrap();
    client.speak("said", "en", SLOW, &Stop::new()).unwrap();
    let seen = service.until("said");
    assert!(!seen.contains(&"never".to_owned()));
}

#[test]
fn a_service_that_hangs_up_is_an_error_and_is_there_again_afterwards() {
    let service = Service::start(&[Habit::HangsUp, Habit::Well]);
    let mut client = service.client();
    let broken = client.speak("lost", "en", SLOW, &Stop::new());
    assert!(matches!(broken, Err(EngineError::Broken(_))), "{broken:?}");
    let said = std::iter::from_fn(|| Some(client.speak("said", "en", SLOW, &Stop::new())))
        .find(|said| !matches!(said, Err(EngineError::Absent(_))));
    assert_eq!(said, Some(Ok(())));
}

#[test]
fn refusals_silence_and_nonsense_are_errors_in_words() {
    let service = Service::start(&[Habit::Refuses, Habit::Mute]);
    let mut client = service.client();
    let refused = client.speak("text", "xx", SLOW, &Stop::new());
    assert_eq!(refused, Err(EngineError::Refused("ERR NO SUCH".into())));
    drop(client);
    let mute = service.client().speak("text", "en", SLOW, &Stop::new());
    assert_eq!(mute, Err(EngineError::Stalled));
    let service = Service::start(&[Habit::Babbles]);
    let babble = service.client().speak("text", "en", SLOW, &Stop::new());
    assert!(matches!(babble, Err(EngineError::Broken(_))), "{babble:?}");
}

#[test]
fn without_the_service_it_is_absent_and_is_not_tried_every_time() {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("speechd.sock");
    let mut client = SpeechDispatcher::at(&socket);
    assert_eq!(client.look(), EngineStatus::Absent);
    // It comes, and is looked for only after the wait.
    let _listener = UnixListener::bind(&socket).unwrap();
    assert_eq!(client.look(), EngineStatus::Absent);
}

#[test]
fn voices_are_listed_once_each() {
    let service = Service::start(&[Habit::Well]);
    let voices = service.client().voices().unwrap();
    let locales: Vec<&str> = voices.iter().map(|voice| voice.locale.as_str()).collect();
    assert_eq!(locales, ["en", "cmn"]);
}

#[test]
fn a_reader_speaks_through_the_service_and_hushes_it() {
    let service = Service::start(&[Habit::Endless]);
    let desk = Desk::new();
    let voice = Voice::new(desk.pack()).with_engine(service.client(), EngineUse::default());
    let (reader, mut events) = desk.start_with(false, voice);
    reader.say(Utterance::new(1, "en", "Not recorded")).unwrap();
    service.until("Not recorded");
    service.until(".");
    reader.hush();
    events.until(|event| *event == SpeechEvent::Cut(UtteranceId(1)));
    service.until("STOP SELF");
}

/// The real service as a child of the test, with a sound card that is a file.
struct RealService {
    child: std::process::Child,
    folder: tempfile::TempDir,
}

impl Drop for RealService {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl RealService {
    /// `None` where it is not installed.
    fn start() -> Option<Self> {
        let has_module = Path::new("/usr/lib/speech-dispatcher-modules/sd_espeak-ng").exists();
        if !has_module {
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::create_dir(path("modules")).unwrap();
        std::fs::write(path("modules/espeak-ng.conf"), "").unwrap();
        let settings = "LogLevel 3\nLogDir \"stdout\"\nAudioOutputMethod \"alsa\"\n\
            AddModule \"espeak-ng\" \"sd_espeak-ng\" \"espeak-ng.conf\"\nDefaultModule espeak-ng\n";
        std::fs::write(path("speechd.conf"), settings).unwrap();
        let card = format!(
            "pcm.!default {{ type file slave.pcm {{ type null }} file \"{}\" format wav }}\n",
            path("heard.wav").display()
        );
        std::fs::write(path("asound.conf"), card).unwrap();
        let mut child = std::process::Command::new("speech-dispatcher")
            .args(["--run-single", "--timeout", "0"])
            .args([Path::new("--socket-path"), &path("speechd.sock")])
            .args([Path::new("--config-dir"), folder.path()])
            .args([Path::new("--pid-file"), &path("pid")])
            .env("ALSA_CONFIG_PATH", path("asound.conf"))
            .env("HOME", folder.path())
            .env("XDG_RUNTIME_DIR", folder.path())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::null())
            .spawn()
            .ok()?;
        let log = BufReader::new(child.stdout.take().unwrap());
        let mut log = log.lines().map_while(Result::ok);
        let is_ready = log.any(|line| line.contains("waiting for clients"));
        // Its log must be read on, or it would wait for a reader.
        thread::spawn(move || log.for_each(drop));
        let service = Self { child, folder };
        assert!(is_ready, "speech-dispatcher is installed and did not start");
        Some(service)
    }
}

#[test]
fn the_real_service_says_english_at_three_paces() {
    let Some(service) = RealService::start() else {
        println!("skipped: speech-dispatcher with espeak-ng is not installed");
        return;
    };
    let mut client = SpeechDispatcher::at(service.folder.path().join("speechd.sock"));
    assert_eq!(client.look(), EngineStatus::Ready);
    let voices = client.voices().unwrap();
    assert!(voices.iter().any(|voice| voice.locale.starts_with("en")));
    let heard = service.folder.path().join("heard.wav");
    let size = || std::fs::metadata(&heard).map_or(0, |file| file.len());
    let mut lengths = Vec::new();
    for pace in [Pace::Slow, Pace::Usual, Pace::Fast] {
        let before = size();
        let manner = Manner { volume: 80, pace };
        let text = "Please take a number and wait until you are called to a counter.";
        client.speak(text, "en", manner, &Stop::new()).unwrap();
        lengths.push(size() - before);
    }
    println!("bytes heard: {lengths:?}");
    assert!(lengths[2] > 20_000);
    assert!(
        lengths.is_sorted_by(|slower, faster| slower > faster),
        "{lengths:?}"
    );
    // Its voice is no empty file.
    let bytes = std::fs::read(&heard).unwrap();
    let loudest = bytes[44..]
        .chunks_exact(2)
        .map(|sample| i16::from_le_bytes([sample[0], sample[1]]).unsigned_abs())
        .max();
    assert!(loudest > Some(1000), "{loudest:?}");
}
