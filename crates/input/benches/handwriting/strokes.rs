//! Strokes of hanzi-writer-data: one JSON file a character.

use std::path::{Path, PathBuf};

use linli_input::handwriting::{Point, Stroke};

/// The y axis of the data points up from here.
const TOP: f32 = 900.0;

/// A folder of strokes.
pub(crate) struct Strokes {
    folder: PathBuf,
}

impl Strokes {
    /// `None` when there are none.
    pub(crate) fn open(folder: &Path) -> Option<Self> {
        let folder = folder.to_owned();
        let data = Self { folder };
        (!data.every().is_empty()).then_some(data)
    }

    /// Every character there are strokes of, in a fixed order.
    pub(crate) fn every(&self) -> Vec<char> {
        let Ok(entries) = std::fs::read_dir(&self.folder) else {
            return Vec::new();
        };
        let mut every: Vec<char> = entries
            .filter_map(|entry| {
                let name = entry.ok()?.file_name();
                let mut letters = name.to_str()?.strip_suffix(".json")?.chars();
                let one = letters.next()?;
                letters.next().is_none().then_some(one)
            })
            .collect();
        every.sort_unstable();
        every
    }

    /// The 3,755 common characters of GB 2312, level 1, as far as there are strokes of them.
    pub(crate) fn common(&self) -> Vec<char> {
        let codes: Vec<u8> = (0xB0..=0xD7_u8)
            .flat_map(|row| (0xA1..=0xFE_u8).flat_map(move |cell| [row, cell]))
            .collect();
        let (text, _) = encoding_rs::GBK.decode_without_bom_handling(&codes);
        text.chars()
            .filter(|&one| self.file(one).is_file())
            .collect()
    }

    fn file(&self, one: char) -> PathBuf {
        self.folder.join(format!("{one}.json"))
    }

    /// The strokes of one character, y growing downwards; none when the file is damaged.
    pub(crate) fn of(&self, one: char) -> Vec<Stroke> {
        let text = std::fs::read(self.file(one)).unwrap_or_default();
        let json: serde_json::Value = serde_json::from_slice(&text).unwrap_or_default();
        let list = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
        let number = |value: &serde_json::Value| value.as_f64().unwrap_or_default() as f32;
        let point = |p: &serde_json::Value| Point::new(number(&p[0]), TOP - number(&p[1]));
        list(&json["medians"])
            .iter()
            .map(|stroke| list(stroke).iter().map(point).collect())
            .collect()
    }
}
