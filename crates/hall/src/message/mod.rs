//! Messages that residents leave for the hall, and their answers.
//!
//! Words and numbers are personal: they are sealed in the file ([`personal`](crate::personal)) and
//! wiped after their time, while the row that says when a message was left and answered stays.

mod answer;
mod follow;
mod leave;
mod list;
mod show_phone;
mod wipe;

pub use answer::Answer;
pub use follow::{Exchange, Follow};
pub use leave::{Leave, Left};
pub use list::{Answered, List, Message};
pub(crate) use list::{unanswered, warn_of_a_lost_key};
pub use show_phone::{ShowPhone, ShownPhone};
pub(crate) use wipe::wipe;

use crate::names::check_text;
use crate::personal::Field;
use crate::{Error, Result, limits};

const WORDS: Field = Field("message.words");
const PHONE: Field = Field("message.phone");
const ANSWER: Field = Field("message.answer");

/// The words of a message or an answer, without the space around them.
fn checked<'a>(what: &str, words: &'a str) -> Result<&'a str> {
    let words = words.trim();
    if words.is_empty() {
        return Err(Error::bad_input(format!("{what} is empty")));
    }
    check_text(what, words, limits::MESSAGE_CHARS)?;
    Ok(words)
}
