//! Today in figures.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CounterId, Question, Result, Right, View};

/// Asks for today's figures, of the hall or of one counter.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Figures {
    /// Of this counter only.
    #[serde(default)]
    pub counter: Option<CounterId>,
}

/// Figures of one day. A mean of nothing is `None`, never 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tally {
    /// People served.
    pub served: u32,
    /// How long one was served on average, in seconds.
    pub mean_served_secs: Option<i64>,
    /// How long one waited for the first call on average, in seconds.
    pub mean_waited_secs: Option<i64>,
    /// People who rated.
    pub rated: u32,
    /// How many in a hundred of those gave 4 or 5.
    pub satisfied_percent: Option<u32>,
}

impl Question for Figures {
    type Answer = Tally;
    const NAME: &'static str = "queue.figures";
    const NEEDS: Right = Right::Oversee;

    fn answer(&self, view: &View<'_>) -> Result<Tally> {
        tally(view, self.counter)
    }
}

pub(crate) fn tally(view: &View<'_>, counter: Option<CounterId>) -> Result<Tally> {
    let tally = view
        .db
        .prepare_cached(
            "SELECT count(*), avg(ended_at - coalesce(started_at, called_at)), avg(waited_secs), count(rating),
             sum(rating >= 4) FROM tickets WHERE state = 'served' AND day = ?1 AND (?2 IS NULL OR counter = ?2)",
        )?
        .query_row((view.today()?.to_string(), counter), |row| {
            let (rated, satisfied): (u32, Option<u32>) = (row.get(3)?, row.get(4)?);
            Ok(Tally {
                served: row.get(0)?,
                mean_served_secs: row.get::<_, Option<f64>>(1)?.map(|millis| (millis / 1000.0).round() as i64),
                mean_waited_secs: row.get::<_, Option<f64>>(2)?.map(|secs| secs.round() as i64),
                rated,
                satisfied_percent: satisfied.and_then(|satisfied| (satisfied * 100).checked_div(rated)),
            })
        })?;
    Ok(tally)
}
