//! What became of what somebody asked for.

use linli_devices::printer::PrinterEvent;
use linli_hall::ticket::Taken;
use linli_hall::{Error, Refusal, RequestId};

use super::{App, Taking};
use crate::screens::{
    Closed, HelpState, Message, ResultScreen, Screen, SlipState, Step, Trouble, Why,
};
use crate::slip::{self, LeftMessage};

impl App {
    pub(super) fn take_printer_news(&mut self, event: &PrinterEvent, secs: f64) {
        let (id, state) = match event {
            PrinterEvent::Status(status) => {
                self.printer = Some(*status);
                return;
            }
            PrinterEvent::Printing(id) => (id, SlipState::Printing),
            PrinterEvent::Printed(id) => (id, SlipState::Printed),
            PrinterEvent::Failed { id, .. } => (id, SlipState::None),
            PrinterEvent::Unsure { id, .. } => (id, SlipState::Unsure),
        };
        match self.screen.at_work() {
            Screen::Result(result) if slip::ticket_of(*id) == Some(result.taken.ticket) => {
                result.set_slip(state, secs);
            }
            Screen::Message(message) => {
                if matches!(&message.step, Step::Sent(left) if left.job() == *id) {
                    message.slip = Some(state);
                }
            }
            _ => {}
        }
    }

    pub(super) fn finish_taking(&mut self, outcome: Result<(Taken, String), Error>, secs: f64) {
        let Some(taking) = self.taking.take() else {
            return;
        };
        // The number took its time; whoever waited for it is still here.
        self.session.touch(secs);
        let Taking {
            request,
            service,
            priority,
            ..
        } = taking;
        self.screen = match outcome {
            Ok((taken, link)) => self.result(taken, link, secs),
            Err(Error::Refused(Refusal::Closed { opens })) => Screen::Closed(Closed {
                service,
                why: Why::NotOpen { opens },
            }),
            Err(Error::Refused(Refusal::QuotaReached { quota, opens })) => Screen::Closed(Closed {
                service,
                why: Why::Full {
                    quota: Some(quota),
                    opens,
                },
            }),
            Err(error) => Screen::Trouble(Box::new(Trouble {
                request,
                service,
                priority,
                error,
            })),
        };
    }

    fn result(&self, taken: Taken, link: String, secs: f64) -> Screen {
        // A printer that is known to be out of paper is not waited for.
        let slip = if self.printer.is_some_and(|status| status.can_print()) {
            SlipState::Printing
        } else {
            SlipState::None
        };
        Screen::Result(Box::new(ResultScreen::new(taken, slip, link, secs)))
    }

    /// A number that comes after its person was told that there is none: whoever still reads that gets
    /// it. When they have left, it stays in the queue and its slip is printed as ever; the screen, which
    /// is somebody else's now, shows nothing of it.
    pub(super) fn note_late_number(
        &mut self,
        request: &RequestId,
        outcome: Result<(Taken, String), Error>,
        secs: f64,
    ) {
        let Ok((taken, link)) = outcome else { return };
        let waits = matches!(self.screen.at_work(), Screen::Trouble(trouble) if trouble.request == *request);
        if waits {
            *self.screen.at_work() = self.result(taken, link, secs);
        } else {
            tracing::info!(
                ticket = taken.ticket.0,
                "a number was given after its person had left"
            );
        }
    }

    /// What became of a call. One that failed is told to who has gone on to another screen, too, for they
    /// count on somebody to come; the next person has called nobody.
    pub(super) fn note_help(&mut self, request: &RequestId, is_called: bool) {
        let state = if is_called {
            HelpState::Called
        } else {
            HelpState::Failed
        };
        let is_awaited = self.calling.as_ref() == Some(request);
        match &mut self.screen {
            Screen::Help(help) if help.request == *request => help.state = state,
            _ if is_called || !is_awaited => {
                tracing::info!(is_called, "a call for help whose person has gone on");
            }
            _ => {
                self.open_help();
                if let Screen::Help(help) = &mut self.screen {
                    help.state = state;
                }
            }
        }
        if is_awaited {
            self.calling = None;
        }
    }

    pub(super) fn note_message(
        &mut self,
        request: &RequestId,
        outcome: Result<LeftMessage, Error>,
    ) {
        // What arrived after its writer had left the screen is not written once more.
        let is_draft = |draft: &mut Box<Message>| draft.request == *request && draft.is_as_sent();
        if outcome.is_ok() {
            self.draft.take_if(is_draft);
        }
        match self.screen.at_work() {
            Screen::Message(message) if message.request == *request => match outcome {
                // What was changed in the meantime has still to be sent.
                Ok(left) if message.is_as_sent() => message.step = Step::Sent(left),
                Err(error) if message.step == Step::Sending => message.step = Step::Failed(error),
                Ok(_) | Err(_) => {}
            },
            _ => match outcome {
                Ok(_) => tracing::info!("a message was left after its writer had gone"),
                Err(error) => {
                    tracing::warn!(%error, "a message was not left, and its writer has gone")
                }
            },
        }
    }
}
