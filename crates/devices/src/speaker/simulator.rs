//! A loudspeaker that only remembers.

use std::sync::mpsc::channel;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::feed::Feed;
use super::{Played, SAMPLE_RATE, Sound, SoundError, SoundOutput, SpeakerStatus, Stop};

/// Sounds kept for looking at; older ones are thrown away.
const KEPT_SOUNDS: usize = 20;

/// A loudspeaker that only remembers, and whose time stands still while it is held. Clones are
/// handles to the same loudspeaker.
#[derive(Clone, Default)]
pub struct SimulatedSpeaker {
    inner: Arc<(Mutex<Inner>, Condvar)>,
}

#[derive(Default)]
struct Inner {
    is_unplugged: bool,
    /// After how many samples of a play its time stands still.
    held_at: Option<usize>,
    /// Whether a play stands still now.
    is_holding: bool,
    heard: Vec<(Sound, f32)>,
}

impl SimulatedSpeaker {
    /// A loudspeaker that is plugged in.
    pub fn new() -> Self {
        Self::default()
    }

    /// Pulls its cable, or plugs it in. What is being played breaks off.
    pub fn set_unplugged(&self, unplugged: bool) {
        self.inner().is_unplugged = unplugged;
        self.inner.1.notify_all();
    }

    /// Lets time stand still when so much of a play has been heard, in this and every later play,
    /// until it is stopped, unplugged or [released](Self::release).
    pub fn hold_at(&self, heard: Duration) {
        let samples = heard.as_secs_f64() * f64::from(SAMPLE_RATE);
        self.inner().held_at = Some(samples.round() as usize);
    }

    /// Lets time go on.
    pub fn release(&self) {
        self.inner().held_at = None;
        self.inner.1.notify_all();
    }

    /// Waits until a play stands still; false if that takes longer than `limit`.
    pub fn wait_until_held(&self, limit: Duration) -> bool {
        let inner = self.inner();
        let waited = self
            .inner
            .1
            .wait_timeout_while(inner, limit, |inner| !inner.is_holding);
        let (inner, _) = waited.unwrap_or_else(PoisonError::into_inner);
        inner.is_holding
    }

    /// What was heard of the last plays, the newest last, each with its volume. A play that was
    /// stopped ends with its fade.
    pub fn heard(&self) -> Vec<(Sound, f32)> {
        self.inner().heard.clone()
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stands still if it is to; false if the cable was pulled meanwhile.
    fn hold(&self, heard: usize, stop: &Stop) -> bool {
        let mut inner = self.inner();
        while inner.held_at.is_some_and(|at| heard >= at)
            && !inner.is_unplugged
            && !stop.is_stopped()
        {
            inner.is_holding = true;
            self.inner.1.notify_all();
            inner = self
                .inner
                .1
                .wait(inner)
                .unwrap_or_else(PoisonError::into_inner);
        }
        inner.is_holding = false;
        !inner.is_unplugged
    }

    fn remember(&self, heard: Vec<f32>, volume: f32) {
        let mut inner = self.inner();
        inner.heard.push((Sound::new(heard), volume));
        if inner.heard.len() > KEPT_SOUNDS {
            inner.heard.remove(0);
        }
    }

    /// Takes samples as a sound card does, each sound before the next one is asked for.
    fn take(
        &self,
        sounds: &mut dyn Iterator<Item = Sound>,
        stop: &Stop,
        heard: &mut Vec<f32>,
    ) -> Result<(), SoundError> {
        let (send, inbox) = channel();
        let mut feed = Feed::new(inbox, 1.0, stop.clone(), |_| ());
        while let Some(sound) = (!stop.is_stopped()).then(|| sounds.next()).flatten() {
            let count = sound.samples().len();
            let _ = send.send(sound);
            for _ in 0..count {
                if !self.hold(heard.len(), stop) {
                    return Err(SoundError::Gone("simulated".into()));
                }
                let Some(sample) = feed.next() else {
                    return Ok(());
                };
                heard.push(sample);
            }
        }
        Ok(())
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

    fn play_all(
        &mut self,
        sounds: &mut dyn Iterator<Item = Sound>,
        volume: f32,
        _overrun: Duration,
        stop: &Stop,
    ) -> Result<Played, SoundError> {
        if self.inner().is_unplugged {
            return Err(SoundError::NoDevice("simulated".into()));
        }
        stop.on_stop({
            let inner = Arc::clone(&self.inner);
            move || {
                // Locked, so that a play about to wait is not missed.
                drop(inner.0.lock().unwrap_or_else(PoisonError::into_inner));
                inner.1.notify_all();
            }
        });
        let mut heard = Vec::new();
        let result = self.take(sounds, stop, &mut heard);
        stop.forget();
        self.remember(heard, volume);
        result.map(|()| match stop.is_stopped() {
            true => Played::Stopped,
            false => Played::Whole,
        })
    }

    fn rest(&mut self) {}
}
