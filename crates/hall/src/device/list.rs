//! The devices and how they are.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Question, Result, Right, View, limits};

/// Asks for all devices.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct List {}

/// One device of one machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Device {
    /// The machine.
    pub owner: String,
    /// `printer`, `speaker`, `scanner` …
    pub kind: String,
    /// As it was reported.
    pub status: String,
    /// More for a person.
    pub detail: String,
    /// When it was last heard of.
    pub at: Timestamp,
    /// It has been silent for two minutes: the machine is off or cut off.
    pub silent: bool,
}

impl Device {
    /// Whether it works.
    pub fn works(&self) -> bool {
        !self.silent && matches!(self.status.as_str(), "ready" | "paper_near_end")
    }
}

impl Question for List {
    type Answer = Vec<Device>;
    const NAME: &'static str = "device.list";
    const NEEDS: Right = Right::Board;

    fn answer(&self, view: &View<'_>) -> Result<Vec<Device>> {
        all(view)
    }
}

/// All devices.
///
/// # Errors
/// If the store cannot be read.
pub(crate) fn all(view: &View<'_>) -> Result<Vec<Device>> {
    let mut rows = view.db.prepare_cached(
        "SELECT owner, kind, status, detail, at FROM devices ORDER BY owner, kind",
    )?;
    let oldest = view.millis() - limits::DEVICE_SILENT_SECS * 1000;
    let devices = rows.query_map([], |row| {
        let at: i64 = row.get(4)?;
        Ok(Device {
            owner: row.get(0)?,
            kind: row.get(1)?,
            status: row.get(2)?,
            detail: row.get(3)?,
            at: Timestamp::from_millisecond(at).unwrap_or_default(),
            silent: at < oldest,
        })
    })?;
    Ok(devices.collect::<Result<_, _>>()?)
}
