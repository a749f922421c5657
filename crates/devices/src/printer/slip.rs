//! What stands on a slip of paper.

use serde::{Deserialize, Serialize};

/// Lines, rows and notes of one slip beyond this many are refused.
pub const MAX_SLIP_LINES: usize = 24;
/// Characters of any one text on a slip beyond this many are refused.
pub const MAX_SLIP_TEXT_CHARS: usize = 200;

/// What stands on a slip. Every text is ready to print, in whatever languages the hall chose;
/// an empty text or list leaves no gap.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Slip {
    /// The name of the hall.
    pub hall: String,
    /// What the slip is for: the service in Chinese, then in the resident's language. The first
    /// line is set larger.
    pub headlines: Vec<String>,
    /// The number, as large as the paper allows.
    pub number: String,
    /// A quiet line right under the number, such as how many are ahead.
    pub under_number: String,
    /// Facts, one a row.
    pub rows: Vec<SlipRow>,
    /// A heading over the notes, such as "please bring".
    pub notes_title: String,
    /// Notes, one a line, such as what to bring.
    pub notes: Vec<String>,
    /// A code to scan.
    pub qr: Option<SlipQr>,
    /// The last line.
    pub footer: String,
}

/// One fact on a slip.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SlipRow {
    /// What it is, set quietly.
    pub label: String,
    /// The fact, set boldly.
    pub value: String,
}

impl SlipRow {
    /// A row from its two texts.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
        }
    }
}

/// A code to scan.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SlipQr {
    /// What the code says; usually an address.
    pub url: String,
    /// What scanning it is good for.
    pub caption: String,
}

impl Slip {
    /// Every text of the slip, in the order of reading, with the number.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let rows = self
            .rows
            .iter()
            .flat_map(|row| [row.label.as_str(), row.value.as_str()]);
        std::iter::once(self.hall.as_str())
            .chain(self.headlines.iter().map(String::as_str))
            .chain([self.number.as_str(), self.under_number.as_str()])
            .chain(rows)
            .chain([self.notes_title.as_str()])
            .chain(self.notes.iter().map(String::as_str))
            .chain(self.qr.iter().map(|qr| qr.caption.as_str()))
            .chain([self.footer.as_str()])
    }

    /// Whether the slip keeps to [`MAX_SLIP_LINES`] and [`MAX_SLIP_TEXT_CHARS`].
    pub fn is_within_limits(&self) -> bool {
        self.headlines.len() + self.rows.len() + self.notes.len() <= MAX_SLIP_LINES
            && self
                .texts()
                .all(|text| text.chars().count() <= MAX_SLIP_TEXT_CHARS)
    }
}
