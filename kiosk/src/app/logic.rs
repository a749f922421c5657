//! What happens between frames: news from backstage, the clock, and what was asked for.

use std::time::Duration;

use egui::{Context, ViewportCommand};
use linli_devices::scanner::ScannerEvent;
use linli_hall::Error;
use linli_look::{Glass, focus, taps};

use super::App;
use super::session::Quiet;
use crate::backstage::News;
use crate::screens::{HelpState, Message, Screen, SlipState, Step};

/// How long a wish may stay unanswered before the person is told, in seconds.
const ANSWER_MAX_SECS: f64 = 12.0;

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
        let is_touched = ctx.input(|input| input.events.iter().any(taps::is_touch));
        if taps::was_shielded(ctx) || is_touched {
            self.be_touched(secs);
        }
        self.hear(ctx, secs);
        while let Some(news) = self.backstage.next_news() {
            self.take_news(news, secs);
        }
        self.mind_who_listens(secs);
        self.mind_the_time(secs);
        if std::mem::take(&mut self.has_left) {
            focus::forget(ctx);
        }
        self.mind_the_hour(ctx);
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

    /// The tone follows the hour, but never under a person's finger.
    fn mind_the_hour(&mut self, ctx: &Context) {
        if self.is_resting() && !ctx.input(|input| input.pointer.any_down()) {
            self.take_tone();
        }
    }

    pub(super) fn take_tone(&mut self) {
        if let Some(hall) = &self.hall {
            let time = hall.civil(self.clock.now()).time();
            self.session.tone = self.dusk.tone(time);
            self.look = self.session.look(self.glass);
        }
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
                let outcome = outcome.map(|boxed| *boxed);
                let is_awaited = self.taking.as_ref();
                if is_awaited.is_some_and(|taking| taking.request == request) {
                    self.finish_taking(outcome, secs);
                } else {
                    self.note_late_number(&request, outcome, secs);
                }
            }
            News::HelpCalled { request, outcome } => self.note_help(&request, outcome.is_ok()),
            News::MessageLeft { request, outcome } => self.note_message(&request, outcome),
            News::Radicals(all) => {
                if let Screen::Message(message) = self.screen.at_work() {
                    message.typing.take_radicals(all);
                }
            }
            News::Found { number, candidates } => {
                if let Screen::Message(message) = self.screen.at_work() {
                    message.typing.take_candidates(number, candidates);
                }
            }
            News::Printer(event) => self.take_printer_news(&event, secs),
            News::Scanner(ScannerEvent::Scan(code)) => {
                self.session.touch(secs);
                self.remember_scan(code);
            }
            News::Outlet(outlet) => self.mind_the_headphone(outlet, secs),
            News::Said(id) => {
                if self.speaking == Some(id) {
                    self.mind_who_listens(secs);
                    self.speaking = None;
                }
            }
            News::Scanner(_) | News::Speaker(_) => {}
        }
    }

    /// Ends what has had its time.
    fn mind_the_time(&mut self, secs: f64) {
        if let Some(taking) = &self.taking
            && secs - taking.since_secs > ANSWER_MAX_SECS
        {
            // The number may still have been given; the wish keeps its id, and trying again is safe.
            self.finish_taking(
                Err(Error::Unreachable("the hall takes long".to_owned())),
                secs,
            );
        }
        self.mind_what_waits(secs);
        if let Screen::Result(result) = &mut self.screen {
            // A number has its own time, and a slip that is not out by then has to be done without.
            if secs >= result.until_secs && result.slip == SlipState::Printing {
                result.set_slip(SlipState::None, secs);
            }
            if secs >= result.until_secs {
                self.end_session(secs, true);
            }
        } else if self.session.quiet(secs) == Quiet::Over
            || (self.session.quiet(secs) != Quiet::Used && !self.asks_before_the_end())
        {
            self.end_session(secs, false);
        }
    }

    /// Tells who waits too long for an answer. It may still come, and is told then.
    fn mind_what_waits(&mut self, secs: f64) {
        let is_late = |since_secs: f64| secs - since_secs > ANSWER_MAX_SECS;
        if let Screen::Help(help) = &mut self.screen
            && help.state == HelpState::Calling
            && is_late(help.called_secs)
        {
            help.state = HelpState::Failed;
        }
        if let Screen::Message(message) = self.screen.at_work()
            && message.step == Step::Sending
            && is_late(message.sent_secs)
        {
            message.step = Step::Failed(Error::Unreachable("the hall takes long".to_owned()));
        }
    }

    /// Whether there is anything to be asked about before the session ends: not where nobody has set or
    /// seen anything of their own.
    fn asks_before_the_end(&self) -> bool {
        match self.screen {
            Screen::Idle => false,
            Screen::Home => !self.session.is_fresh() || self.draft.is_some(),
            _ => true,
        }
    }

    fn is_resting(&self) -> bool {
        matches!(self.screen, Screen::Idle)
            && self.session.is_fresh()
            && self.scans.is_empty()
            && self.last_asked.is_none()
    }

    /// Forgets the person: the screen with all it knew, the language, the modes, what was scanned.
    fn end_session(&mut self, secs: f64, someone_may_follow: bool) {
        if self.is_resting() {
            return;
        }
        self.screen = if someone_may_follow {
            Screen::Home
        } else {
            Screen::Idle
        };
        self.session.end(secs);
        self.has_left = true;
        self.speaking = None;
        self.taking = None;
        self.draft = None;
        self.calling = None;
        self.scans.clear();
        self.last_asked = None;
        self.look = self.session.look(self.glass);
        self.take_tone();
    }

    /// The seconds that are left to say that one is still here, when they are being counted.
    pub(super) fn asking(&self, secs: f64) -> Option<f64> {
        // A number on the glass has its own time, which is shown on its button.
        if matches!(self.screen, Screen::Result(_)) || !self.asks_before_the_end() {
            return None;
        }
        match self.session.quiet(secs) {
            Quiet::Asking { left_secs } => Some(left_secs),
            Quiet::Used | Quiet::Over => None,
        }
    }

    /// Asks for the frame in which something changes by itself, and for none before it.
    fn wake_again(&mut self, ctx: &Context, secs: f64) {
        let now = self.clock.now();
        let to_the_minute = 60.0
            - f64::from(now.as_second().rem_euclid(60) as i32)
            - f64::from(now.subsec_millisecond()) / 1000.0;
        let mut next = secs + to_the_minute + 0.01;
        if !self.is_resting() {
            next = next.min(self.session.next_change_secs(secs));
        }
        if let Screen::Result(result) = &self.screen {
            let left = result.until_secs - secs;
            next = next.min(secs + left.fract().max(0.02));
        }
        let mut awaited = Vec::new();
        if let Some(taking) = &self.taking {
            awaited.extend(
                [super::ui::TAKING_SHOWN_SECS, ANSWER_MAX_SECS]
                    .map(|after| taking.since_secs + after),
            );
        }
        if let Screen::Help(help) = &self.screen {
            awaited.push(help.called_secs + ANSWER_MAX_SECS);
        }
        if let Screen::Message(message) = self.screen.at_work() {
            awaited.push(message.sent_secs + ANSWER_MAX_SECS);
        }
        for at in awaited {
            if at > secs {
                next = next.min(at + 0.01);
            }
        }
        if next.is_finite() {
            ctx.request_repaint_after(Duration::from_secs_f64((next - secs).max(0.0)));
        }
    }
}
