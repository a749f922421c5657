//! What is done when somebody asked for something.

use linli_hall::hours::Openness;
use linli_hall::ticket::Priority;
use linli_hall::{Error, RequestId, ServiceId};

use super::{App, Taking};
use crate::backstage::{Unlogged, Wish};
use crate::screens::{
    Asked, Closed, Help, HelpState, Message, Screen, Services, SlipState, Step, Voice, Why,
};
use crate::words;

/// The same thing asked for twice within this time is asked for once (look, number 7).
const SAME_AGAIN_SECS: f64 = 0.5;

impl App {
    /// Does what the person asked for.
    pub(super) fn answer(&mut self, asked: Asked, secs: f64) {
        // One touch is one wish, also where a keyboard or an assistive technology repeats it.
        let is_again = self
            .last_asked
            .as_ref()
            .is_some_and(|(last, at)| *last == asked && secs - at < SAME_AGAIN_SECS);
        self.last_asked = Some((asked.clone(), secs));
        if is_again || self.taking.is_some() {
            return;
        }
        match asked {
            Asked::Begin | Asked::Home => {
                self.keep_draft();
                self.screen = Screen::Home;
            }
            Asked::Back => self.go_back(secs),
            Asked::Large => self.session.modes.large ^= true,
            Asked::Voice => self.turn_voice(secs),
            Asked::VoiceLevel(level) => {
                self.session.voice = level;
                self.backstage.set_manner(super::guide::manner(level));
            }
            Asked::SayAgain => self.guide.again(),
            Asked::Low => self.session.modes.low ^= true,
            Asked::Contrast => self.session.modes.contrast ^= true,
            Asked::Language => self.session.lang = words::next_lang(self.session.lang),
            Asked::Help => self.open_help(),
            Asked::CallHelp => self.call_help(secs),
            Asked::Take { service, priority } => self.take(service, priority, secs),
            Asked::More { from, priority } => {
                self.screen = Screen::Services(Services { from, priority })
            }
            Asked::Priority => self.screen = Screen::Priority,
            Asked::PriorityFor(priority) => {
                self.screen = Screen::Services(Services {
                    from: 0,
                    priority: Some(priority),
                });
            }
            Asked::Explain(service) => self.explain(service),
            Asked::Retry => self.retry(secs),
            Asked::Message => self.write(),
            Asked::SendMessage => self.send_message(secs),
            Asked::PrintMessage => self.print_message(),
            Asked::Find(ask) => self.backstage.find(ask),
        }
        self.look = self.session.look(self.glass);
    }

    /// Opens a message: what the person began and left, or an empty one.
    fn write(&mut self) {
        let draft = self.draft.take().map(|draft| *draft);
        let message = draft.unwrap_or_else(|| Message::new(self.session.lang));
        self.screen = Screen::Message(Box::new(message.opened()));
    }

    /// What was written and not sent is there again when its writer comes back to it, until the session
    /// ends.
    fn keep_draft(&mut self) {
        if let Screen::Message(message) = self.screen.at_work() {
            self.draft = message.draft().map(Box::new);
        }
    }

    fn send_message(&mut self, secs: f64) {
        let Screen::Message(message) = &mut self.screen else {
            return;
        };
        let leave = message.seal(self.session.lang, secs);
        let wish = Wish::LeaveMessage {
            request: message.request.clone(),
            leave: Unlogged(leave),
        };
        message.step = if self.backstage.wish(wish) {
            Step::Sending
        } else {
            Step::Failed(Error::Overloaded)
        };
    }

    fn print_message(&mut self) {
        let lang = self.session.lang;
        if let Screen::Message(message) = &mut self.screen
            && let Step::Sent(left) = &message.step
        {
            let left = left.clone();
            let is_taken = self.backstage.wish(Wish::PrintMessage { left, lang });
            message.slip = Some(if is_taken {
                SlipState::Printing
            } else {
                SlipState::None
            });
        }
    }

    fn go_back(&mut self, secs: f64) {
        if let Screen::Message(message) = &mut self.screen
            && message.back()
        {
            return;
        }
        self.keep_draft();
        let here = std::mem::replace(&mut self.screen, Screen::Home);
        self.screen = match here {
            Screen::Services(Services {
                from: 0,
                priority: Some(_),
            }) => Screen::Priority,
            Screen::Services(Services {
                priority: Some(priority),
                ..
            }) => Screen::Services(Services {
                from: 0,
                priority: Some(priority),
            }),
            Screen::Help(Help { behind, .. }) | Screen::Voice(Voice { behind }) => *behind,
            _ => Screen::Home,
        };
        self.keep_number(secs);
    }

    pub(super) fn open_help(&mut self) {
        if matches!(self.screen, Screen::Help(_)) {
            return;
        }
        let here = std::mem::replace(&mut self.screen, Screen::Home);
        self.screen = Screen::Help(Help::over(*here.behind()));
    }

    /// On with the question whether it is heard well; from there off again.
    fn turn_voice(&mut self, secs: f64) {
        let is_asking = matches!(self.screen, Screen::Voice(_));
        // A key asks for it on a terminal that cannot speak, too.
        if self.backstage.can_read() {
            self.set_voice(!is_asking, secs);
        }
    }

    /// On with the question whether it is heard well, or off, where the person was.
    pub(super) fn set_voice(&mut self, on: bool, secs: f64) {
        let is_asking = matches!(self.screen, Screen::Voice(_));
        self.session.modes.voice = on;
        if on || is_asking {
            let here = std::mem::replace(&mut self.screen, Screen::Home);
            let behind = here.behind();
            self.screen = if on {
                Screen::Voice(Voice { behind })
            } else {
                *behind
            };
        }
        self.keep_number(secs);
    }

    fn call_help(&mut self, secs: f64) {
        let Screen::Help(help) = &mut self.screen else {
            return;
        };
        let taken = self.backstage.wish(Wish::CallHelp {
            request: help.request.clone(),
        });
        help.called_secs = secs;
        self.calling = taken.then(|| help.request.clone());
        help.state = if taken {
            HelpState::Calling
        } else {
            HelpState::Failed
        };
    }

    fn take(&mut self, service: ServiceId, priority: Option<Priority>, secs: f64) {
        self.take_as(RequestId::fresh(), service, priority, secs);
    }

    fn take_as(
        &mut self,
        request: RequestId,
        service: ServiceId,
        priority: Option<Priority>,
        secs: f64,
    ) {
        let wish = Wish::Take {
            request: request.clone(),
            service,
            priority,
            lang: self.session.lang,
        };
        self.taking = Some(Taking {
            request,
            service,
            priority,
            since_secs: secs,
        });
        if !self.backstage.wish(wish) {
            self.finish_taking(Err(Error::Overloaded), secs);
        }
    }

    fn retry(&mut self, secs: f64) {
        if let Screen::Trouble(trouble) = &self.screen {
            let (request, service, priority) =
                (trouble.request.clone(), trouble.service, trouble.priority);
            self.take_as(request, service, priority, secs);
        }
    }

    fn explain(&mut self, service: ServiceId) {
        let Some(offered) = self.hall.as_ref().and_then(|hall| hall.service(service)) else {
            return;
        };
        let why = match offered.openness {
            Openness::Closed { opens } => Why::NotOpen { opens },
            // It has opened since it was drawn.
            Openness::Open { .. } => return,
        };
        self.screen = Screen::Closed(Closed { service, why });
    }
}
