//! What a resident can choose right now.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Service;
use crate::forecast::{self, Range};
use crate::hours::{self, Openness};
use crate::{Question, Result, Right, View, queue};

/// Asks for every service with its state at this moment.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Offer {}

/// One service at this moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Offered {
    /// The service.
    pub service: Service,
    /// Open or not, and until or from when.
    pub openness: Openness,
    /// People waiting for it.
    pub waiting: u32,
    /// How long somebody who comes now would wait; `None` while no counter serves it.
    pub wait: Option<Range>,
    /// Numbers left today, if there is a quota.
    pub left: Option<u32>,
}

impl Offered {
    /// Whether a number can be taken now.
    pub fn can_take(&self) -> bool {
        self.openness.is_open() && self.left != Some(0)
    }
}

impl Question for Offer {
    type Answer = Vec<Offered>;
    const NAME: &'static str = "service.offer";
    const NEEDS: Right = Right::Public;

    fn answer(&self, view: &View<'_>) -> Result<Vec<Offered>> {
        let today = view.today()?;
        let book = hours::Book::read(view)?;
        view.settings()?
            .services()
            .iter()
            .map(|service| {
                let count = queue::day_count(view.db, today, service.id)?;
                let left = service
                    .daily_quota
                    .map(|quota| quota.saturating_sub(count.taken));
                let wait = forecast::range(view, today, service, count.waiting)?;
                Ok(Offered {
                    openness: book.openness(Some(service.id)),
                    waiting: count.waiting,
                    wait,
                    left,
                    service: service.clone(),
                })
            })
            .collect()
    }
}
