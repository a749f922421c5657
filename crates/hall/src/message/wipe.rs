//! Wiping what people wrote, when its time is over.

use crate::journal::Event;
use crate::{Change, Result, limits};

const DAY_MS: i64 = 24 * 3600 * 1000;

/// Wipes numbers and words whose time is over, a few at a time. The rows stay.
pub(crate) fn wipe(change: &mut Change<'_>) -> Result<()> {
    // A number has two ends, and the first that comes counts.
    let phones = wiped(
        change,
        "phone = NULL, phone_wiped_at = ?1",
        "INDEXED BY messages_with_phone WHERE phone IS NOT NULL AND at < ?2",
        limits::PHONE_KEPT_DAYS,
    )? + wiped(
        change,
        "phone = NULL, phone_wiped_at = ?1",
        "INDEXED BY messages_with_phone_answered WHERE phone IS NOT NULL AND answered_at < ?2",
        limits::PHONE_KEPT_ANSWERED_DAYS,
    )?;
    let messages = wiped(
        change,
        "words = NULL, answer = NULL, wiped_at = ?1",
        "INDEXED BY messages_with_words WHERE wiped_at IS NULL AND at < ?2",
        limits::MESSAGE_KEPT_DAYS,
    )?;
    if phones + messages > 0 {
        change.record(&Event::MessagesWiped { phones, messages })?;
    }
    Ok(())
}

fn wiped(change: &Change<'_>, set: &str, which: &str, days: i64) -> Result<u32> {
    let now = change.millis();
    let most = limits::MESSAGES_LISTED;
    let sql = format!(
        "UPDATE messages SET {set} WHERE id IN (SELECT id FROM messages {which} LIMIT {most})"
    );
    let wiped = change
        .db
        .prepare_cached(&sql)?
        .execute((now, now - days * DAY_MS))?;
    Ok(wiped.try_into().unwrap_or(u32::MAX))
}
