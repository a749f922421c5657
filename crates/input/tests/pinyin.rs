//! Typing pinyin, with the dictionary of the assets.

#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use linli_input::InputError;
use linli_input::pinyin::{CANDIDATES_MOST, Dictionary, Fuzzy, LETTERS_MOST};

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/input/pinyin.dict")
}

fn dictionary() -> Dictionary {
    Dictionary::load(&file()).unwrap()
}

/// The texts offered, best first.
fn offered(typed: &str) -> Vec<String> {
    fuzzily_offered(typed, Fuzzy::default())
}

fn fuzzily_offered(typed: &str, fuzzy: Fuzzy) -> Vec<String> {
    let candidates = dictionary().candidates(typed, fuzzy, CANDIDATES_MOST);
    candidates.into_iter().map(|c| c.text).collect()
}

fn place(offered: &[String], text: &str) -> usize {
    offered
        .iter()
        .position(|other| other == text)
        .unwrap_or_else(|| panic!("{text} is not offered"))
}

#[test]
fn words_of_the_hall_come_first() {
    for (typed, word) in [
        ("shequ", "社区"),
        ("jumin", "居民"),
        ("juminweiyuanhui", "居民委员会"),
        ("shequfuwuzhongxin", "社区服务中心"),
        ("shenfenzheng", "身份证"),
        ("laonianka", "老年卡"),
        ("nver", "女儿"),
    ] {
        assert_eq!(offered(typed)[0], word, "{typed}");
    }
}

#[test]
fn a_sentence_is_made_of_several_words() {
    assert_eq!(offered("wozaizhelidengjihukou")[0], "我在这里登记户口");
    assert_eq!(
        offered("nihaowoyaobanlijuzhuzheng")[0],
        "你好我要办理居住证"
    );
}

#[test]
fn a_name_is_offered_with_its_surname() {
    for (typed, name) in [
        ("wangxiaoming", "王小明"),
        ("liguoqiang", "李国强"),
        ("lijianguo", "李建国"),
        ("chenxiaohong", "陈小红"),
        ("zhangwei", "张伟"),
    ] {
        assert!(place(&offered(typed), name) < 3, "{typed}");
    }
}

#[test]
fn a_name_is_offered_also_to_those_who_confuse_sounds() {
    let offered = fuzzily_offered("cenxiaohong", Fuzzy::all());
    assert!(place(&offered, "陈小红") < 8);
}

#[test]
fn an_unfinished_syllable_and_initials_alone_are_enough() {
    assert_eq!(offered("shenfenz")[0], "身份证");
    assert_eq!(offered("zhongg")[0], "中国");
    assert!(place(&offered("sq"), "社区") < 8);
    assert!(place(&offered("jwh"), "居委会") < 8);
    assert!(place(&offered("sh"), "上海") < 100);
    assert!(place(&offered("x"), "小") < 8);
}

#[test]
fn xian_is_one_syllable_or_two_as_one_parts_it() {
    let both = offered("xian");
    assert_eq!(both[0], "先");
    assert!(place(&both, "西安") < 8);
    assert_eq!(offered("xi'an")[0], "西安");
    assert!(!offered("xi'an").contains(&"先".to_owned()));
}

#[test]
fn a_character_is_found_under_each_of_its_readings() {
    for typed in ["chongqing", "zhongyao"] {
        assert!(offered(typed)[0].contains('重'), "{typed}");
    }
    for typed in ["hang", "xing"] {
        assert!(place(&offered(typed), "行") < 8, "{typed}");
    }
}

#[test]
fn v_stands_for_the_u_with_dots_and_the_usual_spellings_are_understood() {
    assert_eq!(offered("nv")[0], "女");
    assert_eq!(offered("lvse")[0], "绿色");
    assert_eq!(offered("lüse")[0], "绿色");
    assert_eq!(offered("celve")[0], "策略");
    assert_eq!(offered("celue")[0], "策略");
    assert_eq!(offered("jvmin")[0], "居民");
}

