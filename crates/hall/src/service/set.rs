//! Setting a service up, or changing it.

use rusqlite::OptionalExtension;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Series, Service};
use crate::journal::Event;
use crate::names::check_text;
use crate::{Action, Change, Error, Refusal, Result, Right, limits};

/// Adds the service, or replaces the one with its id. Numbers given today stay as they are.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Set {
    /// The service as it is to be.
    pub service: Service,
}

impl Action for Set {
    type Outcome = ();
    const NAME: &'static str = "service.set";
    const NEEDS: Right = Right::SetUp;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let service = &self.service;
        check(service)?;
        refuse_overlap(change, service)?;
        let Series {
            prefix,
            first,
            last,
        } = &service.series;
        change
            .db
            .prepare_cached(
                "INSERT INTO services (id, facts, prefix, first, last) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT DO UPDATE SET facts = ?2, prefix = ?3, first = ?4, last = ?5, retired = 0",
            )?
            .execute((service.id, serde_json::to_string(service)?, prefix, first, last))?;
        change.record(&Event::ServiceSet {
            service: service.id,
        })
    }
}

fn check(service: &Service) -> Result<()> {
    if !(1..=limits::THINGS).contains(&service.id.0) {
        return Err(Error::bad_input(format!(
            "a service's id is 1 to {}",
            limits::THINGS
        )));
    }
    service
        .names
        .check("the service's name", limits::NAME_CHARS, false)?;
    service
        .bring
        .check("what to bring", limits::TEXT_CHARS, true)?;
    if let Some(group) = &service.group {
        group.check("the group", limits::NAME_CHARS, false)?;
    }
    check_text("the icon", &service.icon, limits::NAME_CHARS)?;
    let Series {
        prefix,
        first,
        last,
    } = &service.series;
    if prefix.len() > 1 || !prefix.bytes().all(|b| b.is_ascii_uppercase()) {
        return Err(Error::bad_input(
            "a series' prefix is one capital letter or nothing",
        ));
    }
    if *first < 1 || last < first || *last > 9999 {
        return Err(Error::bad_input(
            "a series runs from 1 or more to 9999 at most",
        ));
    }
    if !(10..=14_400).contains(&service.typical_secs) {
        return Err(Error::bad_input(
            "the usual time for one person is 10 seconds to 4 hours",
        ));
    }
    Ok(())
}

fn refuse_overlap(change: &Change<'_>, service: &Service) -> Result<()> {
    let Series {
        prefix,
        first,
        last,
    } = &service.series;
    let other = change
        .db
        .prepare_cached(
            "SELECT id FROM services WHERE NOT retired AND id <> ?1 AND prefix = ?2
             AND first <= ?4 AND last >= ?3 AND NOT (first = ?3 AND last = ?4)",
        )?
        .query_row((service.id, prefix, first, last), |row| row.get(0))
        .optional()?;
    other.map_or(Ok(()), |with| Err(Refusal::SeriesOverlap { with }.into()))
}
