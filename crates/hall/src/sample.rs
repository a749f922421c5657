//! A sample hall with life in it: 梧桐里社区会客厅. All people and places are made up.
//!
//! It is a script of actions like any other, so it also shows how a hall is set up.

use std::sync::Arc;

use jiff::civil::date;
use jiff::tz::TimeZone;
use serde::Deserialize;
use serde_json::Value;

use crate::hours::{self, Period, Week};
use crate::{
    Actor, CounterId, Hall, ManualClock, RequestId, Result, Role, ServiceId, counter, staff,
};

/// 社保, series A.
pub const SOCIAL_SECURITY: ServiceId = ServiceId(1);
/// 民政, series B.
pub const CIVIL_AFFAIRS: ServiceId = ServiceId(2);
/// 就业创业, series F: opens at 13:30.
pub const JOBS: ServiceId = ServiceId(5);
/// 户籍证明, series D: 60 a day.
pub const CERTIFICATES: ServiceId = ServiceId(4);

/// The clerk of the sample hall, and the password that only a demonstration may have.
pub const CLERK: (&str, &str) = ("李老师", "wutongli-demo");

const SCRIPT: &str = include_str!("../../../assets/sample/wutongli.json");

#[derive(Deserialize)]
struct Step {
    act: String,
    with: Value,
}

/// A clock that stands at Saturday, 26 September 2026, 09:41 in Shanghai.
///
/// # Panics
/// If the time zone database lacks Shanghai.
pub fn clock() -> Arc<ManualClock> {
    let zone = TimeZone::get("Asia/Shanghai").expect("Shanghai is in every time zone database");
    let at = date(2026, 9, 26)
        .at(9, 41, 0, 0)
        .to_zoned(zone)
        .expect("this time exists");
    Arc::new(ManualClock::at(at.timestamp()))
}

/// Sets the sample hall up: services, hours, counters, notices.
///
/// # Errors
/// As the door.
pub fn furnish(hall: &Hall) -> Result<()> {
    run(hall, &Actor::owner(), SCRIPT)
}

/// Runs a script: a JSON list of `{"act": NAME, "with": {…}}`. Running it again does each step again.
///
/// # Errors
/// At the first step that is refused; the steps before it stay done.
pub fn run(hall: &Hall, actor: &Actor, script: &str) -> Result<()> {
    let steps: Vec<Step> = serde_json::from_str(script)?;
    for step in steps {
        hall.perform_named(actor, RequestId::fresh(), &step.act, step.with)?;
    }
    Ok(())
}

/// Adds the sample hall's clerk.
///
/// # Errors
/// As the door; a clerk who is there already is no error.
pub fn employ(hall: &Hall) -> Result<()> {
    let add = staff::Add::new(CLERK.0, Role::Manager, CLERK.1);
    match hall.perform(&Actor::owner(), RequestId::fresh(), add) {
        Err(crate::Error::Refused(crate::Refusal::NameTaken)) => Ok(()),
        other => other.map(drop),
    }
}

/// Opens the hall all day, every day, but for 就业创业, and mans the first counter: a
/// demonstration can be given at any hour.
///
/// # Errors
/// As the door.
pub fn open_all_day(hall: &Hall) -> Result<()> {
    let all_day = [Period {
        from: jiff::civil::Time::MIN,
        to: jiff::civil::Time::MAX,
    }];
    let week = Week(std::array::from_fn(|_| all_day.to_vec()));
    hall.perform(
        &Actor::owner(),
        RequestId::fresh(),
        hours::Set {
            service: None,
            week: Some(week),
        },
    )?;
    for id in 1..=2 {
        let open = counter::Open {
            counter: CounterId(id),
        };
        hall.perform(
            &Actor::new(Role::Manager, CLERK.0),
            RequestId::fresh(),
            open,
        )?;
    }
    Ok(())
}
