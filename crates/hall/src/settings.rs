//! What a hall is set up with, read once and kept until it is changed.
//!
//! Every number asks for the service, the hours and the facts, and they change once a month. They
//! are kept under their edition, which the file draws anew with every change, whoever made it.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rusqlite::Connection;
use serde::de::DeserializeOwned;

use crate::hours::{DayRule, Week};
use crate::place::{self, Facts, Secret};
use crate::service::Service;
use crate::{Error, Refusal, Result, ServiceId, limits};

/// All settings of one edition.
pub(crate) struct Settings {
    edition: i64,
    /// What the hall is called and how it works.
    pub(crate) facts: Facts,
    /// The key that links and presence codes are signed with.
    pub(crate) secret: Secret,
    /// The hall's time zone.
    pub(crate) zone: TimeZone,
    /// The opening weeks; that of no service is the hall's.
    pub(crate) weeks: HashMap<Option<ServiceId>, Week>,
    /// Closed days and make-up working days.
    pub(crate) special_days: BTreeMap<Date, DayRule>,
    offered: Vec<Service>,
    retired: Vec<Service>,
}

impl Settings {
    /// The services that are not retired, in their order on the screen.
    pub(crate) fn services(&self) -> &[Service] {
        &self.offered
    }

    /// The service `id`.
    pub(crate) fn service(&self, id: ServiceId) -> Result<&Service> {
        let found = self.offered.iter().find(|service| service.id == id);
        Ok(found.ok_or(Refusal::NoSuchService)?)
    }

    /// The service `id`, even if retired since: old tickets still show its name.
    pub(crate) fn service_ever(&self, id: ServiceId) -> Result<&Service> {
        let retired = || self.retired.iter().find(|service| service.id == id);
        self.service(id).or_else(|error| retired().ok_or(error))
    }

    fn read(db: &Connection, edition: i64) -> Result<Self> {
        let (facts, secret) = place::read(db)?;
        let (mut offered, retired) = services(db)?;
        offered.sort_by_key(|service| (service.place, service.id));
        let weeks = rows(db, "SELECT service, week FROM opening_hours")?;
        let special = rows::<String, _>(db, "SELECT date, rule FROM special_days")?;
        let special_days = special.into_iter().map(|(date, rule)| {
            let date = date
                .parse()
                .map_err(|error: jiff::Error| Error::bad_input(error.to_string()))?;
            Ok((date, rule))
        });
        Ok(Self {
            edition,
            zone: place::named_zone(&facts.time_zone)?,
            facts,
            secret,
            weeks: weeks.into_iter().collect(),
            special_days: special_days.collect::<Result<_>>()?,
            offered,
            retired,
        })
    }
}

fn services(db: &Connection) -> Result<(Vec<Service>, Vec<Service>)> {
    let all = rows::<bool, Service>(db, "SELECT retired, facts FROM services")?;
    let (retired, offered): (Vec<_>, Vec<_>) = all.into_iter().partition(|(retired, _)| *retired);
    let bare = |services: Vec<(bool, Service)>| services.into_iter().map(|(_, service)| service);
    let offered = bare(offered).take(limits::THINGS as usize).collect();
    Ok((offered, bare(retired).collect()))
}

/// Rows of a key and a JSON text.
fn rows<K: rusqlite::types::FromSql, V: DeserializeOwned>(
    db: &Connection,
    sql: &str,
) -> Result<Vec<(K, V)>> {
    let mut rows = db.prepare_cached(sql)?;
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    rows.map(|row| {
        let (key, value) = row?;
        Ok((key, serde_json::from_str(&value)?))
    })
    .collect()
}

/// The settings that were read last, shared by all connections of one hall.
#[derive(Default)]
pub(crate) struct Kept(Mutex<Option<Arc<Settings>>>);

impl Kept {
    /// The settings as `db` sees them now.
    pub(crate) fn current(&self, db: &Connection) -> Result<Arc<Settings>> {
        let edition = db
            .prepare_cached("SELECT edition FROM place")?
            .query_row([], |row| row.get(0))?;
        let mut kept = self
            .0
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        match &*kept {
            Some(settings) if settings.edition == edition => Ok(Arc::clone(settings)),
            _ => {
                let settings = Arc::new(Settings::read(db, edition)?);
                *kept = Some(Arc::clone(&settings));
                Ok(settings)
            }
        }
    }
}
