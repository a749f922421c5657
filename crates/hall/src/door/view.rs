//! One consistent look at the store.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use rusqlite::Connection;

use super::Actor;
use super::held::Held;
use crate::Result;
use crate::personal::{Field, Text};
use crate::settings::Settings;

/// What a question, and the looking part of an action, has in hand.
pub struct View<'a> {
    pub(crate) db: &'a Connection,
    pub(crate) actor: &'a Actor,
    pub(crate) now: Timestamp,
    pub(super) held: &'a Held,
}

impl<'a> View<'a> {
    pub(super) fn new(
        db: &'a Connection,
        actor: &'a Actor,
        now: Timestamp,
        held: &'a Held,
    ) -> Self {
        Self {
            db,
            actor,
            now,
            held,
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
        self.held.settings.current(self.db)
    }

    /// A personal text as the file has it; `None` there is one that was wiped.
    pub(crate) fn unsealed(&self, field: Field, sealed: Option<&[u8]>) -> Text {
        sealed.map_or(Text::Wiped, |sealed| self.held.key.open(field, sealed))
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
