//! The door: the only way into a hall.

mod actor;
mod carrier;
mod change;
mod follow;
mod hall;
mod held;
mod readers;
pub mod registry;
mod request;
mod view;
mod writer;

pub use actor::{Actor, Right, Role};
pub use change::Change;
pub use follow::Follower;
pub use hall::{Hall, Opening};
pub use request::RequestId;
pub use view::View;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Result;

/// Something that a person or a device can do in a hall.
pub trait Action: Serialize + DeserializeOwned + JsonSchema + Send + 'static {
    /// What the actor gets back, once it is durable.
    type Outcome: Serialize + DeserializeOwned + JsonSchema + Send + 'static;
    /// The name on the wire, in the journal and in the texts: `ticket.take`.
    const NAME: &'static str;
    /// What the actor must be allowed to do; checked at the door and nowhere else.
    const NEEDS: Right;
    /// The outcome is shown once and kept nowhere, such as a token.
    const SHOWN_ONCE: bool = false;
    /// Whether [`prepare`](Action::prepare) does anything. Whoever serves many at once gives those
    /// that do a thread that may wait.
    const PREPARES: bool = false;

    /// Work that must not hold up the writer, such as hashing a password. Runs first, on the
    /// caller's thread, and may look but not change.
    ///
    /// # Errors
    /// As the action says.
    fn prepare(&mut self, _view: &View<'_>) -> Result<()> {
        Ok(())
    }

    /// Does it, inside the transaction that also holds its journal entries.
    ///
    /// # Errors
    /// A refusal or bad input; nothing is changed then.
    fn perform(self, change: &mut Change<'_>) -> Result<Self::Outcome>;
}

/// Something that can be asked of a hall. Changes nothing.
pub trait Question: Serialize + DeserializeOwned + JsonSchema + Send + 'static {
    /// What comes back.
    type Answer: Serialize + DeserializeOwned + JsonSchema + Send + 'static;
    /// The name on the wire: `queue.board`.
    const NAME: &'static str;
    /// What the actor must be allowed to see.
    const NEEDS: Right;

    /// Answers from one consistent look at the store.
    ///
    /// # Errors
    /// As the question says.
    fn answer(&self, view: &View<'_>) -> Result<Self::Answer>;
}
