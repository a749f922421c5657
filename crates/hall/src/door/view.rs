//! One consistent look at the store.

use std::cell::OnceCell;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use rusqlite::Connection;

use super::Actor;
use crate::Result;
use crate::place::{Facts, Secret};

/// What a question, and the looking part of an action, has in hand.
pub struct View<'a> {
    pub(crate) db: &'a Connection,
    pub(crate) actor: &'a Actor,
    pub(crate) now: Timestamp,
    zone: OnceCell<TimeZone>,
}

impl<'a> View<'a> {
    pub(super) fn new(db: &'a Connection, actor: &'a Actor, now: Timestamp) -> Self {
        Self {
            db,
            actor,
            now,
            zone: OnceCell::new(),
        }
    }
}

impl View<'_> {
    /// When this look was taken.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Who looks.
    pub fn actor(&self) -> &Actor {
        self.actor
    }

    /// Now, in milliseconds since 1970.
    pub(crate) fn millis(&self) -> i64 {
        self.now.as_millisecond()
    }

    /// What the hall is called and how it works.
    pub(crate) fn facts(&self) -> Result<Facts> {
        crate::place::facts(self.db)
    }

    /// The key that links and presence codes are signed with.
    pub(crate) fn secret(&self) -> Result<Secret> {
        crate::place::secret(self.db)
    }

    /// The hall's time zone, read once for this look.
    pub(crate) fn zone(&self) -> Result<TimeZone> {
        if let Some(zone) = self.zone.get() {
            return Ok(zone.clone());
        }
        let zone = crate::place::zone(self.db)?;
        Ok(self.zone.get_or_init(|| zone).clone())
    }

    /// Now, on the hall's own clock.
    pub(crate) fn local(&self) -> Result<Zoned> {
        Ok(self.now.to_zoned(self.zone()?))
    }

    /// Today, by the hall's own calendar.
    pub(crate) fn today(&self) -> Result<Date> {
        Ok(self.local()?.date())
    }
}
