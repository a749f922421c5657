//! A script: many actions in one file.

use std::path::Path;

use linli_api::AnyHall;
use linli_hall::{Actor, RequestId};
use serde::Deserialize;
use serde_json::{Value, json};

use super::print;
use crate::trouble::Trouble;

#[derive(Deserialize)]
struct Step {
    act: String,
    #[serde(default)]
    with: Value,
}

/// Does step after step, and stops at the first that is refused; those before it stay done.
pub(super) fn run(hall: &AnyHall, script: &Path) -> Result<(), Trouble> {
    let shown = script.display();
    let text = std::fs::read_to_string(script)
        .map_err(|error| Trouble::Other(format!("{shown}: {error}")))?;
    let steps: Vec<Step> = serde_json::from_str(&text).map_err(|error| {
        Trouble::usage(format!(
            "{shown} is no list of {{\"act\", \"with\"}}: {error}"
        ))
    })?;
    for (done, step) in steps.into_iter().enumerate() {
        let outcome = hall.perform_named(&Actor::owner(), RequestId::fresh(), &step.act, step.with);
        let outcome = outcome.inspect_err(|_| {
            eprintln!("{shown}: step {} ({}) was not done.", done + 1, step.act)
        })?;
        print(&json!({ "act": step.act, "outcome": outcome }))?;
    }
    Ok(())
}
