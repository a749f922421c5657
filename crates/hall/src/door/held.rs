//! What a hall holds in memory beside its file, the same for all its connections.

use crate::personal::Key;
use crate::settings::Kept;

/// The settings that were read last, and the key for personal data.
pub(super) struct Held {
    pub(super) settings: Kept,
    pub(super) key: Key,
}
