//! Somebody does anything at all, and leaves at any moment.

use egui::{Event, Key, Pos2, pos2};
use linli_look::audit;

use super::{Traces, asks, forget_drawn, known, nobody_here, now};
use crate::terminal::{Making, Terminal};

const WALKS: u64 = 8;
const STEPS: usize = 120;
/// Pauses in seconds: short ones, and those around which something ends.
const PAUSES: [f64; 8] = [0.1, 0.6, 5.0, 19.8, 29.9, 45.0, 60.1, 91.0];

/// Numbers by Steele, Lea and Flood's SplitMix64; the same walk from the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).unwrap()
    }
}

/// Does something that a person may do, and says what.
fn act(terminal: &mut Terminal, dice: &mut Dice) -> String {
    match dice.roll(10) {
        0..=4 => {
            forget_drawn(terminal);
            terminal.harness.step();
            let controls = audit::take_controls(&terminal.harness.ctx);
            if controls.is_empty() {
                return "nothing, for a number is on its way".to_owned();
            }
            let control = &controls[dice.roll(controls.len())];
            tap(terminal, control.rect.center());
            format!("a tap on {}", control.name)
        }
        5 => {
            let at = pos2(dice.roll(1080) as f32, dice.roll(1920) as f32);
            tap(terminal, at);
            format!("a tap at {at:?}")
        }
        6 => {
            terminal.harness.event(Event::Text("私事".to_owned()));
            terminal.harness.step();
            "some words".to_owned()
        }
        7 => {
            let key = [Key::Tab, Key::Enter, Key::Backspace, Key::Space][dice.roll(4)];
            terminal.harness.key_press(key);
            terminal.harness.step();
            format!("{key:?}")
        }
        _ => {
            let pause = PAUSES[dice.roll(PAUSES.len())];
            terminal.skip(pause);
            format!("a pause of {pause} s")
        }
    }
}

fn tap(terminal: &mut Terminal, at: Pos2) {
    terminal.press(at);
    terminal.release(at);
}

/// What holds after anything that anybody does.
fn check(terminal: &mut Terminal, nobody: &Traces, done: &[String]) {
    let traces = Traces::now(terminal);
    let quiet = now(terminal) - terminal.app().session().quiet_since_secs();
    let is_nobodys = known(terminal) == nobody.known;
    let is_fresh_home = terminal.screen() == "home" && !asks(terminal) && quiet < 60.0;
    if is_nobodys {
        assert_eq!(&traces, nobody, "{done:#?}");
    }
    match terminal.screen() {
        "idle" if quiet >= 60.0 => assert!(is_nobodys, "{done:#?}"),
        "idle" | "result" => {}
        _ if quiet >= 90.0 => panic!("{} is still there: {done:#?}", terminal.screen()),
        _ if quiet >= 60.0 => assert!(asks(terminal), "{done:#?}"),
        _ => assert!(!asks(terminal) || is_fresh_home, "{done:#?}"),
    }
}

fn walk(seeds: std::ops::Range<u64>) {
    for seed in seeds {
        let (mut terminal, nobody) = nobody_here(Making::portrait());
        let mut dice = Dice(seed);
        let mut done = vec![format!("seed {seed}")];
        for _ in 0..STEPS {
            let act = act(&mut terminal, &mut dice);
            done.push(format!("{act}, then {}", terminal.screen()));
            check(&mut terminal, &nobody, &done);
        }
    }
}

#[test]
fn whatever_somebody_does_nothing_of_it_outlives_them() {
    walk(0..WALKS / 2);
}

#[test]
fn whatever_somebody_else_does_nothing_of_it_outlives_them() {
    walk(WALKS / 2..WALKS);
}
