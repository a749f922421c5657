//! A loudspeaker that only remembers.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::{Sound, SoundError, SoundOutput, SpeakerStatus};

/// Sounds kept for looking at; older ones are thrown away.
const KEPT_SOUNDS: usize = 20;

/// A loudspeaker that only remembers. Clones are handles to the same loudspeaker.
#[derive(Clone, Default)]
pub struct SimulatedSpeaker {
    inner: Arc<Mutex<Inner>>,
}

#[derive(Default)]
struct Inner {
    is_unplugged: bool,
    heard: Vec<(Sound, f32)>,
}

impl SimulatedSpeaker {
    /// A loudspeaker that is plugged in.
    pub fn new() -> Self {
        Self::default()
    }

    /// Pulls its cable, or plugs it in.
    pub fn set_unplugged(&self, unplugged: bool) {
        self.inner().is_unplugged = unplugged;
    }

    /// The last sounds that were played, the newest last, each with its volume.
    pub fn heard(&self) -> Vec<(Sound, f32)> {
        self.inner().heard.clone()
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SoundOutput for SimulatedSpeaker {
    fn look(&mut self) -> SpeakerStatus {
        if self.inner().is_unplugged {
            SpeakerStatus::NoDevice
        } else {
            SpeakerStatus::Ready
        }
    }

    fn play(&mut self, sound: Sound, volume: f32, _limit: Duration) -> Result<(), SoundError> {
        let mut inner = self.inner();
        if inner.is_unplugged {
            return Err(SoundError::NoDevice("simulated".into()));
        }
        inner.heard.push((sound, volume));
        if inner.heard.len() > KEPT_SOUNDS {
            inner.heard.remove(0);
        }
        Ok(())
    }

    fn rest(&mut self) {}
}
