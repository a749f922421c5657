//! Numbers that name things, each its own type, so that a counter is never taken for a service.

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                i64::column_result(value).map(Self)
            }
        }
    )*};
}

ids! {
    /// A service that people come for. Chosen by whoever sets the hall up.
    ServiceId
    /// A counter (窗口); its number is what is called out.
    CounterId
    /// One ticket, for ever; its number on the slip is a [label](crate::ticket::Taken::label).
    TicketId
    /// A member of staff.
    StaffId
    /// A notice on the idle screen and the board.
    NoticeId
    /// One call for a person's help.
    HelpId
    /// One message that a resident left for the hall.
    MessageId
}
