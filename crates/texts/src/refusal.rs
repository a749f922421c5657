//! The hall's "no" in words: what happened, what to do now, who helps.

use jiff::civil::{Date, Time};
use linli_hall::{Error, Refusal, StoreProblem};

use crate::{Lang, date_and_weekday, state_name, t, time, verb_name};

/// Any error of the hall, as a person should read it. Details for a log are left out.
#[must_use]
pub fn error(lang: Lang, error: &Error) -> String {
    let words = match error {
        Error::Refused(refusal) => return self::refusal(lang, refusal),
        Error::NotAllowed { .. } => t::error_not_allowed(lang),
        Error::BadInput(_) => t::error_bad_input(lang),
        Error::UnknownName(_) => t::error_not_found(lang),
        Error::Store(StoreProblem::Full) => t::error_full(lang),
        Error::Store(_) => t::error_store(lang),
        Error::Unreachable(_) => t::error_unreachable(lang),
        Error::Overloaded => t::error_overloaded(lang),
    };
    words.to_owned()
}

/// An expected "no" in words.
#[must_use]
pub fn refusal(lang: Lang, refusal: &Refusal) -> String {
    let words = match refusal {
        Refusal::Closed { opens } => {
            return closed(lang, opens.map(|next| (next.today, next.date, next.time)));
        }
        Refusal::QuotaReached { quota, opens } => {
            return full(lang, *quota, opens.map(|next| (next.date, next.time)));
        }
        Refusal::NotNow { state, verb } => {
            return t::refusal_not_now(lang, state_name(lang, *state), verb_name(lang, *verb));
        }
        Refusal::CounterBusy { label } => return t::refusal_counter_busy(lang, label.as_str()),
        Refusal::TooManyMessages { minutes } => {
            return t::refusal_too_many_messages(lang, *minutes);
        }
        Refusal::CounterTaken { by } => return t::refusal_counter_taken(lang, by.as_str()),
        Refusal::SeriesExhausted { .. } => t::refusal_series_exhausted(lang),
        Refusal::NoSuchService => t::refusal_no_such_service(lang),
        Refusal::NoSuchCounter => t::refusal_no_such_counter(lang),
        Refusal::NoSuchTicket => t::refusal_no_such_ticket(lang),
        Refusal::NoSuchNotice => t::refusal_no_such_notice(lang),
        Refusal::NoSuchHelp => t::refusal_no_such_help(lang),
        Refusal::NoSuchMessage => t::refusal_no_such_message(lang),
        Refusal::NotAPhone => t::refusal_not_a_phone(lang),
        Refusal::NoPhone => t::refusal_no_phone(lang),
        Refusal::Unreadable => t::refusal_unreadable(lang),
        Refusal::NoSuchPerson => t::refusal_no_such_person(lang),
        Refusal::BadLink => t::refusal_bad_link(lang),
        Refusal::WrongPresenceCode => t::refusal_wrong_presence_code(lang),
        Refusal::NotByPhone => t::refusal_not_by_phone(lang),
        Refusal::NobodyWaits => t::refusal_nobody_waits(lang),
        Refusal::CounterNotOpen => t::refusal_counter_not_open(lang),
        Refusal::NotServedHere => t::refusal_not_served_here(lang),
        Refusal::NothingToUndo => t::refusal_nothing_to_undo(lang),
        Refusal::RatedAlready => t::refusal_rated_already(lang),
        Refusal::WrongPassword => t::refusal_wrong_password(lang),
        Refusal::NameTaken => t::refusal_name_taken(lang),
        Refusal::SeriesOverlap { .. } => t::refusal_series_overlap(lang),
        Refusal::ShownOnce => t::refusal_shown_once(lang),
        Refusal::RequestIdReused => t::refusal_request_id_reused(lang),
    };
    words.to_owned()
}

fn closed(lang: Lang, opens: Option<(bool, Date, Time)>) -> String {
    match opens {
        Some((true, _, at)) => t::refusal_closed_today(lang, time(at)),
        Some((false, date, at)) => {
            t::refusal_closed_day(lang, date_and_weekday(lang, date), time(at))
        }
        None => t::refusal_closed(lang).to_owned(),
    }
}

fn full(lang: Lang, quota: u32, opens: Option<(Date, Time)>) -> String {
    match opens {
        Some((date, at)) => {
            t::refusal_quota_day(lang, date_and_weekday(lang, date), quota, time(at))
        }
        None => t::refusal_quota(lang, quota),
    }
}

#[cfg(test)]
mod tests {
    use linli_hall::ticket::{State, Verb};

    use super::*;

    #[test]
    fn a_closed_service_says_when_it_opens() {
        let closed = |today: bool| -> Refusal {
            let opens =
                serde_json::json!({ "today": today, "date": "2026-09-28", "time": "08:30:00" });
            serde_json::from_value(serde_json::json!({ "refusal": "closed", "opens": opens }))
                .expect("on the wire")
        };
        assert_eq!(
            refusal(Lang::ZH_CN, &closed(false)),
            "现在不在办理时间，9月28日 星期一 08:30 开始办理。"
        );
        assert_eq!(
            refusal(Lang::EN, &closed(true)),
            "Not open yet. It opens today at 08:30."
        );
    }

    #[test]
    fn a_step_that_is_not_possible_names_the_state_and_the_step() {
        let not_now = Refusal::NotNow {
            state: State::Served,
            verb: Verb::Cancel,
        };
        assert_eq!(
            refusal(Lang::ZH_CN, &not_now),
            "这个号码现在是“已办结”，不能取消。"
        );
    }

    #[test]
    fn what_is_meant_for_the_log_is_not_shown_to_a_person() {
        let secret = "SELECT * FROM tickets";
        for problem in [
            Error::BadInput(secret.to_owned()),
            Error::Store(StoreProblem::Other(secret.to_owned())),
            Error::Unreachable(secret.to_owned()),
            Error::UnknownName(secret.to_owned()),
        ] {
            assert!(!error(Lang::EN, &problem).contains("SELECT"));
        }
    }
}