#[test]
fn rare_characters_of_names_are_found_by_their_readings() {
    for (typed, character) in [("yan", "䶮"), ("du", "𬭊"), ("ying", "㼆"), ("zhe", "喆")] {
        place(&offered(typed), character);
    }
}

#[test]
fn sounds_are_confused_only_when_that_is_wanted() {
    let one = Fuzzy {
        z_zh: true,
        ..Fuzzy::default()
    };
    assert!(!offered("zongguo").contains(&"中国".to_owned()));
    assert_eq!(fuzzily_offered("zongguo", one)[0], "中国");
    for (typed, word) in [
        ("sequ", "社区"),
        ("censi", "城市"),
        ("nüyou", "旅游"),
        ("fuzhou", "湖州"),
        ("jinji", "经济"),
    ] {
        let offered = fuzzily_offered(typed, Fuzzy::all());
        assert!(place(&offered, word) < 16, "{typed}");
    }
    assert_eq!(fuzzily_offered("shequ", Fuzzy::all())[0], "社区");
}

#[test]
fn taking_the_first_candidates_writes_all_that_was_typed() {
    let dictionary = dictionary();
    let mut typed = "juminweiyuanhui".to_owned();
    let mut written = String::new();
    while !typed.is_empty() {
        let candidates = dictionary.candidates(&typed, Fuzzy::default(), 50);
        // A single character each time, the way that takes longest.
        let shortest = candidates.last().unwrap();
        assert!(shortest.letters > 0);
        typed.drain(..shortest.letters);
        written.push_str(&shortest.text);
    }
    assert_eq!(written.chars().count(), 5);
}

#[test]
fn a_long_text_waits_for_its_beginning() {
    let dictionary = dictionary();
    let typed = "shequ".repeat(40);
    let candidates = dictionary.candidates(&typed, Fuzzy::default(), 10);
    assert_eq!(candidates[0].letters, LETTERS_MOST);
    assert_eq!(candidates[0].text, "社区".repeat(LETTERS_MOST / 5));
}

#[test]
fn no_more_is_given_than_was_asked_for() {
    let dictionary = dictionary();
    for most in [0, 1, 7] {
        assert_eq!(dictionary.candidates("s", Fuzzy::all(), most).len(), most);
    }
    assert!(dictionary.candidates("s", Fuzzy::all(), usize::MAX).len() <= CANDIDATES_MOST);
}

#[test]
fn nothing_is_offered_for_what_cannot_be_read() {
    for typed in ["", "'", "u", "1", "你", "  "] {
        assert!(offered(typed).is_empty(), "{typed}");
    }
    // What comes before it still is.
    assert_eq!(offered("shequ!")[0], "社区");
}

#[test]
fn what_was_typed_is_shown_in_syllables() {
    let dictionary = dictionary();
    for (typed, shown) in [
        ("shequ", "she'qu"),
        ("shequf", "she'qu'f"),
        ("zhg", "zh'g"),
        ("fangan", "fang'an"),
        ("xian", "xian"),
        ("xi'an", "xi'an"),
        ("'she''qu'", "she'qu"),
        ("sheuqu", "she'uqu"),
        ("", ""),
    ] {
        assert_eq!(dictionary.split(typed), shown, "{typed}");
    }
}

#[test]
fn a_file_that_is_no_dictionary_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pinyin.dict");
    let missing = Dictionary::load(&path).unwrap_err();
    assert!(matches!(missing, InputError::Unreadable { .. }));
    let whole = std::fs::read(file()).unwrap();
    for damaged in [
        &b"pinyin"[..],
        &whole[..whole.len() - 4],
        &whole[..20],
        &whole[8..],
    ] {
        std::fs::write(&path, damaged).unwrap();
        let error = Dictionary::load(&path).unwrap_err();
        assert!(matches!(error, InputError::Damaged { .. }));
    }
}
