//! From the Fluent files to plain lists of texts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

/// One language: its folder and everything in it.
pub(crate) struct Locale {
    pub(crate) tag: String,
    pub(crate) files: Vec<PathBuf>,
    pub(crate) texts: Vec<Text>,
}

/// One message of one file.
pub(crate) struct Text {
    /// `zh-CN/home.ftl`, for messages to people.
    pub(crate) file: String,
    pub(crate) id: String,
    pub(crate) variables: BTreeSet<String>,
    /// The forms that each variable selects from, by variable.
    pub(crate) forms: BTreeMap<String, BTreeSet<String>>,
    /// The finished words when nothing in the text depends on anything.
    pub(crate) plain: Option<String>,
    /// The text as written, for the documentation of the function.
    pub(crate) shown: String,
}

/// The language that all others are compared with, and that comes first.
pub(crate) const REFERENCE: &str = "zh-CN";

/// Reads every locale, the reference first.
pub(crate) fn locales(root: &Path) -> Result<Vec<Locale>, Vec<String>> {
    let mut problems = Vec::new();
    let mut locales = Vec::new();
    let mut folders = listed(root, |path| path.is_dir()).map_err(|problem| vec![problem])?;
    // The reference first, then what its readers read best, then the others.
    let family = |path: &Path| REFERENCE.split('-').next() == file_name(path).split('-').next();
    folders.sort_by_key(|path| (!path.ends_with(REFERENCE), !family(path), path.clone()));
    for folder in folders {
        let tag = file_name(&folder);
        let mut locale = Locale {
            tag,
            files: Vec::new(),
            texts: Vec::new(),
        };
        let is_fluent = |path: &Path| path.extension().is_some_and(|end| end == "ftl");
        match listed(&folder, is_fluent) {
            Ok(files) => locale.files = files,
            Err(problem) => problems.push(problem),
        }
        for path in &locale.files {
            let name = format!("{}/{}", locale.tag, file_name(path));
            match std::fs::read_to_string(path) {
                Ok(source) => match texts(&name, &source) {
                    Ok(texts) => locale.texts.extend(texts),
                    Err(more) => problems.extend(more),
                },
                Err(err) => problems.push(format!("{name}: {err}")),
            }
        }
        locales.push(locale);
    }
    if problems.is_empty() {
        Ok(locales)
    } else {
        Err(problems)
    }
}

/// The texts of one file.
pub(crate) fn texts(file: &str, source: &str) -> Result<Vec<Text>, Vec<String>> {
    let resource = parser::parse(source).map_err(|(_, errors)| {
        let place = |pos: usize| source[..pos.min(source.len())].matches('\n').count() + 1;
        errors
            .iter()
            .map(|err| format!("{file}:{}: {}", place(err.pos.start), err.kind))
            .collect::<Vec<_>>()
    })?;
    let mut problems = Vec::new();
    let mut found = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => match text(file, message) {
                Ok(text) => found.push(text),
                Err(problem) => problems.push(problem),
            },
            Entry::Term(term) => {
                problems.push(format!(
                    "{file}: -{}: terms are not used here",
                    term.id.name
                ));
            }
            Entry::Junk { content } => {
                problems.push(format!("{file}: cannot be read: {}", content.trim()));
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    if problems.is_empty() {
        Ok(found)
    } else {
        Err(problems)
    }
}

fn text(file: &str, message: &Message<&str>) -> Result<Text, String> {
    let id = message.id.name;
    if !message.attributes.is_empty() {
        return Err(format!(
            "{file}: {id}: attributes are not used here, give it its own id"
        ));
    }
    let pattern = message
        .value
        .as_ref()
        .ok_or_else(|| format!("{file}: {id}: has no words"))?;
    let mut walk = Walk {
        variables: BTreeSet::new(),
        forms: BTreeMap::new(),
        plain: Some(String::new()),
        shown: String::new(),
    };
    walk.pattern(pattern)
        .map_err(|problem| format!("{file}: {id}: {problem}"))?;
    Ok(Text {
        file: file.to_owned(),
        id: id.to_owned(),
        variables: walk.variables,
        forms: walk.forms,
        plain: walk.plain,
        shown: walk.shown,
    })
}

struct Walk {
    variables: BTreeSet<String>,
    forms: BTreeMap<String, BTreeSet<String>>,
    plain: Option<String>,
    shown: String,
}

impl Walk {
    fn pattern(&mut self, pattern: &Pattern<&str>) -> Result<(), String> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words(value),
                PatternElement::Placeable { expression } => self.expression(expression)?,
            }
        }
        Ok(())
    }

    fn words(&mut self, words: &str) {
        self.shown.push_str(words);
        if let Some(plain) = &mut self.plain {
            plain.push_str(words);
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) -> Result<(), String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let InlineExpression::VariableReference { id } = selector else {
                    return Err("only a variable can select".to_owned());
                };
                self.variables.insert(id.name.to_owned());
                self.plain = None;
                let forms = self.forms.entry(id.name.to_owned()).or_default();
                forms.extend(variants.iter().map(|variant| form(&variant.key)));
                for (index, variant) in variants.iter().enumerate() {
                    if index > 0 {
                        self.shown.push_str(" | ");
                    }
                    self.pattern(&variant.value)?;
                }
                Ok(())
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) -> Result<(), String> {
        match inline {
            InlineExpression::StringLiteral { value }
            | InlineExpression::NumberLiteral { value } => {
                self.words(value);
                Ok(())
            }
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
                self.plain = None;
                self.shown.push_str(&format!("{{${}}}", id.name));
                Ok(())
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            // NUMBER() writes a number by the rules of a language, such as 1,000. Numbers of people and
            // minutes stay below that, and a number that is given as one selects its form without it.
            InlineExpression::FunctionReference { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. } => {
                Err("functions and references are not used here, write the words".to_owned())
            }
        }
    }
}

fn form(key: &VariantKey<&str>) -> String {
    match key {
        VariantKey::Identifier { name } => (*name).to_owned(),
        VariantKey::NumberLiteral { value } => (*value).to_owned(),
    }
}

fn listed(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>, String> {
    let broken = |err: std::io::Error| format!("{}: {err}", folder.display());
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(broken)? {
        let path = entry.map_err(broken)?.path();
        if wanted(&path) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
