//! Numbers as Chinese says them.

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/// What two of are 两 and not 二.
const MEASURES: &str = "个個位人分小天次张張项項种種页頁条條份本点點岁歲年";
/// The largest number that is said as a number; longer rows are said digit by digit.
pub(super) const MAX_CARDINAL: u32 = 9999;

/// A number up to [`MAX_CARDINAL`]: 三十, 一百零五, 两千.
pub(super) fn cardinal(number: u32) -> String {
    let digit = |value: u32| DIGITS[(value % 10) as usize];
    if number < 10 {
        return digit(number).to_string();
    }
    let mut said = String::new();
    let mut skipped_zero = false;
    for (value, unit) in [(1000, '千'), (100, '百'), (10, '十'), (1, ' ')] {
        let this = number / value % 10;
        if this == 0 {
            skipped_zero |= !said.is_empty();
            continue;
        }
        if skipped_zero {
            said.push('零');
            skipped_zero = false;
        }
        let is_plain_ten = value == 10 && this == 1 && said.is_empty();
        if value == 1000 && this == 2 {
            said.push('两');
        } else if !is_plain_ten {
            said.push(digit(this));
        }
        said.push(unit);
    }
    said.trim_end().to_owned()
}

/// A number of things: 两 where it stands before a measure.
pub(super) fn count(number: u32, next: Option<char>) -> String {
    if number == 2 && is_measure(next) {
        return "两".into();
    }
    cardinal(number)
}

/// Whether two of something are 两 of it.
pub(super) fn is_measure(next: Option<char>) -> bool {
    next.is_some_and(|next| MEASURES.contains(next))
}

/// A row of digits, one by one.
pub(super) fn row(digits: &str) -> String {
    digits
        .chars()
        .filter_map(|c| c.to_digit(10))
        .map(|value| DIGITS[value as usize])
        .collect()
}

/// A time of day: 八点三十分, 八点零五分, 两点.
pub(super) fn time(hour: u32, minute: u32) -> String {
    let hour = count(hour, Some('点'));
    match minute {
        0 => format!("{hour}点"),
        1..=9 => format!("{hour}点零{}分", cardinal(minute)),
        _ => format!("{hour}点{}分", cardinal(minute)),
    }
}

/// A number with a part after the point: 一点五.
pub(super) fn decimal(whole: u32, part: &str) -> String {
    format!("{}点{}", cardinal(whole), row(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_one_says_them() {
        let said = [
            (0, "零"),
            (7, "七"),
            (10, "十"),
            (12, "十二"),
            (30, "三十"),
            (101, "一百零一"),
            (110, "一百一十"),
            (305, "三百零五"),
            (1000, "一千"),
            (2024, "两千零二十四"),
            (4010, "四千零一十"),
            (9999, "九千九百九十九"),
        ];
        for (number, wanted) in said {
            assert_eq!(cardinal(number), wanted);
        }
    }

    #[test]
    fn two_of_something_is_another_word() {
        assert_eq!(count(2, Some('人')), "两");
        assert_eq!(count(2, Some('個')), "两");
        assert_eq!(count(2, Some('号')), "二");
        assert_eq!(count(12, Some('人')), "十二");
    }

    #[test]
    fn times_and_parts_have_their_words() {
        assert_eq!(time(8, 30), "八点三十分");
        assert_eq!(time(2, 5), "两点零五分");
        assert_eq!(time(17, 0), "十七点");
        assert_eq!(decimal(1, "50"), "一点五零");
        assert_eq!(row("13800"), "一三八零零");
    }
}
