//! The languages that there are: one for each folder of `assets/texts`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{SPOKEN, TAGS, t};

/// A language that the hall can speak. `Lang::default()` is the hall's own, zh-CN.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "&'static str")]
pub struct Lang(pub(crate) u8);

/// There is no folder of texts for this language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLang(pub String);

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there are no texts in {:?}", self.0)
    }
}

impl std::error::Error for UnknownLang {}

impl Lang {
    /// All languages, the hall's own first.
    pub fn all() -> impl ExactSizeIterator<Item = Lang> + DoubleEndedIterator {
        (0..SPOKEN).map(Lang)
    }

    /// Languages for tests alone: the texts of others, 40 % longer. Not among [`Lang::all`].
    #[cfg(feature = "pseudo")]
    pub fn pseudo() -> impl ExactSizeIterator<Item = Lang> + DoubleEndedIterator {
        (SPOKEN..TAGS.len() as u8).map(Lang)
    }

    /// Whether it is written in Chinese characters.
    #[must_use]
    pub fn is_chinese(self) -> bool {
        self.tag().split('-').next() == Some("zh")
    }

    /// The BCP 47 tag, which is the folder's name and the value of HTML's `lang`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        TAGS[self.index()]
    }

    /// The language's name in its own script: 简体中文, 繁體中文, English.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        t::language_name(self)
    }

    /// The language after this one, round and round, for a button that changes it.
    #[must_use]
    pub fn next(self) -> Lang {
        Lang((self.0 + 1) % SPOKEN)
    }

    /// The best language for a browser's `Accept-Language` header; the hall's own when none fits.
    #[must_use]
    pub fn from_accept_language(header: &str) -> Lang {
        let mut wishes: Vec<(f32, &str)> = header
            .split(',')
            .take(MAX_WISHES)
            .filter_map(|wish| {
                let (tag, rest) = wish.trim().split_once(';').unwrap_or((wish.trim(), ""));
                let quality = match rest.trim().strip_prefix("q=") {
                    Some(quality) => quality.trim().parse().ok()?,
                    None => 1.0,
                };
                Some((quality, tag))
            })
            .collect();
        // A stable sort, so that equal wishes keep the order in which they were written.
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes
            .iter()
            .find_map(|(_, tag)| Lang::closest(tag))
            .unwrap_or_default()
    }

    /// The language for a tag such as `zh-TW`, `en-GB` or `zh-Hans-CN`.
    #[must_use]
    pub fn closest(tag: &str) -> Option<Lang> {
        let tag = tag.trim().to_ascii_lowercase();
        if let Some(exact) = Lang::all().find(|lang| lang.tag().eq_ignore_ascii_case(&tag)) {
            return Some(exact);
        }
        let mut parts = tag.split(['-', '_']);
        let language = parts.next()?;
        let traditional = ["hant", "tw", "hk", "mo"];
        if language == "zh" && parts.any(|part| traditional.contains(&part)) {
            return Some(Lang::ZH_HANT);
        }
        Lang::all().find(|lang| lang.tag().split('-').next() == Some(language))
    }

    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A header with more wishes than this is not from a browser.
const MAX_WISHES: usize = 16;

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(tag: &str) -> Result<Lang, UnknownLang> {
        Lang::all()
            .find(|lang| lang.tag() == tag)
            .ok_or_else(|| UnknownLang(tag.to_owned()))
    }
}

impl TryFrom<String> for Lang {
    type Error = UnknownLang;

    fn try_from(tag: String) -> Result<Lang, UnknownLang> {
        tag.parse()
    }
}

impl From<Lang> for &'static str {
    fn from(lang: Lang) -> &'static str {
        lang.tag()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_language_it_wishes_most() {
        let best = Lang::from_accept_language;
        assert_eq!(best("zh-CN,zh;q=0.9,en;q=0.8"), Lang::ZH_CN);
        assert_eq!(best("fr;q=0.9, en-GB;q=0.8"), Lang::EN);
        assert_eq!(best("zh-TW,zh;q=0.9"), Lang::ZH_HANT);
        assert_eq!(best("zh-Hant-HK"), Lang::ZH_HANT);
        assert_eq!(best("en;q=0.1,zh;q=0.9"), Lang::ZH_CN);
    }

    #[test]
    fn nonsense_in_the_header_gives_the_halls_own_language() {
        for header in ["", ",,,;", "q=;;", "xx-YY", "*"] {
            assert_eq!(Lang::from_accept_language(header), Lang::ZH_CN);
        }
    }

    #[test]
    fn a_tag_goes_out_and_comes_back() {
        for lang in Lang::all() {
            assert_eq!(lang.tag().parse(), Ok(lang));
        }
        assert!("tlh".parse::<Lang>().is_err());
    }

    #[test]
    fn a_language_for_tests_is_never_offered() {
        let folders = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/texts"));
        assert_eq!(Lang::all().count(), folders.expect("readable").count());
        assert!("en-XA".parse::<Lang>().is_err());
        assert_eq!(Lang::closest("en-XA"), Some(Lang::EN));
        assert_eq!(Lang::closest("zh-XA"), Some(Lang::ZH_CN));
    }

    #[test]
    fn the_language_button_goes_round() {
        let mut lang = Lang::default();
        for _ in Lang::all() {
            lang = lang.next();
        }
        assert_eq!(lang, Lang::default());
    }
}
