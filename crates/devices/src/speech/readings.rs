//! How Chinese words are read, and the words that characters are explained with.

use std::cmp::Ordering;

/// No word is looked up that has more characters.
const LONGEST: usize = 4;

/// Lines `key<TAB>value`, looked up by key. The text stays as it is: a list of all words of a
/// language costs no more than its file.
pub(super) struct Table {
    lines: String,
}

impl Table {
    /// Lists are sorted by bytes when they come; one that is not is put in order.
    pub(super) fn new(list: String) -> Self {
        let is_sorted = list.lines().is_sorted_by(|a, b| key(a) <= key(b));
        if is_sorted {
            return Self { lines: list };
        }
        let mut lines: Vec<&str> = list.lines().collect();
        lines.sort_by_key(|line| key(line));
        Self {
            lines: lines.join("\n"),
        }
    }

    /// The value of a key; the first if it has several.
    pub(super) fn get(&self, wanted: &str) -> Option<&str> {
        let bytes = self.lines.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let line = self.line_at(low + (high - low) / 2, low);
            match key(&self.lines[line.clone()]).cmp(wanted) {
                Ordering::Less => low = line.end + 1,
                Ordering::Equal | Ordering::Greater => high = line.start,
            }
        }
        let line = self.lines.get(low..)?.lines().next()?;
        let (key, value) = line.split_once('\t')?;
        (key == wanted).then_some(value.trim())
    }

    /// The line around a byte, from `first` on.
    fn line_at(&self, at: usize, first: usize) -> std::ops::Range<usize> {
        let bytes = self.lines.as_bytes();
        let is_end = |byte: &u8| *byte == b'\n';
        let start = bytes[first..at]
            .iter()
            .rposition(is_end)
            .map_or(first, |end| first + end + 1);
        let end = bytes[at..]
            .iter()
            .position(is_end)
            .map_or(bytes.len(), |end| at + end);
        start..end
    }
}

fn key(line: &str) -> &str {
    line.split_once('\t').map_or(line, |(key, _)| key)
}

/// A syllable of Mandarin: its letters with `v` for ü, and its tone from 1 to 5, the neutral one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Syllable {
    pub(super) letters: String,
    pub(super) tone: u8,
    /// The tone before its neighbours changed it.
    pub(super) tone_alone: u8,
    pub(super) character: char,
    /// Whether it ends a word of several syllables.
    pub(super) ends_word: bool,
}

impl Syllable {
    /// A syllable as lists write it: "wen2", "lv4", "de5", "de".
    pub(super) fn parse(written: &str, character: char) -> Option<Self> {
        let written = written.to_ascii_lowercase().replace('ü', "v");
        let written = written.replace("u:", "v");
        let (letters, tone) = match written.char_indices().last()? {
            (at, tone @ '1'..='5') => (&written[..at], tone as u8 - b'0'),
            (at, '0') => (&written[..at], 5),
            _ => (&written[..], 5),
        };
        let letters = if letters == "r" { "er" } else { letters };
        let is_syllable = !letters.is_empty() && letters.bytes().all(|b| b.is_ascii_lowercase());
        is_syllable.then(|| Self {
            letters: letters.to_owned(),
            tone,
            tone_alone: tone,
            character,
            ends_word: false,
        })
    }
}

/// The longest word at the beginning of some characters and its reading.
pub(super) fn longest_word<'a>(
    characters: &[char],
    reading: impl Fn(&str) -> Option<&'a str>,
) -> Option<(usize, Vec<Syllable>)> {
    (1..=characters.len().min(LONGEST)).rev().find_map(|count| {
        let word: String = characters[..count].iter().collect();
        let mut syllables = reading(&word)?
            .split_whitespace()
            .zip(&characters[..count])
            .map(|(written, character)| Syllable::parse(written, *character))
            .collect::<Option<Vec<_>>>()?;
        if syllables.len() != count {
            return None;
        }
        if let Some(last) = syllables.last_mut() {
            last.ends_word = count > 1;
        }
        Some((count, syllables))
    })
}

/// Characters after which 一 counts an order and keeps its tone.
const ORDER_BEFORE_ONE: &str = "第十初周週期拜零〇";
/// Characters before which it does.
const ORDER_AFTER_ONE: &str = "月号號日楼樓层層期是到一二三四五六七八九十零点點";

