//! Today's hours, for a notice at the door.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Book, Openness, Period};
use crate::{Question, Result, Right, ServiceId, View};

/// Asks for the hours of today.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Show {
    /// Of a service; none for the hall.
    #[serde(default)]
    pub service: Option<ServiceId>,
}

/// The hours of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Hours {
    /// Today's periods; none if closed all day.
    pub periods: Vec<Period>,
    /// Open or closed now.
    pub openness: Openness,
}

impl Question for Show {
    type Answer = Hours;
    const NAME: &'static str = "hours.show";
    const NEEDS: Right = Right::Public;

    fn answer(&self, view: &View<'_>) -> Result<Hours> {
        let book = Book::read(view)?;
        Ok(Hours {
            periods: book.periods(self.service, view.today()?),
            openness: book.openness(self.service),
        })
    }
}
