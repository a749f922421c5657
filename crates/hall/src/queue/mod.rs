//! The queue as a whole: who is next, how many are ahead, and what boards and desks show.

mod board;
mod desk;
mod figures;
mod next;
mod places;

pub use board::{Board, BoardRow, Called, Shown};
pub use desk::{Desk, DeskView, Row};
pub use figures::{Figures, Tally};
pub(crate) use next::{count_run, next_for};
pub(crate) use places::{ahead_of, ahead_of_newcomer, rank_after};

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension};

use crate::{Result, ServiceId};

/// What is counted of one service on one day.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct DayCount {
    pub(crate) taken: u32,
    pub(crate) waiting: u32,
    pub(crate) favoured_run: u32,
}

pub(crate) fn day_count(db: &Connection, day: Date, service: ServiceId) -> Result<DayCount> {
    let count = db
        .prepare_cached(
            "SELECT taken, waiting, favoured_run FROM service_days WHERE day = ?1 AND service = ?2",
        )?
        .query_row((day.to_string(), service), |row| {
            Ok(DayCount {
                taken: row.get(0)?,
                waiting: row.get(1)?,
                favoured_run: row.get(2)?,
            })
        })
        .optional()?;
    Ok(count.unwrap_or_default())
}
