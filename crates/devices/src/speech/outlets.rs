//! Where speech is heard. The rule for personal data is here and nowhere else.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::speaker::{Played, Sound, SoundError, SoundOutput, SpeakerStatus, Stop};

/// Where something is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outlet {
    /// By everyone in the hall.
    Loudspeaker,
    /// By the person at the terminal alone: a headphone or a handset.
    Private,
}

/// Leave to be heard at one outlet. It is had from [`Permit::ask`] only, and nothing is played or
/// spoken without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permit {
    outlet: Outlet,
}

impl Permit {
    /// Where an utterance may be heard: at the private outlet if there is one, and otherwise at
    /// the loudspeaker, unless it is personal.
    pub(super) fn ask(is_personal: bool, is_private_there: bool) -> Option<Self> {
        let outlet = match (is_private_there, is_personal) {
            (true, _) => Outlet::Private,
            (false, false) => Outlet::Loudspeaker,
            (false, true) => return None,
        };
        Some(Self { outlet })
    }

    /// Where it is heard.
    pub fn outlet(&self) -> Outlet {
        self.outlet
    }
}

/// The outputs of a terminal: the loudspeaker, and a private one if it has that.
pub struct Outlets {
    loudspeaker: Box<dyn SoundOutput>,
    private: Option<Box<dyn SoundOutput>>,
}

impl Outlets {
    /// The loudspeaker alone.
    pub fn new(loudspeaker: impl SoundOutput + 'static) -> Self {
        Self {
            loudspeaker: Box::new(loudspeaker),
            private: None,
        }
    }

    /// With an output that only the person at the terminal hears: another device than the
    /// loudspeaker, never one that goes over to it when nothing is plugged in.
    #[must_use]
    pub fn with_private(mut self, output: impl SoundOutput + 'static) -> Self {
        self.private = Some(Box::new(output));
        self
    }

    /// Whether the private output is there now.
    pub(super) fn is_private_there(&mut self) -> bool {
        self.private
            .as_mut()
            .is_some_and(|output| output.look() == SpeakerStatus::Ready)
    }

    /// Plays sounds where the permit says, and nowhere else whatever happens.
    pub(super) fn play(
        &mut self,
        permit: Permit,
        sounds: &mut dyn Iterator<Item = Sound>,
        volume: f32,
        overrun: Duration,
        stop: &Stop,
    ) -> Result<Played, SoundError> {
        let output = match permit.outlet {
            Outlet::Loudspeaker => &mut self.loudspeaker,
            Outlet::Private => self
                .private
                .as_mut()
                .ok_or_else(|| SoundError::NoDevice("no private output is set".into()))?,
        };
        output.play_all(sounds, volume, overrun, stop)
    }

    pub(super) fn rest(&mut self) {
        self.loudspeaker.rest();
        if let Some(private) = &mut self.private {
            private.rest();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_personal_has_leave_for_the_private_outlet_or_for_none() {
        for is_private_there in [false, true] {
            let outlet = Permit::ask(true, is_private_there).map(|permit| permit.outlet());
            assert_eq!(outlet, is_private_there.then_some(Outlet::Private));
        }
    }

    #[test]
    fn what_is_not_personal_is_heard_at_one_outlet_always() {
        let outlet = |is_private| Permit::ask(false, is_private).map(|permit| permit.outlet());
        assert_eq!(outlet(true), Some(Outlet::Private));
        assert_eq!(outlet(false), Some(Outlet::Loudspeaker));
    }
}
