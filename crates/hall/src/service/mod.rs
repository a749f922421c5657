//! Services (社保, 民政 …): what people come for.

mod list;
mod offer;
mod retire;
mod set;

pub use list::List;
pub use offer::{Offer, Offered};
pub use retire::Retire;
pub use set::Set;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Names, ServiceId};

/// A service and its rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Service {
    /// Its id, chosen when it is set up.
    pub id: ServiceId,
    /// What it is called.
    pub names: Names,
    /// The group it stands in on the screen, if any.
    #[serde(default)]
    pub group: Option<Names>,
    /// The name of its icon (Phosphor), such as `shield-check`.
    #[serde(default)]
    pub icon: String,
    /// The numbers it gives.
    pub series: Series,
    /// Tickets a day at most.
    #[serde(default)]
    pub daily_quota: Option<u32>,
    /// Whether a number can be taken by phone.
    #[serde(default)]
    pub by_phone: bool,
    /// Whether priority is offered.
    #[serde(default)]
    pub offers_priority: bool,
    /// What to bring.
    #[serde(default)]
    pub bring: Names,
    /// How long one person usually takes, in seconds, until the hall has measured it.
    #[serde(default = "six_minutes")]
    pub typical_secs: u32,
    /// Its place on the screen, smallest first.
    #[serde(default)]
    pub place: i32,
}

fn six_minutes() -> u32 {
    360
}

/// The numbers of a service: a letter and a band, or a band of digits alone. Bands of the same
/// prefix never overlap, unless they are the same and shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Series {
    /// One capital letter, or nothing. I and O are read as 1 and 0, E is heard as 一: avoid them.
    #[serde(default)]
    pub prefix: String,
    /// The first number of a day.
    pub first: u32,
    /// The last one; there is none after it.
    pub last: u32,
}

impl Series {
    /// The label of a number, as printed and called: `A012`.
    pub fn label(&self, number: u32) -> String {
        let digits = self.last.to_string().len().max(3);
        format!("{}{number:0digits$}", self.prefix)
    }
}
