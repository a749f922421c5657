//! Days and times of day, as people say them. All are civil times of the hall's own zone.

use jiff::civil::{Date, DateTime, Time};

use crate::{Lang, find, t};

/// 9月26日, 26 September.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    t::date_day(lang, date.day(), month_name(lang, date))
}

/// 9月26日 星期六, Saturday 26 September.
#[must_use]
pub fn date_and_weekday(lang: Lang, day: Date) -> String {
    t::date_with_weekday(lang, date(lang, day), weekday(lang, day))
}

/// 9月26日 09:41, 26 September 09:41.
#[must_use]
pub fn date_and_time(lang: Lang, at: DateTime) -> String {
    format!("{} {}", date(lang, at.date()), time(at.time()))
}

/// 星期六, Saturday.
#[must_use]
pub fn weekday(lang: Lang, date: Date) -> &'static str {
    let number = date.weekday().to_monday_one_offset();
    find(lang, &format!("weekday-{number}")).unwrap_or_default()
}

/// 09:41, on a clock of 24 hours in every language.
#[must_use]
pub fn time(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn month_name(lang: Lang, date: Date) -> &'static str {
    find(lang, &format!("month-{}", date.month())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    #[test]
    fn a_day_reads_as_people_of_each_language_say_it() {
        let saturday = day(2026, 9, 26);
        assert_eq!(date_and_weekday(Lang::ZH_CN, saturday), "9月26日 星期六");
        assert_eq!(date_and_weekday(Lang::ZH_HANT, saturday), "9月26日 星期六");
        assert_eq!(
            date_and_weekday(Lang::EN, saturday),
            "Saturday 26 September"
        );
    }

    #[test]
    fn every_month_and_weekday_has_a_name_in_every_language() {
        for lang in Lang::all() {
            for month in 1..=12 {
                assert!(
                    !month_name(lang, day(2026, month, 1)).is_empty(),
                    "{lang}: month {month}"
                );
            }
            for number in 1..=7 {
                assert!(
                    !weekday(lang, day(2026, 11, number)).is_empty(),
                    "{lang}: day {number}"
                );
            }
        }
    }

    #[test]
    fn a_time_has_two_digits_on_both_sides() {
        assert_eq!(time(jiff::civil::time(9, 5, 0, 0)), "09:05");
    }
}
