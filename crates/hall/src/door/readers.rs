//! A few connections that only read, lent out and given back.

use std::sync::Mutex;

use rusqlite::Connection;

use crate::store::Place;
use crate::{Result, limits};

pub(super) struct Readers {
    place: Place,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(super) fn new(place: Place) -> Self {
        Self {
            place,
            idle: Mutex::new(Vec::new()),
        }
    }

    /// Runs `look` in one read transaction.
    pub(super) fn with<T>(&self, look: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let idle = self
            .idle
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
            .pop();
        let db = match idle {
            Some(db) => db,
            None => self.place.reader()?,
        };
        let seen = {
            let tx = db.unchecked_transaction()?;
            look(&tx)
        };
        let mut idle = self
            .idle
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        if idle.len() < limits::READERS {
            idle.push(db);
        }
        seen
    }
}
