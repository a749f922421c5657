//! Something that makes sounds heard.

use std::time::Duration;

use super::{SAMPLE_RATE, SpeakerStatus};

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
    /// The sound card went away.
    #[error("the sound card went away: {0}")]
    Gone(String),
    /// The sound card took no samples any more.
    #[error("the sound card does not play on")]
    Stalled,
}

/// Something that makes sounds heard, one at a time.
pub trait SoundOutput: Send {
    /// Looks whether there is something to play on, without making a sound.
    fn look(&mut self) -> SpeakerStatus;

    /// Plays a sound and comes back when it has been heard to its end, at the latest after
    /// `limit`. `volume` is a factor from 0 to 1.
    ///
    /// # Errors
    /// When it was not heard to its end. The next call opens the sound card anew.
    fn play(&mut self, sound: Sound, volume: f32, limit: Duration) -> Result<(), SoundError>;

    /// Nothing will be played for a while: let go of the sound card.
    fn rest(&mut self);
}
