//! The checks that the build runs over the texts, each shown to fail on what it is there for.

#[path = "../build/check.rs"]
mod check;
#[path = "../build/read.rs"]
#[allow(
    dead_code,
    reason = "the build reads folders as well, these tests only sources"
)]
mod read;

#[path = "../build/pseudo.rs"]
#[allow(dead_code, reason = "the build takes the list of languages as well")]
mod pseudo;

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

#[test]
fn a_stretched_text_is_forty_per_cent_longer_and_keeps_its_marks() {
    let english = only(&pseudo::stretch("home-a = Social **security**, please\n"));
    assert!(
        english.contains("**") && english.contains(", "),
        "{english}"
    );
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() as f32;
    let growth = letters(&english) / letters("Social security please");
    assert!((1.3..1.5).contains(&growth), "{english} grew by {growth}");
    assert_eq!(english.split(' ').count(), 3, "{english}");
    let chinese = only(&pseudo::stretch("home-a = 社区服务中心\n"));
    assert_eq!(chinese.chars().count(), 8, "{chinese}");
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
