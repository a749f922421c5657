//! What lies on the desk of the hall's worker, and how the devices put it there.

use std::sync::mpsc::SyncSender;

use linli_devices::printer::{PrinterEvent, PrinterStatus, Reason};
use linli_devices::scanner::{ScannerEvent, ScannerStatus};
use linli_devices::speaker::{SpeakerEvent, SpeakerStatus};
use linli_hall::TicketId;
use linli_hall::ticket::PrintState;

use super::{News, Newsroom, Wish};
use crate::slip;

/// Something to be done at the hall's door.
#[derive(Clone, Debug)]
pub(super) enum Errand {
    /// What a person wants.
    Wish(Wish),
    /// Look again: something has changed.
    Look,
    /// Note what became of a slip.
    NotePrint(TicketId, PrintState),
    /// Print a slip again, because staff asked for it.
    Reprint(TicketId),
    /// Say how a device is.
    Report(&'static str, &'static str),
    /// The terminal is being shut down.
    Stop,
}

/// Puts an errand on the desk; a device waits when the desk is full, a person never does.
fn put(errands: &SyncSender<Errand>, errand: Errand) {
    if errands.send(errand).is_err() {
        tracing::debug!("the hall's worker has stopped");
    }
}

/// What the printer's thread does with its events.
pub(super) fn on_printer(
    errands: &SyncSender<Errand>,
    newsroom: &Newsroom,
) -> impl FnMut(PrinterEvent) + Send + 'static {
    let (errands, newsroom) = (errands.clone(), newsroom.clone());
    move |event| {
        let noted = match &event {
            PrinterEvent::Status(status) => {
                put(&errands, Errand::Report("printer", printer_word(*status)));
                None
            }
            PrinterEvent::Printing(id) => Some((*id, PrintState::Printing)),
            PrinterEvent::Printed(id) => Some((*id, PrintState::Printed)),
            // A slip that was still waiting when the terminal was shut down is owed after the next start.
            PrinterEvent::Failed {
                reason: Reason::Stopping,
                ..
            } => return,
            PrinterEvent::Failed { id, .. } => Some((*id, PrintState::Failed)),
            PrinterEvent::Unsure { id, .. } => Some((*id, PrintState::Unsure)),
        };
        // What a ticket's slip came to is the hall's to know.
        if let Some((id, state)) = noted
            && let Some(ticket) = slip::ticket_of(id)
        {
            put(&errands, Errand::NotePrint(ticket, state));
        }
        newsroom.tell(News::Printer(event));
    }
}

/// What the scanner's thread does with its events.
pub(super) fn on_scanner(
    errands: &SyncSender<Errand>,
    newsroom: &Newsroom,
) -> impl FnMut(ScannerEvent) + Send + 'static {
    let (errands, newsroom) = (errands.clone(), newsroom.clone());
    move |event| {
        if let ScannerEvent::Status(status) = &event {
            put(&errands, Errand::Report("scanner", scanner_word(*status)));
        }
        newsroom.tell(News::Scanner(event));
    }
}

/// What the speaker's thread does with its events.
pub(super) fn on_speaker(
    errands: &SyncSender<Errand>,
    newsroom: &Newsroom,
) -> impl FnMut(SpeakerEvent) + Send + 'static {
    let (errands, newsroom) = (errands.clone(), newsroom.clone());
    move |event| {
        if let SpeakerEvent::Status(status) = &event {
            put(&errands, Errand::Report("speaker", speaker_word(*status)));
        }
        newsroom.tell(News::Speaker(event));
    }
}

fn printer_word(status: PrinterStatus) -> &'static str {
    match status {
        PrinterStatus::Unknown => "unknown",
        PrinterStatus::Ready => "ready",
        PrinterStatus::PaperNearEnd => "paper_near_end",
        PrinterStatus::PaperOut => "paper_out",
        PrinterStatus::CoverOpen => "cover_open",
        PrinterStatus::Error => "error",
        PrinterStatus::Offline => "offline",
        PrinterStatus::Silent => "silent",
        PrinterStatus::Unplugged => "unplugged",
    }
}

fn scanner_word(status: ScannerStatus) -> &'static str {
    match status {
        ScannerStatus::Unknown => "unknown",
        ScannerStatus::Ready => "ready",
        ScannerStatus::Unplugged => "unplugged",
        ScannerStatus::Blocked => "blocked",
    }
}

fn speaker_word(status: SpeakerStatus) -> &'static str {
    match status {
        SpeakerStatus::Unknown => "unknown",
        SpeakerStatus::Ready => "ready",
        SpeakerStatus::NoDevice => "no_device",
    }
}
