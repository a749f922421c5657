//! Bytes of a scanner to lines: ended by CR, LF, CRLF, or by silence.

use std::time::{Duration, Instant};

use encoding_rs::GB18030;

/// A scanner that is set to send no line end is done when it has said nothing for this long.
pub const SILENCE: Duration = Duration::from_millis(50);
/// The largest QR code holds 2,953 bytes; what is longer is no code.
pub const MAX_SCAN_BYTES: usize = 4096;
/// What many scanners send when they cannot read.
const NO_READ: &str = "%%NoRead";

/// One line of a scanner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Frame {
    /// The text of a code.
    Text(String),
    /// The scanner could not read.
    NoRead,
    /// So many bytes that are no text.
    Garbage(usize),
    /// More than [`MAX_SCAN_BYTES`] without an end.
    TooLong,
}

/// Puts bytes together to lines. Time is told to it, so that silence can be tested at speed.
#[derive(Debug, Clone, Default)]
pub struct Framer {
    line: Vec<u8>,
    last_byte_at: Option<Instant>,
    is_too_long: bool,
}

impl Framer {
    /// Takes bytes that came at `now`.
    pub fn push(&mut self, bytes: &[u8], now: Instant) -> Vec<Frame> {
        let mut frames = Vec::new();
        // A line that fell silent is over, even if nobody has looked since.
        frames.extend(self.end_if_silent(now));
        for byte in bytes {
            if matches!(byte, b'\r' | b'\n') {
                frames.extend(self.end());
            } else if self.line.len() < MAX_SCAN_BYTES {
                self.line.push(*byte);
            } else {
                self.is_too_long = true;
            }
        }
        if !bytes.is_empty() {
            self.last_byte_at = Some(now);
        }
        frames
    }

    /// Ends the line when nothing has come for [`SILENCE`].
    pub fn end_if_silent(&mut self, now: Instant) -> Option<Frame> {
        self.silent_in(now)
            .is_some_and(|left| left.is_zero())
            .then(|| self.end())?
    }

    /// How long until the line under way counts as ended; nothing when none is.
    pub fn silent_in(&self, now: Instant) -> Option<Duration> {
        if self.line.is_empty() {
            return None;
        }
        Some((self.last_byte_at? + SILENCE).saturating_duration_since(now))
    }

    /// Forgets the line under way: the device went away in the middle of it.
    pub fn reset(&mut self) {
        *self = Self::default();
    }

    fn end(&mut self) -> Option<Frame> {
        let line = std::mem::take(&mut self.line);
        if std::mem::take(&mut self.is_too_long) {
            return Some(Frame::TooLong);
        }
        match text_of(&line) {
            Some("") => None,
            Some(NO_READ) => Some(Frame::NoRead),
            Some(text) => Some(Frame::Text(text.to_owned())),
            None => Some(match gb18030_text_of(&line) {
                Some(text) => Frame::Text(text),
                None => Frame::Garbage(line.len()),
            }),
        }
    }
}

/// UTF-8 comes first: GB18030 makes some text out of nearly anything.
fn text_of(line: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(line).ok()?.trim();
    is_text(text).then_some(text)
}

fn gb18030_text_of(line: &[u8]) -> Option<String> {
    let text = GB18030.decode_without_bom_handling_and_without_replacement(line)?;
    let text = text.trim();
    (is_text(text) && std::str::from_utf8(line).is_err()).then(|| text.to_owned())
}

/// Codes hold no control characters, but for the tab and the group separator of GS1.
fn is_text(text: &str) -> bool {
    text.chars()
        .all(|c| !c.is_control() || matches!(c, '\t' | '\u{1d}'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: &[u8]) -> Vec<Frame> {
        let mut framer = Framer::default();
        let start = Instant::now();
        let mut frames = framer.push(bytes, start);
        frames.extend(framer.end_if_silent(start + SILENCE));
        frames
    }

    fn text(text: &str) -> Frame {
        Frame::Text(text.into())
    }

    #[test]
    fn every_kind_of_line_end_ends_one_line() {
        for bytes in [&b"A1\rB2\r"[..], b"A1\nB2\n", b"A1\r\nB2\r\n", b"A1\r\nB2"] {
            assert_eq!(read(bytes), [text("A1"), text("B2")]);
        }
    }

    #[test]
    fn silence_ends_a_line_and_a_short_pause_does_not() {
        let mut framer = Framer::default();
        let start = Instant::now();
        assert_eq!(framer.push(b"http://", start), []);
        let soon = start + SILENCE / 2;
        assert_eq!(framer.end_if_silent(soon), None);
        assert_eq!(framer.push(b"hall/t/1", soon), []);
        assert_eq!(framer.silent_in(soon), Some(SILENCE));
        let frame = framer.end_if_silent(soon + SILENCE);
        assert_eq!(frame, Some(text("http://hall/t/1")));
        assert_eq!(framer.silent_in(soon), None);
    }

    #[test]
    fn utf_8_is_tried_before_gb18030() {
        assert_eq!(read("张三\r".as_bytes()), [text("张三")]);
        let (bytes, _, _) = GB18030.encode("张三𬭊");
        assert_eq!(read(&[&bytes, &b"\r"[..]].concat()), [text("张三𬭊")]);
    }

    #[test]
    fn a_failed_scan_is_not_taken_for_a_code() {
        assert_eq!(read(b"%%NoRead\r\n"), [Frame::NoRead]);
    }

    #[test]
    fn garbage_is_reported_and_the_next_code_is_read() {
        assert_eq!(
            read(b"\xff\xff\x00\x07\rA1\r"),
            [Frame::Garbage(4), text("A1")]
        );
    }

    #[test]
    fn a_line_without_end_is_thrown_away_and_the_next_code_is_read() {
        let mut bytes = vec![b'x'; 3 * MAX_SCAN_BYTES];
        bytes.extend(b"\rA1\r");
        assert_eq!(read(&bytes), [Frame::TooLong, text("A1")]);
    }

    proptest! {
        #[test]
        fn a_code_is_read_after_any_garbage_however_it_is_cut_up(
            garbage in proptest::collection::vec(any::<u8>(), 0..200),
            code in "[A-Za-z0-9:/._-]{1,80}",
            cut in 1usize..20,
        ) {
            let mut framer = Framer::default();
            let now = Instant::now();
            let bytes = [&garbage, &b"\r"[..], code.as_bytes(), b"\r\n"].concat();
            let mut frames = Vec::new();
            for piece in bytes.chunks(cut) {
                frames.extend(framer.push(piece, now));
            }
            prop_assert_eq!(frames.last(), Some(&text(&code)));
        }
    }
}
