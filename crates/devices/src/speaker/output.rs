//! Something that makes sounds heard.

use std::time::Duration;

use super::{SAMPLE_RATE, SpeakerStatus, Stop};

/// Samples of one channel, [`SAMPLE_RATE`] a second, from -1 to 1.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sound {
    samples: Vec<f32>,
}

impl Sound {
    /// A sound from its samples.
    pub fn new(samples: Vec<f32>) -> Self {
        Self { samples }
    }

    /// The samples.
    pub fn samples(&self) -> &[f32] {
        &self.samples
    }

    /// How long it takes.
    pub fn length(&self) -> Duration {
        Duration::from_secs_f64(self.samples.len() as f64 / f64::from(SAMPLE_RATE))
    }

    pub(super) fn into_samples(self) -> Vec<f32> {
        self.samples
    }
}

/// Why a sound was not heard to its end.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SoundError {
    /// There is no sound card, or none that can be opened.
    #[error("no sound card: {0}")]
    NoDevice(String),
    /// There is no device of the name that was set.
    #[error("no sound device is called \"{wanted}\"; there are: {there}")]
    NoSuchDevice {
        /// What was looked for.
        wanted: String,
        /// The names of those there are.
        there: String,
    },
    /// The sound card went away.
    #[error("the sound card went away: {0}")]
    Gone(String),
    /// The sound card took no samples any more.
    #[error("the sound card does not play on")]
    Stalled,
}

/// How a sound ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Played {
    /// It was heard to its end.
    Whole,
    /// Its [`Stop`] ended it.
    Stopped,
}

/// Something that makes sounds heard, one at a time.
pub trait SoundOutput: Send {
    /// Looks whether there is something to play on, without making a sound.
    fn look(&mut self) -> SpeakerStatus;

    /// Plays sounds one after the other without a gap, and comes back when the last has been
    /// heard to its end or `stop` has ended it. The next sound is asked for while the one before
    /// is heard, so the first is heard before the last is made. `volume` is a factor from 0 to 1;
    /// `overrun` is how much longer than its sounds it may take.
    ///
    /// # Errors
    /// When they were not heard to their end. The next call opens the sound card anew.
    fn play_all(
        &mut self,
        sounds: &mut dyn Iterator<Item = Sound>,
        volume: f32,
        overrun: Duration,
        stop: &Stop,
    ) -> Result<Played, SoundError>;

    /// Plays one sound and comes back when it has been heard to its end, at the latest after
    /// `limit`.
    ///
    /// # Errors
    /// As [`SoundOutput::play_all`].
    fn play(&mut self, sound: Sound, volume: f32, limit: Duration) -> Result<(), SoundError> {
        let overrun = limit.saturating_sub(sound.length());
        self.play_all(&mut std::iter::once(sound), volume, overrun, &Stop::new())
            .map(|_| ())
    }

    /// Nothing will be played for a while: let go of the sound card.
    fn rest(&mut self);
}
