//! Words for where a ticket stands and what is done with it.

use linli_hall::ticket::{Priority, State, Verb};

use crate::{Lang, t};

/// 等候中, 已叫号 …
#[must_use]
pub fn state_name(lang: Lang, state: State) -> &'static str {
    match state {
        State::Waiting => t::state_waiting(lang),
        State::Called => t::state_called(lang),
        State::Serving => t::state_serving(lang),
        State::Parked => t::state_parked(lang),
        State::Served => t::state_served(lang),
        State::NoShow => t::state_no_show(lang),
        State::Cancelled => t::state_cancelled(lang),
        State::Expired => t::state_expired(lang),
    }
}

/// 叫号, 办结 …
#[must_use]
pub fn verb_name(lang: Lang, verb: Verb) -> &'static str {
    match verb {
        Verb::Call => t::verb_call(lang),
        Verb::Recall => t::verb_recall(lang),
        Verb::Start => t::verb_start(lang),
        Verb::Finish => t::verb_finish(lang),
        Verb::NoShow => t::verb_no_show(lang),
        Verb::Park => t::verb_park(lang),
        Verb::Transfer => t::verb_transfer(lang),
        Verb::Cancel => t::verb_cancel(lang),
        Verb::Expire => t::verb_expire(lang),
    }
}

/// 70 岁以上, 残障人士 …
#[must_use]
pub fn priority_name(lang: Lang, priority: Priority) -> &'static str {
    match priority {
        Priority::Age => t::priority_age(lang),
        Priority::Disability => t::priority_disability(lang),
        Priority::Pregnancy => t::priority_pregnancy(lang),
        Priority::Military => t::priority_military(lang),
    }
}
