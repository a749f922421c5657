//! Recordings to samples.

use std::fs::File;
use std::num::NonZero;
use std::path::Path;

use rodio::Decoder;
use rodio::source::UniformSourceIterator;

use super::{Part, Script, Sound};

/// Samples a second of every sound here.
pub const SAMPLE_RATE: u32 = 24_000;
/// No recording is played longer than this.
pub const MAX_CLIP_SECS: u32 = 20;

impl Script {
    /// The sound of all pieces, one after the other. A recording that cannot be read is left
    /// out; its path is in the second part of the answer.
    pub fn render(&self) -> (Sound, Vec<String>) {
        let mut samples = Vec::new();
        let mut unreadable = Vec::new();
        for part in &self.parts {
            match part {
                Part::Gap(ms) => {
                    let gap = (u64::from(*ms) * u64::from(SAMPLE_RATE) / 1000) as usize;
                    samples.resize(samples.len() + gap, 0.0);
                }
                Part::Clip(path) => match read(path) {
                    Ok(clip) => samples.extend(clip),
                    Err(error) => {
                        tracing::warn!(path = %path.display(), error, "cannot read a recording");
                        unreadable.push(path.display().to_string());
                    }
                },
            }
        }
        (Sound::new(samples), unreadable)
    }
}

/// Reads a recording as one channel at [`SAMPLE_RATE`].
fn read(path: &Path) -> Result<Vec<f32>, String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    let decoder = Decoder::try_from(file).map_err(|error| error.to_string())?;
    let (Some(channels), Some(rate)) = (NonZero::new(1), NonZero::new(SAMPLE_RATE)) else {
        return Err("no rate".into());
    };
    let most = (MAX_CLIP_SECS * SAMPLE_RATE) as usize;
    Ok(UniformSourceIterator::new(decoder, channels, rate)
        .take(most)
        .collect())
}