/// Changes tones as they change beside each other: a third before a third becomes a second, 不
/// before a fourth a second, 一 before a fourth a second and before the others a fourth.
pub(super) fn apply_sandhi(syllables: &mut [Syllable]) {
    for at in 0..syllables.len() {
        let before = at.checked_sub(1).map(|at| syllables[at].character);
        let next = syllables.get(at + 1).cloned();
        let this = &mut syllables[at];
        let Some(next) = next else { continue };
        this.tone = match (this.character, this.tone_alone) {
            ('不', 4) if next.tone_alone == 4 => 2,
            ('一', 1) => tone_of_one(this.ends_word, before, &next),
            (_, 3) if next.tone_alone == 3 => 2,
            (_, tone) => tone,
        };
    }
}

fn tone_of_one(ends_word: bool, before: Option<char>, next: &Syllable) -> u8 {
    let is_order = before.is_some_and(|c| ORDER_BEFORE_ONE.contains(c))
        || ORDER_AFTER_ONE.contains(next.character);
    if ends_word || is_order {
        return 1;
    }
    match (next.character, next.tone_alone) {
        // 个 is said without a tone, and still changes it as a fourth.
        ('个' | '個', _) | (_, 4) => 2,
        (_, 5) => 1,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        Table::new(
            "不\tbu4\n中\tzhong1\n中国\tzhong1 guo2\n国\tguo2\n女\tnü3\n行\txing2\n银行\tyin2 hang2\n"
                .into(),
        )
    }

    #[test]
    fn every_line_of_a_table_is_found_and_nothing_else() {
        let table = table();
        for line in table.lines.clone().lines() {
            let (key, value) = line.split_once('\t').unwrap();
            assert_eq!(table.get(key), Some(value));
        }
        for key in ["", "银", "中国人", "一", "龥"] {
            assert_eq!(table.get(key), None, "{key}");
        }
        assert_eq!(Table::new(String::new()).get("中"), None);
    }

    #[test]
    fn a_table_out_of_order_is_put_in_order() {
        let table = Table::new("国\tguo2\n中\tzhong1\nno tab\n不\tbu4".into());
        assert_eq!(table.get("不"), Some("bu4"));
        assert_eq!(table.get("国"), Some("guo2"));
        assert_eq!(table.get("no tab"), None);
    }

    fn read(text: &str) -> Vec<String> {
        let table = table();
        let characters: Vec<char> = text.chars().collect();
        let mut at = 0;
        let mut told = Vec::new();
        while let Some((count, word)) = longest_word(&characters[at..], |word| table.get(word)) {
            at += count;
            told.extend(word.iter().map(|s| format!("{}{}", s.letters, s.tone)));
        }
        told
    }

    #[test]
    fn words_are_read_before_their_characters() {
        assert_eq!(read("中国银行"), ["zhong1", "guo2", "yin2", "hang2"]);
        assert_eq!(read("行"), ["xing2"]);
        assert_eq!(read("女"), ["nv3"]);
    }

    fn sandhi(text: &str) -> String {
        let mut syllables: Vec<Syllable> = text
            .split_whitespace()
            .map(|part| {
                let (character, written) = part.split_at(part.chars().next().unwrap().len_utf8());
                Syllable::parse(written, character.chars().next().unwrap()).unwrap()
            })
            .collect();
        apply_sandhi(&mut syllables);
        let told: Vec<String> = syllables
            .iter()
            .map(|s| format!("{}{}", s.letters, s.tone))
            .collect();
        told.join(" ")
    }

    #[test]
    fn tones_change_beside_each_other() {
        assert_eq!(sandhi("你ni3 好hao3"), "ni2 hao3");
        assert_eq!(sandhi("我wo3 也ye3 想xiang3 好hao3"), "wo2 ye2 xiang2 hao3");
        assert_eq!(sandhi("不bu4 是shi4"), "bu2 shi4");
        assert_eq!(sandhi("不bu4 来lai2"), "bu4 lai2");
        assert_eq!(sandhi("一yi1 次ci4"), "yi2 ci4");
        assert_eq!(sandhi("一yi1 张zhang1"), "yi4 zhang1");
        assert_eq!(sandhi("一yi1 个ge5"), "yi2 ge5");
        assert_eq!(sandhi("一yi1 個ge5"), "yi2 ge5");
        assert_eq!(sandhi("第di4 一yi1 次ci4"), "di4 yi1 ci4");
        assert_eq!(sandhi("一yi1 号hao4"), "yi1 hao4");
        assert_eq!(sandhi("一yi1"), "yi1");
    }

    #[test]
    fn what_is_no_syllable_is_not_taken_for_a_path() {
        for written in ["", "3", "../x1", "a b", "é4"] {
            assert_eq!(Syllable::parse(written, '中'), None, "{written}");
        }
        assert_eq!(Syllable::parse("lu:4", '绿').unwrap().letters, "lv");
        assert_eq!(Syllable::parse("de", '的').unwrap().tone, 5);
    }
}
