//! A hall for tests, and short ways to do what people do in it.

use std::path::Path;
use std::sync::Arc;

use linli_hall::ticket::{CallNext, Finish, Priority, Take, Taken, Ticket};
use linli_hall::{
    Action, Actor, CounterId, Hall, ManualClock, Opening, Question, Refusal, RequestId, Result,
    Role, SeededEntropy, ServiceId, counter, sample,
};

pub(crate) const SOCIAL: ServiceId = sample::SOCIAL_SECURITY;
pub(crate) const CIVIL: ServiceId = sample::CIVIL_AFFAIRS;
pub(crate) const MEDICAL: ServiceId = ServiceId(3);
pub(crate) const ONE: CounterId = CounterId(1);
pub(crate) const TWO: CounterId = CounterId(2);
pub(crate) const THREE: CounterId = CounterId(3);

/// The sample hall on a Saturday morning at 09:41, with its clock in hand.
pub(crate) struct House {
    pub(crate) hall: Hall,
    pub(crate) clock: Arc<ManualClock>,
}

impl House {
    pub(crate) fn open() -> Self {
        let clock = sample::clock();
        let hall = Hall::in_memory(clock.clone()).unwrap();
        sample::furnish(&hall).unwrap();
        Self { hall, clock }
    }

    pub(crate) fn on_disk(folder: &Path) -> Self {
        let clock = sample::clock();
        let hall = Opening::default()
            .clock(clock.clone())
            .entropy(Arc::new(SeededEntropy::new(1)))
            .open(folder)
            .unwrap();
        sample::furnish(&hall).unwrap();
        Self { hall, clock }
    }

    /// With these counters open, each manned by a clerk of its own.
    pub(crate) fn with_open(self, counters: &[CounterId]) -> Self {
        for &id in counters {
            self.at(id, counter::Open { counter: id }).unwrap();
        }
        self
    }

    pub(crate) fn act<A: Action>(&self, actor: &Actor, action: A) -> Result<A::Outcome> {
        self.hall.perform(actor, RequestId::fresh(), action)
    }

    /// As the owner, who may do everything.
    pub(crate) fn own<A: Action>(&self, action: A) -> A::Outcome {
        self.act(&Actor::owner(), action).unwrap()
    }

    /// As the clerk of a counter.
    pub(crate) fn at<A: Action>(&self, counter: CounterId, action: A) -> Result<A::Outcome> {
        self.act(&clerk(counter), action)
    }

    pub(crate) fn ask<Q: Question>(&self, question: Q) -> Q::Answer {
        self.hall.ask(&Actor::owner(), question).unwrap()
    }

    pub(crate) fn take(&self, service: ServiceId) -> Taken {
        self.act(&kiosk(), Take::of(service)).unwrap()
    }

    pub(crate) fn take_favoured(&self, service: ServiceId) -> Taken {
        self.act(
            &kiosk(),
            Take {
                priority: Some(Priority::Age),
                ..Take::of(service)
            },
        )
        .unwrap()
    }

    pub(crate) fn next(&self, counter: CounterId) -> Ticket {
        self.at(
            counter,
            CallNext {
                counter,
                finish: true,
            },
        )
        .unwrap()
    }

    pub(crate) fn finish(&self, counter: CounterId) -> Ticket {
        self.at(counter, Finish { counter }).unwrap()
    }
}

pub(crate) fn kiosk() -> Actor {
    Actor::kiosk("大门")
}

pub(crate) fn clerk(counter: CounterId) -> Actor {
    Actor::new(Role::Clerk, format!("clerk-{counter}"))
}

/// The refusal of something that should have been refused.
pub(crate) fn refused<T: std::fmt::Debug>(result: Result<T>) -> Refusal {
    result.unwrap_err().refusal().unwrap().clone()
}
