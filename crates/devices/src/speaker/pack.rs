//! A voice pack: a folder of recorded pieces, and a hall's own recordings over it.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// Kinds of recording that are looked for, in this order.
const KINDS: [&str; 2] = ["ogg", "wav"];
/// No gap between pieces is longer than this.
const MAX_GAP_MS: u32 = 5000;

/// How a voice says numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberStyle {
    /// One recording a number, `number/012`: the only way that Mandarin's tones come out right.
    #[default]
    Whole,
    /// One recording a digit, `number/0`.
    Digits,
}

/// How the pieces of one language are put together: its `voice.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct VoiceSettings {
    /// How numbers are said.
    pub number: NumberStyle,
    /// Silence after the lead, the letter, and each digit said by itself, in milliseconds.
    pub gap_after_letter_ms: u32,
    /// Silence before "please go to counter", in milliseconds.
    pub gap_at_comma_ms: u32,
}

impl Default for VoiceSettings {
    fn default() -> Self {
        Self {
            number: NumberStyle::default(),
            gap_after_letter_ms: 80,
            gap_at_comma_ms: 250,
        }
    }
}

/// A folder of recorded pieces. A hall's own folder of the same layout comes first, piece by
/// piece.
///
/// ```text
/// chime.ogg
/// zh-CN/voice.toml   zh-CN/letter/A.ogg   zh-CN/number/012.ogg   zh-CN/counter/3.ogg
/// en/voice.toml      en/lead.ogg          en/number/7.ogg        …
/// ```
///
/// For guidance ([`crate::speech`]) there are besides, each of them optional:
///
/// ```text
/// zh-CN/phrases.tsv            lines "zh-CN/phrase/wait<TAB>请稍候": recordings of whole texts
/// zh-CN/count/30.ogg           numbers from 0 to 100
/// zh-CN/syllable/wen2.ogg      syllables with their tone; ü is v, the neutral tone 5
/// zh-CN/readings.tsv           lines "文字<TAB>wen2 zi4", sorted by bytes
/// zh-CN/examples.tsv           lines "中<TAB>中国": the word that a character is known by
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoicePack {
    /// Where pieces are looked for, the hall's own first.
    folders: Vec<PathBuf>,
}

impl VoicePack {
    /// The pack of a folder, with a hall's own recordings over it. Nothing is read yet: what is
    /// missing is reported with the announcement that misses it.
    pub fn open(folder: impl Into<PathBuf>, own: Option<PathBuf>) -> Self {
        let mut folders: Vec<PathBuf> = own.into_iter().collect();
        folders.push(folder.into());
        Self { folders }
    }

    /// The recording of a piece, such as `zh-CN/counter/3`.
    pub fn find(&self, piece: &str) -> Option<PathBuf> {
        self.folders
            .iter()
            .flat_map(|folder| KINDS.map(|kind| folder.join(format!("{piece}.{kind}"))))
            .find(|path| path.is_file())
    }

    /// The texts of a list, such as `zh-CN/phrases.tsv`, the hall's own first. One that is not
    /// there is passed over, one that cannot be read as well, with a word in the log.
    pub(crate) fn lists(&self, list: &str) -> Vec<String> {
        let read = |folder: &PathBuf| {
            let path = folder.join(list);
            match std::fs::read_to_string(&path) {
                Ok(text) => Some(text),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
                Err(error) => {
                    tracing::warn!(path = %path.display(), %error, "passed over a list");
                    None
                }
            }
        };
        self.folders.iter().filter_map(read).collect()
    }

    /// How the pieces of a language are put together; the usual way when nobody says.
    pub fn settings(&self, locale: &str) -> VoiceSettings {
        self.folders
            .iter()
            .map(|folder| folder.join(locale).join("voice.toml"))
            .find_map(|path| read_settings(&path))
            .unwrap_or_default()
    }
}

fn read_settings(path: &Path) -> Option<VoiceSettings> {
    let text = std::fs::read_to_string(path).ok()?;
    match toml::from_str::<VoiceSettings>(&text) {
        Ok(mut settings) => {
            settings.gap_after_letter_ms = settings.gap_after_letter_ms.min(MAX_GAP_MS);
            settings.gap_at_comma_ms = settings.gap_at_comma_ms.min(MAX_GAP_MS);
            Some(settings)
        }
        Err(error) => {
            tracing::warn!(path = %path.display(), %error, "passed over a voice's settings");
            None
        }
    }
}
