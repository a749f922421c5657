//! From checked texts to Rust: constants for the languages, one function for each text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::read::{Locale, Text};

/// The source of the generated module. The first `spoken` of the locales are languages of residents,
/// the others are for tests.
pub(crate) fn rust(locales: &[Locale], spoken: usize) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail, so the results of `write!` are dropped here.
    let _ = write_languages(&mut out, locales, spoken);
    let _ = write_texts(&mut out, locales, spoken);
    out
}

fn write_languages(out: &mut String, locales: &[Locale], spoken: usize) -> std::fmt::Result {
    writeln!(
        out,
        "/// The languages, one for each folder, the hall's own first."
    )?;
    writeln!(out, "impl Lang {{")?;
    for (index, locale) in locales.iter().enumerate() {
        let name = locale.tag.replace('-', "_").to_uppercase();
        if index < spoken {
            writeln!(out, "    /// The folder `assets/texts/{}`.", locale.tag)?;
        } else {
            writeln!(out, "    /// Longer texts, for tests: `{}`.", locale.tag)?;
        }
        writeln!(out, "    pub const {name}: Lang = Lang({index});")?;
    }
    writeln!(out, "}}\n")?;
    writeln!(out, "pub(crate) const SPOKEN: u8 = {spoken};\n")?;
    writeln!(out, "pub(crate) const TAGS: [&str; {}] = [", locales.len())?;
    for locale in locales {
        writeln!(out, "    {:?},", locale.tag)?;
    }
    writeln!(out, "];\n")?;
    writeln!(
        out,
        "pub(crate) const SOURCES: [&[&str]; {}] = [",
        locales.len()
    )?;
    for locale in locales {
        writeln!(out, "    &[")?;
        for file in &locale.files {
            writeln!(
                out,
                "        include_str!({:?}),",
                file.display().to_string()
            )?;
        }
        writeln!(out, "    ],")?;
    }
    writeln!(out, "];\n")
}

fn write_texts(out: &mut String, locales: &[Locale], spoken: usize) -> std::fmt::Result {
    let by_id: Vec<BTreeMap<&str, &Text>> = locales
        .iter()
        .map(|locale| {
            locale
                .texts
                .iter()
                .map(|text| (text.id.as_str(), text))
                .collect()
        })
        .collect();
    let Some(reference) = by_id.first() else {
        return Ok(());
    };
    let mut plain = String::new();
    let mut varying = String::new();
    writeln!(
        out,
        "/// One function for each text; its documentation shows the words."
    )?;
    writeln!(out, "pub mod t {{")?;
    writeln!(out, "    use super::{{Lang, Value}};\n")?;
    for (id, text) in reference {
        let all: Vec<&Text> = by_id
            .iter()
            .filter_map(|texts| texts.get(id).copied())
            .collect();
        for (locale, text) in locales.iter().zip(&all).take(spoken) {
            let shown = text.shown.replace('\n', " ").replace('`', "'");
            writeln!(out, "    /// {}: `{shown}`  ", locale.tag)?;
        }
        let name = rust_name(id);
        let finished: Option<Vec<&str>> = all.iter().map(|text| text.plain.as_deref()).collect();
        if let Some(words) = finished {
            write_plain(out, &name, &words)?;
            writeln!(plain, "    ({id:?}, t::{name}),")?;
        } else {
            write_varying(out, id, text)?;
            let names: Vec<&str> = text.variables.iter().map(String::as_str).collect();
            writeln!(varying, "    ({id:?}, &{names:?}),")?;
        }
    }
    writeln!(out, "}}\n")?;
    writeln!(out, "/// Texts without variables, sorted by id.")?;
    writeln!(
        out,
        "pub(crate) const PLAIN: &[(&str, Plain)] = &[\n{plain}];\n"
    )?;
    writeln!(out, "/// Texts with variables, sorted by id.")?;
    writeln!(out, "#[cfg(test)]")?;
    writeln!(
        out,
        "pub(crate) const VARYING: &[(&str, &[&str])] = &[\n{varying}];"
    )
}

fn write_plain(out: &mut String, name: &str, words: &[&str]) -> std::fmt::Result {
    writeln!(out, "    #[must_use]")?;
    writeln!(out, "    pub fn {name}(lang: Lang) -> &'static str {{")?;
    let count = words.len();
    writeln!(out, "        const WORDS: [&str; {count}] = {words:?};")?;
    writeln!(out, "        WORDS[lang.index()]\n    }}\n")
}

fn write_varying(out: &mut String, id: &str, text: &Text) -> std::fmt::Result {
    let parameters: String = text
        .variables
        .iter()
        .map(|name| format!(", {}: impl Into<Value<'a>>", rust_name(name)))
        .collect();
    let arguments: String = text
        .variables
        .iter()
        .map(|name| format!("({name:?}, {}.into()), ", rust_name(name)))
        .collect();
    writeln!(out, "    #[must_use]")?;
    writeln!(
        out,
        "    pub fn {}<'a>(lang: Lang{parameters}) -> String {{",
        rust_name(id)
    )?;
    writeln!(
        out,
        "        crate::say::formatted(lang, {id:?}, vec![{}])\n    }}\n",
        arguments.trim_end_matches(", ")
    )
}

fn rust_name(id: &str) -> String {
    id.replace('-', "_")
}
