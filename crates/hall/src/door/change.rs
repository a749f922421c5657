//! One action under way, inside its transaction.

use std::ops::Deref;

use crate::journal::{self, Event, Tip};
use crate::personal::Field;
use crate::{Entropy, Result};

use super::View;

/// What an action has in hand: everything a [`View`] has, and the right to write and record.
pub struct Change<'a> {
    pub(crate) view: View<'a>,
    pub(crate) action: &'static str,
    pub(crate) entropy: &'a dyn Entropy,
    pub(crate) tip: Tip,
    /// The end of the journal when this action began: the same for all it does.
    pub(crate) began: i64,
}

impl<'a> Deref for Change<'a> {
    type Target = View<'a>;
    fn deref(&self) -> &View<'a> {
        &self.view
    }
}

impl Change<'_> {
    /// Appends to the journal what just happened.
    pub(crate) fn record(&mut self, event: &Event) -> Result<()> {
        self.tip = journal::append(
            self.view.db,
            self.tip,
            self.view.now,
            self.view.actor,
            self.action,
            event,
        )?;
        Ok(())
    }

    /// A personal text as it is to be written to the file.
    pub(crate) fn sealed(&self, field: Field, text: &str) -> Vec<u8> {
        self.view.held.key.seal(field, text, self.entropy)
    }

    /// A random text of `bytes` bytes.
    pub(crate) fn token(&self, bytes: usize) -> String {
        self.entropy.token(bytes)
    }
}
