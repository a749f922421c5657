//! What has come out of a printer since the last cut.

use encoding_rs::GB18030;

use super::Command;
use crate::printer::{Bitmap, MAX_HEIGHT_DOTS};

/// What has come out of a printer since the last cut: dots, text, or both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    rows: Vec<Vec<u8>>,
    lines: Vec<String>,
    text: Vec<u8>,
    /// Whether the paper was cut after it.
    pub is_cut: bool,
}

impl Page {
    /// Prints one command on the page and says how many dots the paper moved.
    pub fn print(&mut self, command: &Command) -> u32 {
        let before = self.rows.len();
        match command {
            Command::Feed(dots) => self
                .rows
                .extend(std::iter::repeat_n(Vec::new(), usize::from(*dots))),
            Command::Band { row_bytes, bits } => self
                .rows
                .extend(bits.chunks((*row_bytes).max(1)).map(<[u8]>::to_vec)),
            Command::Text(bytes) => self.text.extend_from_slice(bytes),
            Command::Line => self.end_line(),
            Command::Cut => {
                if !self.text.is_empty() {
                    self.end_line();
                }
                self.is_cut = true;
            }
            Command::Init | Command::Confirm | Command::Setting | Command::Unknown(_) => {}
        }
        // A page of garbage must not grow for ever.
        self.rows.truncate(MAX_HEIGHT_DOTS as usize);
        (self.rows.len() - before.min(self.rows.len())) as u32
    }

    fn end_line(&mut self) {
        let (line, _) = GB18030.decode_without_bom_handling(&self.text);
        self.lines.push(line.into_owned());
        self.text.clear();
    }

    /// The dots, on paper of so many dots across.
    pub fn picture(&self, width_dots: u32) -> Bitmap {
        Bitmap::from_rows(width_dots, &self.rows)
    }

    /// The lines printed in the printer's own font, if any.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Whether there is nothing on it.
    pub fn is_blank(&self) -> bool {
        self.lines.is_empty()
            && self.text.is_empty()
            && self
                .rows
                .iter()
                .all(|row| row.iter().all(|byte| *byte == 0))
    }

    /// Whether any paper has moved.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.lines.is_empty() && self.text.is_empty()
    }
}
