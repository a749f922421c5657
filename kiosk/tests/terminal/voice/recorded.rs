//! Whether everything that the screens say has been recorded.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};

use linli_devices::speaker::{SimulatedSpeaker, VoicePack};
use linli_devices::speech::{Outlets, Reader, ReaderSettings, SpeechEvent, Voice};
use linli_kiosk::backstage::ReaderMaker;
use linli_kiosk::{assets, gallery};
use linli_look::focus;
use linli_texts::Lang;

use crate::terminal::{Making, Terminal};

#[test]
fn every_text_and_control_of_every_screen_that_never_changes_is_recorded() {
    let folder = tempfile::TempDir::new().unwrap();
    let pack = folder.path().join("voice");
    link_but_syllables(&assets::folder().join("voice"), &pack);
    let is_fixed = |text: &str| {
        let is_syllable = text.chars().count() == 1;
        !is_syllable && !text.contains(|letter: char| letter.is_ascii_digit())
    };
    let unsaid = unsaid(VoicePack::open(pack, None));
    // The question for the strokes besides a radical names another radical each time.
    let names_a_radical = |lang: Lang, text: &str| {
        let question = linli_texts::t::kiosk_typing_residual(lang, "一");
        question.starts_with(text)
    };
    let offenders: Vec<_> = unsaid
        .iter()
        .filter(|(lang, text)| is_fixed(text) && !names_a_radical(*lang, text))
        .collect();
    assert!(offenders.is_empty(), "not recorded: {offenders:?}");
}

#[test]
fn nothing_of_any_screen_is_left_unsaid_in_mandarin() {
    let unsaid = unsaid(VoicePack::open(assets::folder().join("voice"), None));
    let offenders: Vec<_> = unsaid
        .iter()
        .filter(|(lang, _)| *lang != Lang::EN)
        .collect();
    assert!(offenders.is_empty(), "not said: {offenders:?}");
}

/// What a pack by itself, without an engine, cannot say of every screen and every control on it, in every
/// language.
fn unsaid(pack: VoicePack) -> Vec<(Lang, String)> {
    let (tell_event, events) = channel();
    let voice = Voice::new(pack);
    let make: ReaderMaker = Box::new(move |mut tell| {
        let outlets = Outlets::new(SimulatedSpeaker::new());
        Reader::start(outlets, voice, ReaderSettings::default(), move |event| {
            tell_event.send(event.clone()).ok();
            tell(event);
        })
    });
    let making = Making::portrait().hall(|hall| gallery::make_busy(hall).unwrap());
    let mut terminal = making.reader(make).start();
    let taken = terminal.a_number();
    let view = terminal.app().hall().unwrap().clone();
    let mut unsaid = Vec::new();
    let mut heard = BTreeSet::new();
    for lang in Lang::all() {
        let secs = terminal.harness.ctx.input(|input| input.time);
        for showing in gallery::every_screen(&view, &taken, secs) {
            let app = terminal.harness.state_mut();
            app.show(showing.screen.clone());
            app.session_mut().lang = lang;
            // Each screen is said whole, also where the one before asked the same.
            app.session_mut().modes.voice = false;
            terminal.harness.step();
            terminal.harness.state_mut().session_mut().modes.voice = true;
            let mut missing = missing(&mut terminal, &events);
            for control in focus::crossings(&terminal.harness.ctx) {
                if heard.insert((lang.tag(), control.name)) {
                    let ctx = &terminal.harness.ctx;
                    ctx.memory_mut(|memory| memory.request_focus(control.id));
                    missing.extend(self::missing(&mut terminal, &events));
                }
            }
            unsaid.extend(missing.into_iter().map(|text| (lang, text)));
        }
    }
    assert!(heard.len() > 100, "{} controls", heard.len());
    unsaid
}

/// What was missing of all that is said now.
fn missing(terminal: &mut Terminal, events: &Receiver<SpeechEvent>) -> Vec<String> {
    terminal.wait(0.06);
    terminal.until_silent();
    let missing = events.try_iter().filter_map(|event| match event {
        SpeechEvent::Missing(_, texts) => Some(texts),
        _ => None,
    });
    missing.flatten().collect()
}

/// A voice pack without the syllables that anything can be joined from.
fn link_but_syllables(from: &Path, to: &Path) {
    for locale in ["zh-CN", "zh-Hant", "en"] {
        let place = to.join(locale);
        std::fs::create_dir_all(&place).unwrap();
        for entry in std::fs::read_dir(from.join(locale)).unwrap() {
            let entry = entry.unwrap();
            if entry.file_name() != "syllable" {
                std::os::unix::fs::symlink(entry.path(), place.join(entry.file_name())).unwrap();
            }
        }
    }
}
