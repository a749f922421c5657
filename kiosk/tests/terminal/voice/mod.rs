//! 语音: what is on the glass, spoken to the person at it.

mod listening;
mod recorded;

use std::time::Duration;

use egui::Key;
use linli_devices::speaker::{SimulatedSpeaker, VoicePack};
use linli_devices::speech::{
    EngineUse, Outlet, Outlets, Pace, Reader, ReaderSettings, Said, SimulatedEngine, Voice,
};
use linli_kiosk::backstage::ReaderMaker;
use linli_kiosk::gallery;
use linli_kiosk::screens::Modes;
use linli_texts::Lang;

use crate::terminal::{Making, Terminal};

/// A terminal whose every word is heard at one outlet.
struct Heard {
    terminal: Terminal,
    engine: SimulatedEngine,
}

impl Heard {
    fn aloud(making: Making) -> Heard {
        Heard::at(making, Outlet::Loudspeaker)
    }

    fn privately(making: Making) -> Heard {
        Heard::at(making, Outlet::Private)
    }

    fn at(making: Making, outlet: Outlet) -> Heard {
        let engine = SimulatedEngine::new();
        let terminal = making.reader(reader(&engine, outlet)).start();
        Heard { terminal, engine }
    }

    /// Turns the voice on and goes on to the first screen.
    fn listening(mut self) -> Heard {
        self.terminal.arrive();
        self.terminal.tap("语音");
        self.terminal.until_screen("voice");
        self.until_said("听得清楚吗");
        self.terminal.wait(0.6);
        self.terminal.tap("听清楚了，继续");
        self.terminal.until_screen("home");
        self.until_said("您好");
        self.terminal.wait(0.6);
        self
    }

    #[track_caller]
    fn until_said(&mut self, words: &str) {
        let engine = self.engine.clone();
        self.terminal
            .until(&format!("{words} is said"), |_| is_said(&engine, words));
    }

    fn has_said(&self, words: &str) -> bool {
        is_said(&self.engine, words)
    }

    /// What has been said so far, once all of it has been.
    fn so_far(&mut self) -> Vec<Said> {
        self.terminal.until_silent();
        self.engine.said()
    }

    fn last(&self) -> Said {
        self.engine.said().pop().unwrap()
    }

    fn key(&mut self, key: Key) {
        self.terminal.harness.key_press(key);
        self.terminal.harness.step();
    }
}

fn is_said(engine: &SimulatedEngine, words: &str) -> bool {
    has(&engine.said(), words)
}

fn has(said: &[Said], words: &str) -> bool {
    said.iter().any(|said| said.text.contains(words))
}

/// A reader without recordings: an engine says everything, and remembers it.
fn reader(engine: &SimulatedEngine, outlet: Outlet) -> ReaderMaker {
    let used_for = EngineUse {
        outlet,
        locales: Lang::all().map(|lang| lang.tag().to_owned()).collect(),
    };
    let nothing = VoicePack::open("/nowhere", None);
    let voice = Voice::new(nothing).with_engine(engine.clone(), used_for);
    let loudspeaker = Outlets::new(SimulatedSpeaker::new());
    let outlets = match outlet {
        Outlet::Loudspeaker => loudspeaker,
        Outlet::Private => loudspeaker.with_private(SimulatedSpeaker::new()),
    };
    Box::new(move |tell| Reader::start(outlets, voice, ReaderSettings::default(), tell))
}

#[test]
fn one_touch_turns_the_voice_on_and_two_more_turn_it_off() {
    let mut heard = Heard::aloud(Making::portrait());
    heard.terminal.arrive();
    assert!(heard.engine.said().is_empty());
    heard.terminal.tap("语音");
    heard.terminal.until_screen("voice");
    heard.until_said("听得清楚吗");
    heard.until_said("不会从喇叭里念出来");
    heard.terminal.wait(0.6);
    heard.terminal.tap("语音");
    heard.terminal.until_screen("home");
    assert!(!heard.terminal.app().session().modes.voice);
    heard.terminal.until_silent();
    let before = heard.engine.said().len();
    heard.terminal.wait(0.6);
    heard.terminal.tap("取号办事");
    heard.terminal.until_screen("services");
    assert!(!heard.terminal.app().is_speaking());
    assert_eq!(heard.engine.said().len(), before);
}

#[test]
fn each_screen_is_said_and_then_what_the_arrows_point_at() {
    let mut heard = Heard::aloud(Making::portrait()).listening();
    heard.terminal.tap("取号办事");
    heard.until_said("您要办哪一件事");
    heard.key(Key::ArrowDown);
    let name = heard.terminal.focused_by_keys().unwrap();
    let first = name.split('·').next().unwrap().to_owned();
    heard.until_said(&first);
}

#[test]
fn a_touch_silences_what_is_being_said() {
    let mut heard = Heard::aloud(Making::portrait()).listening();
    heard.engine.hold();
    heard.terminal.tap("取号办事");
    heard.terminal.until_screen("services");
    assert!(heard.engine.wait_until_held(Duration::from_secs(20)));
    let at = heard.terminal.rect("您要办哪一件事？").center();
    heard.terminal.press(at);
    let engine = heard.engine.clone();
    heard.terminal.until("it is silent", |_| {
        engine.said().last().is_some_and(|said| !said.is_whole)
    });
    heard.engine.release();
}

