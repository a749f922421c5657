//! The services as they are set up.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Service;
use crate::{Question, Result, Right, View};

/// Asks for all services.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct List {}

impl Question for List {
    type Answer = Vec<Service>;
    const NAME: &'static str = "service.list";
    const NEEDS: Right = Right::Public;

    fn answer(&self, view: &View<'_>) -> Result<Vec<Service>> {
        Ok(view.settings()?.services().to_vec())
    }
}
