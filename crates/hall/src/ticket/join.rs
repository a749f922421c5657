//! Taking a number by phone.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Source;
use super::take::{Take, Taken, take, zh_cn};
use crate::{Action, Change, Refusal, Result, Right, ServiceId, presence};

/// Takes a number by phone, if the service allows it, with the presence code that the terminal shows.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Join {
    /// What for.
    pub service: ServiceId,
    /// The six digits.
    pub presence_code: String,
    /// The language of the page.
    #[serde(default = "zh_cn")]
    pub locale: String,
}

impl Action for Join {
    type Outcome = Taken;
    const NAME: &'static str = "ticket.join";
    const NEEDS: Right = Right::Public;

    fn perform(self, change: &mut Change<'_>) -> Result<Taken> {
        if !change.settings()?.service(self.service)?.by_phone {
            return Err(Refusal::NotByPhone.into());
        }
        if !presence::is_right(change, &self.presence_code)? {
            return Err(Refusal::WrongPresenceCode.into());
        }
        let wish = Take {
            service: self.service,
            priority: None,
            locale: self.locale,
            print: false,
        };
        take(change, &wish, Source::Phone)
    }
}
