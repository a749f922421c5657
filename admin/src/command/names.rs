//! What there is.

use linli_hall::registry::{ACTIONS, QUESTIONS};
use serde_json::json;

use super::print;
use crate::trouble::Trouble;

pub(super) fn names() -> Result<(), Trouble> {
    for action in ACTIONS {
        print(&json!({ "act": action.name, "needs": action.needs }))?;
    }
    for question in QUESTIONS {
        print(&json!({ "ask": question.name, "needs": question.needs }))?;
    }
    Ok(())
}