#[test]
fn it_speaks_louder_and_slower_when_asked() {
    let mut heard = Heard::aloud(Making::portrait());
    heard.terminal.arrive();
    heard.terminal.tap("语音");
    heard.until_said("听得清楚吗");
    heard.terminal.wait(0.6);
    let before = heard.last().manner.volume;
    heard.terminal.tap("大声一点");
    heard.until_said("音量较大");
    assert!(heard.last().manner.volume > before);
    heard.terminal.tap("慢一点");
    heard.until_said("语速较慢");
    assert_eq!(heard.last().manner.pace, Pace::Slow);
    let before = heard.engine.said().len();
    heard.terminal.tap("再听一遍");
    let engine = heard.engine.clone();
    heard.terminal.until("it is said again", |_| {
        let again = engine.said();
        again[before..]
            .iter()
            .any(|said| said.text.contains("听得清楚吗"))
    });
}

#[test]
fn what_is_written_is_said_into_the_ear_and_never_aloud() {
    for (mut heard, is_private) in [
        (Heard::aloud(Making::portrait()).listening(), false),
        (Heard::privately(Making::portrait()).listening(), true),
    ] {
        write_a_message(&mut heard, is_private);
        let said = ["社", "8"].map(|own| heard.engine.said().iter().any(|said| said.text == own));
        assert_eq!(said, [is_private; 2], "{:?}", heard.engine.said());
        assert_eq!(heard.has_said(NOT_ALOUD), !is_private);
    }
}

const NOT_ALOUD: &str = "您写的字不从喇叭里念出来";

/// 社 and a number, by touch.
fn write_a_message(heard: &mut Heard, is_private: bool) {
    heard.terminal.tap("留言");
    heard.until_said(if is_private {
        "想对我们说什么"
    } else {
        NOT_ALOUD
    });
    let terminal = &mut heard.terminal;
    terminal.tap("拼音");
    terminal.wait(0.6);
    for letter in ["s", "h", "e"] {
        terminal.tap(letter);
    }
    terminal.until("社 is offered", |terminal| {
        terminal.harness_has_button("社")
    });
    terminal.wait(0.6);
    terminal.tap("社");
    terminal.wait(0.6);
    terminal.tap("写好了");
    heard.until_said("要留个电话吗");
    heard.terminal.wait(0.6);
    heard.terminal.tap("8");
    heard.terminal.until_silent();
}

#[test]
fn when_the_person_has_gone_it_is_silent_and_the_next_one_hears_nothing() {
    let mut heard = Heard::aloud(Making::portrait()).listening();
    heard.terminal.skip(61.0);
    heard.until_said("您还在吗");
    heard.terminal.skip(31.0);
    heard.terminal.until_screen("idle");
    assert_eq!(heard.terminal.app().session().modes, Modes::default());
    heard.terminal.until_silent();
    let before = heard.engine.said().len();
    heard.terminal.wait(0.6);
    heard.terminal.arrive();
    assert!(!heard.terminal.app().is_speaking());
    assert_eq!(heard.engine.said().len(), before);
}

#[test]
fn every_screen_says_its_question_in_every_language() {
    let mut heard = Heard::aloud(Making::portrait().hall(|hall| gallery::make_busy(hall).unwrap()));
    let taken = heard.terminal.a_number();
    let view = heard.terminal.app().hall().unwrap().clone();
    for lang in Lang::all() {
        let secs = heard.terminal.harness.ctx.input(|input| input.time);
        for showing in gallery::every_screen(&view, &taken, secs) {
            let app = heard.terminal.harness.state_mut();
            app.show(showing.screen.clone());
            app.session_mut().lang = lang;
            // Each screen is said whole, also where the one before asked the same.
            app.session_mut().modes.voice = false;
            heard.terminal.harness.step();
            let before = heard.so_far().len();
            let app = heard.terminal.harness.state_mut();
            app.session_mut().modes.voice = true;
            heard.terminal.harness.step();
            let heading = heading(&heard.terminal);
            let engine = heard.engine.clone();
            let words = heading
                .trim_end_matches(['？', '?', '。', '.', '！', '!'])
                .to_owned();
            let first = words
                .split(['，', ',', '。', '.', '：', ':', '；', ';', '！', '!'])
                .next();
            let first = first.unwrap().trim().to_owned();
            heard
                .terminal
                .until(&format!("{} says {first} in {lang}", showing.name), |_| {
                    has(&engine.said()[before..], &first)
                });
        }
    }
}

fn heading(terminal: &Terminal) -> String {
    use egui_kittest::kittest::{NodeT, Queryable};
    let heading = terminal
        .harness
        .query_all_by(|node| node.role() == egui::accesskit::Role::Heading)
        .next();
    heading.unwrap().accesskit_node().label().unwrap()
}
