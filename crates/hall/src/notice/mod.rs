//! Notices on the idle screen and the board.

mod list;
mod set;

pub use list::List;
pub(crate) use list::current;
pub use set::{Retire, Set};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Names, NoticeId};

/// One notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Notice {
    /// Its id, chosen when it is set.
    pub id: NoticeId,
    /// What it says.
    pub texts: Names,
    /// Shown from this day on.
    #[serde(default)]
    pub from: Option<Date>,
    /// Shown to this day, included.
    #[serde(default)]
    pub to: Option<Date>,
}
