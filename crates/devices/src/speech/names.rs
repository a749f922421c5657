//! What marks are called when somebody chooses one.

/// The name of a mark, in Chinese and in English.
pub(super) fn name_of(mark: char, locale: &str) -> Option<&'static str> {
    let (chinese, english) = match mark {
        '，' | ',' => ("逗号", "comma"),
        '。' => ("句号", "full stop"),
        '.' => ("点", "dot"),
        '、' => ("顿号", "comma"),
        '；' | ';' => ("分号", "semicolon"),
        '：' | ':' => ("冒号", "colon"),
        '？' | '?' => ("问号", "question mark"),
        '！' | '!' => ("感叹号", "exclamation mark"),
        '“' | '”' | '"' | '‘' | '’' | '\'' | '「' | '」' => ("引号", "quotation mark"),
        '（' | '(' => ("左括号", "opening bracket"),
        '）' | ')' => ("右括号", "closing bracket"),
        '《' | '》' => ("书名号", "title mark"),
        '…' => ("省略号", "dots"),
        '—' | '–' => ("破折号", "dash"),
        '·' => ("间隔号", "middle dot"),
        '-' => ("横杠", "hyphen"),
        '_' => ("下划线", "underscore"),
        '/' => ("斜杠", "slash"),
        '@' => ("艾特", "at"),
        '#' => ("井号", "hash"),
        '*' => ("星号", "star"),
        '+' => ("加号", "plus"),
        '=' => ("等号", "equals"),
        '%' | '％' => ("百分号", "percent"),
        '&' => ("和号", "and"),
        ' ' | '\u{3000}' => ("空格", "space"),
        '\n' => ("换行", "new line"),
        _ => return None,
    };
    Some(match locale.starts_with("zh") {
        true => chinese,
        false => english,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_has_a_name_in_each_language() {
        assert_eq!(name_of('，', "zh-Hant"), Some("逗号"));
        assert_eq!(name_of('，', "en"), Some("comma"));
        assert_eq!(name_of('中', "zh-CN"), None);
    }
}
