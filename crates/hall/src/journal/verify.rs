//! Is the journal as it was written?

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{START, Tip, chained};
use crate::{Question, Result, Right, View};

/// Recomputes the whole chain.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Verify {}

/// What the recomputation found.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Verified {
    /// Entries that are as they were written.
    pub good: u64,
    /// The first entry that was altered, or that follows one taken out.
    pub first_altered: Option<u64>,
    /// The hash of the last good entry, in hexadecimal: kept elsewhere, it also proves that
    /// nothing was cut off the end.
    pub last_hash: String,
}

impl Question for Verify {
    type Answer = Verified;
    const NAME: &'static str = "journal.verify";
    const NEEDS: Right = Right::Oversee;

    fn answer(&self, view: &View<'_>) -> Result<Verified> {
        let mut rows = view
            .db
            .prepare("SELECT seq, at, actor, action, event, hash FROM journal ORDER BY seq")?;
        let mut rows = rows.query([])?;
        let mut tip = START;
        let mut first_altered = None;
        while let Some(row) = rows.next()? {
            let (seq, at): (i64, i64) = (row.get(0)?, row.get(1)?);
            let (actor, action, event): (String, String, String) =
                (row.get(2)?, row.get(3)?, row.get(4)?);
            let hash: [u8; 32] = row.get(5)?;
            let expected = chained(&tip.hash, seq, at, &actor, &action, &event);
            if seq != tip.seq + 1 || hash != expected {
                first_altered = Some(seq.cast_unsigned());
                break;
            }
            tip = Tip { seq, hash };
        }
        let last_hash = tip.hash.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Verified {
            good: tip.seq.cast_unsigned(),
            first_altered,
            last_hash,
        })
    }
}
