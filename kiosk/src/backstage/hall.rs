//! The thread at the hall's door: takes numbers, prints their slips, looks again when told to.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use linli_api::AnyHall;
use linli_devices::printer::{Content, JobId, PrintJob, PrinterEvent, PrinterWorker, Reason, Slip};
use linli_hall::ticket::{NotePrint, PrintState, Take, Taken, Ticket};
use linli_hall::{
    Action, Actor, Error, RequestId, StoreProblem, TicketId, counter, day, device, help, hours,
    notice, place, presence, service, ticket,
};
use linli_texts::Lang;

use super::desk::Errand;
use super::{News, Newsroom, Wish};
use crate::slip::{self, Given, LeftMessage};
use crate::view::HallView;

/// Openings, waits and the presence code change with time alone.
const LOOK_EVERY: Duration = Duration::from_secs(15);
/// A device that is silent for two minutes counts as gone, so each is reported more often than that.
const REPORT_EVERY: Duration = Duration::from_secs(50);
/// How often what a day left over is ended. It is no harm when another terminal does it too.
const CLOSE_EVERY: Duration = Duration::from_secs(60);
/// How often an action is tried when the hall is busy or cannot be reached, and the waits between.
const TRIES: u32 = 4;
const WAIT_FIRST: Duration = Duration::from_millis(150);
/// Looks that are asked for within this time are one look.
const LOOK_PAUSE: Duration = Duration::from_millis(40);
/// Wishes that are remembered as printed: whoever waits too long asks again while the first answer is
/// on its way.
const PRINTED_MAX: usize = 16;
/// A slip owed for longer than this is not printed after a restart: its person has left.
const OWED_MAX_MINS: i64 = 10;

/// What the thread owns.
pub(super) struct Worker {
    hall: AnyHall,
    actor: Actor,
    public_address: String,
    printer: Option<Arc<PrinterWorker>>,
    newsroom: Newsroom,
    view: Option<Arc<HallView>>,
    devices: BTreeMap<&'static str, &'static str>,
    reported_at: Instant,
    closed_at: Option<Instant>,
    is_offline: bool,
    /// The last wishes whose slips were handed to the printer.
    printed: VecDeque<RequestId>,
}

impl Worker {
    pub(super) fn new(
        hall: AnyHall,
        actor: Actor,
        public_address: String,
        printer: Option<Arc<PrinterWorker>>,
        newsroom: Newsroom,
    ) -> Worker {
        Worker {
            hall,
            actor,
            public_address,
            printer,
            newsroom,
            view: None,
            devices: BTreeMap::new(),
            reported_at: Instant::now(),
            closed_at: None,
            is_offline: false,
            printed: VecDeque::new(),
        }
    }

