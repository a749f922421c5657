//! Putting a notice up, and taking it down.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Notice;
use crate::journal::Event;
use crate::{Action, Change, Error, NoticeId, Refusal, Result, Right, limits};

/// Puts a notice up, or replaces the one with its id.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Set {
    /// The notice.
    pub notice: Notice,
}

impl Action for Set {
    type Outcome = ();
    const NAME: &'static str = "notice.set";
    const NEEDS: Right = Right::SetUp;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let notice = &self.notice;
        notice
            .texts
            .check("the notice", limits::TEXT_CHARS, false)?;
        if notice
            .from
            .zip(notice.to)
            .is_some_and(|(from, to)| from > to)
        {
            return Err(Error::bad_input("the notice ends before it begins"));
        }
        change.db.execute(
            "INSERT INTO notices (id, facts) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET facts = ?2, retired = 0",
            (notice.id, serde_json::to_string(notice)?),
        )?;
        change.record(&Event::NoticeSet { notice: notice.id })
    }
}

/// Takes a notice down.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Retire {
    /// Which.
    pub notice: NoticeId,
}

impl Action for Retire {
    type Outcome = ();
    const NAME: &'static str = "notice.retire";
    const NEEDS: Right = Right::SetUp;

    fn perform(self, change: &mut Change<'_>) -> Result<()> {
        let gone = change.db.execute(
            "UPDATE notices SET retired = 1 WHERE id = ?1 AND NOT retired",
            [self.notice],
        )?;
        if gone == 0 {
            return Err(Refusal::NoSuchNotice.into());
        }
        change.record(&Event::NoticeRetired {
            notice: self.notice,
        })
    }
}
