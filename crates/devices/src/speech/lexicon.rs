//! What a voice pack has to say a text with.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};

use super::text::normalised;
use crate::speaker::VoicePack;

/// The lists of a voice pack, each read when it is first needed.
pub(super) struct Lexicon {
    pack: VoicePack,
    phrases: HashMap<String, HashMap<String, String>>,
}

impl Lexicon {
    pub(super) fn new(pack: VoicePack) -> Self {
        Self {
            pack,
            phrases: HashMap::new(),
        }
    }

    /// The recording of a whole text in a language.
    pub(super) fn phrase(&mut self, locale: &str, text: &str) -> Option<PathBuf> {
        let text = normalised(text);
        sources(locale).find_map(|source| {
            let piece = self.phrases_of(source).get(&text)?.clone();
            self.pack.find(&piece)
        })
    }

    fn phrases_of(&mut self, locale: &str) -> &HashMap<String, String> {
        if !self.phrases.contains_key(locale) {
            let phrases = read_phrases(&self.pack.lists(&format!("{locale}/phrases.tsv")));
            self.phrases.insert(locale.to_owned(), phrases);
        }
        &self.phrases[locale]
    }
}

/// The folders of a pack that a language is said from: traditional texts are said in Mandarin
/// too.
pub(super) fn sources(locale: &str) -> impl Iterator<Item = &str> {
    let mandarin = (locale.starts_with("zh") && locale != "zh-CN").then_some("zh-CN");
    // A language names a folder here.
    let is_name = locale
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    is_name.then_some(locale).into_iter().chain(mandarin)
}

/// Recordings by their normalised text; of two lines of one text the first holds.
fn read_phrases(lists: &[String]) -> HashMap<String, String> {
    let mut phrases = HashMap::new();
    for line in lists.iter().flat_map(|list| list.lines()) {
        let Some((piece, text)) = line.split_once('\t') else {
            continue;
        };
        let piece = piece.trim();
        if is_inside(piece) {
            phrases
                .entry(normalised(text))
                .or_insert_with(|| piece.to_owned());
        } else {
            tracing::warn!(piece, "passed over a recording outside of the voice pack");
        }
    }
    phrases.remove("");
    phrases
}

/// Whether a path leads nowhere but into the pack.
fn is_inside(piece: &str) -> bool {
    !piece.is_empty()
        && Path::new(piece)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_recordings_of_a_text_the_halls_own_holds() {
        let lists = [
            "zh-CN/own/1\t请坐\n".to_owned(),
            "zh-CN/phrase/a\t请坐。\nzh-CN/phrase/b\t**取号**\n".to_owned(),
        ];
        let phrases = read_phrases(&lists);
        assert_eq!(phrases["请坐"], "zh-CN/own/1");
        assert_eq!(phrases["取号"], "zh-CN/phrase/b");
    }

    #[test]
    fn a_list_never_leads_out_of_the_pack() {
        let lists = ["../secret\tone\n/etc/x\ttwo\nno tab\nen/a\tthree\nen/b\t…\n".to_owned()];
        let phrases = read_phrases(&lists);
        assert_eq!(phrases.len(), 1);
        assert_eq!(phrases["three"], "en/a");
    }

    #[test]
    fn a_language_is_never_taken_for_a_path() {
        assert_eq!(sources("../x").count(), 0);
        assert_eq!(sources("zh-Hant").collect::<Vec<_>>(), ["zh-Hant", "zh-CN"]);
        assert_eq!(sources("en").collect::<Vec<_>>(), ["en"]);
    }
}
