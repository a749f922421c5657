//! One opened printer: asking it, and sending it a slip.

use std::time::{Duration, Instant};

use super::escpos::{Answers, CONFIRM, Question, is_answer, is_confirmation, recovery};
use super::{PrinterSettings, PrinterStatus, Reason};
use crate::port::{Port, PortError, write_all};

/// A printer that takes nothing for this long is asked why.
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
    /// Whether a confirmation has come in since it was asked for.
    is_confirmed: bool,
}

impl Session {
    pub(super) fn new(port: Box<dyn Port>, settings: &PrinterSettings) -> Self {
        Self {
            port,
            asks: settings.answers,
            answer_wait: settings.limits.answer,
            settle: settings.limits.settle,
            job: settings.limits.job,
            is_confirmed: false,
        }
    }

    /// Asks everything and says what the printer is, or why the port is of no more use.
    pub(super) fn ask_all(&mut self) -> Result<PrinterStatus, PortError> {
        if !self.asks {
            // Reading tells whether the device is still there, even of one that says nothing.
            self.drain()?;
            return Ok(PrinterStatus::Ready);
        }
        // What keeps a printer from printing may be line noise: it is believed the second time.
        match self.ask_each(&Question::ALL)? {
            status if status.can_print() => Ok(status),
            _ => self.ask_each(&Question::ALL),
        }
    }

    /// Asks some questions and says what the answers make of the printer.
    fn ask_each(&mut self, questions: &[Question]) -> Result<PrinterStatus, PortError> {
        let mut answers = Answers::default();
        for question in questions {
            match self.ask(*question)? {
                Some(answer) => answers.note(*question, answer),
                // Who does not answer one question is not asked the others.
                None => break,
            }
        }
        Ok(answers.status())
    }

    /// Asks one question; nothing when no answer came in time.
    fn ask(&mut self, question: Question) -> Result<Option<u8>, PortError> {
        // What came in before is no answer to this question.
        self.drain()?;
        match write_all(&mut *self.port, &question.bytes(), self.answer_wait).1 {
            Ok(()) => {}
            Err(PortError::TimedOut) => return Ok(None),
            Err(error) => return Err(error),
        }
        self.await_answer(self.answer_wait)
    }

    /// Waits for an answer; other bytes are confirmations, or garbage, which is passed over.
    fn await_answer(&mut self, wait: Duration) -> Result<Option<u8>, PortError> {
        let until = Instant::now() + wait;
        let mut buffer = [0; READ_BYTES];
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.read(&mut buffer, left) {
                Ok(bytes) => {
                    let answer = bytes.iter().copied().find(|byte| is_answer(*byte));
                    if answer.is_some() || left.is_zero() {
                        return Ok(answer);
                    }
                }
                Err(PortError::TimedOut) => return Ok(None),
                Err(error) => return Err(error),
            }
        }
    }

    /// Throws away what is lying about from before.
    fn drain(&mut self) -> Result<(), PortError> {
        let mut buffer = [0; READ_BYTES];
        for _ in 0..MAX_DRAIN_READS {
            match self.read(&mut buffer, Duration::ZERO) {
                Ok(_) => {}
                Err(PortError::TimedOut) => break,
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Reads what has come in. Whatever the bytes were waited for, a confirmation among them is
    /// noted: it comes only once.
    fn read<'b>(&mut self, buffer: &'b mut [u8], wait: Duration) -> Result<&'b [u8], PortError> {
        let count = self.port.read(buffer, wait)?;
        let bytes = &buffer[..count];
        self.is_confirmed |= bytes.iter().any(|byte| is_confirmation(*byte));
        Ok(bytes)
    }

    /// Sends the pieces of one slip, asking the printer between them and after.
    pub(super) fn send(
        &mut self,
        pieces: &[Vec<u8>],
        recover_first: bool,
        mut on_status: impl FnMut(PrinterStatus),
    ) -> Outcome {
        let until = Instant::now() + self.job;
        let mut sent = 0;
        let result = if recover_first {
            // Cuts off what is left of the broken slip, so that no two hang together.
            self.push(&recovery(true), until, &mut 0)
        } else {
            Ok(())
        };
        let result = result.and_then(|()| {
            for piece in pieces {
                self.push(piece, until, &mut sent)?;
                self.check(&mut on_status)?;
            }
            self.confirm(until, &mut on_status)
        });
        match result {
            Ok(()) => Outcome::Out,
            Err(reason) if sent == 0 => Outcome::Nothing(reason),
            Err(reason) => Outcome::Some(reason),
        }
    }

    /// Writes a piece, and asks what is the matter when the printer does not take it.
    fn push(&mut self, piece: &[u8], until: Instant, sent: &mut usize) -> Result<(), Reason> {
        let mut rest = piece;
        while !rest.is_empty() {
            let left = until.saturating_duration_since(Instant::now());
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
                Err(_) => return Err(UNPLUGGED),
            }
        }
        Ok(())
    }

    /// Asks for paper and cover. A printer too busy to answer is given the benefit of the doubt.
    fn check(&mut self, on_status: &mut dyn FnMut(PrinterStatus)) -> Result<(), Reason> {
        if !self.asks {
            return Ok(());
        }
        let questions = [Question::Offline, Question::Paper];
        let mut status = self.ask_each(&questions).map_err(|_| UNPLUGGED)?;
        if !status.can_print() && status != PrinterStatus::Silent {
            status = self.ask_each(&questions).map_err(|_| UNPLUGGED)?;
        }
        if status == PrinterStatus::Silent {
            return Ok(());
        }
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
        on_status: &mut dyn FnMut(PrinterStatus),
    ) -> Result<(), Reason> {
        if !self.asks {
            return Ok(());
        }
        self.drain().map_err(|_| UNPLUGGED)?;
        self.is_confirmed = false;
        self.push(&CONFIRM, until, &mut 0)?;
        let settled = (Instant::now() + self.settle).min(until);
        let mut buffer = [0; READ_BYTES];
        while !self.is_confirmed && Instant::now() < settled {
            match self.read(&mut buffer, self.settle / 5) {
                Ok(_) => {}
                Err(PortError::TimedOut) => self.check(on_status)?,
                Err(_) => return Err(UNPLUGGED),
            }
        }
        Ok(())
    }
}

const UNPLUGGED: Reason = Reason::Printer(PrinterStatus::Unplugged);
