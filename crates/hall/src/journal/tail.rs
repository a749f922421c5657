//! Reading the journal from a place on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Entry;
use crate::{Question, Result, Right, View, limits};

/// The entries after `after`, oldest first.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Tail {
    /// The last entry already known; 0 for none.
    pub after: u64,
    /// How many at most.
    #[serde(default = "page")]
    pub limit: u32,
}

fn page() -> u32 {
    limits::JOURNAL_PAGE
}

impl Question for Tail {
    type Answer = Vec<Entry>;
    const NAME: &'static str = "journal.tail";
    const NEEDS: Right = Right::Board;

    fn answer(&self, view: &View<'_>) -> Result<Vec<Entry>> {
        super::after(view.db, self.after, self.limit.min(limits::JOURNAL_PAGE))
    }
}
