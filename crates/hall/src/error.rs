//! What can go wrong, as values. They become words only at the edge.

use jiff::civil::{Date, Time};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ticket::{State, Verb};

/// The result of everything at the door.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something did not happen. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "error", content = "why", rename_all = "snake_case")]
pub enum Error {
    /// A rule of the hall says no; a person can be told why and what else is possible.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// The actor may not do this.
    #[error("{role} may not do this: it needs the right {needs}")]
    NotAllowed {
        /// The right that is missing.
        needs: String,
        /// Who asked.
        role: String,
    },
    /// The input makes no sense; the text says which part.
    #[error("bad input: {0}")]
    BadInput(String),
    /// No action or question has this name.
    #[error("nothing is called {0}")]
    UnknownName(String),
    /// The store could not do it.
    #[error("store: {0}")]
    Store(StoreProblem),
    /// The hall of another machine could not be reached; whether it happened is not known.
    #[error("the hall cannot be reached: {0}")]
    Unreachable(String),
    /// More is waiting than can be done soon.
    #[error("too much is waiting; try again")]
    Overloaded,
}

/// A "no" that is expected, with what is needed to explain it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "refusal", rename_all = "snake_case")]
pub enum Refusal {
    /// The service is closed now.
    Closed {
        /// When it opens next, if that is known.
        opens: Option<NextOpening>,
    },
    /// Today's quota is used up.
    QuotaReached {
        /// Tickets a day.
        quota: u32,
        /// When it opens on another day, if that is known.
        opens: Option<NextOpening>,
    },
    /// The series has no number left today.
    SeriesExhausted {
        /// The last number.
        last: u32,
    },
    /// The service does not exist or is retired.
    NoSuchService,
    /// The counter does not exist or is retired.
    NoSuchCounter,
    /// The ticket does not exist.
    NoSuchTicket,
    /// The notice does not exist.
    NoSuchNotice,
    /// The call for help does not exist or is answered.
    NoSuchHelp,
    /// The message does not exist, or its words were wiped after their time.
    NoSuchMessage,
    /// One terminal took too many messages in a short time.
    TooManyMessages {
        /// After so many minutes it takes another.
        minutes: u32,
    },
    /// What was typed is no telephone number.
    NotAPhone,
    /// No number was left, or it was wiped after its time.
    NoPhone,
    /// It was sealed with a key that this hall does not have.
    Unreadable,
    /// There is no such member of staff or device.
    NoSuchPerson,
    /// The link is not one of this hall's.
    BadLink,
    /// The presence code is wrong or too old.
    WrongPresenceCode,
    /// The service does not let phones join.
    NotByPhone,
    /// The state of the ticket does not allow it.
    NotNow {
        /// Where the ticket stands.
        state: State,
        /// What was tried.
        verb: Verb,
    },
    /// Nobody waits for this counter.
    NobodyWaits,
    /// The counter is not open.
    CounterNotOpen,
    /// The counter still has a ticket in hand.
    CounterBusy {
        /// Its label.
        label: String,
    },
    /// Somebody else sits at the counter.
    CounterTaken {
        /// Who.
        by: String,
    },
    /// The counter does not serve this service.
    NotServedHere,
    /// Nothing can be undone, or the ten seconds are over.
    NothingToUndo,
    /// The ticket is rated already.
    RatedAlready,
    /// The name or the password is wrong.
    WrongPassword,
    /// The name is taken.
    NameTaken,
    /// Two series with the same prefix overlap.
    SeriesOverlap {
        /// The other service.
        with: crate::ServiceId,
    },
    /// The request was answered before with something shown only once.
    ShownOnce,
    /// The request id was used for something else.
    RequestIdReused,
}

/// The next time something opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NextOpening {
    /// Whether that is today.
    pub today: bool,
    /// The day.
    pub date: Date,
    /// The time of day, in the hall's time zone.
    pub time: Time,
}

/// What is the matter with the store.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StoreProblem {
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// Another process holds the file for too long.
    #[error("the file is busy")]
    Busy,
    /// The file is damaged.
    #[error("the file is damaged")]
    Damaged,
    /// The writer has stopped.
    #[error("the writer has stopped")]
    Stopped,
    /// Something else; the text is for the log.
    #[error("{0}")]
    Other(String),
}

impl Error {
    /// A [`Error::BadInput`] with these words.
    pub fn bad_input(words: impl Into<String>) -> Self {
        Self::BadInput(words.into())
    }

    /// The refusal, if it is one.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        Self::Store(match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreProblem::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreProblem::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreProblem::Damaged,
            _ => StoreProblem::Other(error.to_string()),
        })
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Store(match error.kind() {
            std::io::ErrorKind::StorageFull => StoreProblem::Full,
            _ => StoreProblem::Other(error.to_string()),
        })
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::BadInput(error.to_string())
    }
}
