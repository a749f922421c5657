//! Asking a printer how it is, in real time: `DLE EOT 1..4`.

use crate::printer::PrinterStatus;

/// One of the four questions a printer answers at once, even when it is off line or busy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Whether it is on line.
    Printer = 1,
    /// Why it is off line.
    Offline = 2,
    /// What is broken.
    Fault = 3,
    /// How much paper there is.
    Paper = 4,
}

impl Question {
    /// All of them, the most telling first.
    pub const ALL: [Question; 4] = [
        Question::Offline,
        Question::Paper,
        Question::Fault,
        Question::Printer,
    ];

    /// The bytes to send.
    pub fn bytes(self) -> [u8; 3] {
        [0x10, 0x04, self as u8]
    }

    /// The question a printer hears in `n` of `DLE EOT n`.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|question| *question as u8 == number)
    }
}

/// Whether a byte can be an answer to `DLE EOT`: its bits are `0xx1xx10`. Line noise mostly
/// is not.
pub fn is_answer(byte: u8) -> bool {
    byte & 0b1001_0011 == 0b0001_0010
}

/// Whether a byte can be an answer to `GS r`: its bits are `0xx0xxxx`.
pub fn is_confirmation(byte: u8) -> bool {
    byte & 0b1001_0000 == 0
}

/// What a printer has answered so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers {
    printer: Option<u8>,
    offline: Option<u8>,
    fault: Option<u8>,
    paper: Option<u8>,
}

impl Answers {
    /// Notes an answer.
    pub fn note(&mut self, question: Question, answer: u8) {
        let place = match question {
            Question::Printer => &mut self.printer,
            Question::Offline => &mut self.offline,
            Question::Fault => &mut self.fault,
            Question::Paper => &mut self.paper,
        };
        *place = Some(answer);
    }

    /// What the answers say together, the most pressing thing first. Without any answer the
    /// printer is [`PrinterStatus::Silent`].
    pub fn status(&self) -> PrinterStatus {
        let any = |answer: Option<u8>, bits: u8| answer.is_some_and(|answer| answer & bits != 0);
        if *self == Self::default() {
            PrinterStatus::Silent
        } else if any(self.offline, 0x04) {
            PrinterStatus::CoverOpen
        } else if any(self.offline, 0x20) || any(self.paper, 0x60) {
            PrinterStatus::PaperOut
        } else if any(self.fault, 0x6C) || any(self.offline, 0x40) {
            PrinterStatus::Error
        } else if any(self.printer, 0x08) {
            PrinterStatus::Offline
        } else if any(self.paper, 0x0C) {
            PrinterStatus::PaperNearEnd
        } else {
            PrinterStatus::Ready
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(list: &[(Question, u8)]) -> PrinterStatus {
        let mut answers = Answers::default();
        for (question, answer) in list {
            assert!(is_answer(*answer), "{answer:#04x}");
            answers.note(*question, *answer);
        }
        answers.status()
    }

    #[test]
    fn each_answer_of_the_manual_is_understood() {
        use Question::{Fault, Offline, Paper, Printer};
        assert_eq!(answered(&[]), PrinterStatus::Silent);
        assert_eq!(answered(&[(Paper, 0x12)]), PrinterStatus::Ready);
        assert_eq!(answered(&[(Paper, 0x1E)]), PrinterStatus::PaperNearEnd);
        assert_eq!(answered(&[(Paper, 0x7E)]), PrinterStatus::PaperOut);
        assert_eq!(answered(&[(Offline, 0x32)]), PrinterStatus::PaperOut);
        assert_eq!(answered(&[(Offline, 0x16)]), PrinterStatus::CoverOpen);
        assert_eq!(answered(&[(Offline, 0x52)]), PrinterStatus::Error);
        assert_eq!(answered(&[(Fault, 0x1A)]), PrinterStatus::Error);
        assert_eq!(answered(&[(Printer, 0x1A)]), PrinterStatus::Offline);
    }

    #[test]
    fn an_open_cover_is_named_before_the_paper_it_hides() {
        let status = answered(&[(Question::Paper, 0x72), (Question::Offline, 0x16)]);
        assert_eq!(status, PrinterStatus::CoverOpen);
    }

    #[test]
    fn a_byte_is_never_both_an_answer_and_a_confirmation() {
        for byte in 0..=255 {
            assert!(!(is_answer(byte) && is_confirmation(byte)));
        }
    }
}
