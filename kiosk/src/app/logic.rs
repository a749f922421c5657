//! What happens between frames: news from backstage, the clock, and what was asked for.

use std::time::Duration;

use egui::{Context, Event, ViewportCommand};
use linli_devices::printer::PrinterEvent;
use linli_devices::scanner::ScannerEvent;
use linli_hall::ticket::Taken;
use linli_hall::{Error, Refusal, RequestId};
use linli_look::{Glass, taps};

use super::session::Quiet;
use super::{App, Taking};
use crate::backstage::News;
use crate::screens::{
    Closed, HelpState, Message, ResultScreen, Screen, SlipState, Step, Trouble, Why,
};

/// How long a wish may stay unanswered before the person is told, in seconds.
const TAKING_MAX_SECS: f64 = 12.0;

impl App {
    /// Takes news, minds the clock, and says when to look again.
    pub(super) fn think(&mut self, ctx: &Context) {
        let secs = ctx.input(|input| input.time);
        self.mind_the_glass(ctx);
        match ctx.cumulative_frame_nr() {
            0 => ctx.request_repaint(),
            1 => tracing::info!("the first frame is on the glass"),
            _ => {}
        }
        if ctx.input(|input| input.events.iter().any(is_touch)) {
            self.session.touch(secs);
        }
        while let Some(news) = self.backstage.next_news() {
            self.take_news(news, secs);
        }
        self.mind_the_time(secs);
        self.forget_what_was_written(ctx);
        if ctx.input(|input| input.viewport().close_requested())
            && !self.may_close
            && !super::was_told_to_stop(ctx)
        {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
        self.wake_again(ctx, secs);
    }

    /// What was written leaves egui's memory in the frame in which its screen is left.
    fn forget_what_was_written(&mut self, ctx: &Context) {
        let is_writing = self.screen.is_writing();
        if self.was_writing && !is_writing {
            Message::forget(ctx);
        }
        self.was_writing = is_writing;
    }

    /// Follows the size of the glass and the modes of the person.
    fn mind_the_glass(&mut self, ctx: &Context) {
        let points = ctx.viewport_rect().size();
        let pixels = points * ctx.pixels_per_point();
        let glass = Glass {
            diagonal_inches: self.diagonal_inches,
            pixels: [pixels.x.round(), pixels.y.round()],
        };
        if glass != self.glass && glass.pixels.iter().all(|side| *side >= 1.0) {
            self.glass = glass;
            taps::install(ctx, glass);
        }
        let wished = self.glass.pixels_per_point();
        if (wished - ctx.pixels_per_point()).abs() > 0.001 {
            ctx.set_pixels_per_point(wished);
        }
        self.look = self.session.look(self.glass);
    }

    pub(super) fn take_news(&mut self, news: News, secs: f64) {
        match news {
            News::Hall(view) => {
                self.session.set_own_lang(view.lang());
                self.hall = Some(view);
                self.is_offline = false;
            }
            News::Offline => self.is_offline = true,
            News::Taken { request, outcome } => {
                if self
                    .taking
                    .as_ref()
                    .is_some_and(|taking| taking.request == request)
                {
                    self.finish_taking(outcome.map(|boxed| *boxed), secs);
                }
            }
            News::HelpCalled(called) => self.note_help(called.is_ok()),
            News::MessageLeft { request, outcome } => self.note_message(&request, outcome),
            News::Radicals(all) => {
                if let Screen::Message(message) = &mut self.screen {
                    message.typing.take_radicals(all);
                }
            }
            News::Found { number, candidates } => {
                if let Screen::Message(message) = &mut self.screen {
                    message.typing.take_candidates(number, candidates);
                }
            }
            News::Printer(event) => self.take_printer_news(&event, secs),
            News::Scanner(ScannerEvent::Scan(code)) => self.remember_scan(code),
            News::Scanner(_) | News::Speaker(_) => {}
        }
    }

    fn take_printer_news(&mut self, event: &PrinterEvent, secs: f64) {
        let (id, slip) = match event {
            PrinterEvent::Status(status) => {
                self.printer = Some(*status);
                return;
            }
            PrinterEvent::Printing(id) => (id, SlipState::Printing),
            PrinterEvent::Printed(id) => (id, SlipState::Printed),
            PrinterEvent::Failed { id, .. } => (id, SlipState::None),
            PrinterEvent::Unsure { id, .. } => (id, SlipState::Unsure),
        };
        if let Screen::Result(result) = &mut self.screen
            && u64::try_from(result.taken.ticket.0) == Ok(id.0)
        {
            result.set_slip(slip, secs);
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
            Ok((taken, link)) => {
                // A printer that is known to be out of paper is not waited for.
                let slip = if self.printer.is_some_and(|status| status.can_print()) {
                    SlipState::Printing
                } else {
                    SlipState::None
                };
                Screen::Result(Box::new(ResultScreen::new(taken, slip, link, secs)))
            }
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

    fn note_help(&mut self, is_called: bool) {
        if let Screen::Help(help) = &mut self.screen {
            help.state = if is_called {
                HelpState::Called
            } else {
                HelpState::Failed
            };
        }
    }

    /// Ends what has had its time.
    fn mind_the_time(&mut self, secs: f64) {
        if let Some(taking) = &self.taking
            && secs - taking.since_secs > TAKING_MAX_SECS
        {
            // The number may still have been given; the wish keeps its id, and trying again is safe.
            self.finish_taking(
                Err(Error::Unreachable("the hall takes long".to_owned())),
                secs,
            );
        }
        let result_is_over =
            matches!(&self.screen, Screen::Result(result) if secs >= result.until_secs);
        if result_is_over || (self.session.quiet(secs) == Quiet::Over && !self.is_resting()) {
            self.end_session(secs, result_is_over);
        } else if matches!(self.screen, Screen::Home)
            && self.session.is_fresh()
            && self.session.quiet(secs) != Quiet::Used
        {
            // Nobody has set or seen anything of their own: there is nothing to ask about.
            self.end_session(secs, false);
        }
    }

    fn is_resting(&self) -> bool {
        matches!(self.screen, Screen::Idle) && self.session.is_fresh()
    }

    /// Forgets the person: the screen with all it knew, the language, the modes, what was scanned.
    fn end_session(&mut self, secs: f64, someone_may_follow: bool) {
        self.screen = if someone_may_follow {
            Screen::Home
        } else {
            Screen::Idle
        };
        self.session.end(secs);
        self.taking = None;
        self.scans.clear();
        self.last_asked = None;
        self.look = self.session.look(self.glass);
    }

    /// The seconds that are left to say that one is still here, when they are being counted.
    pub(super) fn asking(&self, secs: f64) -> Option<f64> {
        // A number on the glass has its own time, which is shown on its button.
        if matches!(self.screen, Screen::Idle | Screen::Result(_)) {
            return None;
        }
        match self.session.quiet(secs) {
            Quiet::Asking { left_secs } => Some(left_secs),
            Quiet::Used | Quiet::Over => None,
        }
    }

    /// Asks for the frame in which something changes by itself, and for none before it.
    fn wake_again(&self, ctx: &Context, secs: f64) {
        let now = self.clock.now();
        let to_the_minute = 60.0
            - f64::from(now.as_second().rem_euclid(60) as i32)
            - f64::from(now.subsec_millisecond()) / 1000.0;
        let mut next = secs + to_the_minute + 0.01;
        if !matches!(self.screen, Screen::Idle) {
            next = next.min(self.session.next_change_secs(secs));
        }
        if let Screen::Result(result) = &self.screen {
            let left = result.until_secs - secs;
            next = next.min(secs + left.fract().max(0.02));
        }
        if let Some(taking) = &self.taking {
            for after in [super::ui::TAKING_SHOWN_SECS, TAKING_MAX_SECS] {
                let at = taking.since_secs + after;
                if at > secs {
                    next = next.min(at + 0.01);
                }
            }
        }
        if next.is_finite() {
            ctx.request_repaint_after(Duration::from_secs_f64((next - secs).max(0.0)));
        }
    }

    fn note_message(&mut self, request: &RequestId, outcome: Result<String, Error>) {
        if let Screen::Message(message) = &mut self.screen
            && message.request == *request
            && message.step == Step::Sending
        {
            message.step = match outcome {
                Ok(link) => Step::Sent(link),
                Err(error) => Step::Failed(error),
            };
        }
    }
}

/// Whether an event says that somebody is here.
fn is_touch(event: &Event) -> bool {
    match event {
        Event::PointerButton { pressed, .. } | Event::Key { pressed, .. } => *pressed,
        Event::Touch { .. }
        | Event::Text(_)
        | Event::Paste(_)
        | Event::AccessKitActionRequest(_) => true,
        _ => false,
    }
}
