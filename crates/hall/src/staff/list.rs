//! Who works here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Question, Result, Right, Role, StaffId, View};

/// Asks for all staff.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct List {}

/// One member of staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Member {
    /// The id.
    pub id: StaffId,
    /// The name to sign in with.
    pub name: String,
    /// The role.
    pub role: Role,
}

impl Question for List {
    type Answer = Vec<Member>;
    const NAME: &'static str = "staff.list";
    const NEEDS: Right = Right::SetUp;

    fn answer(&self, view: &View<'_>) -> Result<Vec<Member>> {
        let mut rows = view
            .db
            .prepare_cached("SELECT id, name, role FROM staff WHERE NOT retired ORDER BY id")?;
        let staff = rows.query_map([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?))
        })?;
        staff
            .filter_map(|member| {
                member
                    .map(|(id, name, role)| {
                        Role::named(&role).map(|role| Member { id, name, role })
                    })
                    .map_err(crate::Error::from)
                    .transpose()
            })
            .collect()
    }
}
