//! What is spelled from which recordings.

use std::fs;

use super::*;
use crate::speaker::VoicePack;

/// A pack with these recordings (empty: spelling does not read them) and lists.
struct Pack {
    folder: tempfile::TempDir,
    lexicon: Lexicon,
}

impl Pack {
    fn new(recordings: &str, readings: &str, examples: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for recording in recordings.split_whitespace() {
            let path = folder.path().join(format!("{recording}.wav"));
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, []).unwrap();
        }
        for (list, text) in [("readings", readings), ("examples", examples)] {
            let path = folder.path().join(format!("zh-CN/{list}.tsv"));
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text.replace(' ', "\t").replace('+', " ")).unwrap();
        }
        let lexicon = Lexicon::new(VoicePack::open(folder.path(), None));
        Self { folder, lexicon }
    }

    /// Every syllable that these readings name, and what else is given.
    fn with_syllables(recordings: &str, readings: &str, examples: &str) -> Self {
        let numerals = "yi1+er4+san1+wu3+ba1+shi2+dian3+fen1+ling2+dao4+bai3+zhi1+liang3";
        let syllables: String = readings
            .lines()
            .filter_map(|line| line.split_once(' '))
            .flat_map(|(_, reading)| reading.split('+'))
            .chain(numerals.split('+'))
            .flat_map(|syllable| {
                // A changed tone is recorded as well.
                let letters = &syllable[..syllable.len() - 1];
                [
                    syllable.to_owned(),
                    format!("{letters}2"),
                    format!("{letters}4"),
                ]
            })
            .map(|syllable| format!("zh-CN/syllable/{syllable} "))
            .collect();
        Self::new(&format!("{syllables} {recordings}"), readings, examples)
    }

    /// The recordings and silences by name.
    fn told(&self, spelling: &Spelling) -> String {
        let name = |path: &std::path::Path| {
            let inside = path.strip_prefix(self.folder.path()).unwrap();
            let name = inside.with_extension("").display().to_string();
            name.replace("zh-CN/syllable/", "")
        };
        let told: Vec<String> = spelling
            .bits
            .iter()
            .map(|bit| match bit {
                Bit::Gap(ms) => ms.to_string(),
                Bit::Clip(path) => name(path),
                Bit::Syllable(path) => name(path),
            })
            .collect();
        told.join(" ")
    }

    fn spell(&mut self, locale: &str, text: &str) -> (String, Vec<String>) {
        let spelling = spell(&mut self.lexicon, locale, text);
        (self.told(&spelling), spelling.missing)
    }

    fn character(&mut self, c: char) -> (String, Vec<String>) {
        let spelling = spell_character(&mut self.lexicon, "zh-CN", c);
        (self.told(&spelling), spelling.missing)
    }
}

const READINGS: &str = "\
不 bu4\n中 zhong1\n中国 zhong1+guo2\n人 ren2\n前面 qian2+mian4\n号 hao4\n国 guo2\n好 hao3\n\
对 dui4\n开门 kai1+men2\n您 nin2\n我 wo3\n有 you3\n的 de5\n还 hai2\n";

fn whole(text: &str) -> (String, Vec<String>) {
    (text.to_owned(), Vec::new())
}

#[test]
fn chinese_is_joined_from_syllables_with_the_tones_they_have_together() {
    let mut pack = Pack::with_syllables("", READINGS, "");
    assert_eq!(pack.spell("zh-CN", "中国好"), whole("zhong1 guo2 hao3"));
    assert_eq!(pack.spell("zh-CN", "我有"), whole("wo2 you3"));
    assert_eq!(pack.spell("zh-CN", "不对"), whole("bu2 dui4"));
    assert_eq!(
        pack.spell("zh-Hant", "中國"),
        ("zhong1".into(), vec!["國".into()])
    );
}

#[test]
fn numbers_times_and_labels_are_said_as_such() {
    let mut pack = Pack::with_syllables(
        "zh-CN/count/3 zh-CN/letter/A zh-CN/number/012",
        READINGS,
        "",
    );
    assert_eq!(
        pack.spell("zh-CN", "前面还有 3 人"),
        whole("qian2 mian4 hai2 you3 zh-CN/count/3 ren2")
    );
    assert_eq!(pack.spell("zh-CN", "2 人"), whole("liang3 ren2"));
    assert_eq!(pack.spell("zh-CN", "15"), whole("shi2 wu3"));
    assert_eq!(
        pack.spell("zh-CN", "8:30 开门"),
        whole("ba1 dian3 san1 shi2 fen1 kai1 men2")
    );
    assert_eq!(
        pack.spell("zh-CN", "A012 号"),
        whole("zh-CN/letter/A 80 zh-CN/number/012 hao4")
    );
    assert_eq!(pack.spell("zh-CN", "1–2"), whole("yi1 dao4 er4"));
    assert_eq!(
        pack.spell("zh-CN", "13305"),
        whole("yi1 san1 san1 ling2 wu3")
    );
    assert_eq!(pack.spell("zh-CN", "50%"), whole("bai3 fen1 zhi1 wu3 shi2"));
}

