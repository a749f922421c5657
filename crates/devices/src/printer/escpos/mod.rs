//! ESC/POS, the language of receipt printers: what we send, what they answer, and the way back
//! from bytes to a picture.
//!
//! Source: Epson's ESC/POS command reference; only commands that cheap printers know as well.

mod command;
mod decode;
mod encode;
mod page;
mod status;
mod text;

pub use command::{Command, Parser};
pub use decode::decode;
pub use encode::{BAND_BYTES, BAND_ROWS, encode, encode_in_bands, recovery};
pub use page::Page;
pub use status::{Answers, Question, is_answer, is_confirmation};
pub use text::encode_text;

pub(crate) use encode::CONFIRM;
