//! What a voice pack has to say a text with.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};

use super::readings::Table;
use super::text::normalised;
use crate::speaker::VoicePack;

/// The lists of a voice pack, each read when it is first needed.
pub(super) struct Lexicon {
    pack: VoicePack,
    phrases: HashMap<String, HashMap<String, String>>,
    tables: HashMap<String, Vec<Table>>,
}

/// The readings that numbers need, so that a pack without a list can say them.
const NUMERALS: &str = "\
一\tyi1\n七\tqi1\n三\tsan1\n两\tliang3\n九\tjiu3\n二\ter4\n五\twu3\n八\tba1\n六\tliu4\n\
分\tfen1\n到\tdao4\n十\tshi2\n千\tqian1\n四\tsi4\n点\tdian3\n百\tbai3\n之\tzhi1\n零\tling2\n";

impl Lexicon {
    pub(super) fn new(pack: VoicePack) -> Self {
        Self {
            pack,
            phrases: HashMap::new(),
            tables: HashMap::new(),
        }
    }

    /// A recording of a language, such as `count/3`.
    pub(super) fn piece(&self, locale: &str, piece: &str) -> Option<PathBuf> {
        sources(locale).find_map(|source| self.pack.find(&format!("{source}/{piece}")))
    }

    /// How a Chinese word is read: "wen2 zi4". Lists must have been [loaded](Self::load).
    pub(super) fn reading(&self, locale: &str, word: &str) -> Option<&str> {
        self.look_up(locale, "readings", word)
    }

    /// A word that a Chinese character is known by.
    pub(super) fn example(&mut self, locale: &str, character: char) -> Option<String> {
        self.load(locale);
        let word = self.look_up(locale, "examples", character.encode_utf8(&mut [0; 4]))?;
        word.contains(character).then(|| word.to_owned())
    }

    fn look_up(&self, locale: &str, list: &str, key: &str) -> Option<&str> {
        sources(locale)
            .filter_map(|source| self.tables.get(&format!("{source}/{list}.tsv")))
            .flatten()
            .find_map(|table| table.get(key))
    }

    /// Reads the lists of a language if that has not been done.
    pub(super) fn load(&mut self, locale: &str) {
        for source in sources(locale) {
            for list in ["readings", "examples"] {
                let list = format!("{source}/{list}.tsv");
                if !self.tables.contains_key(&list) {
                    let mut texts = self.pack.lists(&list);
                    if list == "zh-CN/readings.tsv" {
                        texts.push(NUMERALS.to_owned());
                    }
                    let tables = texts.into_iter().map(Table::new).collect();
                    self.tables.insert(list, tables);
                }
            }
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