#[test]
fn recorded_parts_of_a_clause_come_before_syllables() {
    let mut pack = Pack::with_syllables(
        "zh-CN/count/3 zh-CN/count/8 zh-CN/count/30 zh-CN/count/0 zh-CN/count/5 \
         zh-CN/p/two zh-CN/p/hundred zh-CN/p/hour zh-CN/p/minute zh-CN/p/may zh-CN/p/ahead \
         zh-CN/p/people",
        READINGS,
        "",
    );
    let list = "zh-CN/p/two\t两\nzh-CN/p/hundred\t百\nzh-CN/p/hour\t点\nzh-CN/p/minute\t分\n\
        zh-CN/p/may\t5月\nzh-CN/p/ahead\t前面还有\nzh-CN/p/people\t人 · 马上就到\n";
    fs::write(pack.folder.path().join("zh-CN/phrases.tsv"), list).unwrap();
    let mut says = |text: &str, wanted: &str| {
        let (said, missing) = pack.spell("zh-CN", text);
        let short = said.replace("zh-CN/p/", "").replace("zh-CN/count/", "");
        assert_eq!((short.as_str(), missing.len()), (wanted, 0), "{text}");
    };
    says("前面还有 3 人 · 马上就到", "ahead 3 people");
    says("前面还有 2 人", "ahead two ren2");
    says("5月 8 人", "may 8 ren2");
    says("8:30", "8 hour 30 minute");
    says("2:05", "two hour 0 5 minute");
    says("305", "3 hundred 0 5");
    says("中国 3", "zhong1 guo2 3");
}

#[test]
fn english_is_put_together_from_recorded_words_or_not_said() {
    let mut pack = Pack::new(
        "en/count/3 en/count/5 en/count/8 en/p/counter en/p/hundred en/p/and en/p/clock",
        "",
        "",
    );
    let list = "en/p/counter\tCounter\nen/p/hundred\thundred\nen/p/and\tand\n\
        en/p/clock\to'clock\n";
    fs::write(pack.folder.path().join("en/phrases.tsv"), list).unwrap();
    let wanted = "en/p/counter en/count/3";
    assert_eq!(pack.spell("en", "Counter 3"), whole(wanted));
    let wanted = "en/count/3 en/p/hundred en/p/and en/count/5";
    assert_eq!(pack.spell("en", "305"), whole(wanted));
    assert_eq!(pack.spell("en", "8:00"), whole("en/count/8 en/p/clock"));
    let missing = (String::new(), vec!["Room 3".into()]);
    assert_eq!(pack.spell("en", "Room 3"), missing);
}

#[test]
fn a_chosen_character_is_told_from_others_by_a_word() {
    let mut pack = Pack::with_syllables("", READINGS, "中 中国\n好 您好\n国 没有它\n");
    assert_eq!(
        pack.character('中'),
        whole("zhong1 250 zhong1 guo2 de5 zhong1")
    );
    assert_eq!(pack.character('好'), whole("hao3 250 nin2 hao3 de5 hao3"));
    // An example without the character explains nothing.
    assert_eq!(pack.character('国'), whole("guo2"));
    assert_eq!(pack.character('龘'), (String::new(), vec!["龘".into()]));
}

#[test]
fn what_is_missing_is_told_and_the_rest_is_said() {
    let mut pack = Pack::new("zh-CN/syllable/zhong1 zh-CN/syllable/de4", READINGS, "");
    assert_eq!(
        pack.spell("zh-CN", "中国的☃"),
        ("zhong1 de4".into(), vec!["☃".into(), "国".into()])
    );
}

#[test]
fn a_clause_is_not_said_without_its_number_its_letter_or_its_not() {
    let mut pack = Pack::new(
        "zh-CN/syllable/ren2 zh-CN/syllable/dui4 zh-CN/syllable/hao4",
        READINGS,
        "",
    );
    for text in ["3 人", "不对", "A012 号", "8:30 人"] {
        let missing = (String::new(), vec![text.to_owned()]);
        assert_eq!(pack.spell("zh-CN", text), missing);
    }
}

#[test]
fn without_syllables_a_clause_is_missing_as_a_whole() {
    let mut pack = Pack::new("", READINGS, "");
    assert_eq!(
        pack.spell("zh-CN", "中国 3"),
        (String::new(), vec!["中国 3".into()])
    );
}

#[test]
fn english_says_numbers_and_letters_or_nothing() {
    let mut pack = Pack::new("en/count/8 en/count/30 en/letter/A en/number/0", "", "");
    assert_eq!(pack.spell("en", "8:30"), whole("en/count/8 en/count/30"));
    assert_eq!(
        pack.spell("en", "A08"),
        whole("en/letter/A 80 en/number/0 80 en/count/8 80")
    );
    let missing = (String::new(), vec!["Counter 8".into()]);
    assert_eq!(pack.spell("en", "Counter 8"), missing);
}

#[test]
fn the_lists_of_the_project_can_be_read() {
    let voice = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/voice");
    let (Ok(readings), Ok(examples)) = (
        fs::read_to_string(voice.join("zh-CN/readings.tsv")),
        fs::read_to_string(voice.join("zh-CN/examples.tsv")),
    ) else {
        println!("no lists in {} yet", voice.display());
        return;
    };
    let mut lexicon = Lexicon::new(VoicePack::open(&voice, None));
    lexicon.load("zh-CN");
    for line in readings.lines() {
        let (word, written) = line.split_once('\t').unwrap();
        assert_eq!(lexicon.reading("zh-CN", word), Some(written), "{word}");
        let characters: Vec<char> = word.chars().collect();
        let read = longest_word(&characters, |word| lexicon.reading("zh-CN", word));
        assert_eq!(
            read.map(|(count, _)| count),
            Some(characters.len()),
            "{word}"
        );
    }
    for line in examples.lines() {
        let character = line.chars().next().unwrap();
        let word = lexicon.example("zh-CN", character);
        assert!(word.is_some(), "{line}");
    }
}
