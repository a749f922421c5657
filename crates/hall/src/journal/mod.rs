//! Everything that happened, in order, each entry chained to the one before.
//!
//! The journal is the audit log, the live feed of every screen and page, and the outbox.

mod event;
mod last;
mod tail;
mod verify;

pub use event::Event;
pub use last::Last;
pub use tail::Tail;
pub use verify::{Verified, Verify};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Actor, Result};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// Its place in the journal, from 1, without gaps.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// Who: `clerk:李老师`.
    pub actor: String,
    /// The name of the action.
    pub action: String,
    /// What.
    pub event: Event,
}

/// The end of the journal: what the next entry is chained to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tip {
    pub(crate) seq: i64,
    hash: [u8; 32],
}

const START: Tip = Tip {
    seq: 0,
    hash: [0; 32],
};

pub(crate) fn tip(db: &Connection) -> Result<Tip> {
    let last = db
        .prepare_cached("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| {
            Ok(Tip {
                seq: row.get(0)?,
                hash: row.get(1)?,
            })
        })
        .optional()?;
    Ok(last.unwrap_or(START))
}

pub(crate) fn append(
    db: &Connection,
    tip: Tip,
    at: Timestamp,
    actor: &Actor,
    action: &str,
    event: &Event,
) -> Result<Tip> {
    let (seq, at, actor, event) = (
        tip.seq + 1,
        at.as_millisecond(),
        actor.signature(),
        serde_json::to_string(event)?,
    );
    let hash = chained(&tip.hash, seq, at, &actor, action, &event);
    db.prepare_cached(
        "INSERT INTO journal (seq, at, actor, action, event, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((seq, at, actor, action, event, hash))?;
    Ok(Tip { seq, hash })
}

/// SHA-256 over the hash before and every field, each with its length, so that no two entries
/// that differ hash the same bytes.
fn chained(
    before: &[u8; 32],
    seq: i64,
    at: i64,
    actor: &str,
    action: &str,
    event: &str,
) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(seq.to_le_bytes());
    hash.update(at.to_le_bytes());
    for text in [actor, action, event] {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().into()
}

pub(crate) fn after(db: &Connection, seq: u64, limit: u32) -> Result<Vec<Entry>> {
    let mut rows = db.prepare_cached(
        "SELECT seq, at, actor, action, event FROM journal WHERE seq > ?1 ORDER BY seq LIMIT ?2",
    )?;
    let entries = rows.query_map((i64::try_from(seq).unwrap_or(i64::MAX), limit), |row| {
        Ok((
            row.get::<_, i64>(0)?,
            row.get::<_, i64>(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get::<_, String>(4)?,
        ))
    })?;
    entries
        .map(|entry| {
            let (seq, at, actor, action, event) = entry?;
            Ok(Entry {
                seq: seq.cast_unsigned(),
                at: Timestamp::from_millisecond(at).unwrap_or_default(),
                actor,
                action,
                // An entry of a newer program is passed on as unknown rather than stopping every follower.
                event: serde_json::from_str(&event).unwrap_or(Event::Unknown),
            })
        })
        .collect()
}
