//! What the hall's answers are in words, for the terminal's screens.

use jiff::civil::{Date, DateTime, Time};
use linli_hall::NextOpening;
use linli_hall::forecast::Range;
use linli_hall::hours::{Hours, Openness};
use linli_hall::service::Offered;
use linli_hall::ticket::Priority;
use linli_hall::{CounterId, Error, Refusal};
use linli_texts::{Lang, t};

use crate::view::{HallView, named};

/// A note of a card, in full and for a narrow one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// In full.
    pub long: String,
    /// In fewer words.
    pub short: String,
}

impl Note {
    fn both(text: impl Into<String>) -> Note {
        let long = text.into();
        Note {
            short: long.clone(),
            long,
        }
    }
}

/// The language after this one on the button, round and round.
///
/// English comes right after the hall's own: those who read no Chinese see their language at once.
pub fn next_lang(lang: Lang) -> Lang {
    let mut round: Vec<Lang> = Lang::all().collect();
    round.sort_by_key(|lang| (*lang != Lang::default(), *lang != Lang::EN));
    let here = round.iter().position(|other| *other == lang).unwrap_or(0);
    round[(here + 1) % round.len()]
}

/// What to expect of a service now.
pub fn service_note(lang: Lang, offered: &Offered) -> Note {
    match offered.openness {
        Openness::Closed { opens } => opening_note(lang, opens),
        Openness::Open { .. } if offered.left == Some(0) => Note {
            long: t::kiosk_service_full(lang).into(),
            short: t::kiosk_service_full_short(lang).into(),
        },
        Openness::Open { .. } => waiting_note(lang, offered.waiting, offered.wait),
    }
}

/// What to expect when one queues: how many wait now, or when it opens.
pub fn queue_note(lang: Lang, hall: &HallView) -> Note {
    let open = || {
        hall.services
            .iter()
            .filter(|offered| offered.openness.is_open())
    };
    if open().next().is_some() {
        let waiting: u32 = open().map(|offered| offered.waiting).sum();
        return match waiting {
            0 => Note::both(t::kiosk_service_nobody(lang)),
            waiting => Note {
                long: t::kiosk_service_waiting(lang, waiting),
                short: t::kiosk_service_waiting_short(lang, waiting),
            },
        };
    }
    let openings = hall
        .services
        .iter()
        .filter_map(|offered| match offered.openness {
            Openness::Closed { opens } => opens,
            Openness::Open { .. } => None,
        });
    opening_note(lang, openings.min_by_key(|opens| (opens.date, opens.time)))
}

fn opening_note(lang: Lang, opens: Option<NextOpening>) -> Note {
    match opens {
        None => Note::both(t::kiosk_service_closed(lang)),
        Some(opens) => {
            let time = linli_texts::time(opens.time);
            let long = if opens.today {
                t::kiosk_service_opens_today(lang, time.clone())
            } else {
                t::kiosk_service_opens_day(
                    lang,
                    time.clone(),
                    linli_texts::weekday(lang, opens.date),
                )
            };
            let short = if opens.today {
                t::kiosk_service_opens_short(lang, time)
            } else {
                // The day alone; the mark of a closed card says what it is about.
                linli_texts::weekday(lang, opens.date).to_owned()
            };
            Note { long, short }
        }
    }
}

fn waiting_note(lang: Lang, waiting: u32, wait: Option<Range>) -> Note {
    if waiting == 0 {
        return Note::both(t::kiosk_service_nobody(lang));
    }
    let Some((low, high)) = wait.map(|range| range.minutes()) else {
        return Note {
            long: t::kiosk_service_waiting(lang, waiting),
            short: t::kiosk_service_waiting_short(lang, waiting),
        };
    };
    match (low, high) {
        (_, ..=1) => Note::both(t::kiosk_service_soon(lang, waiting)),
        (low, high) if low == 0 || low == high => Note {
            long: t::kiosk_service_about(lang, waiting, high),
            short: t::kiosk_service_about_short(lang, high),
        },
        (low, high) => Note {
            long: t::kiosk_service_range(lang, waiting, high, low),
            short: t::kiosk_service_range_short(lang, high, low),
        },
    }
}

/// The wait of someone who has just taken a number.
pub fn wait_value(lang: Lang, wait: Option<Range>) -> String {
    match wait.map(|range| range.minutes()) {
        None => t::kiosk_result_wait_unknown(lang).to_owned(),
        Some((_, ..=1)) => t::kiosk_result_wait_soon(lang).to_owned(),
        Some((low, high)) if low == 0 || low == high => t::kiosk_result_wait_about(lang, high),
        Some((low, high)) => t::kiosk_result_wait_range(lang, high, low),
    }
}

/// How many are ahead.
pub fn ahead_value(lang: Lang, ahead: u32) -> String {
    if ahead == 0 {
        t::kiosk_result_ahead_none(lang).to_owned()
    } else {
        t::kiosk_result_ahead_count(lang, ahead)
    }
}

/// Where to sit.
pub fn seat(lang: Lang, counters: &[CounterId]) -> String {
    match counters {
        [] => t::kiosk_result_seat(lang).to_owned(),
        [one] => t::kiosk_result_counter(lang, one.to_string()),
        [first, .., last] if is_run(counters) => {
            t::kiosk_result_counters(lang, first.to_string(), last.to_string())
        }
        several => t::kiosk_result_counter_list(lang, counter_list(lang, several)),
    }
}

