//! A slip as a picture: where everything stands on the paper.
//!
//! From top to bottom: the hall, what the slip is for, the number, facts beside the code (below
//! one another on narrow paper), what to bring, a last line. One hairline under the hall's
//! name and one over the notes; the rest is held together by space.

use std::path::{Path, PathBuf};

use super::qr::Code;
use super::typeset::{Block, Ink, Style, Typesetter};
use super::{Bitmap, MAX_HEIGHT_DOTS, Paper, Slip};

/// Letters that have been drawn are kept for this many slips.
const SLIPS_BETWEEN_FORGETTING: u32 = 500;

/// Why a slip could not be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// A font is missing or damaged.
    #[error("cannot read the font {}", path.display())]
    NoFont {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The slip breaks a limit of [`Slip`], would be longer than [`MAX_HEIGHT_DOTS`], or its
    /// code does not fit the paper.
    #[error("the slip is too long")]
    TooLong,
}

/// Sizes of one paper, in dots.
struct Sheet {
    width: u32,
    /// White on either side.
    margin: u32,
    hall: f32,
    headline: f32,
    second: f32,
    /// The largest letters the number may have.
    number: f32,
    label: f32,
    value: f32,
    note: f32,
    small: f32,
    /// Whether the code stands beside the facts.
    is_wide: bool,
}

const NARROW: Sheet = Sheet {
    width: 384,
    margin: 10,
    hall: 26.0,
    headline: 40.0,
    second: 26.0,
    number: 148.0,
    label: 24.0,
    value: 27.0,
    note: 24.0,
    small: 22.0,
    is_wide: false,
};

const WIDE: Sheet = Sheet {
    width: 576,
    margin: 20,
    hall: 28.0,
    headline: 46.0,
    second: 28.0,
    number: 192.0,
    label: 24.0,
    value: 30.0,
    note: 26.0,
    small: 24.0,
    is_wide: true,
};

impl Sheet {
    fn room(&self) -> u32 {
        self.width - 2 * self.margin
    }
}

/// Draws slips. It keeps the fonts mapped, so make it once and use it for every slip.
pub struct SlipRenderer {
    type_: Typesetter,
    slips: u32,
}

impl SlipRenderer {
    /// Opens the fonts `NotoSansSC-Regular.ttf` and `NotoSansSC-Bold.ttf` of a folder. They are
    /// mapped, not read.
    ///
    /// # Errors
    /// [`RenderError::NoFont`] when one of them is not there.
    pub fn open(fonts: &Path) -> Result<Self, RenderError> {
        Ok(Self {
            type_: Typesetter::open(fonts)?,
            slips: 0,
        })
    }

    /// Draws a slip.
    ///
    /// # Errors
    /// [`RenderError::TooLong`] when the slip does not fit the limits.
    pub fn render(&mut self, slip: &Slip, paper: Paper) -> Result<Bitmap, RenderError> {
        if !slip.is_within_limits() {
            return Err(RenderError::TooLong);
        }
        self.slips += 1;
        if self.slips.is_multiple_of(SLIPS_BETWEEN_FORGETTING) {
            self.type_.forget_glyphs();
        }
        let sheet = match paper {
            Paper::Mm58 => &NARROW,
            Paper::Mm80 => &WIDE,
        };
        let mut drawing = Drawing {
            type_: &mut self.type_,
            picture: Bitmap::new(sheet.width, MAX_HEIGHT_DOTS),
            y: 0,
            sheet,
        };
        drawing.head(slip);
        drawing.number(slip);
        if sheet.is_wide {
            drawing.facts_beside_code(slip)?;
        } else {
            drawing.facts(slip);
            drawing.code(slip)?;
        }
        drawing.notes(slip);
        drawing.footer(slip);
        let height = drawing.y;
        if height > MAX_HEIGHT_DOTS {
            return Err(RenderError::TooLong);
        }
        Ok(drawing.picture.with_height(height))
    }
}

/// A slip being drawn, from top to bottom.
struct Drawing<'a> {
    type_: &'a mut Typesetter,
    picture: Bitmap,
    /// Where the next thing goes, in dots from the top.
    y: u32,
    sheet: &'a Sheet,
}

