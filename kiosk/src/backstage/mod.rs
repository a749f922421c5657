//! Everything that takes time, behind bounded channels.
//!
//! The app sends a [`Wish`] and never waits; what comes of it arrives as [`News`]. The order is always
//! the same: commit first, print after.
//!
//! Threads: `hall` does everything at the hall's door, `journal` follows what happens in it, `printer`,
//! `scanner`, `speaker` and `speech` each own a device (they live in `linli-devices`), `api` serves HTTP (it lives
//! in `linli-api`).

mod desk;
mod hall;
mod input;
mod journal;
mod link;
mod news;
mod reader;
mod voice;

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread;

use anyhow::Context as _;
use linli_api::AnyHall;
use linli_devices::printer::{PrinterStatus, PrinterWorker};
use linli_devices::scanner::ScannerWorker;
use linli_devices::speech::Reader;
use linli_hall::ticket::Priority;
use linli_hall::{Actor, RequestId, ServiceId, message};
use linli_texts::Lang;

pub(crate) use hall::look;
pub use input::{InputStock, radicals};
pub use link::public_address;
pub use news::{News, Newsroom, Waker};
pub use reader::ReaderMaker;
pub use voice::Voice;

use crate::slip::LeftMessage;
use crate::typing::Ask;
use desk::Errand;

/// Wishes that may wait for the hall. A person makes one at a time; the rest is devices reporting.
const ERRANDS_MAX: usize = 256;
/// News that may wait for the app, which takes them all on every frame.
const NEWS_MAX: usize = 256;

/// Something that the app wants done.
#[derive(Clone, Debug)]
pub enum Wish {
    /// A number.
    Take {
        /// Chosen once per touch, so that the same touch never gives two numbers.
        request: RequestId,
        /// For this service.
        service: ServiceId,
        /// To be seen first, and why.
        priority: Option<Priority>,
        /// In this language.
        lang: Lang,
    },
    /// A message for the hall.
    LeaveMessage {
        /// Chosen once per message, so that trying again never leaves a second one.
        request: RequestId,
        /// What it says.
        leave: Unlogged<message::Leave>,
    },
    /// The slip of a message that was left.
    PrintMessage {
        /// Which one.
        left: LeftMessage,
        /// In this language.
        lang: Lang,
    },
    /// A person, at this terminal.
    CallHelp {
        /// Chosen once per touch.
        request: RequestId,
    },
}

/// Something that must not reach a log: it shows nothing of itself.
#[derive(Clone)]
pub struct Unlogged<T>(pub T);

impl<T> fmt::Debug for Unlogged<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// What the terminal has to work with.
pub struct Stock {
    /// The hall, here or elsewhere.
    pub hall: AnyHall,
    /// This terminal, as the hall knows it.
    pub actor: Actor,
    /// What links to the pages begin with, without a slash at the end.
    pub public_address: String,
    /// The printer, if there is one: its port and how it is set up.
    pub printer: Option<PrinterMaker>,
    /// The scanner, if there is one.
    pub scanner: Option<ScannerMaker>,
    /// What writing on the glass needs.
    pub input: InputStock,
    /// The voice, if this terminal calls numbers aloud.
    pub voice: Option<Voice>,
    /// The reader, if this terminal speaks to the person at it.
    pub reader: Option<ReaderMaker>,
}

/// Starts the printer's worker with whoever is to be told.
pub type PrinterMaker =
    Box<dyn FnOnce(Box<dyn FnMut(linli_devices::printer::PrinterEvent) + Send>) -> PrinterWorker>;
/// Starts the scanner's worker with whoever is to be told.
pub type ScannerMaker =
    Box<dyn FnOnce(Box<dyn FnMut(linli_devices::scanner::ScannerEvent) + Send>) -> ScannerWorker>;

/// The threads behind the screens. Dropping it ends them.
pub struct Backstage {
    errands: SyncSender<Errand>,
    news: Receiver<News>,
    input: input::Input,
    waker: Waker,
    printer: Option<Arc<PrinterWorker>>,
    _scanner: Option<ScannerWorker>,
    reader: Option<Arc<Reader>>,
    stopping: Arc<AtomicBool>,
}

impl Backstage {
    /// Starts the threads.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(stock: Stock) -> anyhow::Result<Backstage> {
        let (errands, inbox) = sync_channel(ERRANDS_MAX);
        let (tell, news) = sync_channel(NEWS_MAX);
        let waker = Waker::default();
        let newsroom = Newsroom::new(tell, waker.clone());
        let printer = stock
            .printer
            .map(|make| Arc::new(make(Box::new(desk::on_printer(&errands, &newsroom)))));
        let scanner = stock
            .scanner
            .map(|make| make(Box::new(desk::on_scanner(&errands, &newsroom))));
        let reader = stock
            .reader
            .map(|make| Arc::new(make(Box::new(reader::on_reader(&newsroom)))));
        let on_speaker = desk::on_speaker(&errands, &newsroom);
        let voice = stock
            .voice
            .map(|voice| voice.start(reader::give_way(reader.clone(), on_speaker)));
        let input = input::Input::start(stock.input, newsroom.clone())?;
        let stopping = Arc::new(AtomicBool::new(false));
        let following = journal::Following {
            hall: stock.hall.clone(),
            actor: stock.actor.clone(),
            errands: errands.clone(),
            voice,
            stopping: Arc::clone(&stopping),
        };
        let worker = hall::Worker::new(
            stock.hall,
            stock.actor,
            stock.public_address,
            printer.clone(),
            newsroom,
        );
        spawn("hall", move || worker.run(&inbox))?;
        spawn("journal", move || following.run())?;
        Ok(Backstage {
            errands,
            news,
            input,
            waker,
            printer,
            _scanner: scanner,
            reader,
            stopping,
        })
    }

    /// Asks for something. `false` when so much is waiting that it was not taken.
    pub fn wish(&self, wish: Wish) -> bool {
        match self.errands.try_send(Errand::Wish(wish)) {
            Ok(()) => true,
            Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => {
                tracing::error!("the hall's worker does not take any more wishes");
                false
            }
        }
    }

    /// Asks what somebody who writes may mean. It takes the place of an earlier question that nobody
    /// has begun to answer.
    pub fn find(&self, ask: Ask) {
        self.input.ask(ask);
    }

    /// The next piece of news, if there is one.
    pub fn next_news(&self) -> Option<News> {
        self.news.try_recv().ok()
    }

    /// From now on, news wake the app that draws in this context.
    pub fn wake(&self, ctx: &egui::Context) {
        self.waker.set(ctx);
    }

    /// What is known of the printer; `None` when there is none.
    pub fn printer_status(&self) -> Option<PrinterStatus> {
        self.printer.as_ref().map(|printer| printer.status())
    }
}

impl Drop for Backstage {
    fn drop(&mut self) {
        // The devices' threads end when their workers are dropped, these two when they are told.
        self.stopping.store(true, Ordering::Relaxed);
        if self.errands.try_send(Errand::Stop).is_err() {
            tracing::warn!("the hall's worker could not be told to stop");
        }
    }
}

/// A hall in a folder of this machine.
///
/// # Errors
/// As [`linli_hall::Hall::open`], with the folder in the message.
pub fn open_hall(folder: &Path) -> anyhow::Result<linli_hall::Hall> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    linli_hall::Hall::open(folder)
        .with_context(|| format!("the hall in {} cannot be opened", folder.display()))
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> anyhow::Result<()> {
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .with_context(|| format!("no thread for `{name}`"))?;
    Ok(())
}
