//! Which character each class of the model is written as.

/// Marks that can be written, as they are written in Chinese text.
const MARKS: &str = "，。？！、：；（）《》“”…—·-/.@%+";

/// Classes that look the same as another and are offered as that one: the shapes of one class
/// list come from many scripts, but residents write Chinese, digits and Latin letters.
const SAME: &[(&str, &str)] = &[
    (",", "，"),
    ("｡", "。"),
    ("?", "？"),
    ("!", "！"),
    ("､", "、"),
    (":", "："),
    (";", "；"),
    ("(", "（"),
    (")", "）"),
    ("〈≪«", "《"),
    ("〉≫»", "》"),
    ("\"", "“"),
    ("〃", "”"),
    ("‥", "…"),
    ("―━", "—"),
    ("・･•∙⋅", "·"),
    ("–−", "-"),
    ("⁄∕", "/"),
    ("﹪", "%"),
    ("ーｰ", "一"),
    ("ニﾆ", "二"),
    ("ハﾊ", "八"),
    ("カｶ", "力"),
    ("エｴ", "工"),
    ("タﾀ", "夕"),
    ("トﾄ", "卜"),
    ("ロﾛ□☐◻▢", "口"),
    ("オｵ", "才"),
    ("チﾁ", "千"),
    ("ヌﾇ", "又"),
    ("ヒﾋ", "匕"),
    ("○◯", "〇"),
    ("×✕✖", "X"),
    ("Α", "A"),
    ("Β", "B"),
    ("Ε", "E"),
    ("Ζ", "Z"),
    ("Η", "H"),
    ("Ι丨Ⅰ|", "I"),
    ("Κ", "K"),
    ("Μ", "M"),
    ("Ν", "N"),
    ("Ο", "O"),
    ("Ρ", "P"),
    ("Τ", "T"),
    ("Υ", "Y"),
    ("ΧⅩ", "X"),
    ("Ⅴ∨", "V"),
    ("ο", "o"),
    ("ν", "v"),
    ("ɑ", "a"),
];

/// Full-width forms lie this far from their half-width twins.
const FULL_WIDTH: u32 = 0xFF01 - 0x21;

/// What a class of the model is offered as; `None` when it is nothing a resident writes.
pub(super) fn written_as(class: &str) -> Option<char> {
    let mut letters = class.chars();
    let (Some(one), None) = (letters.next(), letters.next()) else {
        return None;
    };
    let narrow = narrow(one);
    let shown = SAME
        .iter()
        .find(|(alike, _)| alike.contains(narrow))
        .and_then(|(_, shown)| shown.chars().next())
        .unwrap_or(narrow);
    (is_han(shown) || shown.is_ascii_alphanumeric() || MARKS.contains(shown)).then_some(shown)
}

fn narrow(one: char) -> char {
    match one {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(one) - FULL_WIDTH).unwrap_or(one),
        _ => one,
    }
}

/// A Han character, simplified or traditional; the round zero of years is one of them.
pub(super) fn is_han(one: char) -> bool {
    matches!(one, '〇' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_and_half_width_twins_are_one() {
        assert_eq!(written_as("Ａ"), Some('A'));
        assert_eq!(written_as("３"), Some('3'));
        assert_eq!(written_as("，"), Some('，'));
        assert_eq!(written_as(","), Some('，'));
        assert_eq!(written_as("－"), Some('-'));
    }

    #[test]
    fn simplified_traditional_and_rare_characters_are_all_written() {
        for one in ["门", "門", "䶮", "𬭊", "〇"] {
            assert_eq!(written_as(one), one.chars().next());
        }
    }

    #[test]
    fn what_no_resident_writes_is_not_offered() {
        for one in ["の", "☎", "é", "①", "", "🀄", "한국", "々"] {
            assert_eq!(written_as(one), None, "{one}");
        }
    }

    #[test]
    fn every_twin_is_shown_as_something_that_can_be_written() {
        for (alike, shown) in SAME {
            for one in alike.chars() {
                assert_eq!(written_as(&one.to_string()), shown.chars().next(), "{one}");
            }
        }
    }
}
