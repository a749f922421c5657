//! What is to be called out.

use serde::{Deserialize, Serialize};

/// How often a call is said when nobody says otherwise: who misses the first hears the second.
pub const DEFAULT_TIMES: u8 = 2;
/// No call is said more often than this.
pub const MAX_TIMES: u8 = 5;
/// No number has more digits than this.
pub const MAX_DIGITS: usize = 6;

/// The id of an announcement, chosen by whoever asks for it; reported back with every event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AnnouncementId(pub u64);

/// A number called to a counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// Reported back with every event about it. A second announcement of the same id replaces
    /// the first while that is still waiting.
    pub id: AnnouncementId,
    /// The letter of the series, if it has one.
    pub letter: Option<char>,
    /// The digits as they stand on the slip: "012".
    pub digits: String,
    /// The counter to go to.
    pub counter: u16,
    /// The languages to say it in, in this order: "zh-CN", "en".
    pub locales: Vec<String>,
    /// How often it is said in each language, up to [`MAX_TIMES`].
    #[serde(default = "default_times")]
    pub times: u8,
}

fn default_times() -> u8 {
    DEFAULT_TIMES
}
