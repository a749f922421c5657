//! A text in several languages.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Error, Result, limits};

/// A text by locale, such as `{"zh-CN": "社保", "en": "Social security"}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Names(pub BTreeMap<String, String>);

impl Names {
    /// A text in one language.
    pub fn zh(text: &str) -> Self {
        Self(BTreeMap::from([("zh-CN".to_owned(), text.to_owned())]))
    }

    /// The same with English beside it.
    #[must_use]
    pub fn en(mut self, text: &str) -> Self {
        self.0.insert("en".to_owned(), text.to_owned());
        self
    }

    /// The text in `locale`; failing that in the same language, in zh-CN, or whatever there is.
    pub fn get(&self, locale: &str) -> &str {
        let language = locale.split('-').next().unwrap_or(locale);
        self.0
            .get(locale)
            .or_else(|| {
                self.0
                    .iter()
                    .find(|(key, _)| key.split('-').next() == Some(language))
                    .map(|(_, text)| text)
            })
            .or_else(|| self.0.get("zh-CN"))
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }

    /// Refuses an empty text (unless `optional`), one that is too long, and control characters.
    pub(crate) fn check(&self, what: &str, chars: usize, optional: bool) -> Result<()> {
        if self.is_empty() && !optional {
            return Err(Error::bad_input(format!("{what} is empty")));
        }
        if self.0.len() > limits::LANGUAGES {
            return Err(Error::bad_input(format!(
                "{what} comes in more than {} languages",
                limits::LANGUAGES
            )));
        }
        self.0.iter().try_for_each(|(locale, text)| {
            check_text(what, locale, limits::NAME_CHARS)?;
            check_text(what, text, chars)
        })
    }
}

/// Refuses a text that is too long or holds control characters other than a line break.
pub(crate) fn check_text(what: &str, text: &str, chars: usize) -> Result<()> {
    if text.chars().count() > chars {
        return Err(Error::bad_input(format!(
            "{what} is longer than {chars} characters"
        )));
    }
    if text.chars().any(|c| c.is_control() && c != '\n') {
        return Err(Error::bad_input(format!("{what} holds control characters")));
    }
    Ok(())
}
