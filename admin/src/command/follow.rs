//! The journal as it grows.

use std::time::Duration;

use linli_api::AnyHall;
use linli_hall::{Actor, journal};

use super::print;
use crate::trouble::Trouble;

const PATIENCE: Duration = Duration::from_secs(3600);

pub(super) fn follow(hall: &AnyHall, after: Option<u64>) -> Result<(), Trouble> {
    let after = match after {
        Some(after) => after,
        None => hall.ask(&Actor::owner(), journal::Last {})?,
    };
    let mut follower = hall.follow(after)?;
    loop {
        for entry in follower.next(PATIENCE)? {
            print(&entry)?;
        }
    }
}
