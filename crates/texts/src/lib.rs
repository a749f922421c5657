//! Every word that Linli shows, prints or speaks, in every language of the hall.
//!
//! The words are in `assets/texts/<locale>/*.ftl` ([Fluent](https://projectfluent.org)), one file a
//! screen or topic. The build reads all of them and writes one function for each text:
//!
//! ```
//! use linli_texts::{Lang, t};
//!
//! // common.ftl: language-name = 简体中文
//! assert_eq!(t::language_name(Lang::ZH_CN), "简体中文");
//! // common.ftl: wait-about = 约 { $high } 分钟
//! assert_eq!(t::wait_about(Lang::EN, 9), "about 9 min");
//! ```
//!
//! * A text without variables is a `fn(Lang) -> &'static str`: no lookup, nothing allocated, so a
//!   screen may call it on every frame.
//! * A text with variables is a `fn(Lang, …) -> String`, its parameters in the alphabetical order of
//!   the variables' names. Forgetting one, or asking for a text that does not exist, does not compile.
//! * The build fails, naming file and id, when a locale lacks an id that zh-CN has or has one more,
//!   when the variables of an id differ between locales, when an id is not kebab-case or is defined
//!   twice. Two files of a locale share one space of ids, so an id starts with the name of its screen.
//! * **Adding a language** is adding a folder. Dates, weekdays, lists and the language's own name are
//!   texts too (`common.ftl`).
//! * Numbers are given as numbers (`3`), so that plural forms work; everything else as `&str` or
//!   `String`.
//! * An id known only at run time is looked up with [`find`].

mod hours;
mod lang;
mod list;
#[cfg(feature = "pseudo")]
#[path = "../build/longer.rs"]
mod longer;
mod refusal;
mod say;
mod ticket;
mod wait;
mod when;

pub use hours::period;
pub use lang::{Lang, UnknownLang};
pub use list::list;
pub use refusal::{error, refusal};
pub use say::find;
pub use ticket::{priority_name, state_name, verb_name};
pub use wait::{elapsed, wait_range};
pub use when::{date, date_and_time, date_and_weekday, time, weekday};

/// A text of a hall's own, as much longer as the texts of the languages for tests.
#[cfg(feature = "pseudo")]
#[must_use]
pub fn longer(text: &str) -> String {
    longer::Owed::default().stretch(text)
}

/// What a variable of a text can be: a number or words.
pub type Value<'a> = fluent_bundle::FluentValue<'a>;

/// A text without variables.
type Plain = fn(Lang) -> &'static str;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));
