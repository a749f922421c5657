//! A clause in the things it says: words, numbers, times, labels, letters.

use std::ops::Range;

use super::numerals::MAX_CARDINAL;

/// Rows of digits from this length on are said digit by digit.
const LONG_ROW: usize = 5;
/// No label of a queue has more digits.
const LABEL_DIGITS: usize = 6;

/// One thing that a clause says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Chinese characters in a row.
    Han(String),
    /// A word in letters.
    Word(String),
    /// One letter, or several that are said one by one.
    Letters(String),
    /// A number that is said as a number.
    Number(u32),
    /// Digits that are said one by one.
    Digits(String),
    /// A number with a part after the point.
    Decimal(u32, String),
    /// So many of a hundred.
    Percent(u32),
    /// A time of day: hour and minute.
    Time(u32, u32),
    /// A number of the queue: "A012".
    Label(char, String),
    /// From the number before to the one after.
    To,
    /// A mark at which the voice waits.
    Pause,
    /// What has no sound known here.
    Unknown(char),
}

/// Cuts a clause into tokens, each with the characters it was written with.
pub(super) fn tokens(text: &[char]) -> Vec<(Token, Range<usize>)> {
    let chars: Vec<char> = text.iter().copied().map(narrow).collect();
    let mut scanner = Scanner {
        chars: &chars,
        at: 0,
    };
    let mut tokens = Vec::new();
    while let Some(c) = scanner.peek(0) {
        let from = scanner.at;
        let token = scanner.token(c);
        tokens.extend(token.map(|token| (token, from..scanner.at)));
    }
    tokens
}

/// Whether it is a Chinese character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '〇' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Wide letters, digits and colons are said as narrow ones.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '：' | '％' | '．' => {
            char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
        }
        _ => c,
    }
}

struct Scanner<'a> {
    chars: &'a [char],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn run(&mut self, belongs: impl Fn(char) -> bool) -> String {
        let run: String = self.chars[self.at..]
            .iter()
            .take_while(|c| belongs(**c))
            .collect();
        self.at += run.chars().count();
        run
    }

    /// How many digits follow, from `ahead` on.
    fn digits_at(&self, ahead: usize) -> usize {
        self.chars[(self.at + ahead).min(self.chars.len())..]
            .iter()
            .take_while(|c| c.is_ascii_digit())
            .count()
    }

    fn token(&mut self, c: char) -> Option<Token> {
        if is_han(c) {
            return Some(Token::Han(self.run(is_han)));
        }
        if c.is_ascii_digit() {
            return Some(self.number());
        }
        if c.is_ascii_alphabetic() {
            return Some(self.letters(c));
        }
        let is_range = self.at > 0
            && self.chars[..self.at]
                .iter()
                .rfind(|c| !c.is_whitespace())
                .is_some_and(char::is_ascii_digit);
        self.at += 1;
        match c {
            '–' | '~' | '～' if is_range => Some(Token::To),
            '、' | '（' | '）' | '(' | ')' | '/' | '—' | '-' | '：' | ':' | '·' => {
                Some(Token::Pause)
            }
            // These say nothing by themselves.
            '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '《' | '》' | '"' | '\'' => {
                None
            }
            c if c.is_whitespace() || "，。！？；….,!?;".contains(c) => None,
            c => Some(Token::Unknown(c)),
        }
    }

    fn letters(&mut self, first: char) -> Token {
        let count = self.digits_at(1);
        let ends = self
            .peek(1 + count)
            .is_none_or(|c| !c.is_ascii_alphabetic());
        if (1..=LABEL_DIGITS).contains(&count) && ends {
            self.at += 1;
            let digits = self.run(|c| c.is_ascii_digit());
            return Token::Label(first.to_ascii_uppercase(), digits);
        }
        let word = self.run(|c| c.is_ascii_alphabetic() || c == '\'' || c == '’');
        if word.chars().all(|c| c.is_ascii_uppercase()) {
            Token::Letters(word)
        } else {
            Token::Word(word)
        }
    }

    fn number(&mut self) -> Token {
        let mut digits = self.run(|c| c.is_ascii_digit());
        // 1,234 is one number.
        while self.peek(0) == Some(',') && self.digits_at(1) == 3 {
            self.at += 1;
            digits += &self.run(|c| c.is_ascii_digit());
        }
        let value = digits.parse().unwrap_or(u32::MAX);
        let follows = self.digits_at(1);
        if self.peek(0) == Some(':') && follows == 2 && value <= 24 && digits.len() <= 2 {
            let minute: String = self.chars[self.at + 1..self.at + 3].iter().collect();
            if let Some(minute) = minute.parse().ok().filter(|minute| *minute < 60) {
                self.at += 3;
                return Token::Time(value, minute);
            }
        }
        let is_row = digits.len() >= LONG_ROW
            || (digits.len() > 1 && digits.starts_with('0'))
            || value > MAX_CARDINAL;
        if is_row {
            return Token::Digits(digits);
        }
        if self.peek(0) == Some('.') && follows > 0 {
            self.at += 1;
            return Token::Decimal(value, self.run(|c| c.is_ascii_digit()));
        }
        if self.peek(0) == Some('%') {
            self.at += 1;
            return Token::Percent(value);
        }
        Token::Number(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Token> {
        let text: Vec<char> = text.chars().collect();
        let tokens = super::tokens(&text);
        tokens.into_iter().map(|(token, _)| token).collect()
    }

    #[test]
    fn a_clause_is_cut_into_what_it_says() {
        let han = |text: &str| Token::Han(text.into());
        assert_eq!(
            tokens("前面还有 3 人"),
            [han("前面还有"), Token::Number(3), han("人")]
        );
        assert_eq!(
            tokens("８：30 开门，A012 请到 3 号窗口"),
            [
                Token::Time(8, 30),
                han("开门"),
                Token::Label('A', "012".into()),
                han("请到"),
                Token::Number(3),
                han("号窗口")
            ]
        );
        assert_eq!(
            tokens("大约 8–15 分钟"),
            [
                han("大约"),
                Token::Number(8),
                Token::To,
                Token::Number(15),
                han("分钟")
            ]
        );
    }

    #[test]
    fn rows_of_digits_are_told_from_numbers() {
        assert_eq!(tokens("13800138000"), [Token::Digits("13800138000".into())]);
        assert_eq!(tokens("012"), [Token::Digits("012".into())]);
        assert_eq!(tokens("0"), [Token::Number(0)]);
        assert_eq!(tokens("1,234"), [Token::Number(1234)]);
        assert_eq!(tokens("1.5"), [Token::Decimal(1, "5".into())]);
        assert_eq!(tokens("80%"), [Token::Percent(80)]);
        assert_eq!(tokens("8:75")[0], Token::Number(8));
    }

    #[test]
    fn letters_words_and_marks_are_known() {
        assert_eq!(
            tokens("QQ 号（Wi）☃"),
            [
                Token::Letters("QQ".into()),
                Token::Han("号".into()),
                Token::Pause,
                Token::Word("Wi".into()),
                Token::Pause,
                Token::Unknown('☃')
            ]
        );
        assert_eq!(
            tokens("Counter 3"),
            [Token::Word("Counter".into()), Token::Number(3)]
        );
    }
}
