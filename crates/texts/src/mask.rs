//! Names and phones as a screen may show them, so that nobody else learns who is here.

/// 张*明, 王*, 欧阳*华: the family name and the last character stay.
#[must_use]
pub fn masked_name(name: &str) -> String {
    let characters: Vec<char> = name.trim().chars().collect();
    match characters.as_slice() {
        [] => String::new(),
        [only] => format!("{only}*"),
        [first, _] => format!("{first}*"),
        [first, middle @ .., last] => {
            format!("{first}{}{last}", "*".repeat(middle.len().min(MAX_STARS)))
        }
    }
}

/// 138****1234: three digits, four stars, four digits; shorter numbers show their last two digits.
#[must_use]
pub fn masked_phone(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= 11 {
        format!("{}****{}", &digits[..3], &digits[digits.len() - 4..])
    } else {
        format!("****{}", &digits[digits.len().saturating_sub(2)..])
    }
}

/// A long name does not show its length.
const MAX_STARS: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_only_its_ends() {
        assert_eq!(masked_name("张小明"), "张*明");
        assert_eq!(masked_name("王芳"), "王*");
        assert_eq!(masked_name("欧阳小华"), "欧**华");
        assert_eq!(masked_name("龙"), "龙*");
        assert_eq!(masked_name(""), "");
    }

    #[test]
    fn a_phone_keeps_three_and_four_digits() {
        assert_eq!(masked_phone("13812341234"), "138****1234");
        assert_eq!(masked_phone("138 1234 1234"), "138****1234");
        assert_eq!(masked_phone("62345"), "****45");
        assert_eq!(masked_phone(""), "****");
    }
}
