//! What must hold before a text may be shown: the same ids and variables in every language.

use std::collections::{BTreeMap, BTreeSet};

use super::read::{Locale, REFERENCE, Text};

/// The forms that a noun has beside a number, by language (CLDR, cardinals). A language with one form
/// selects nothing.
const PLURALS: [(&str, &[&str]); 2] = [("en", &["one", "other"]), ("zh", &["other"])];

/// Names that a generated function cannot have.
const RUST_KEYWORDS: &[&str] = &[
    "as", "async", "await", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut",
    "pub", "ref", "return", "self", "static", "struct", "super", "trait", "try", "type", "union",
    "unsafe", "use", "where", "while", "yield",
];

/// Every problem of all locales, each naming its file and id.
pub(crate) fn locales(locales: &[Locale]) -> Result<(), Vec<String>> {
    let mut problems = Vec::new();
    for locale in locales {
        names(&locale.texts, &mut problems);
    }
    match locales.split_first() {
        Some((reference, others)) if reference.tag == REFERENCE => {
            for other in others {
                compare(reference, other, &mut problems);
            }
        }
        _ => problems.push(format!("assets/texts/{REFERENCE} is missing")),
    }
    plurals(locales, &mut problems);
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}

fn names(texts: &[Text], problems: &mut Vec<String>) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for text in texts {
        let Text { file, id, .. } = text;
        if !is_kebab_case(id) {
            problems.push(format!(
                "{file}: {id}: an id is written in kebab-case, like home-question"
            ));
        }
        for name in std::iter::once(id).chain(&text.variables) {
            if RUST_KEYWORDS.contains(&name.as_str()) {
                problems.push(format!(
                    "{file}: {id}: {name} is a word of Rust, take another"
                ));
            }
        }
        for variable in &text.variables {
            if !is_kebab_case(variable) {
                problems.push(format!("{file}: {id}: ${variable} is not in kebab-case"));
            }
            if variable == "lang" {
                problems.push(format!("{file}: {id}: $lang is taken, choose another name"));
            }
        }
        if let Some(first) = seen.insert(id, file) {
            problems.push(format!("{file}: {id}: is defined twice, first in {first}"));
        }
    }
}

fn compare(reference: &Locale, other: &Locale, problems: &mut Vec<String>) {
    let by_id = |locale: &Locale| -> BTreeMap<String, (String, BTreeSet<String>)> {
        let entry = |text: &Text| (text.id.clone(), (text.file.clone(), text.variables.clone()));
        locale.texts.iter().map(entry).collect()
    };
    let (wanted, found) = (by_id(reference), by_id(other));
    for (id, (file, variables)) in &wanted {
        match found.get(id) {
            None => problems.push(format!("{}: {id}: is missing, {file} has it", other.tag)),
            Some((there, others)) if others != variables => problems.push(format!(
                "{there}: {id}: has the variables {}, {file} has {}",
                list(others),
                list(variables)
            )),
            Some(_) => {}
        }
    }
    for (id, (file, _)) in &found {
        if !wanted.contains_key(id) {
            problems.push(format!("{file}: {id}: is not in {}", reference.tag));
        }
    }
}

/// Where one language has a form of its own for one, every language that has several needs all of them.
fn plurals(locales: &[Locale], problems: &mut Vec<String>) {
    let all = locales.iter().flat_map(|locale| &locale.texts);
    let counted: BTreeSet<(&str, &str)> = all
        .flat_map(|text| text.forms.iter().map(move |forms| (text, forms)))
        .filter(|(_, (_, forms))| forms.contains("one"))
        .map(|(text, (variable, _))| (text.id.as_str(), variable.as_str()))
        .collect();
    for locale in locales {
        let Some(wanted) = forms_of(&locale.tag) else {
            problems.push(format!(
                "{}: its plural forms are not known, add them to build/check.rs",
                locale.tag
            ));
            continue;
        };
        for text in &locale.texts {
            for variable in &text.variables {
                if !counted.contains(&(text.id.as_str(), variable.as_str())) {
                    continue;
                }
                let forms = text.forms.get(variable);
                let has = |form: &&str| forms.is_some_and(|forms| forms.contains(*form));
                let missing: Vec<&str> = wanted.iter().filter(|form| !has(form)).copied().collect();
                if wanted.len() > 1 && !missing.is_empty() {
                    problems.push(format!(
                        "{}: {}: ${variable} lacks the form {}",
                        text.file,
                        text.id,
                        missing.join(", ")
                    ));
                }
            }
        }
    }
}

fn forms_of(tag: &str) -> Option<&'static [&'static str]> {
    let language = tag.split('-').next()?;
    let found = PLURALS.iter().find(|(known, _)| *known == language)?;
    Some(found.1)
}

fn is_kebab_case(name: &str) -> bool {
    name.split('-').all(|part| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    }) && name.starts_with(|c: char| c.is_ascii_lowercase())
}

fn list(names: &BTreeSet<String>) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("${name}")).collect();
    if names.is_empty() {
        "(none)".to_owned()
    } else {
        names.join(", ")
    }
}
