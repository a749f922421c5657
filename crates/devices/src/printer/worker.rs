//! The thread that owns a printer: takes jobs, prints each at most once, and tells what happens.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::escpos::{encode_in_bands, encode_text};
use super::session::{Outcome, Session};
use super::{
    Bitmap, MAX_WAITING_JOBS, PrinterSettings, PrinterStatus, RenderError, Slip, SlipRenderer,
};
use crate::port::{BackOff, OpenPort};

/// The id of a print job, chosen by whoever asks for it; reported back with every event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JobId(pub u64);

/// Something to print.
#[derive(Debug, Clone)]
pub struct PrintJob {
    /// Reported back with every event about it.
    pub id: JobId,
    /// What to print.
    pub content: Content,
}

/// What to print.
#[derive(Debug, Clone)]
pub enum Content {
    /// A slip, drawn (or set in the printer's fonts) by the worker, off everybody else's thread.
    Slip(Box<Slip>),
    /// A picture.
    Picture(Bitmap),
}

/// What happens at a printer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrinterEvent {
    /// The status is another than before.
    Status(PrinterStatus),
    /// The first bytes of a job are about to go out.
    Printing(JobId),
    /// The slip is out, as far as a printer can tell.
    Printed(JobId),
    /// Nothing of the job came out. It may be printed again, when somebody asks for it.
    Failed {
        /// The job.
        id: JobId,
        /// Why.
        reason: Reason,
    },
    /// Some of the job may have come out, or all of it. It is never repeated by itself: two
    /// slips with one number are worse than a torn one.
    Unsure {
        /// The job.
        id: JobId,
        /// What happened.
        reason: Reason,
    },
}

/// Why a job did not simply come out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The printer is in a state in which it does not print.
    Printer(PrinterStatus),
    /// It took longer than [`super::Limits::job`].
    TooSlow,
    /// The slip breaks a limit of [`Slip`], or its code does not fit the paper.
    TooLong,
    /// The fonts are missing.
    NoFonts,
    /// The worker is being stopped.
    Stopping,
}

/// Why a job was not even taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// [`MAX_WAITING_JOBS`] are waiting already.
    #[error("too many slips are waiting for the printer")]
    Full,
    /// The worker's thread has ended.
    #[error("the printer's worker has stopped")]
    Stopped,
}

/// A printer and the thread that owns it. Dropping it ends the thread, after the slip that is
/// being printed, and so within [`super::Limits::job`].
pub struct PrinterWorker {
    jobs: Option<SyncSender<PrintJob>>,
    status: Arc<Mutex<PrinterStatus>>,
    stopping: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl PrinterWorker {
    /// Starts the thread `printer`, which opens the port, asks the printer how it is, and calls
    /// `on_event` from then on. The callback must be quick: it usually sends on a channel.
    pub fn start(
        port: impl OpenPort + 'static,
        settings: PrinterSettings,
        on_event: impl FnMut(PrinterEvent) + Send + 'static,
    ) -> Self {
        let (jobs, waiting) = sync_channel(MAX_WAITING_JOBS);
        let status = Arc::new(Mutex::new(PrinterStatus::Unknown));
        let stopping = Arc::new(AtomicBool::new(false));
        let keeper = Keeper {
            teller: Teller {
                on_event: Box::new(on_event),
                status: Arc::clone(&status),
            },
            port: Box::new(port),
            session: None,
            back_off: BackOff::starting_at(settings.limits.reopen_first),
            try_again_at: Instant::now(),
            may_be_mid_band: false,
            renderer: None,
            stopping: Arc::clone(&stopping),
            settings,
        };
        let thread = thread::Builder::new()
            .name("printer".into())
            .spawn(move || keeper.run(&waiting))
            .inspect_err(|error| tracing::error!(%error, "cannot start the printer's thread"))
            .ok();
        Self {
            jobs: Some(jobs),
            status,
            stopping,
            thread,
        }
    }

    /// Hands over a job. What becomes of it comes as [`PrinterEvent`]s: always exactly one of
    /// `Printed`, `Failed` and `Unsure`.
    ///
    /// # Errors
    /// [`Refused`] when the job was not taken; then no event follows.
    pub fn print(&self, job: PrintJob) -> Result<(), Refused> {
        let jobs = self.jobs.as_ref().ok_or(Refused::Stopped)?;
        jobs.try_send(job).map_err(|error| match error {
            TrySendError::Full(_) => Refused::Full,
            TrySendError::Disconnected(_) => Refused::Stopped,
        })
    }

    /// What is known of the printer now.
    pub fn status(&self) -> PrinterStatus {
        *self.status.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for PrinterWorker {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::Relaxed);
        self.jobs = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the printer's thread had panicked");
        }
    }
}

/// Tells the outside world, and tells a status only when it is another.
struct Teller {
    on_event: Box<dyn FnMut(PrinterEvent) + Send>,
    status: Arc<Mutex<PrinterStatus>>,
}

impl Teller {
    fn tell(&mut self, event: PrinterEvent) {
        (self.on_event)(event);
    }

