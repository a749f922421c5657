//! The words of a slip: what a person takes home of a number.

use jiff::Timestamp;
use linli_devices::printer::{JobId, Slip, SlipQr, SlipRow};
use linli_hall::forecast::Range;
use linli_hall::service::Service;
use linli_hall::ticket::{Priority, Taken, Ticket};
use linli_hall::{CounterId, MessageId, ServiceId, TicketId};
use linli_texts::{Lang, t};

use crate::view::{HallView, named};
use crate::words;

/// What is known of a number when its slip is printed.
#[derive(Clone, Debug)]
pub struct Given {
    /// `A012`.
    pub label: String,
    /// What for.
    pub service: ServiceId,
    /// How many were ahead when it was taken; not known for a reprint.
    pub ahead: Option<u32>,
    /// How long it may take.
    pub wait: Option<Range>,
    /// When it was taken.
    pub at: Timestamp,
    /// Where it may be called to.
    pub counters: Vec<CounterId>,
    /// Why it is called earlier. The slip says that it is, not why.
    pub priority: Option<Priority>,
    /// The link to follow it by.
    pub link: String,
}

impl Given {
    /// A number that was taken just now.
    pub fn just_now(taken: &Taken, priority: Option<Priority>, link: String) -> Given {
        Given {
            label: taken.label.clone(),
            service: taken.service,
            ahead: Some(taken.ahead),
            wait: taken.wait,
            at: taken.at,
            counters: taken.counters.clone(),
            priority,
            link,
        }
    }

    /// A number that was taken before and whose slip is asked for again.
    pub fn again(ticket: &Ticket, link: String) -> Given {
        Given {
            label: ticket.label.clone(),
            service: ticket.service,
            ahead: None,
            wait: None,
            at: Timestamp::from_millisecond(ticket.taken_at).unwrap_or_default(),
            counters: ticket.counter.into_iter().collect(),
            priority: ticket.priority,
            link,
        }
    }
}

/// A message that was left: by its number the desk finds the answer, by its link a phone.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftMessage {
    /// Its number.
    pub message: MessageId,
    /// When it was left.
    pub at: Timestamp,
    /// The link to its answer.
    pub link: String,
}

/// The jobs of messages begin here, those of tickets are below it.
const MESSAGE_JOBS: u64 = 1 << 62;

impl LeftMessage {
    /// What its slip is to the printer.
    pub fn job(&self) -> JobId {
        JobId(MESSAGE_JOBS | self.message.0.unsigned_abs())
    }
}

/// The ticket whose slip a job is; `None` for the slip of anything else.
pub fn ticket_of(job: JobId) -> Option<TicketId> {
    let id = i64::try_from(job.0).ok()?;
    (job.0 < MESSAGE_JOBS).then_some(TicketId(id))
}

/// The slip of a message, in the language of whoever left it.
pub fn message_slip(hall: &HallView, lang: Lang, left: &LeftMessage) -> Slip {
    Slip {
        hall: named(&hall.facts.names, hall.lang()).to_owned(),
        headlines: vec![t::kiosk_slip_message(lang).to_owned()],
        number: left.message.0.to_string(),
        rows: vec![SlipRow::new(
            t::kiosk_slip_message_at(lang),
            day_and_time(hall, lang, left.at),
        )],
        qr: Some(SlipQr {
            url: left.link.clone(),
            caption: t::kiosk_slip_message_qr(lang).to_owned(),
        }),
        footer: t::kiosk_slip_message_footer(lang).to_owned(),
        ..Slip::default()
    }
}

/// The slip in the hall's own language and, when it is another one, in the person's.
pub fn slip(hall: &HallView, lang: Lang, given: &Given) -> Slip {
    let own = hall.lang();
    let service = hall.service(given.service).map(|offered| &offered.service);
    let mut headlines = vec![service_name(service, own)];
    if lang != own {
        headlines.push(service_name(service, lang));
    }
    Slip {
        hall: named(&hall.facts.names, own).to_owned(),
        headlines,
        number: given.label.clone(),
        under_number: given
            .ahead
            .map(|ahead| ahead_line(lang, ahead))
            .unwrap_or_default(),
        rows: rows(hall, lang, given),
        notes_title: notes_title(service, lang),
        notes: notes(service, lang),
        qr: Some(SlipQr {
            url: given.link.clone(),
            caption: t::kiosk_slip_qr(lang).to_owned(),
        }),
        footer: t::kiosk_slip_footer(lang).to_owned(),
    }
}

fn day_and_time(hall: &HallView, lang: Lang, at: Timestamp) -> String {
    let at = hall.civil(at);
    let (date, time) = (
        linli_texts::date(lang, at.date()),
        linli_texts::time(at.time()),
    );
    format!("{date} {time}")
}

fn service_name(service: Option<&Service>, lang: Lang) -> String {
    service
        .map(|service| named(&service.names, lang).to_owned())
        .unwrap_or_default()
}

fn ahead_line(lang: Lang, ahead: u32) -> String {
    if ahead == 0 {
        t::kiosk_slip_next(lang).to_owned()
    } else {
        t::kiosk_slip_ahead(lang, ahead)
    }
}

fn rows(hall: &HallView, lang: Lang, given: &Given) -> Vec<SlipRow> {
    let mut rows = Vec::new();
    if let Some((low, high)) = given.wait.map(|range| range.minutes())
        && high > 1
    {
        let value = if low == 0 || low == high {
            t::kiosk_slip_wait_about(lang, high)
        } else {
            t::kiosk_slip_wait_range(lang, high, low)
        };
        rows.push(SlipRow::new(t::kiosk_slip_wait(lang), value));
    }
    if !given.counters.is_empty() {
        let counters = words::counter_list(lang, &given.counters);
        rows.push(SlipRow::new(
            t::kiosk_slip_counter(lang),
            t::kiosk_slip_counters(lang, counters),
        ));
    }
    if given.priority.is_some() {
        rows.push(SlipRow::new(
            t::kiosk_slip_priority(lang),
            t::kiosk_slip_priority_yes(lang),
        ));
    }
    let taken = day_and_time(hall, lang, given.at);
    rows.push(SlipRow::new(t::kiosk_slip_taken(lang), taken));
    rows
}

fn notes(service: Option<&Service>, lang: Lang) -> Vec<String> {
    let bring = service
        .map(|service| named(&service.bring, lang))
        .unwrap_or_default();
    bring
        .split('·')
        .map(str::trim)
        .filter(|item| !item.is_empty())
        .map(str::to_owned)
        .collect()
}

fn notes_title(service: Option<&Service>, lang: Lang) -> String {
    if notes(service, lang).is_empty() {
        String::new()
    } else {
        t::kiosk_slip_bring(lang).to_owned()
    }
}
