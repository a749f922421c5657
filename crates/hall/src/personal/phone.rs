//! Telephone numbers: as people type them, and as others may see them.

use crate::{Refusal, Result};

/// Digits of a mobile number of the mainland.
const MOBILE: usize = 11;

/// The number that was `typed`, without what only groups its digits: `13812345678`,
/// `051262345678`, `+85291234567`. Only the form is checked; nobody is called.
///
/// Source of the forms: the numbering plan of the mainland (mobile numbers are eleven digits from
/// 13 to 19, area codes begin with 0, no subscriber's number begins with 1) and ITU-T E.164 (at
/// most fifteen digits after the +).
pub(crate) fn phone(typed: &str) -> Result<String> {
    let number: String = typed.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let number = number.strip_prefix("+86").unwrap_or(&number);
    let (abroad, digits) = match number.strip_prefix('+') {
        Some(digits) => (true, digits),
        None => (false, number),
    };
    let fits = digits.bytes().all(|b| b.is_ascii_digit())
        && match digits.as_bytes() {
            _ if abroad => (8..=15).contains(&digits.len()),
            // A mobile number with a digit missing must not pass for a landline.
            [b'1', second, ..] => digits.len() == MOBILE && *second >= b'3',
            _ => (7..=12).contains(&digits.len()),
        };
    if fits {
        Ok(number.to_owned())
    } else {
        Err(Refusal::NotAPhone.into())
    }
}

/// A number as a screen may show it: `138****5678`; a number shorter than a mobile one shows its
/// last two digits.
#[must_use]
pub fn mask_phone(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let plus = if phone.trim_start().starts_with('+') {
        "+"
    } else {
        ""
    };
    if digits.len() >= MOBILE {
        format!("{plus}{}****{}", &digits[..3], &digits[digits.len() - 4..])
    } else {
        format!("{plus}****{}", &digits[digits.len().saturating_sub(2)..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_taken_as_people_type_it() {
        for (typed, number) in [
            ("13812345678", "13812345678"),
            ("138 1234 5678", "13812345678"),
            ("138-1234-5678", "13812345678"),
            ("+86 138 1234 5678", "13812345678"),
            ("0512-6234 5678", "051262345678"),
            ("62345678", "62345678"),
            ("6234567", "6234567"),
            ("400-820-8820", "4008208820"),
            ("+852 9123 4567", "+85291234567"),
        ] {
            assert_eq!(phone(typed).unwrap(), number, "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in [
            "",
            "+",
            "123",
            "1381234567",
            "138123456789",
            "12012345678",
            "+86 138 1234 567",
            "+1234567",
            "+1234567890123456",
            "6234567890123",
            "138+12345678",
            "1381234567a",
            "１３８１２３４５６７８",
            "微信 linli",
        ] {
            let refused = phone(typed).unwrap_err();
            assert_eq!(refused.refusal(), Some(&Refusal::NotAPhone), "{typed}");
        }
    }

    #[test]
    fn a_masked_number_shows_its_ends() {
        assert_eq!(mask_phone("13812345678"), "138****5678");
        assert_eq!(mask_phone("138 1234 5678"), "138****5678");
        assert_eq!(mask_phone("051262345678"), "051****5678");
        assert_eq!(mask_phone("+85291234567"), "+852****4567");
        assert_eq!(mask_phone("62345678"), "****78");
        assert_eq!(mask_phone(""), "****");
    }
}
