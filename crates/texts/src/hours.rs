//! Opening hours in words.

use jiff::civil::Time;

use crate::{Lang, list::joined, t, when};

/// 08:30–11:30、13:30–17:00; a closed day when there is no period.
#[must_use]
pub fn period(lang: Lang, periods: &[(Time, Time)]) -> String {
    if periods.is_empty() {
        return t::hours_closed(lang).to_owned();
    }
    joined(
        lang,
        periods
            .iter()
            .map(|(from, to)| format!("{}–{}", when::time(*from), when::time(*to))),
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    #[test]
    fn two_periods_a_day_are_listed() {
        let day = [
            (time(8, 30, 0, 0), time(11, 30, 0, 0)),
            (time(13, 30, 0, 0), time(17, 0, 0, 0)),
        ];
        assert_eq!(period(Lang::ZH_CN, &day), "08:30–11:30、13:30–17:00");
        assert_eq!(period(Lang::EN, &day), "08:30–11:30, 13:30–17:00");
    }

    #[test]
    fn a_day_without_periods_is_closed() {
        assert_eq!(period(Lang::ZH_CN, &[]), "今天不开放");
    }
}
