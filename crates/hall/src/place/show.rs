//! What the hall is called and how it works.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Facts;
use crate::{Question, Result, Right, View};

/// Asks for the hall's facts.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Show {}

impl Question for Show {
    type Answer = Facts;
    const NAME: &'static str = "place.show";
    const NEEDS: Right = Right::Public;

    fn answer(&self, view: &View<'_>) -> Result<Facts> {
        Ok(view.settings()?.facts.clone())
    }
}