    pub(super) fn run(mut self, errands: &Receiver<Errand>) {
        self.look();
        self.settle_owed_slips();
        let mut look_due: Option<Instant> = None;
        let mut looked_at = Instant::now();
        loop {
            let next_look = look_due.unwrap_or(looked_at + LOOK_EVERY);
            match errands.recv_timeout(next_look.saturating_duration_since(Instant::now())) {
                Ok(Errand::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(Errand::Look) => {
                    look_due.get_or_insert_with(|| Instant::now() + LOOK_PAUSE);
                }
                Ok(errand) => self.run_errand(errand),
                Err(RecvTimeoutError::Timeout) => {
                    self.look();
                    looked_at = Instant::now();
                    look_due = None;
                }
            }
            if self.reported_at.elapsed() >= REPORT_EVERY {
                self.report_all();
            }
            if self.closed_at.is_none_or(|at| at.elapsed() >= CLOSE_EVERY) {
                self.close_day();
            }
        }
    }

    fn close_day(&mut self) {
        self.closed_at = Some(Instant::now());
        if let Err(error) = self.act(RequestId::fresh(), day::Close::default) {
            tracing::info!(%error, "what the day left over could not be ended");
        }
    }

    fn run_errand(&mut self, errand: Errand) {
        match errand {
            Errand::Wish(Wish::Take {
                request,
                service,
                priority,
                lang,
            }) => {
                let take = Take {
                    service,
                    priority,
                    locale: lang.tag().to_owned(),
                    print: self.printer.is_some(),
                };
                self.take(request, &take, lang);
            }
            Errand::Wish(Wish::LeaveMessage { request, leave }) => {
                let left = self.act(request.clone(), || leave.0.clone());
                let outcome = left.map(|left| LeftMessage {
                    message: left.message,
                    at: left.at,
                    link: self.answer_link(&left.token),
                });
                self.newsroom.tell(News::MessageLeft { request, outcome });
            }
            Errand::Wish(Wish::PrintMessage { left, lang }) => self.print_message(&left, lang),
            Errand::Wish(Wish::CallHelp { request }) => {
                let outcome = self.act(request.clone(), help::Call::default);
                self.newsroom.tell(News::HelpCalled { request, outcome });
            }
            Errand::NotePrint(ticket, print) => self.note_print(ticket, print),
            Errand::Reprint(id) => self.reprint(id),
            Errand::Report(kind, status) => {
                self.devices.insert(kind, status);
                self.report(kind, status);
            }
            Errand::Look | Errand::Stop => {}
        }
    }

    fn take(&mut self, request: RequestId, take: &Take, lang: Lang) {
        let outcome = self.act(request.clone(), || take.clone());
        match outcome {
            Ok(taken) => {
                let link = self.link(&taken.token);
                // Committed: only now is there anything to print, and never twice for one number.
                if take.print && !self.printed.contains(&request) {
                    self.print(&taken, take, lang, &link);
                    self.printed.truncate(PRINTED_MAX - 1);
                    self.printed.push_front(request.clone());
                }
                self.newsroom.tell(News::Taken {
                    request,
                    outcome: Ok(Box::new((taken, link))),
                });
            }
            Err(error) => {
                tracing::info!(%error, "no number was given");
                self.newsroom.tell(News::Taken {
                    request,
                    outcome: Err(error),
                });
            }
        }
    }

    fn print(&mut self, taken: &Taken, take: &Take, lang: Lang, link: &str) {
        let given = Given::just_now(taken, take.priority, link.to_owned());
        self.hand_to_printer(taken.ticket, lang, &given);
    }

    fn reprint(&mut self, id: TicketId) {
        match self.hall.ask(&self.actor, ticket::Show { ticket: id }) {
            Ok(standing) => {
                let lang = Lang::closest(&standing.ticket.locale).unwrap_or_default();
                let given = Given::again(&standing.ticket, self.link(&standing.token));
                self.hand_to_printer(id, lang, &given);
            }
            Err(error) => tracing::warn!(%error, "the ticket of a slip cannot be seen"),
        }
    }

    fn hand_to_printer(&mut self, id: TicketId, lang: Lang, given: &Given) {
        let Ok(job) = u64::try_from(id.0) else { return };
        if !self.print_slip(JobId(job), |view| slip::slip(view, lang, given)) {
            self.note_print(id, PrintState::Failed);
        }
    }

    /// Whether the printer took a slip.
    fn print_slip(&self, id: JobId, slip: impl FnOnce(&HallView) -> Slip) -> bool {
        let (Some(printer), Some(view)) = (&self.printer, &self.view) else {
            return false;
        };
        let content = Content::Slip(Box::new(slip(view)));
        let taken = printer.print(PrintJob { id, content });
        if let Err(refused) = taken {
            tracing::warn!(%refused, "a slip was not taken by the printer");
        }
        taken.is_ok()
    }

    fn print_message(&self, left: &LeftMessage, lang: Lang) {
        let id = left.job();
        if !self.print_slip(id, |view| slip::message_slip(view, lang, left)) {
            let reason = Reason::Stopping;
            self.newsroom
                .tell(News::Printer(PrinterEvent::Failed { id, reason }));
        }
    }

    /// What was promised before the last stop: fresh slips are printed now, the others noted.
    fn settle_owed_slips(&mut self) {
        let owed: Vec<Ticket> = match self.hall.ask(&self.actor, ticket::Unprinted::default()) {
            Ok(owed) => owed,
            Err(error) => {
                tracing::warn!(%error, "the owed slips cannot be seen");
                return;
            }
        };
        let now = jiff::Timestamp::now().as_millisecond();
        for ticket in owed {
            let mins = (now - ticket.taken_at) / 60_000;
            match ticket.print {
                // It was on its way when the power went: a second slip would be worse than a torn one.
                PrintState::Printing => self.note_print(ticket.id, PrintState::Unsure),
                _ if mins <= OWED_MAX_MINS && self.printer.is_some() => self.reprint(ticket.id),
                _ => self.note_print(ticket.id, PrintState::Failed),
            }
        }
    }

    fn note_print(&self, ticket: TicketId, print: PrintState) {
        let noted = self.act(RequestId::fresh(), || NotePrint { ticket, print });
        if let Err(error) = noted {
            tracing::warn!(%error, ticket = ticket.0, "what became of a slip was not noted");
        }
    }

    fn report(&self, kind: &str, status: &str) {
        let report = || device::Report {
            kind: kind.to_owned(),
            status: status.to_owned(),
            detail: String::new(),
        };
        if let Err(error) = self.act(RequestId::fresh(), report) {
            tracing::debug!(%error, kind, "a device's state was not reported");
        }
    }

    fn report_all(&mut self) {
        for (kind, status) in &self.devices {
            self.report(kind, status);
        }
        self.reported_at = Instant::now();
    }

    /// Does an action, and again under the same request id when the hall was busy or out of reach.
    fn act<A: Action>(
        &self,
        request: RequestId,
        action: impl Fn() -> A,
    ) -> Result<A::Outcome, Error> {
        let mut wait = WAIT_FIRST;
        let mut tries = 1;
        loop {
            match self.hall.perform(&self.actor, request.clone(), action()) {
                Err(error) if tries < TRIES && passes(&error) => {
                    thread::sleep(wait);
                    wait *= 2;
                    tries += 1;
                }
                outcome => return outcome,
            }
        }
    }

    fn look(&mut self) {
        match look(&self.hall, &self.actor) {
            Ok(view) => {
                let was_offline = std::mem::replace(&mut self.is_offline, false);
                // The same again is no news, and a frame that shows nothing new costs the same.
                if !was_offline && self.view.as_deref() == Some(&view) {
                    return;
                }
                let view = Arc::new(view);
                self.view = Some(Arc::clone(&view));
                self.newsroom.tell(News::Hall(view));
            }
            Err(error) => {
                if !self.is_offline {
                    tracing::warn!(%error, "the hall cannot be seen");
                }
                self.is_offline = true;
                self.newsroom.tell(News::Offline);
            }
        }
    }

    fn link(&self, token: &str) -> String {
        format!("{}/t/{token}", self.public_address)
    }

    fn answer_link(&self, token: &str) -> String {
        format!("{}/m/{token}", self.public_address)
    }
}

/// Whether the same thing may well work in a moment.
fn passes(error: &Error) -> bool {
    matches!(
        error,
        Error::Unreachable(_) | Error::Overloaded | Error::Store(StoreProblem::Busy)
    )
}

/// One look at everything that the screens show.
pub(crate) fn look(hall: &AnyHall, actor: &Actor) -> Result<HallView, Error> {
    Ok(HallView::new(
        hall.ask(actor, place::Show::default())?,
        hall.ask(actor, service::Offer::default())?,
        hall.ask(actor, notice::List::default())?,
        hall.ask(actor, hours::Show::default())?,
        &hall.ask(actor, counter::List::default())?,
        hall.ask(actor, presence::Show::default())?.code,
    ))
}
