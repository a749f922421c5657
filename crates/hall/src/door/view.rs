//! One consistent look at the store.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use rusqlite::Connection;

use super::Actor;
use crate::Result;
use crate::settings::{Kept, Settings};

/// What a question, and the looking part of an action, has in hand.
pub struct View<'a> {
    pub(crate) db: &'a Connection,
    pub(crate) actor: &'a Actor,
    pub(crate) now: Timestamp,
    kept: &'a Kept,
}

impl<'a> View<'a> {
    pub(super) fn new(
        db: &'a Connection,
        actor: &'a Actor,
        now: Timestamp,
        kept: &'a Kept,
    ) -> Self {
        Self {
            db,
            actor,
            now,
            kept,
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

    /// What the hall is set up with, as of this moment: an action sees what it has just set.
    pub(crate) fn settings(&self) -> Result<Arc<Settings>> {
        self.kept.current(self.db)
    }

    /// Now, on the hall's own clock.
    pub(crate) fn local(&self) -> Result<Zoned> {
        Ok(self.now.to_zoned(self.settings()?.zone.clone()))
    }

    /// Today, by the hall's own calendar.
    pub(crate) fn today(&self) -> Result<Date> {
        Ok(self.local()?.date())
    }
}
