//! Looking characters up by their radicals, with the table of the assets.

#![allow(clippy::unwrap_used)]

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use linli_input::InputError;
use linli_input::radicals::{RADICALS, Radicals};

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/input/radicals.txt")
}

fn radicals() -> Radicals {
    Radicals::load(&file()).unwrap()
}

/// The number of the radical that has this form.
fn number(form: char) -> u8 {
    let found = radicals();
    let radical = found.all().iter().find(|radical| radical.form == form);
    radical
        .unwrap_or_else(|| panic!("no radical {form}"))
        .number
}

#[test]
fn every_radical_is_there_with_the_forms_people_see() {
    let radicals = radicals();
    let numbers: HashSet<u8> = radicals
        .all()
        .iter()
        .map(|radical| radical.number)
        .collect();
    assert_eq!(numbers, (1..=RADICALS).collect());
    for (form, strokes) in [
        ('氵', 3),
        ('亻', 2),
        ('扌', 3),
        ('艹', 3),
        ('讠', 2),
        ('饣', 3),
        ('纟', 3),
        ('钅', 5),
        ('水', 4),
        ('忄', 3),
        ('辶', 3),
        ('门', 3),
    ] {
        let radical = radicals.all().iter().find(|radical| radical.form == form);
        assert_eq!(radical.unwrap().strokes, strokes, "{form}");
    }
}

#[test]
fn the_forms_are_in_order_of_their_strokes() {
    let radicals = radicals();
    assert!(radicals.all().is_sorted_by_key(|radical| radical.strokes));
    assert_eq!(radicals.all()[0].form, '一');
    assert_eq!(radicals.all().last().unwrap().form, '龠');
}

#[test]
fn the_forms_of_a_radical_share_their_characters() {
    assert_eq!(number('水'), number('氵'));
    assert_eq!(number('金'), number('钅'));
    assert_eq!(number('言'), number('讠'));
}

#[test]
fn rare_characters_of_names_are_found_by_their_radicals() {
    let radicals = radicals();
    for (form, beside, character) in [
        ('龙', 4, '䶮'),
        ('钅', 7, '𬭊'),
        ('王', 15, '㼆'),
        ('口', 9, '喆'),
        ('氵', 11, '漪'),
    ] {
        let offered = radicals.characters(number(form), Some(beside), usize::MAX);
        assert!(offered.contains(&character), "{character}");
    }
}

#[test]
fn common_characters_come_first_among_those_with_the_same_strokes() {
    let radicals = radicals();
    let offered = radicals.characters(number('氵'), Some(5), 20);
    for character in ['法', '油', '河', '治'] {
        assert!(offered.contains(&character), "{character}");
    }
}

#[test]
fn without_a_count_of_strokes_the_fewest_come_first_and_each_once() {
    let radicals = radicals();
    for number in 1..=RADICALS {
        let all = radicals.characters(number, None, usize::MAX);
        let once: HashSet<char> = all.iter().copied().collect();
        assert_eq!(all.len(), once.len());
        let counts = radicals.residual_strokes(number);
        assert!(counts.is_sorted() && !counts.is_empty());
        let fewest = radicals.characters(number, counts.first().copied(), usize::MAX);
        assert!(all.starts_with(&fewest));
    }
}

#[test]
fn no_more_is_given_than_was_asked_for() {
    let radicals = radicals();
    assert_eq!(radicals.characters(number('氵'), None, 7).len(), 7);
    assert!(radicals.characters(0, None, 7).is_empty());
    assert!(radicals.characters(215, None, 7).is_empty());
    assert!(radicals.characters(number('氵'), Some(200), 7).is_empty());
}

#[test]
fn a_file_that_makes_no_sense_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("radicals.txt");
    for (text, why) in [
        ("", "it has no radicals"),
        ("R\t1\t一1\nC\t1\tone\t丁\n", "line 2 makes no sense"),
        ("R\t215\t一1\n", "line 1 makes no sense"),
        ("R\t1\t一\n", "line 1 makes no sense"),
        ("X\t1\t一1\n", "line 1 makes no sense"),
    ] {
        std::fs::write(&path, text).unwrap();
        match Radicals::load(&path) {
            Err(InputError::Damaged { why: said, .. }) => assert_eq!(said, why),
            other => panic!("{other:?}"),
        }
    }
    let missing = Radicals::load(&folder.path().join("missing.txt"));
    assert!(matches!(missing, Err(InputError::Unreadable { .. })));
}
