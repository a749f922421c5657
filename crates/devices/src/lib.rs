//! The devices of a terminal: printer, scanner, speaker and speech.
//!
//! Every device is a folder with the same parts: a line to it (or a sound card), its language, a
//! typed status, a worker thread, and a simulator. Nothing here knows of halls or screens. A
//! worker is started with a callback that is told everything that happens:
//!
//! ```no_run
//! use std::sync::mpsc::sync_channel;
//! use linli_devices::port::PortSettings;
//! use linli_devices::printer::{
//!     Content, JobId, Paper, PrintJob, PrinterSettings, PrinterWorker, Slip,
//! };
//! use linli_devices::scanner::{ScannerSettings, ScannerWorker};
//!
//! let (news, _inbox) = sync_channel(64);
//!
//! // A real printer; `SimulatedPrinter::new(Paper::Mm80)` goes in the same place.
//! let port = PortSettings::File { path: "/dev/usb/lp0".into() };
//! let settings = PrinterSettings::new(&port, Paper::Mm80, "assets/fonts");
//! let printer = PrinterWorker::start(port, settings, move |event| {
//!     // Tell the screen; a full channel means that nobody listens any more.
//!     let _ = news.try_send(event);
//! });
//!
//! // Commit first, print after; then wait for Printed, Failed or Unsure.
//! let slip = Slip { number: "A012".into(), ..Slip::default() };
//! printer.print(PrintJob { id: JobId(1), content: Content::Slip(Box::new(slip)) })?;
//!
//! let port = PortSettings::Serial {
//!     path: "/dev/ttyACM0".into(),
//!     baud: 9600,
//!     flow: linli_devices::port::Flow::None,
//! };
//! let scanner = ScannerWorker::start(port, ScannerSettings::default(), |event| {
//!     println!("{event:?}");
//! });
//! # Ok::<(), linli_devices::printer::Refused>(())
//! ```
//!
//! The speaker works the same way: see [`speaker::Announcer`] for calls to everyone, and
//! [`speech::Reader`] for guidance to the person at the terminal.

pub mod port;
pub mod printer;
pub mod scanner;
pub mod speaker;
pub mod speech;
