//! How far the journal goes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Question, Result, Right, View};

/// The number of the last entry; 0 if there is none.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Last {}

impl Question for Last {
    type Answer = u64;
    const NAME: &'static str = "journal.last";
    const NEEDS: Right = Right::Board;

    fn answer(&self, view: &View<'_>) -> Result<u64> {
        Ok(super::tip(view.db)?.seq.cast_unsigned())
    }
}
