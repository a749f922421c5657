//! Is the journal as it was written?

use linli_api::AnyHall;
use linli_hall::{Actor, Error, StoreProblem, journal};

use super::print;
use crate::trouble::Trouble;

pub(super) fn verify(hall: &AnyHall) -> Result<(), Trouble> {
    let verified = hall.ask(&Actor::owner(), journal::Verify::default())?;
    print(&verified)?;
    match verified.first_altered {
        None => Ok(()),
        Some(seq) => {
            eprintln!(
                "Entry {seq} of the journal was altered, or what stood before it was taken out."
            );
            Err(Error::Store(StoreProblem::Damaged).into())
        }
    }
}
