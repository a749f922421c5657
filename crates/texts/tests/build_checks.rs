//! The checks that the build runs over the texts, each shown to fail on what it is there for.

#[path = "../build/check.rs"]
mod check;
#[path = "../build/read.rs"]
#[allow(dead_code, reason = "the build takes the words of plain texts as well")]
mod read;

#[path = "../build/longer.rs"]
mod longer;
#[path = "../build/pseudo.rs"]
#[allow(dead_code, reason = "the build takes the list of languages as well")]
mod pseudo;

use std::path::Path;

use read::Locale;

fn locale(tag: &str, source: &str) -> Locale {
    let texts = read::texts(&format!("{tag}/home.ftl"), source).expect("readable");
    Locale {
        tag: tag.to_owned(),
        files: Vec::new(),
        texts,
    }
}

fn problems(reference: &str, other: &str) -> Vec<String> {
    check::locales(&[locale("zh-CN", reference), locale("en", other)])
        .err()
        .unwrap_or_default()
}

#[test]
fn texts_that_fit_together_pass() {
    assert!(
        problems(
            "home-wait = { $count } 人",
            "home-wait = { $count ->\n [one] one\n *[other] many\n }"
        )
        .is_empty()
    );
}

#[test]
fn a_missing_id_is_named_with_the_file_that_has_it() {
    assert_eq!(
        problems("home-a = 甲\nhome-b = 乙\n", "home-a = A\n"),
        ["en: home-b: is missing, zh-CN/home.ftl has it"]
    );
}

#[test]
fn an_id_that_the_reference_lacks_is_named() {
    assert_eq!(
        problems("home-a = 甲\n", "home-a = A\nhome-b = B\n"),
        ["en/home.ftl: home-b: is not in zh-CN"]
    );
}

#[test]
fn different_variables_are_named() {
    assert_eq!(
        problems(
            "home-wait = { $count } 人\n",
            "home-wait = { $people } people\n"
        ),
        ["en/home.ftl: home-wait: has the variables $people, zh-CN/home.ftl has $count"]
    );
}

#[test]
fn a_language_with_several_forms_needs_all_of_them_where_another_has_one_for_one() {
    let count = |source: &str| problems("home-wait = { $count } 人\n", source);
    assert_eq!(
        count("home-wait = { $count ->\n [one] one\n *[few] many\n }\n"),
        ["en/home.ftl: home-wait: $count lacks the form other"]
    );
    let english = locale("en", "home-wait = { $count } people\n");
    let other = "home-wait = { $count ->\n [one] one\n *[other] many\n }\n";
    let british = locale("en-GB", other);
    let chinese = locale("zh-CN", "home-wait = { $count } 人\n");
    assert_eq!(
        check::locales(&[chinese, english, british]).err(),
        Some(vec![
            "en/home.ftl: home-wait: $count lacks the form one, other".to_owned()
        ])
    );
}

#[test]
fn a_language_whose_plural_forms_are_not_known_is_refused() {
    let source = "home-a = A\n";
    let found = check::locales(&[locale("zh-CN", source), locale("fr", source)]).err();
    assert!(found.unwrap_or_default()[0].contains("fr: its plural forms are not known"));
}

#[test]
fn an_id_that_is_not_kebab_case_is_refused() {
    let both = "homeQuestion = ?\n";
    assert!(
        problems(both, both)[0]
            .contains("zh-CN/home.ftl: homeQuestion: an id is written in kebab-case")
    );
}

#[test]
fn an_id_defined_twice_is_refused() {
    let both = "home-a = 1\nhome-a = 2\n";
    assert!(problems(both, both)[0].contains("zh-CN/home.ftl: home-a: is defined twice"));
}

#[test]
fn a_name_that_rust_keeps_for_itself_is_refused() {
    let both = "home-a = { $type }\n";
    assert!(problems(both, both)[0].contains("type is a word of Rust"));
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_its_line() {
    let problems = read::texts("en/home.ftl", "home-a = A\nhome-b = { $ }\n")
        .err()
        .expect("refused");
    assert!(problems[0].starts_with("en/home.ftl:2"), "{problems:?}");
}

/// The words of the only text of a source.
fn only(source: &str) -> String {
    let texts = read::texts("x/home.ftl", source).expect("readable");
    texts[0].shown.clone()
}

fn letters(text: &str) -> f32 {
    text.chars().filter(|c| c.is_alphabetic()).count() as f32
}

#[test]
fn a_stretched_text_is_forty_per_cent_longer_and_keeps_its_marks() {
    let english = only(&pseudo::stretch("home-a = Social **security**, please\n"));
    assert!(
        english.contains("**") && english.contains(", "),
        "{english}"
    );
    let growth = letters(&english) / letters("Social security please");
    assert!((1.4..1.5).contains(&growth), "{english} grew by {growth}");
    assert_eq!(english.split(' ').count(), 3, "{english}");
    let chinese = only(&pseudo::stretch("home-a = 社区服务中心\n"));
    assert_eq!(chinese.chars().count(), 9, "{chinese}");
    // The shortest texts grow as well, by more than they must.
    assert_eq!(only(&pseudo::stretch("home-a = 返回\n")).chars().count(), 3);
}

#[test]
fn every_text_of_every_language_grows_by_two_fifths() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/texts");
    let mut grown = 0;
    for locale in read::locales(&root).expect("readable") {
        for path in &locale.files {
            let source = std::fs::read_to_string(path).expect("readable");
            let stretched = pseudo::stretch(&source);
            let before = read::texts("before", &source).expect("readable");
            let after = read::texts("after", &stretched).expect("readable");
            for (before, after) in before.iter().zip(&after) {
                assert_eq!(before.id, after.id);
                if before.id == "language-name" {
                    continue;
                }
                let (short, long) = (words(&before.shown), words(&after.shown));
                assert!(
                    letters(&long) >= letters(&short) * 1.4,
                    "{} {}: {short} became {long}",
                    locale.tag,
                    before.id
                );
                grown += 1;
            }
        }
    }
    assert!(grown > 900, "{grown} texts");
}

/// A text without the names of its variables, which are not shown.
fn words(shown: &str) -> String {
    let mut words = String::new();
    let mut rest = shown;
    while let Some((before, after)) = rest.split_once("{$") {
        words.push_str(before);
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    words + rest
}

#[test]
fn a_stretched_text_keeps_its_variables_and_plural_forms() {
    let source =
        "home-wait = { $count ->\n    [one] { $count } person\n   *[other] { $count } people\n }\n";
    let stretched = pseudo::stretch(source);
    let text = &read::texts("x/home.ftl", &stretched).expect("readable")[0];
    assert_eq!(text.variables.len(), 1);
    assert!(text.shown.contains("{$count} p\u{e9}"), "{}", text.shown);
    assert!(text.shown.contains(" | "), "{}", text.shown);
}
