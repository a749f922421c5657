//! Whatever is typed, and whatever happened to the file, nothing panics and the promises hold.

#![allow(clippy::unwrap_used)]

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use linli_input::pinyin::{Dictionary, Fuzzy, Pairs};
use proptest::prelude::*;

static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::load(&file()).unwrap());
static PAIRS: LazyLock<Pairs> = LazyLock::new(|| Pairs::load(&pairs()).unwrap());
static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(|| std::fs::read(file()).unwrap());
static WHOLE_PAIRS: LazyLock<Vec<u8>> = LazyLock::new(|| std::fs::read(pairs()).unwrap());

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/input/pinyin.dict")
}

fn pairs() -> PathBuf {
    file().with_file_name("pairs.dict")
}

fn fuzzy() -> impl Strategy<Value = Fuzzy> {
    any::<[bool; 6]>().prop_map(|[z_zh, c_ch, s_sh, n_ng, l_n, f_h]| Fuzzy {
        z_zh,
        c_ch,
        s_sh,
        n_ng,
        l_n,
        f_h,
    })
}

/// Mostly letters, some apostrophes, now and then anything at all.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-z']{0,70}",
        3 => "([zcs]h?|[jqxbpmy])[a-z]{0,5}'?([aeiou]n?g?){0,6}",
        1 => any::<String>(),
    ]
}

/// A failure is printed; nothing is written beside the sources.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn each_candidate_has_text_uses_up_letters_and_comes_once(
        typed in typed(), fuzzy in fuzzy(), most in 0_usize..100,
    ) {
        let candidates = DICTIONARY.candidates(&typed, fuzzy, most);
        prop_assert!(candidates.len() <= most);
        let mut seen = HashSet::new();
        for candidate in candidates {
            prop_assert!(!candidate.text.is_empty());
            prop_assert!((1..=typed.chars().count()).contains(&candidate.letters));
            prop_assert!(seen.insert(candidate.text));
        }
    }

    #[test]
    fn splitting_changes_only_apostrophes(typed in "[a-z']{0,80}") {
        let split = DICTIONARY.split(&typed);
        prop_assert_eq!(split.replace('\'', ""), typed.replace('\'', ""));
    }

    #[test]
    fn splitting_and_predicting_bear_any_text(text in any::<String>(), most in 0_usize..50) {
        DICTIONARY.split(&text);
        let predicted = DICTIONARY.predict(&PAIRS, &text, most);
        prop_assert!(predicted.len() <= most && predicted.iter().all(|text| !text.is_empty()));
    }

    #[test]
    fn every_first_letter_of_a_sound_offers_something(typed in "[abcdefghjklmnopqrstwxyz]{1,20}") {
        prop_assert!(!DICTIONARY.candidates(&typed, Fuzzy::default(), 1).is_empty());
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn a_damaged_file_is_refused_or_borne(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..200),
        typed in typed(),
    ) {
        let mut bytes = WHOLE.clone();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pinyin.dict");
        std::fs::write(&path, bytes).unwrap();
        if let Ok(dictionary) = Dictionary::load(&path) {
            dictionary.candidates(&typed, Fuzzy::all(), 50);
            dictionary.predict(&PAIRS, "三号楼的居", 50);
        }
    }

    #[test]
    fn damaged_pairs_are_refused_or_borne(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..200),
    ) {
        let mut bytes = WHOLE_PAIRS.clone();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pairs.dict");
        std::fs::write(&path, bytes).unwrap();
        if let Ok(pairs) = Pairs::load(&path) {
            for written in ["", "3", "我家门口的灯", "社区"] {
                DICTIONARY.predict(&pairs, written, 50);
            }
        }
    }
}
