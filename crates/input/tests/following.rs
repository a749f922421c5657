//! What may follow what is written, with the dictionary and the pairs of the assets.

#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use linli_input::InputError;
use linli_input::pinyin::{CANDIDATES_MOST, Dictionary, Pairs};

/// As many as stand in the row.
const SHOWN: usize = 6;

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/input")
}

fn following(written: &str, most: usize) -> Vec<String> {
    let dictionary = Dictionary::load(&assets().join("pinyin.dict")).unwrap();
    let pairs = Pairs::load(&assets().join("pairs.dict")).unwrap();
    dictionary.predict(&pairs, written, most)
}

#[test]
fn what_people_write_to_a_hall_goes_on() {
    for (written, next) in [
        ("门口的灯", "坏了"),
        ("三号楼门口的灯", "坏了"),
        ("您好，我要", "办理"),
        ("楼上", "漏水"),
        ("楼道里", "堆"),
        ("电梯", "坏了"),
        ("3", "号楼"),
        ("请尽快", "处理"),
        ("孩子放学", "没人"),
    ] {
        let offered = following(written, SHOWN);
        assert!(offered.contains(&next.to_owned()), "{written}: {offered:?}");
    }
}

#[test]
fn words_follow_as_they_do_in_the_language() {
    for (written, next) in [
        ("我觉得这个", "问题"),
        ("已经三天", "了"),
        ("的时", "候"),
        ("天气", "预报"),
    ] {
        let offered = following(written, 12);
        assert!(offered.contains(&next.to_owned()), "{written}: {offered:?}");
    }
}

#[test]
fn a_word_begun_is_completed_and_a_word_finished_goes_on() {
    let after = following("他是这里的居", 20);
    for rest in ["民", "委会", "住证"] {
        assert!(after.contains(&rest.to_owned()), "{rest}: {after:?}");
    }
    assert!(following("社区", 20).contains(&"服务".to_owned()));
    // 区 is the end of 社区, not the beginning of 区别.
    assert!(!following("社区", 50).contains(&"别".to_owned()));
}

#[test]
fn a_sentence_begins_as_messages_do() {
    for written in ["", "灯坏了。", "您好，", "第一句\n", "ok! "] {
        let offered = following(written, SHOWN);
        assert!(
            offered.contains(&"我".to_owned()),
            "{written:?}: {offered:?}"
        );
        assert!(
            offered.contains(&"请".to_owned()),
            "{written:?}: {offered:?}"
        );
    }
}

#[test]
fn where_nothing_is_known_nothing_is_offered() {
    for written in ["hello", "䶮", "灯㼆"] {
        assert!(following(written, 20).is_empty(), "{written}");
    }
}

#[test]
fn no_more_is_given_than_was_asked_for() {
    for most in [0, 1, 7] {
        assert_eq!(following("我", most).len(), most);
    }
    assert!(following("我", usize::MAX).len() <= CANDIDATES_MOST);
}

#[test]
fn what_nobody_wants_to_be_offered_is_not() {
    for written in ["谢谢", "请", "社区", "楼上", "我", "你"] {
        for unwelcome in ["楼主", "斑竹", "帖", "死"] {
            let offered = following(written, 50);
            assert!(
                !offered.iter().any(|text| text.contains(unwelcome)),
                "{written}: {offered:?}"
            );
        }
    }
}

#[test]
fn a_file_that_holds_no_pairs_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pairs.dict");
    let missing = Pairs::load(&path).unwrap_err();
    assert!(matches!(missing, InputError::Unreadable { .. }));
    let whole = std::fs::read(assets().join("pairs.dict")).unwrap();
    for damaged in [
        &b"pairs"[..],
        &whole[..whole.len() - 4],
        &whole[..20],
        &whole[8..],
    ] {
        std::fs::write(&path, damaged).unwrap();
        let error = Pairs::load(&path).unwrap_err();
        assert!(matches!(error, InputError::Damaged { .. }));
    }
}
