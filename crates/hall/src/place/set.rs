//! Giving the hall its name and its ways.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Facts, NoShowRule, named_zone};
use crate::journal::Event;
use crate::{Action, Change, Error, Result, Right, limits};

/// Replaces the hall's facts.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Set {
    /// The new ones.
    pub facts: Facts,
}

impl Action for Set {
    type Outcome = ();
    const NAME: &'static str = "place.set";
    const NEEDS: Right = Right::SetUp;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let facts = &self.facts;
        facts
            .names
            .check("the hall's name", limits::NAME_CHARS, false)?;
        facts
            .greeting
            .check("the greeting", limits::TEXT_CHARS, true)?;
        facts
            .help
            .check("the help text", limits::TEXT_CHARS, true)?;
        named_zone(&facts.time_zone)?;
        let numbers_fit = (1..=20).contains(&facts.priority_in_a_row)
            && (1..=10).contains(&facts.no_show_limit)
            && facts.closing_grace_mins <= 12 * 60
            && facts
                .volume
                .iter()
                .all(|step| step.from_hour < 24 && step.percent <= 100)
            && !matches!(facts.no_show, NoShowRule::Back { places } if !(1..=50).contains(&places));
        if !numbers_fit {
            return Err(Error::bad_input(
                "a number of the hall's settings is out of its range",
            ));
        }
        change.db.execute(
            "UPDATE place SET facts = ?1",
            [serde_json::to_string(facts)?],
        )?;
        change.record(&Event::PlaceSet)
    }
}