    fn status(&mut self, now: PrinterStatus) {
        let mut known = self.status.lock().unwrap_or_else(PoisonError::into_inner);
        if *known != now {
            *known = now;
            drop(known);
            self.tell(PrinterEvent::Status(now));
        }
    }
}

/// What the thread owns.
struct Keeper {
    settings: PrinterSettings,
    port: Box<dyn OpenPort>,
    session: Option<Session>,
    back_off: BackOff,
    try_again_at: Instant,
    /// A job broke off: the printer may still be waiting for the rest of a band.
    may_be_mid_band: bool,
    renderer: Option<SlipRenderer>,
    teller: Teller,
    stopping: Arc<AtomicBool>,
}

impl Keeper {
    fn run(mut self, waiting: &Receiver<PrintJob>) {
        self.look_after();
        loop {
            match waiting.recv_timeout(self.next_look()) {
                Ok(job) if self.stopping.load(Ordering::Relaxed) => {
                    self.teller.tell(PrinterEvent::Failed {
                        id: job.id,
                        reason: Reason::Stopping,
                    });
                }
                Ok(job) => self.print(job),
                Err(RecvTimeoutError::Timeout) => {
                    self.look_after();
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn next_look(&self) -> Duration {
        match self.session {
            Some(_) => self.settings.limits.ask_every,
            None => self.try_again_at.saturating_duration_since(Instant::now()),
        }
    }

    /// Opens the port if it is not, asks the printer how it is, and says so.
    fn look_after(&mut self) -> PrinterStatus {
        let status = self.ask();
        self.teller.status(status);
        status
    }

    fn ask(&mut self) -> PrinterStatus {
        if self.session.is_none() {
            match self.port.open() {
                Ok(port) => self.session = Some(Session::new(port, &self.settings)),
                Err(error) => {
                    tracing::debug!(port = self.port.name(), %error, "cannot open the printer");
                    self.wait_before_reopening();
                    return PrinterStatus::Unplugged;
                }
            }
        }
        let Some(session) = self.session.as_mut() else {
            return PrinterStatus::Unplugged;
        };
        match session.ask_all() {
            Ok(status) => {
                self.back_off.reset();
                status
            }
            Err(error) => {
                tracing::info!(port = self.port.name(), %error, "lost the printer");
                self.lose();
                PrinterStatus::Unplugged
            }
        }
    }

    fn lose(&mut self) {
        self.session = None;
        self.wait_before_reopening();
    }

    fn wait_before_reopening(&mut self) {
        self.try_again_at = Instant::now() + self.back_off.next_wait();
    }

    fn print(&mut self, job: PrintJob) {
        let id = job.id;
        let pieces = match self.pieces(job.content) {
            Ok(pieces) => pieces,
            Err(reason) => return self.teller.tell(PrinterEvent::Failed { id, reason }),
        };
        let status = self.look_after();
        let blindly = !self.settings.answers && self.session.is_some();
        if !status.can_print() && !blindly {
            let reason = Reason::Printer(status);
            return self.teller.tell(PrinterEvent::Failed { id, reason });
        }
        self.teller.tell(PrinterEvent::Printing(id));
        let outcome = match self.session.as_mut() {
            Some(session) => {
                let teller = &mut self.teller;
                session.send(&pieces, self.may_be_mid_band, |status| {
                    teller.status(status);
                })
            }
            None => Outcome::Nothing(Reason::Printer(PrinterStatus::Unplugged)),
        };
        let event = match outcome {
            Outcome::Out => {
                self.may_be_mid_band = false;
                PrinterEvent::Printed(id)
            }
            Outcome::Nothing(reason) => PrinterEvent::Failed { id, reason },
            Outcome::Some(reason) => {
                self.may_be_mid_band = true;
                PrinterEvent::Unsure { id, reason }
            }
        };
        if let PrinterEvent::Failed { reason, .. } | PrinterEvent::Unsure { reason, .. } = &event {
            tracing::warn!(job = id.0, ?reason, "a slip did not come out");
            if let Reason::Printer(status) = reason {
                if *status == PrinterStatus::Unplugged {
                    self.lose();
                }
                self.teller.status(*status);
            }
        }
        self.teller.tell(event);
    }

    fn pieces(&mut self, content: Content) -> Result<Vec<Vec<u8>>, Reason> {
        let slip = match content {
            Content::Picture(picture) => return Ok(encode_in_bands(&picture)),
            Content::Slip(slip) => slip,
        };
        let paper = self.settings.paper;
        if self.settings.prints_text() {
            return encode_text(&slip, paper).map_err(Reason::from);
        }
        if self.renderer.is_none() {
            self.renderer = Some(SlipRenderer::open(&self.settings.fonts)?);
        }
        match self.renderer.as_mut() {
            Some(renderer) => Ok(encode_in_bands(&renderer.render(&slip, paper)?)),
            None => Err(Reason::NoFonts),
        }
    }
}

impl From<RenderError> for Reason {
    fn from(error: RenderError) -> Self {
        match error {
            RenderError::TooLong => Reason::TooLong,
            RenderError::NoFont { .. } => Reason::NoFonts,
        }
    }
}
