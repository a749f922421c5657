//! One opened printer: asking it, and sending it a slip.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::escpos::{Answers, CONFIRM, Question, is_answer, is_confirmation, recovery};
use super::{PrinterSettings, PrinterStatus, Reason, SILENT_AFTER};
use crate::port::{Port, PortError, write_all};

/// The longest that the worker does not look at its deadline, or whether it is to stop.
const STEP: Duration = Duration::from_millis(250);
/// Answers are read in pieces of this many bytes; a device that babbles more is not listened to.
const READ_BYTES: usize = 64;
/// Babble beyond this many reads is left unread until the next question.
const MAX_DRAIN_READS: usize = 64;

/// What became of a job.
pub(super) enum Outcome {
    /// It came out.
    Out,
    /// Not one byte of it went out.
    Nothing(Reason),
    /// Some of it may have come out.
    Some(Reason),
}

/// One opened printer.
pub(super) struct Session {
    port: Box<dyn Port>,
    asks: bool,
    answer_wait: Duration,
    settle: Duration,
    job: Duration,
    unanswered_rounds: u32,
    last: PrinterStatus,
}

impl Session {
    pub(super) fn new(port: Box<dyn Port>, settings: &PrinterSettings) -> Self {
        Self {
            port,
            asks: settings.answers,
            answer_wait: settings.limits.answer,
            settle: settings.limits.settle,
            job: settings.limits.job,
            unanswered_rounds: 0,
            last: PrinterStatus::Unknown,
        }
    }

    /// Asks everything and says what the printer is, or why the port is of no more use.
    pub(super) fn ask_all(&mut self) -> Result<PrinterStatus, PortError> {
        if !self.asks {
            // Reading tells whether the device is still there, even of one that says nothing.
            self.drain()?;
            return Ok(PrinterStatus::Ready);
        }
        // An unanswered round may be line noise eating an answer: ask once more before saying so.
        loop {
            let mut answers = Answers::default();
            for question in Question::ALL {
                match self.ask(question)? {
                    Some(answer) => answers.note(question, answer),
                    // Who does not answer the first question is not asked the other three.
                    None => break,
                }
            }
            let status = answers.status();
            if status != PrinterStatus::Silent {
                self.unanswered_rounds = 0;
                self.last = status;
                return Ok(status);
            }
            self.unanswered_rounds = (self.unanswered_rounds + 1).min(SILENT_AFTER);
            if self.unanswered_rounds >= SILENT_AFTER {
                return Ok(PrinterStatus::Silent);
            }
        }
    }

    /// Asks one question; nothing when no answer came in time.
    fn ask(&mut self, question: Question) -> Result<Option<u8>, PortError> {
        // What is lying about from before is no answer to this question.
        self.drain()?;
        match write_all(&mut *self.port, &question.bytes(), self.answer_wait).1 {
            Ok(()) => {}
            Err(PortError::TimedOut) => return Ok(None),
            Err(error) => return Err(error),
        }
        self.await_byte(self.answer_wait, is_answer)
    }

    /// Waits for a byte of a kind; other bytes are garbage and are passed over.
    fn await_byte(
        &mut self,
        wait: Duration,
        is_wanted: fn(u8) -> bool,
    ) -> Result<Option<u8>, PortError> {
        let until = Instant::now() + wait;
        let mut buffer = [0; READ_BYTES];
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.port.read(&mut buffer, left) {
                Ok(count) => {
                    let found = buffer[..count]
                        .iter()
                        .copied()
                        .find(|byte| is_wanted(*byte));
                    if found.is_some() || left.is_zero() {
                        return Ok(found);
                    }
                }
                Err(PortError::TimedOut) => return Ok(None),
                Err(error) => return Err(error),
            }
        }
    }

    fn drain(&mut self) -> Result<(), PortError> {
        let mut buffer = [0; READ_BYTES];
        for _ in 0..MAX_DRAIN_READS {
            match self.port.read(&mut buffer, Duration::ZERO) {
                Ok(_) => {}
                Err(PortError::TimedOut) => break,
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Sends the pieces of one slip, asking the printer between them and after.
    pub(super) fn send(
        &mut self,
        pieces: &[Vec<u8>],
        recover_first: bool,
        stopping: &AtomicBool,
        mut on_status: impl FnMut(PrinterStatus),
    ) -> Outcome {
        let until = Instant::now() + self.job;
        let mut sent = 0;
        let result = if recover_first {
            // Cuts off what is left of the broken slip, so that no two hang together.
            self.push(&recovery(true), until, stopping, &mut 0)
        } else {
            Ok(())
        };
        let result = result.and_then(|()| {
            for piece in pieces {
                self.push(piece, until, stopping, &mut sent)?;
                self.check(&mut on_status)?;
            }
            self.confirm(until, stopping, &mut on_status)
        });
        match result {
            Ok(()) => Outcome::Out,
            Err(reason) if sent == 0 => Outcome::Nothing(reason),
            Err(reason) => Outcome::Some(reason),
        }
    }

    /// Writes a piece, in steps short enough to notice a deadline and a stop.
    fn push(
        &mut self,
        piece: &[u8],
        until: Instant,
        stopping: &AtomicBool,
        sent: &mut usize,
    ) -> Result<(), Reason> {
        let mut rest = piece;
        while !rest.is_empty() {
            let left = until.saturating_duration_since(Instant::now());
            if stopping.load(Ordering::Relaxed) {
                return Err(Reason::Stopping);
            }
            if left.is_zero() {
                return Err(Reason::TooSlow);
            }
            let (count, result) = write_all(&mut *self.port, rest, left.min(STEP));
            *sent += count;
            rest = &rest[count..];
            match result {
                Ok(()) => {}
                // It takes no more: it may have run out of paper, which it can still tell.
                Err(PortError::TimedOut) => self.check(&mut |_| {})?,
                Err(_) => return Err(Reason::Printer(PrinterStatus::Unplugged)),
            }
        }
        Ok(())
    }

    /// Asks for paper and cover. A printer too busy to answer is given the benefit of the doubt.
    fn check(&mut self, on_status: &mut dyn FnMut(PrinterStatus)) -> Result<(), Reason> {
        if !self.asks {
            return Ok(());
        }
        let mut answers = Answers::default();
        for question in [Question::Offline, Question::Paper] {
            match self.ask(question) {
                Ok(Some(answer)) => answers.note(question, answer),
                Ok(None) => break,
                Err(_) => return Err(Reason::Printer(PrinterStatus::Unplugged)),
            }
        }
        let status = answers.status();
        if status == PrinterStatus::Silent {
            return Ok(());
        }
        self.last = status;
        on_status(status);
        if status.can_print() {
            Ok(())
        } else {
            Err(Reason::Printer(status))
        }
    }

    /// Waits until the printer says that it has printed everything; one that cannot say so is
    /// watched for trouble a while longer.
    fn confirm(
        &mut self,
        until: Instant,
        stopping: &AtomicBool,
        on_status: &mut dyn FnMut(PrinterStatus),
    ) -> Result<(), Reason> {
        if !self.asks {
            return Ok(());
        }
        self.push(&CONFIRM, until, stopping, &mut 0)?;
        let settled = (Instant::now() + self.settle).min(until);
        let step = (self.settle / 5).max(Duration::from_millis(1));
        while Instant::now() < settled {
            match self.await_byte(step, is_confirmation) {
                Ok(Some(_)) => return Ok(()),
                Ok(None) => self.check(on_status)?,
                Err(_) => return Err(Reason::Printer(PrinterStatus::Unplugged)),
            }
        }
        Ok(())
    }
}
