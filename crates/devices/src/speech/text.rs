//! Texts as they are looked up and cut into clauses.

/// Marks that end a clause or a sentence, and say nothing.
const TRAILING: &str = "。！？；，、：….!?;:,";
/// Marks that Chinese ends a clause with.
const CLAUSE_MARKS: &str = "。！？；，：…\n";
/// Marks that a sentence ends with.
const SENTENCE_MARKS: &str = "。！？…\n.!?";
/// Marks that end a clause only before a space or the end: "8:30" and "1.5" are one thing.
const SPACED_MARKS: &str = ".!?;:,";

/// A text as phrases are looked up by: without `**`, with single spaces, without the marks at
/// its end. Marks that only steer the direction of writing are not said.
pub(super) fn normalised(text: &str) -> String {
    let text = text.replace("**", "");
    let seen: String = text.chars().filter(|c| !is_unseen(*c)).collect();
    let spaced = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    spaced
        .trim_end_matches(|c: char| TRAILING.contains(c) || c == ' ')
        .to_owned()
}

/// Marks around what was put into a text, and such.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// A part of a text, and whether a sentence ends with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// What is said, without the marks at its end.
    pub(super) text: String,
    /// Whether a sentence ends here, so that the silence after it is longer.
    pub(super) ends_sentence: bool,
}

/// How finely a text is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// At the ends of sentences.
    Sentences,
    /// At the ends of clauses as well.
    Clauses,
    /// Between the items of a Chinese list as well.
    Items,
}

/// The parts of a text that say something.
pub(super) fn cut(text: &str, how: Cut) -> Vec<Clause> {
    let chars: Vec<char> = text.chars().collect();
    let mut clauses = Vec::new();
    let mut from = 0;
    for at in 0..chars.len() {
        let next = chars.get(at + 1).copied();
        let before = at.checked_sub(1).map(|at| chars[at]);
        if ends_here(chars[at], before, next, how) {
            let ends_sentence = SENTENCE_MARKS.contains(chars[at]);
            push(&mut clauses, &chars[from..=at], ends_sentence);
            from = at + 1;
        }
    }
    push(&mut clauses, &chars[from..], false);
    clauses
}

fn ends_here(c: char, before: Option<char>, next: Option<char>, how: Cut) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    // A time may be written with a wide colon.
    if c == '：' && is_digit(before) && is_digit(next) {
        return false;
    }
    let is_spaced = SPACED_MARKS.contains(c) && next.is_none_or(char::is_whitespace);
    let is_mark = CLAUSE_MARKS.contains(c) || is_spaced;
    match how {
        Cut::Sentences => is_mark && SENTENCE_MARKS.contains(c),
        Cut::Clauses => is_mark,
        Cut::Items => is_mark || c == '、',
    }
}

fn push(clauses: &mut Vec<Clause>, chars: &[char], ends_sentence: bool) {
    let text = normalised(&chars.iter().collect::<String>());
    if !text.is_empty() {
        clauses.push(Clause {
            text,
            ends_sentence,
        });
    } else if let Some(last) = clauses.last_mut() {
        last.ends_sentence |= ends_sentence;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, how: Cut) -> Vec<String> {
        cut(text, how)
            .into_iter()
            .map(|clause| clause.text)
            .collect()
    }

    #[test]
    fn a_text_is_looked_up_without_its_dress() {
        assert_eq!(normalised("  请**选择**\n 业务。 "), "请选择 业务");
        assert_eq!(normalised("Please wait..."), "Please wait");
        assert_eq!(normalised("前面还有 \u{2068}3\u{2069} 人"), "前面还有 3 人");
        assert_eq!(normalised("……"), "");
    }

    #[test]
    fn chinese_is_cut_at_its_marks_and_times_stay_whole() {
        assert_eq!(
            texts("你好！今天 8:30 开门，17：30 关门；请坐", Cut::Clauses),
            ["你好", "今天 8:30 开门", "17：30 关门", "请坐"]
        );
        assert_eq!(
            texts("身份证、社保卡，都要带。谢谢", Cut::Items),
            ["身份证", "社保卡", "都要带", "谢谢"]
        );
        assert_eq!(
            texts("身份证、社保卡，都要带。谢谢", Cut::Sentences),
            ["身份证、社保卡，都要带", "谢谢"]
        );
    }

    #[test]
    fn english_is_cut_at_marks_before_a_space_and_numbers_stay_whole() {
        assert_eq!(
            texts(
                "Open at 8:30, for 1.5 hours. Mr.X may come: now",
                Cut::Clauses
            ),
            ["Open at 8:30", "for 1.5 hours", "Mr.X may come", "now"]
        );
    }

    #[test]
    fn the_end_of_a_sentence_is_known() {
        let ends: Vec<bool> = cut("好，请坐。谢谢……再见", Cut::Clauses)
            .into_iter()
            .map(|clause| clause.ends_sentence)
            .collect();
        assert_eq!(ends, [false, true, true, false]);
    }
}
