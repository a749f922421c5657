//! What the keys of a keypad or a keyboard do.
//!
//! | key | what it does |
//! |---|---|
//! | arrows | to the nearest control in that direction; in a field, left and right move the cursor |
//! | Enter, also the keypad's; Space | presses the control that has the ring |
//! | Enter in a field | a new line, or sending, when somebody types; from a keypad, on to the keys on the glass |
//! | Tab, Shift and Tab | through all controls as they are read |
//! | Escape, the browser's back key | 返回: the screen before |
//! | Home, outside of a field | 首页: the first screen |
//! | F1 | 请人帮忙: help |
//! | F2 | 语音: what is on the glass is spoken |
//! | F3 | what is on the glass is spoken once more; an arrow that leads nowhere says where one is |
//! | letters, digits, Backspace | into the field of the screen, wherever the ring is |
//! | any key, under a question that lies over the screen | answers it, and does nothing else |
//!
//! What moves the ring and presses is in [`linli_look::focus`]; the other keys are in [`asks_for`].

use std::hash::{DefaultHasher, Hash, Hasher};

use egui::{Context, Key};
use linli_look::focus;

use super::App;
use crate::screens::{Asked, Screen, Step};

/// The keys that ask for something themselves.
fn asks_for(key: Key, screen: &Screen) -> Option<Asked> {
    match key {
        // Nobody has to see the ring to begin.
        Key::Enter | Key::Space if matches!(screen, Screen::Idle) => Some(Asked::Begin),
        Key::Escape | Key::BrowserBack => Some(Asked::Back),
        Key::Home => Some(Asked::Home),
        Key::F1 => Some(Asked::Help),
        Key::F2 => Some(Asked::Voice),
        Key::F3 => Some(Asked::SayAgain),
        _ => None,
    }
}

impl App {
    /// Takes in what keys and a scanner that types have brought.
    pub(super) fn hear(&mut self, ctx: &Context, secs: f64) {
        let heard = focus::take_heard(ctx);
        if heard.used {
            self.be_touched(secs);
        }
        if heard.stays {
            self.guide.repeat_focus();
        }
        if let Some(code) = heard.code {
            self.remember_scan(code);
        }
        for key in heard.keys {
            if let Some(asked) = asks_for(key, &self.screen) {
                self.answer(asked, secs);
            }
        }
    }
}

/// The same for as long as a screen asks the same; another one begins at its first choice.
pub(super) fn page(screen: &Screen) -> u64 {
    let mut hasher = DefaultHasher::new();
    screen.name().hash(&mut hasher);
    match screen {
        Screen::Services(services) => {
            services.from.hash(&mut hasher);
            services.priority.is_some().hash(&mut hasher);
        }
        Screen::Message(message) => match message.step {
            Step::Words => 0u8.hash(&mut hasher),
            Step::Phone | Step::Sending | Step::Failed(_) => 1u8.hash(&mut hasher),
            Step::Sent(_) => 2u8.hash(&mut hasher),
        },
        _ => {}
    }
    hasher.finish()
}
