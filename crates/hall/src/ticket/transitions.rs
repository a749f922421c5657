//! Which states a ticket has, and which verb leads from which to which. The whole table.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a ticket stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// In the queue.
    Waiting,
    /// Called to a counter.
    Called,
    /// Being served.
    Serving,
    /// Set aside by a clerk, to be called again.
    Parked,
    /// Done.
    Served,
    /// Called in vain too often; can still be called back today.
    NoShow,
    /// Left the queue.
    Cancelled,
    /// Not reached before the hall closed.
    Expired,
}

/// What is done to a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    /// To a counter.
    Call,
    /// Once more.
    Recall,
    /// The person is there.
    Start,
    /// Done.
    Finish,
    /// The person did not come.
    NoShow,
    /// Set aside.
    Park,
    /// To another service or counter.
    Transfer,
    /// Out of the queue.
    Cancel,
    /// The hall has closed.
    Expire,
}

/// Every allowed step. What is not here is refused.
pub const ALLOWED: &[(State, Verb, State)] = {
    use State::{Called, Cancelled, Expired, NoShow, Parked, Served, Serving, Waiting};
    &[
        (Waiting, Verb::Call, Called),
        (Parked, Verb::Call, Called),
        (NoShow, Verb::Call, Called),
        (Called, Verb::Recall, Called),
        (Called, Verb::Start, Serving),
        (Called, Verb::Finish, Served),
        (Serving, Verb::Finish, Served),
        (Called, Verb::NoShow, Waiting),
        (Called, Verb::NoShow, Parked),
        (Called, Verb::NoShow, NoShow),
        (Waiting, Verb::Park, Parked),
        (Called, Verb::Park, Parked),
        (Serving, Verb::Park, Parked),
        (Waiting, Verb::Transfer, Waiting),
        (Called, Verb::Transfer, Waiting),
        (Serving, Verb::Transfer, Waiting),
        (Parked, Verb::Transfer, Waiting),
        (Waiting, Verb::Cancel, Cancelled),
        (Called, Verb::Cancel, Cancelled),
        (Parked, Verb::Cancel, Cancelled),
        (NoShow, Verb::Cancel, Cancelled),
        (Waiting, Verb::Expire, Expired),
        (Called, Verb::Expire, Expired),
        (Serving, Verb::Expire, Expired),
        (Parked, Verb::Expire, Expired),
        (NoShow, Verb::Expire, Expired),
    ]
};

/// Whether `verb` may lead from `from` to `to`.
pub fn allowed(from: State, verb: Verb, to: State) -> bool {
    ALLOWED.contains(&(from, verb, to))
}

impl State {
    /// All states.
    pub const ALL: [Self; 8] = [
        Self::Waiting,
        Self::Called,
        Self::Serving,
        Self::Parked,
        Self::Served,
        Self::NoShow,
        Self::Cancelled,
        Self::Expired,
    ];

    /// Whether nothing more can happen to it.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Served | Self::Cancelled | Self::Expired)
    }
}

impl Verb {
    /// All verbs.
    pub const ALL: [Self; 9] = [
        Self::Call,
        Self::Recall,
        Self::Start,
        Self::Finish,
        Self::NoShow,
        Self::Park,
        Self::Transfer,
        Self::Cancel,
        Self::Expire,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written down a second time, by hand, as a grid: a change must be made in both.
    #[test]
    fn the_table_allows_exactly_these_steps() {
        let grid = |from: State, verb: Verb| -> &'static [State] {
            use State::{Called, Cancelled, Expired, NoShow, Parked, Served, Serving, Waiting};
            match (verb, from) {
                (Verb::Call, Waiting | Parked | NoShow) | (Verb::Recall, Called) => &[Called],
                (Verb::Start, Called) => &[Serving],
                (Verb::Finish, Called | Serving) => &[Served],
                (Verb::NoShow, Called) => &[Waiting, Parked, NoShow],
                (Verb::Park, Waiting | Called | Serving) => &[Parked],
                (Verb::Transfer, Waiting | Called | Serving | Parked) => &[Waiting],
                (Verb::Cancel, Waiting | Called | Parked | NoShow) => &[Cancelled],
                (Verb::Expire, Waiting | Called | Serving | Parked | NoShow) => &[Expired],
                _ => &[],
            }
        };
        for from in State::ALL {
            for verb in Verb::ALL {
                for to in State::ALL {
                    assert_eq!(
                        allowed(from, verb, to),
                        grid(from, verb).contains(&to),
                        "{from:?} {verb:?} {to:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_over_stays_over() {
        assert!(ALLOWED.iter().all(|(from, ..)| !from.is_over()));
    }
}
