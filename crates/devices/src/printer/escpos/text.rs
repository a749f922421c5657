//! A slip in the printer's own fonts: for lines so slow that a picture would take a minute.
//!
//! Chinese goes out as GB18030, which has every character a name may hold; the code to scan is
//! the one part that is still sent as a picture.

use encoding_rs::GB18030;

use super::encode::{CUT, INIT, raster};
use crate::printer::{Paper, RenderError, Slip, qr};

/// `FS &`: two-byte characters from here on.
const CHINESE_ON: [u8; 2] = [0x1C, b'&'];

#[derive(Clone, Copy, PartialEq)]
enum Size {
    Plain,
    Double,
    Huge,
}

impl Size {
    /// `GS !` for letters, `FS !` for Chinese characters, which know no more than double.
    fn bytes(self) -> [u8; 6] {
        let (letters, chinese) = match self {
            Size::Plain => (0x00, 0x00),
            Size::Double => (0x11, 0x0C),
            Size::Huge => (0x33, 0x0C),
        };
        [0x1D, b'!', letters, 0x1C, b'!', chinese]
    }
}

/// The bytes that print a slip in the printer's own fonts, in pieces after each of which the
/// printer may be asked how it is, and cut the paper.
///
/// # Errors
/// [`RenderError::TooLong`] when a text breaks the limits of [`Slip`] or the code to scan does
/// not fit the paper.
pub fn encode_text(slip: &Slip, paper: Paper) -> Result<Vec<Vec<u8>>, RenderError> {
    if !slip.is_within_limits() {
        return Err(RenderError::TooLong);
    }
    let mut pieces = vec![[INIT.as_slice(), &CHINESE_ON].concat()];
    let mut put = |text: &str, size: Size, middle: bool| {
        if !text.is_empty() {
            pieces.push(line(text, size, middle));
        }
    };
    put(&slip.hall, Size::Plain, true);
    for (index, text) in slip.headlines.iter().enumerate() {
        let size = if index == 0 {
            Size::Double
        } else {
            Size::Plain
        };
        put(text, size, true);
    }
    put(&slip.number, Size::Huge, true);
    put(&slip.under_number, Size::Plain, true);
    for row in &slip.rows {
        put(
            &in_columns(&row.label, &row.value, paper),
            Size::Plain,
            false,
        );
    }
    put(&slip.notes_title, Size::Plain, false);
    for note in &slip.notes {
        put(&format!("· {note}"), Size::Plain, false);
    }
    if let Some(code) = &slip.qr {
        pieces.extend(raster(&qr::alone(&code.url, paper)?));
        pieces.push(line(&code.caption, Size::Plain, true));
    }
    if !slip.footer.is_empty() {
        pieces.push(line(&slip.footer, Size::Plain, true));
    }
    pieces.push(CUT.to_vec());
    Ok(pieces)
}

fn line(text: &str, size: Size, middle: bool) -> Vec<u8> {
    // `ESC a`: 1 is the middle, 0 the left.
    let mut bytes = vec![0x1B, b'a', u8::from(middle)];
    bytes.extend(size.bytes());
    // A text must not be able to command the printer.
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    bytes.extend(&*GB18030.encode(&text).0);
    bytes.push(b'\n');
    bytes
}

/// Label left and value right when both fit on one line, else one after the other, wrapped by
/// the printer.
fn in_columns(label: &str, value: &str, paper: Paper) -> String {
    // A letter is 12 dots wide, a Chinese character 24, and takes 2 or 4 bytes to a letter's 1.
    let columns = |text: &str| {
        text.chars()
            .map(|c| if c.is_ascii() { 1 } else { 2 })
            .sum::<usize>()
    };
    let line_columns = (paper.width_dots() / 12) as usize;
    let used = columns(label) + columns(value);
    let gap = line_columns.saturating_sub(used).max(1);
    format!(
        "{label}{}{value}",
        " ".repeat(if used < line_columns { gap } else { 1 })
    )
}

#[cfg(test)]
mod tests {
    use super::super::decode;
    use super::*;
    use crate::printer::{SlipQr, SlipRow};

    #[test]
    fn a_slow_line_gets_the_same_words_in_a_few_hundred_bytes() {
        let slip = Slip {
            hall: "梧桐里社区会客厅".into(),
            headlines: vec!["社保".into(), "Social security".into()],
            number: "A012".into(),
            rows: vec![
                SlipRow::new("前面还有", "3 人"),
                SlipRow::new("姓名", "𬭊*"),
            ],
            ..Slip::default()
        };
        let bytes = encode_text(&slip, Paper::Mm80).unwrap().concat();
        assert!(bytes.len() < 400, "{} bytes", bytes.len());
        let pages = decode(&bytes);
        assert_eq!(pages[0].lines()[0], "梧桐里社区会客厅");
        assert_eq!(pages[0].lines()[3], "A012");
        assert!(pages[0].lines()[4].starts_with("前面还有 "));
        assert!(
            pages[0].lines()[5].ends_with("𬭊*"),
            "rare characters of names survive"
        );
    }

    #[test]
    fn a_text_cannot_command_the_printer() {
        let slip = Slip {
            number: "A\u{1b}@\u{10}\u{14}1".into(),
            ..Slip::default()
        };
        let bytes = encode_text(&slip, Paper::Mm58).unwrap().concat();
        assert_eq!(decode(&bytes)[0].lines(), ["A@1"]);
    }

    #[test]
    fn the_code_is_sent_as_dots_even_in_text_mode() {
        let slip = Slip {
            qr: Some(SlipQr {
                url: "http://192.168.1.20:7300/t/abc".into(),
                caption: "扫码看进度".into(),
            }),
            ..Slip::default()
        };
        let pages = decode(&encode_text(&slip, Paper::Mm58).unwrap().concat());
        assert!(pages[0].picture(384).height() > 100);
    }
}
