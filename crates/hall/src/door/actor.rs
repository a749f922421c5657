//! Who stands at the door, and what they may do.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Error, Result, StaffId};

/// The kinds of actor.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Anybody with a browser.
    Visitor,
    /// A resident who has shown who they are.
    Resident,
    /// A terminal of the hall.
    Kiosk,
    /// A screen on the wall.
    Board,
    /// A clerk at a counter.
    Clerk,
    /// Somebody who looks after children or elders.
    Carer,
    /// Somebody who sets the hall up.
    Manager,
    /// Whoever owns the machine.
    Administrator,
    /// Another hall's hub.
    Hub,
}

/// What one may do. Each action and question needs exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Open to all: what hangs on the wall anyway, or what a signed link allows.
    Public,
    /// Be a terminal: take numbers for those who stand before it.
    Kiosk,
    /// Report how one's devices are.
    Report,
    /// See the board.
    Board,
    /// Serve people at a counter.
    Serve,
    /// See who works here and how it goes.
    Oversee,
    /// Set the hall up.
    SetUp,
    /// Add staff and devices.
    Administer,
}

impl Role {
    /// Whether this role has `right`. This is the whole table.
    pub fn has(self, right: Right) -> bool {
        match right {
            Right::Public => true,
            Right::Kiosk => matches!(self, Self::Kiosk | Self::Administrator),
            Right::Report => matches!(self, Self::Kiosk | Self::Board | Self::Administrator),
            Right::Board => !matches!(self, Self::Visitor | Self::Resident),
            Right::Serve => matches!(self, Self::Clerk | Self::Manager | Self::Administrator),
            Right::Oversee => matches!(
                self,
                Self::Clerk | Self::Carer | Self::Manager | Self::Administrator | Self::Hub
            ),
            Right::SetUp => matches!(self, Self::Manager | Self::Administrator),
            Right::Administer => matches!(self, Self::Administrator),
        }
    }

    /// The name on the wire and in the store.
    pub fn name(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Resident => "resident",
            Self::Kiosk => "kiosk",
            Self::Board => "board",
            Self::Clerk => "clerk",
            Self::Carer => "carer",
            Self::Manager => "manager",
            Self::Administrator => "administrator",
            Self::Hub => "hub",
        }
    }

    /// The role of that name.
    pub fn named(name: &str) -> Option<Self> {
        [
            Self::Visitor,
            Self::Resident,
            Self::Kiosk,
            Self::Board,
            Self::Clerk,
            Self::Carer,
            Self::Manager,
            Self::Administrator,
            Self::Hub,
        ]
        .into_iter()
        .find(|role| role.name() == name)
    }
}

/// Who does something or asks something.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// The kind.
    pub role: Role,
    /// The name of the person or device; empty for a visitor.
    pub name: String,
    /// The member of staff, if it is one.
    pub staff: Option<StaffId>,
}

impl Actor {
    /// An actor without a staff record.
    pub fn new(role: Role, name: impl Into<String>) -> Self {
        Self {
            role,
            name: name.into(),
            staff: None,
        }
    }

    /// Anybody.
    pub fn visitor() -> Self {
        Self::new(Role::Visitor, "")
    }

    /// The terminal of that name.
    pub fn kiosk(name: impl Into<String>) -> Self {
        Self::new(Role::Kiosk, name)
    }

    /// Whoever owns the machine: the command line on the hall's own folder.
    pub fn owner() -> Self {
        Self::new(Role::Administrator, "owner")
    }

    /// As it stands in the journal: `clerk:李老师`.
    pub fn signature(&self) -> String {
        if self.name.is_empty() {
            self.role.name().to_owned()
        } else {
            format!("{}:{}", self.role.name(), self.name)
        }
    }

    pub(crate) fn must(&self, right: Right) -> Result<()> {
        if self.role.has(right) {
            return Ok(());
        }
        Err(Error::NotAllowed {
            needs: format!("{right:?}"),
            role: self.role.name().to_owned(),
        })
    }
}