/// 1、3、4.
pub fn counter_list(lang: Lang, counters: &[CounterId]) -> String {
    let numbers: Vec<String> = counters.iter().map(ToString::to_string).collect();
    linli_texts::list(lang, &numbers)
}

fn is_run(counters: &[CounterId]) -> bool {
    counters.windows(2).all(|pair| pair[1].0 == pair[0].0 + 1)
}

/// The name of a reason to be seen first.
pub fn priority(lang: Lang, priority: Priority) -> &'static str {
    match priority {
        Priority::Age => t::kiosk_priority_age(lang),
        Priority::Disability => t::kiosk_priority_disability(lang),
        Priority::Pregnancy => t::kiosk_priority_pregnancy(lang),
        Priority::Military => t::kiosk_priority_military(lang),
    }
}

/// A kind word beside it.
pub fn priority_note(lang: Lang, priority: Priority) -> &'static str {
    match priority {
        Priority::Age => t::kiosk_priority_age_note(lang),
        Priority::Disability => t::kiosk_priority_disability_note(lang),
        Priority::Pregnancy => t::kiosk_priority_pregnancy_note(lang),
        Priority::Military => t::kiosk_priority_military_note(lang),
    }
}

/// 9月26日 星期六.
pub fn date(lang: Lang, now: DateTime) -> String {
    linli_texts::date_and_weekday(lang, now.date())
}

/// 09:41.
pub fn time(now: DateTime) -> String {
    linli_texts::time(now.time())
}

/// The hours of today in one line, when the hall opens at all today.
pub fn hours_today(lang: Lang, hours: &Hours) -> Option<String> {
    if hours.periods.is_empty() {
        return None;
    }
    let periods: Vec<(Time, Time)> = hours
        .periods
        .iter()
        .map(|period| (period.from, period.to))
        .collect();
    Some(t::kiosk_home_hours(
        lang,
        linli_texts::period(lang, &periods),
    ))
}

/// Open until when, or closed until when.
pub fn openness(lang: Lang, hours: &Hours) -> String {
    match hours.openness {
        Openness::Open { until } => t::kiosk_idle_open(lang, linli_texts::time(until)),
        Openness::Closed { opens: None } => t::kiosk_idle_closed(lang).to_owned(),
        Openness::Closed { opens: Some(opens) } if opens.today => {
            t::kiosk_idle_closed_today(lang, linli_texts::time(opens.time))
        }
        Openness::Closed { opens: Some(opens) } => t::kiosk_idle_closed_day(
            lang,
            linli_texts::time(opens.time),
            linli_texts::weekday(lang, opens.date),
        ),
    }
}

/// When a closed service opens, as a sentence with weight on the time.
pub fn opens_sentence(lang: Lang, opens: Option<NextOpening>) -> String {
    match opens {
        None => t::kiosk_closed_unknown(lang).to_owned(),
        Some(opens) if opens.today => t::kiosk_closed_today(lang, linli_texts::time(opens.time)),
        Some(opens) => dated(lang, opens, t::kiosk_closed_day),
    }
}

/// When numbers are given again after today's are used up.
pub fn again_sentence(lang: Lang, opens: Option<NextOpening>) -> Option<String> {
    opens.map(|opens| dated(lang, opens, t::kiosk_closed_full_next))
}

fn dated(
    lang: Lang,
    opens: NextOpening,
    sentence: fn(Lang, String, String, &'static str) -> String,
) -> String {
    sentence(
        lang,
        linli_texts::date(lang, opens.date),
        linli_texts::time(opens.time),
        weekday(lang, opens.date),
    )
}

fn weekday(lang: Lang, date: Date) -> &'static str {
    linli_texts::weekday(lang, date)
}

/// Why no number was given, in a sentence for the person at the glass.
pub fn trouble(lang: Lang, error: &Error) -> String {
    match error {
        Error::Refused(Refusal::SeriesExhausted { .. }) => {
            t::refusal_series_exhausted(lang).to_owned()
        }
        Error::Refused(Refusal::NoSuchService) => t::refusal_no_such_service(lang).to_owned(),
        Error::Refused(Refusal::Closed { .. }) => t::refusal_closed(lang).to_owned(),
        Error::Store(linli_hall::StoreProblem::Full) => t::error_full(lang).to_owned(),
        Error::Unreachable(_) => t::error_unreachable(lang).to_owned(),
        Error::Overloaded => t::error_overloaded(lang).to_owned(),
        _ => t::error_store(lang).to_owned(),
    }
}

/// Why a message was not taken, in a sentence for the person at the glass.
pub fn message_trouble(lang: Lang, error: &Error) -> String {
    match error {
        Error::Refused(refusal) => linli_texts::refusal(lang, refusal),
        Error::Store(linli_hall::StoreProblem::Full) => t::error_full(lang).to_owned(),
        _ => t::kiosk_message_failed(lang).to_owned(),
    }
}

/// Where to find people: the hall's own words, then the counters where someone sits.
pub fn where_people_are(lang: Lang, hall: &HallView) -> Vec<String> {
    let mut lines = Vec::new();
    let own = named(&hall.facts.help, lang);
    if !own.trim().is_empty() {
        lines.push(own.to_owned());
    }
    lines.push(if hall.open_counters.is_empty() {
        t::kiosk_help_counters_none(lang).to_owned()
    } else {
        t::kiosk_help_counters_open(lang, counter_list(lang, &hall.open_counters))
    });
    lines
}
