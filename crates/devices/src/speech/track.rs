//! Pieces of sound put together, and their pace.

use std::num::NonZero;

use super::Pace;
use crate::speaker::{SAMPLE_RATE, Sound};

/// How far two syllables lie over each other, in milliseconds.
const JOIN_MS: u32 = 12;

/// Samples that grow piece by piece.
#[derive(Default)]
pub(super) struct Track {
    samples: Vec<f32>,
    /// Whether the next piece may be joined to the last one.
    can_join: bool,
}

impl Track {
    /// Puts a recording after what is there. One that is `joined` lies a little over the end of
    /// the one before, and the one fades into the other.
    pub(super) fn push(&mut self, clip: &[f32], joined: bool) {
        let most = self.samples.len().min(clip.len());
        let over = match joined && self.can_join {
            true => samples(JOIN_MS).min(most),
            false => 0,
        };
        let from = self.samples.len() - over;
        for (at, (before, after)) in self.samples[from..].iter_mut().zip(clip).enumerate() {
            let share = (at + 1) as f32 / (over + 1) as f32;
            *before = *before * (1.0 - share) + after * share;
        }
        self.samples.extend_from_slice(&clip[over..]);
        self.can_join = true;
    }

    /// Silence.
    pub(super) fn gap(&mut self, ms: u32) {
        self.samples.resize(self.samples.len() + samples(ms), 0.0);
        self.can_join = false;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.samples.is_empty()
    }

    /// The sound at a pace: it takes longer or shorter and is as high as before.
    pub(super) fn into_sound(self, pace: Pace) -> Sound {
        Sound::new(at_pace(self.samples, pace))
    }
}

fn samples(ms: u32) -> usize {
    (u64::from(ms) * u64::from(SAMPLE_RATE) / 1000) as usize
}

fn at_pace(recorded: Vec<f32>, pace: Pace) -> Vec<f32> {
    if pace == Pace::Usual {
        return recorded;
    }
    let rate = NonZero::new(SAMPLE_RATE).unwrap_or(NonZero::<u32>::MIN);
    let wanted = (recorded.len() as f32 / pace.tempo()) as usize;
    // The last frames are left out otherwise.
    let padded = [&recorded[..], &vec![0.0; samples(100)]].concat();
    match wsola::stretch(&padded, rate, NonZero::<u16>::MIN, pace.tempo()) {
        Ok(mut stretched) => {
            stretched.resize(wanted, 0.0);
            stretched
        }
        Err(error) => {
            tracing::warn!(%error, "said at the usual pace");
            recorded
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A voice of this pitch: a fundamental with overtones, one second.
    fn voice(hertz: f32) -> Vec<f32> {
        (0..SAMPLE_RATE)
            .map(|index| index as f32 / SAMPLE_RATE as f32 * hertz * std::f32::consts::TAU)
            .map(|turn| 0.3 * turn.sin() + 0.15 * (2.0 * turn).sin() + 0.1 * (3.0 * turn).sin())
            .collect()
    }

    /// The pitch from 80 to 500 Hz, by the shift in which the sound is most like itself.
    fn pitch(sound: &[f32]) -> f32 {
        let middle = &sound[sound.len() / 4..sound.len() * 3 / 4];
        let likeness = |shift: usize| -> f32 {
            let (early, late) = (&middle[..middle.len() - 300], &middle[shift..]);
            early.iter().zip(late).map(|(a, b)| a * b).sum()
        };
        let all: Vec<f32> = (48..300).map(likeness).collect();
        let most = all.iter().copied().fold(0.0, f32::max);
        // Two turns are as alike as one: the first peak is meant.
        let peak = (1..all.len() - 1)
            .find(|at| all[*at] > 0.97 * most && all[*at] >= all[at - 1] && all[*at] >= all[at + 1])
            .unwrap();
        SAMPLE_RATE as f32 / (48 + peak) as f32
    }

    #[test]
    fn pace_changes_the_time_and_not_the_pitch() {
        for hertz in [120.0, 200.0, 240.0] {
            for pace in [Pace::Slow, Pace::Usual, Pace::Fast] {
                let mut track = Track::default();
                track.push(&voice(hertz), false);
                let sound = track.into_sound(pace);
                let heard = pitch(sound.samples());
                assert!(
                    (heard / hertz - 1.0).abs() < 0.02,
                    "{hertz} became {heard} Hz"
                );
                let secs = sound.length().as_secs_f32();
                assert!((secs * pace.tempo() - 1.0).abs() < 0.01, "{secs} s");
                // As loud as before, in every tenth of a second.
                let inner = &sound.samples()[2400..sound.samples().len() - 2400];
                for part in inner.chunks_exact(2400) {
                    let power = part.iter().map(|level| level * level).sum::<f32>() / 2400.0;
                    assert!((power.sqrt() / 0.247 - 1.0).abs() < 0.1, "{}", power.sqrt());
                }
            }
        }
    }

    #[test]
    fn syllables_are_joined_without_a_gap_and_without_a_step() {
        let clip = vec![0.5; samples(100)];
        let mut track = Track::default();
        track.push(&clip, true);
        track.push(&clip, true);
        assert_eq!(track.samples.len(), samples(200 - JOIN_MS));
        assert!(track.samples.iter().all(|level| (level - 0.5).abs() < 1e-5));
        track.gap(10);
        track.push(&clip, true);
        assert_eq!(
            track.samples.len(),
            samples(300 - JOIN_MS + 10),
            "not over silence"
        );
    }

    #[test]
    fn a_very_short_sound_is_not_lost_at_any_pace() {
        for pace in [Pace::Slow, Pace::Fast] {
            let mut track = Track::default();
            track.push(&voice(200.0)[..720], false);
            let sound = track.into_sound(pace);
            assert!(sound.samples().iter().any(|level| level.abs() > 0.1));
        }
    }
}
