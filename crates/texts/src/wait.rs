//! How long a wait will be, and how long something has taken.

use crate::{Lang, t};

/// 约 8–15 分钟. A wait of nothing is "soon"; a range of one value is that value.
#[must_use]
pub fn wait_range(lang: Lang, low_secs: u32, high_secs: u32) -> String {
    let (low, high) = (low_secs / 60, high_secs.div_ceil(60));
    if high <= 1 {
        t::wait_soon(lang).to_owned()
    } else if low + 1 >= high || low == 0 {
        t::wait_about(lang, high)
    } else {
        t::wait_about_range(lang, high, low)
    }
}

/// 4 分 12 秒; from an hour on 1 小时 5 分.
#[must_use]
pub fn elapsed(lang: Lang, secs: u32) -> String {
    let (hours, minutes, seconds) = (secs / 3600, secs / 60 % 60, secs % 60);
    match (hours, minutes) {
        (0, 0) => t::elapsed_seconds(lang, seconds),
        (0, _) => t::elapsed_minutes(lang, minutes, seconds),
        _ => t::elapsed_hours(lang, hours, minutes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_told_as_a_range_of_whole_minutes() {
        assert_eq!(wait_range(Lang::ZH_CN, 480, 900), "约 8–15 分钟");
        assert_eq!(wait_range(Lang::EN, 500, 890), "about 8–15 min");
        assert_eq!(wait_range(Lang::ZH_CN, 0, 40), "马上就到");
        assert_eq!(wait_range(Lang::ZH_CN, 0, 300), "约 5 分钟");
        assert_eq!(wait_range(Lang::ZH_CN, 240, 300), "约 5 分钟");
    }

    #[test]
    fn elapsed_time_names_its_two_largest_units() {
        assert_eq!(elapsed(Lang::ZH_CN, 252), "4 分 12 秒");
        assert_eq!(elapsed(Lang::ZH_CN, 7), "7 秒");
        assert_eq!(elapsed(Lang::EN, 3900), "1 h 5 min");
    }
}
