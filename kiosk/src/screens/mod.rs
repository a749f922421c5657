//! The screens: one file each.
//!
//! A screen is drawn from what [`Stage`] shows it and from its own state, which lives in its variant
//! of [`Screen`]. It returns what the person asked for and does nothing about it itself.

mod aside;
mod choices;
mod closed;
mod frame;
mod help;
mod home;
mod idle;
pub(crate) mod jobs;
mod message;
mod priority;
mod result;
mod services;
mod trouble;
mod voice;

use egui::{Rect, Ui};
use jiff::civil::DateTime;
use linli_hall::ServiceId;
use linli_hall::ticket::Priority;
use linli_look::{Illustrations, Look};
use linli_texts::Lang;

pub use closed::{Closed, Why};
pub use frame::{Bar, Frame, Modes, frame, show_bar};
pub use help::{Help, HelpState};
pub use message::{Message, Step};
pub use result::{ResultScreen, SlipState};
pub use services::Services;
pub use trouble::Trouble;
pub use voice::{Pace, Voice, VoiceLevel};

use crate::typing;
use crate::view::HallView;

/// What is on the glass. Each variant owns what its screen knows, so that leaving it forgets it.
#[derive(Clone, Debug)]
pub enum Screen {
    /// Nobody is here: clock, notices, and a touch begins.
    Idle,
    /// What would you like to do?
    Home,
    /// The services that found no room on the home screen, or those for which someone is seen first.
    Services(Services),
    /// Why someone may be seen first.
    Priority,
    /// The number.
    Result(Box<ResultScreen>),
    /// Why there is no number now, when there will be, and what else is possible.
    Closed(Closed),
    /// It did not work, what to do now, and who helps.
    Trouble(Box<Trouble>),
    /// A person is asked for.
    Help(Help),
    /// Words for the hall.
    Message(Box<Message>),
    /// Whether what is spoken is heard well.
    Voice(Voice),
}

impl Screen {
    /// The name of the screen for scripts and logs.
    pub fn name(&self) -> &'static str {
        match self {
            Screen::Idle => "idle",
            Screen::Home => "home",
            Screen::Services(_) => "services",
            Screen::Priority => "priority",
            Screen::Result(_) => "result",
            Screen::Closed(_) => "closed",
            Screen::Trouble(_) => "trouble",
            Screen::Help(_) => "help",
            Screen::Message(_) => "message",
            Screen::Voice(_) => "voice",
        }
    }

    /// Whether somebody writes here, or will again on the way back.
    pub fn is_writing(&self) -> bool {
        match self {
            Screen::Message(_) => true,
            Screen::Help(Help { behind, .. }) | Screen::Voice(Voice { behind }) => {
                behind.is_writing()
            }
            _ => false,
        }
    }

    /// What a screen that lies over another one leads back to: never to another of its kind, and from
    /// the idle screen to the first one.
    pub fn behind(self) -> Box<Screen> {
        match self {
            Screen::Help(Help { behind, .. }) | Screen::Voice(Voice { behind }) => behind,
            Screen::Idle => Box::new(Screen::Home),
            here => Box::new(here),
        }
    }

    /// What the person is at: the screen behind, while help is asked for or the
    /// voice is tried.
    pub fn at_work(&mut self) -> &mut Screen {
        match self {
            Screen::Help(Help { behind, .. }) | Screen::Voice(Voice { behind }) => behind.at_work(),
            here => here,
        }
    }

    /// Draws the screen and returns what was asked for.
    pub fn show(&mut self, ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
        match self {
            Screen::Idle => idle::show(ui, stage),
            Screen::Home => home::show(ui, stage),
            Screen::Services(services) => services.show(ui, stage),
            Screen::Priority => priority::show(ui, stage),
            Screen::Result(result) => result.show(ui, stage),
            Screen::Closed(closed) => closed.show(ui, stage),
            Screen::Trouble(trouble) => trouble.show(ui, stage),
            Screen::Help(help) => help.show(ui, stage),
            Screen::Message(message) => message.show(ui, stage),
            Screen::Voice(_) => voice::show(ui, stage),
        }
    }
}

/// What a screen is given to draw with.
pub struct Stage<'a> {
    /// Colours, sizes and fonts.
    pub look: &'a Look,
    /// The language of the person at the glass.
    pub lang: Lang,
    /// The hall as it was seen last.
    pub hall: &'a HallView,
    /// The time on the wall.
    pub now: DateTime,
    /// Seconds since the start, for what counts down.
    pub secs: f64,
    /// What everybody should know now; it stands in the header of every screen that has one.
    pub warning: Option<&'a str>,
    /// The illustrations.
    pub pictures: &'a mut Illustrations,
    /// What is left of the glass between header and bar.
    pub room: Rect,
    /// Whether every control is to be within the lowest 40 %.
    pub low: bool,
    /// How loud and how quick the voice is.
    pub voice: VoiceLevel,
    /// Whether only the person at the glass hears it.
    pub is_private: bool,
    /// Whether there is a printer that prints.
    pub can_print: bool,
    /// Everything that is drawn, header and bar included.
    pub glass: Rect,
}

impl Stage<'_> {
    /// Whether the glass is wider than high.
    pub fn is_landscape(&self) -> bool {
        self.glass.width() > self.glass.height()
    }

    /// The part of what is left of the room where things are touched: within low reach when it is to be,
    /// below the upper third of a glass that stands, all of one that lies.
    pub fn touch_room(&self, rest: Rect) -> Rect {
        /// Look, layout: the upper third is for reading.
        const READING_PART: f32 = 1.0 / 3.0;
        if self.low {
            return self.low_room();
        }
        let mut room = rest;
        if !self.is_landscape() {
            let upper = self.glass.min.y + self.glass.height() * READING_PART;
            room.min.y = room.min.y.max(upper);
        }
        room
    }

    /// The part of the room within low reach.
    pub fn low_room(&self) -> Rect {
        /// Look, number 6: the lowest 40 % of the glass.
        const LOW_PART: f32 = 0.4;
        let mut room = self.room;
        room.min.y = room
            .min
            .y
            .max(self.glass.max.y - self.glass.height() * LOW_PART);
        room
    }
}

/// What a person can ask for by a touch.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// Begin: someone touched the idle screen.
    Begin,
    /// The first screen.
    Home,
    /// The screen before.
    Back,
    /// Large type on or off.
    Large,
    /// The voice on, whether it is heard well, or off again.
    Voice,
    /// The voice otherwise: louder, softer, quicker, slower.
    VoiceLevel(VoiceLevel),
    /// The screen is to be spoken once more.
    SayAgain,
    /// Low reach on or off.
    Low,
    /// High contrast on or off.
    Contrast,
    /// The next language.
    Language,
    /// The screen where a person can be called.
    Help,
    /// A person, here and now.
    CallHelp,
    /// A number.
    Take {
        /// For this service.
        service: ServiceId,
        /// To be seen first, and why.
        priority: Option<Priority>,
    },
    /// Further services, from this one on.
    More {
        /// The first to be shown.
        from: usize,
        /// To be seen first, and why.
        priority: Option<Priority>,
    },
    /// Whether one may be seen first.
    Priority,
    /// The services for which someone is seen first for this reason.
    PriorityFor(Priority),
    /// Why no number can be had for a service.
    Explain(ServiceId),
    /// The same again.
    Retry,
    /// To leave a message.
    Message,
    /// The message is to be sent.
    SendMessage,
    /// The number of the message on paper.
    PrintMessage,
    /// What somebody who writes may mean.
    Find(typing::Ask),
}
