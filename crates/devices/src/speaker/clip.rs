//! Recordings to samples.

use std::fs::File;
use std::num::NonZero;
use std::path::Path;

use rodio::buffer::SamplesBuffer;
use rodio::source::UniformSourceIterator;
use rodio::{Decoder, Source};

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
pub(crate) fn read(path: &Path) -> Result<Vec<f32>, String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    let mut decoder = Decoder::try_from(file).map_err(|error| error.to_string())?;
    // Before the first sample, a decoder does not know yet what it reads.
    let first = decoder.next();
    let channels = usize::from(decoder.channels().get());
    let rate = decoder.sample_rate();
    let most = MAX_CLIP_SECS as usize * rate.get() as usize * channels;
    let all: Vec<f32> = first.into_iter().chain(decoder).take(most).collect();
    let mono: Vec<f32> = all
        .chunks_exact(channels)
        .map(|frame| frame.iter().sum::<f32>() / channels as f32)
        .collect();
    if mono.is_empty() {
        return Err("it is empty".into());
    }
    let (Some(one), Some(wanted)) = (NonZero::new(1), NonZero::new(SAMPLE_RATE)) else {
        return Ok(mono);
    };
    if rate == wanted {
        return Ok(mono);
    }
    let source = SamplesBuffer::new(one, rate, mono);
    Ok(UniformSourceIterator::new(source, one, wanted).collect())
}