impl Drawing<'_> {
    fn space(&mut self, dots: u32) {
        self.y += dots;
    }

    fn put(&mut self, block: &Block, x: u32) {
        self.type_.draw(block, &mut self.picture, x, self.y);
        self.y += block.height;
    }

    /// A text over the whole width, or nothing at all.
    fn line(&mut self, text: &str, style: Style) {
        if !text.is_empty() {
            let block = self.type_.block(text, style, self.sheet.room());
            self.put(&block, self.sheet.margin);
        }
    }

    fn hairline(&mut self) {
        let (margin, room) = (self.sheet.margin, self.sheet.room());
        self.picture.blacken_rect(margin, self.y, room, 2);
        self.y += 2;
    }

    fn head(&mut self, slip: &Slip) {
        if !slip.hall.is_empty() {
            self.line(
                &slip.hall,
                Style::new(self.sheet.hall, Ink::Regular).centred(),
            );
            self.space(6);
            self.hairline();
            self.space(10);
        }
        for (index, text) in slip.headlines.iter().enumerate() {
            let style = if index == 0 {
                Style::new(self.sheet.headline, Ink::Bold)
            } else {
                Style::new(self.sheet.second, Ink::Regular)
            };
            self.line(text, style.centred());
        }
    }

    /// The number, as large as the paper allows. Its line is cut to the height of the digits:
    /// the empty paper of a line that size would be a centimetre.
    fn number(&mut self, slip: &Slip) {
        if slip.number.is_empty() {
            return;
        }
        let room = self.sheet.room();
        let style = |size| Style::new(size, Ink::Bold).centred();
        // Measured on one endless line: a number is never broken in two if it can be avoided.
        let natural = self.type_.block(
            &slip.number,
            Style::new(100.0, Ink::Bold),
            u32::from(u16::MAX),
        );
        let fitting = 100.0 * (room - 16) as f32 / (natural.width + 2) as f32;
        let size = fitting.min(self.sheet.number).max(self.sheet.headline);
        let block = self.type_.block(&slip.number, style(size), room);
        self.space(NUMBER_GAP);
        self.y = self.y.saturating_sub((size * ABOVE_DIGITS) as u32);
        self.put(&block, self.sheet.margin);
        self.y -= (size * BELOW_DIGITS) as u32;
        self.space(NUMBER_GAP);
        if !slip.under_number.is_empty() {
            self.line(
                &slip.under_number,
                Style::new(self.sheet.second, Ink::Regular).centred(),
            );
        }
        self.space(10);
    }

    /// Facts as label and value on one line, or the value under its label when both do not fit.
    fn facts(&mut self, slip: &Slip) {
        let (margin, room) = (self.sheet.margin, self.sheet.room());
        for row in &slip.rows {
            let label_style = Style::new(self.sheet.label, Ink::Regular);
            let value_style = Style::new(self.sheet.value, Ink::Bold).to_the_right();
            let label = self.type_.block(&row.label, label_style, room);
            let value = self.type_.block(&row.value, value_style, room);
            if label.width + value.width + 16 <= room {
                let lower = value.height.max(label.height);
                let top = self.y;
                self.type_.draw(
                    &label,
                    &mut self.picture,
                    margin,
                    top + (lower - label.height) / 2,
                );
                self.put(&value, margin);
                self.y = top + lower;
            } else {
                let style = Style::new(self.sheet.value, Ink::Bold);
                let value = self.type_.block(&row.value, style, room);
                self.put(&label, margin);
                self.put(&value, margin);
            }
            self.space(2);
        }
    }

    /// The code in the middle, its caption under it.
    fn code(&mut self, slip: &Slip) -> Result<(), RenderError> {
        let Some(qr) = &slip.qr else { return Ok(()) };
        let code = Code::new(&qr.url, self.sheet.room().min(NARROW_CODE_DOTS))
            .or_else(|_| Code::new(&qr.url, self.sheet.width))?;
        let x = (self.sheet.width - code.side_dots()) / 2;
        code.draw(&mut self.picture, x, self.y);
        // The caption may stand at the code's edge of white, which is counted in already.
        self.y += code.side_dots() - code.quiet_dots() / 2;
        self.line(
            &qr.caption,
            Style::new(self.sheet.small, Ink::Regular).centred(),
        );
        self.space(6);
        Ok(())
    }

    /// On wide paper the code stands at the right, the facts at its left, label over value.
    fn facts_beside_code(&mut self, slip: &Slip) -> Result<(), RenderError> {
        let Some(qr) = &slip.qr else {
            self.facts(slip);
            return Ok(());
        };
        let code = match Code::new(&qr.url, WIDE_CODE_DOTS) {
            Ok(code) => code,
            // A very long address takes the width of the paper for itself.
            Err(_) => {
                self.facts(slip);
                return self.code(slip);
            }
        };
        let (margin, room) = (self.sheet.margin, self.sheet.room());
        let top = self.y;
        // The white around the code may reach into the margin of the paper.
        let code_x = margin + room + code.quiet_dots().min(margin) - code.side_dots();
        code.draw(&mut self.picture, code_x, top);
        let mut right_end = top + code.side_dots();
        if !qr.caption.is_empty() {
            let style = Style::new(self.sheet.small, Ink::Regular).centred();
            let caption = self.type_.block(&qr.caption, style, code.side_dots());
            let caption_y = right_end - code.quiet_dots() / 2;
            self.type_
                .draw(&caption, &mut self.picture, code_x, caption_y);
            right_end = caption_y + caption.height;
        }
        let left_room = code_x - margin;
        let blocks: Vec<(Block, Block)> = slip
            .rows
            .iter()
            .map(|row| {
                let label = Style::new(self.sheet.label, Ink::Regular);
                let value = Style::new(self.sheet.value, Ink::Bold);
                (
                    self.type_.block(&row.label, label, left_room),
                    self.type_.block(&row.value, value, left_room),
                )
            })
            .collect();
        let text: u32 = blocks
            .iter()
            .map(|(label, value)| label.height + value.height)
            .sum();
        let gaps = blocks.len().saturating_sub(1) as u32;
        let first = top + code.quiet_dots();
        // Facts are spread over the height of the code, but never torn apart.
        let spare = (right_end - first).saturating_sub(text);
        let gap = spare.checked_div(gaps).unwrap_or(0).clamp(6, 24);
        self.y = first.saturating_sub(4);
        for (label, value) in &blocks {
            self.put(label, margin);
            self.put(value, margin);
            self.space(gap);
        }
        self.y = self.y.max(right_end) + 4;
        Ok(())
    }

    fn notes(&mut self, slip: &Slip) {
        if slip.notes.is_empty() && slip.notes_title.is_empty() {
            return;
        }
        self.space(6);
        self.hairline();
        self.space(8);
        self.line(&slip.notes_title, Style::new(self.sheet.note, Ink::Bold));
        let (margin, room) = (self.sheet.margin, self.sheet.room());
        let style = Style::new(self.sheet.note, Ink::Regular);
        let indent = (self.sheet.note * 0.8) as u32;
        for note in &slip.notes {
            let dot = self.sheet.note as u32 / 4;
            let middle = self.y + (self.sheet.note * 0.7) as u32;
            self.picture
                .blacken_rect(margin + 2, middle - dot / 2, dot, dot);
            let block = self.type_.block(note, style, room - indent);
            self.put(&block, margin + indent);
        }
    }

    fn footer(&mut self, slip: &Slip) {
        if !slip.footer.is_empty() {
            self.space(10);
            self.line(
                &slip.footer,
                Style::new(self.sheet.small, Ink::Regular).centred(),
            );
        }
        self.space(8);
    }
}

/// Empty part of a line above its digits, in letter heights (Noto Sans SC).
const ABOVE_DIGITS: f32 = 0.33;
/// Empty part of a line below its digits, in letter heights.
const BELOW_DIGITS: f32 = 0.19;
/// Dots of white above and below the number.
const NUMBER_GAP: u32 = 16;
/// Where there is a choice, the code on narrow paper takes no more than this (28 mm).
const NARROW_CODE_DOTS: u32 = 224;
/// The code beside the facts takes no more than this (30 mm).
const WIDE_CODE_DOTS: u32 = 240;
