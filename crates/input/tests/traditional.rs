//! Simplified and traditional characters, with the table of the assets.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use linli_input::InputError;
use linli_input::traditional::Traditional;

fn table() -> Traditional {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/input");
    Traditional::load(&assets.join("traditional.txt")).unwrap()
}

#[test]
fn words_of_the_hall_are_written_with_traditional_characters() {
    let table = table();
    for (simplified, traditional) in [
        ("社区服务中心", "社區服務中心"),
        ("门口的灯坏了", "門口的燈壞了"),
        ("楼上漏水", "樓上漏水"),
        ("医保卡", "醫保卡"),
        ("我要说", "我要說"),
    ] {
        assert_eq!(table.from_simplified(simplified), traditional);
        assert_eq!(table.to_simplified(traditional), simplified);
    }
}

#[test]
fn a_character_that_is_several_is_told_by_its_word() {
    let table = table();
    for (simplified, traditional) in [
        ("头发", "頭髮"),
        ("发现", "發現"),
        ("干净", "乾淨"),
        ("干部", "幹部"),
        ("后面", "後面"),
        ("皇后", "皇后"),
        ("面条", "麵條"),
        ("里面", "裡面"),
    ] {
        assert_eq!(table.from_simplified(simplified), traditional);
    }
}

#[test]
fn alone_it_may_be_each_of_them() {
    let table = table();
    assert_eq!(table.all_from_simplified("发"), ["發", "髮"]);
    assert_eq!(table.all_from_simplified("门"), ["門"]);
    assert_eq!(table.all_from_simplified("人"), ["人"]);
    assert_eq!(table.all_from_simplified("头发"), ["頭髮"]);
}

#[test]
fn what_is_not_chinese_stays_as_it_is() {
    let table = table();
    for text in ["", "Linli 2026!", "，。"] {
        assert_eq!(table.from_simplified(text), text);
        assert_eq!(table.to_simplified(text), text);
    }
}

#[test]
fn a_line_that_makes_no_sense_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("traditional.txt");
    std::fs::write(&path, "# a table\nS\t门\t門\nX\tx\n").unwrap();
    let error = Traditional::load(&path).unwrap_err();
    assert!(matches!(error, InputError::Damaged { .. }));
    assert!(error.to_string().contains("line 3"));
}
