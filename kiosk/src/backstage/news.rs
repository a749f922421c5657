//! What the app is told.

use std::sync::mpsc::{SyncSender, TrySendError};
use std::sync::{Arc, OnceLock};

use linli_devices::printer::PrinterEvent;
use linli_devices::scanner::ScannerEvent;
use linli_devices::speaker::SpeakerEvent;
use linli_devices::speech::{Outlet, UtteranceId};
use linli_hall::ticket::Taken;
use linli_hall::{Error, HelpId, RequestId};

use crate::slip::LeftMessage;
use crate::typing::{Answer, Radical};
use crate::view::HallView;

/// Something that happened backstage.
#[derive(Clone, Debug)]
pub enum News {
    /// The hall as it is now.
    Hall(Arc<HallView>),
    /// The hall cannot be seen at the moment.
    Offline,
    /// What became of a wish for a number.
    Taken {
        /// Which wish.
        request: RequestId,
        /// The number and its link, or why there is none.
        outcome: Result<Box<(Taken, String)>, Error>,
    },
    /// What became of a call for help.
    HelpCalled {
        /// Which wish.
        request: RequestId,
        /// The call, or why there is none.
        outcome: Result<HelpId, Error>,
    },
    /// What became of a message: where its answer will be, or why it was not taken.
    MessageLeft {
        /// Which wish.
        request: RequestId,
        /// Its number and link, or why there are none.
        outcome: Result<LeftMessage, Error>,
    },
    /// What somebody who writes may mean.
    Found {
        /// The number of the question.
        number: u64,
        /// What was found, or that it cannot be looked for.
        candidates: Answer,
    },
    /// The radicals that characters are found by; none when they cannot be read.
    Radicals(Arc<[Radical]>),
    /// From the printer.
    Printer(PrinterEvent),
    /// From the scanner.
    Scanner(ScannerEvent),
    /// From the loudspeaker.
    Speaker(SpeakerEvent),
    /// What is said is heard there from now on: by the person alone, or by all.
    Outlet(Outlet),
    /// Something has been said, to its end or not.
    Said(UtteranceId),
}

/// Wakes the app when there is news.
#[derive(Clone, Default)]
pub struct Waker(Arc<OnceLock<egui::Context>>);

impl Waker {
    /// Remembers the context in which the app draws; the first one stays.
    pub fn set(&self, ctx: &egui::Context) {
        self.0.get_or_init(|| ctx.clone());
    }

    fn wake(&self) {
        if let Some(ctx) = self.0.get() {
            ctx.request_repaint();
        }
    }
}

/// Where news are handed in.
#[derive(Clone)]
pub struct Newsroom {
    tell: SyncSender<News>,
    waker: Waker,
}

impl Newsroom {
    /// A newsroom for one app.
    pub fn new(tell: SyncSender<News>, waker: Waker) -> Newsroom {
        Newsroom { tell, waker }
    }

    /// Tells the app. Without a screen nobody takes the news, and the channel simply stays full.
    pub fn tell(&self, news: News) {
        match self.tell.try_send(news) {
            Ok(()) | Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => {
                self.waker.wake()
            }
        }
    }
}
