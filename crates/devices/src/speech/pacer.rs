//! Sound made slower or faster as it comes, and no higher.

use std::num::NonZero;

use wsola::TimeStretch;

use super::Pace;
use crate::speaker::SAMPLE_RATE;

/// Silence put behind a sound before its last part is asked for: the last frames are left out
/// otherwise.
const PADDING: usize = SAMPLE_RATE as usize / 10;

/// Changes the time of a sound that comes in parts, and not its pitch.
pub(super) struct Pacer {
    stretch: Option<TimeStretch>,
    tempo: f32,
    given: usize,
    made: usize,
}

impl Pacer {
    pub(super) fn new(pace: Pace) -> Self {
        let rate = NonZero::new(SAMPLE_RATE).unwrap_or(NonZero::<u32>::MIN);
        let stretch = match pace {
            // What is said as recorded is not touched at all.
            Pace::Usual => None,
            Pace::Slow | Pace::Fast => TimeStretch::new(rate, NonZero::<u16>::MIN)
                .inspect_err(|error| tracing::warn!(%error, "said at the usual pace"))
                .ok(),
        };
        let mut pacer = Self {
            tempo: if stretch.is_some() { pace.tempo() } else { 1.0 },
            stretch,
            given: 0,
            made: 0,
        };
        if let Some(stretch) = &mut pacer.stretch {
            stretch.set_tempo(pacer.tempo);
        }
        pacer
    }

    /// The next part. What comes back may be shorter by some hundredths of a second, which come
    /// with the part after it.
    pub(super) fn push(&mut self, part: Vec<f32>) -> Vec<f32> {
        self.given += part.len();
        let Some(stretch) = &mut self.stretch else {
            return part;
        };
        stretch.push(&part);
        let made = pull(stretch);
        self.made += made.len();
        made
    }

    /// What is left after the last part.
    pub(super) fn finish(&mut self) -> Vec<f32> {
        let wanted = (self.given as f32 / self.tempo) as usize;
        let Some(stretch) = &mut self.stretch else {
            return Vec::new();
        };
        stretch.push(&[0.0; PADDING]);
        let mut rest = pull(stretch);
        stretch.set_draining();
        rest.extend(pull(stretch));
        rest.resize(wanted.saturating_sub(self.made), 0.0);
        rest
    }
}

/// All that can be made now.
fn pull(stretch: &mut TimeStretch) -> Vec<f32> {
    let mut made = Vec::new();
    let mut part = vec![0.0; stretch.min_output_buff_size() * 8];
    // It says with an error that it needs more.
    while let Ok(count @ 1..) = stretch.pull(&mut part) {
        made.extend_from_slice(&part[..count]);
    }
    made
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

    fn at_pace(sound: &[f32], pace: Pace, part: usize) -> Vec<f32> {
        let mut pacer = Pacer::new(pace);
        let mut made: Vec<f32> = sound
            .chunks(part)
            .flat_map(|part| pacer.push(part.to_vec()))
            .collect();
        made.extend(pacer.finish());
        made
    }

    #[test]
    fn pace_changes_the_time_and_not_the_pitch() {
        for hertz in [120.0, 200.0, 240.0] {
            for pace in [Pace::Slow, Pace::Usual, Pace::Fast] {
                let sound = at_pace(&voice(hertz), pace, 12_000);
                let heard = pitch(&sound);
                assert!(
                    (heard / hertz - 1.0).abs() < 0.02,
                    "{hertz} became {heard} Hz"
                );
                let secs = sound.len() as f32 / SAMPLE_RATE as f32;
                assert!((secs * pace.tempo() - 1.0).abs() < 0.01, "{secs} s");
                // As loud as before, in every tenth of a second.
                for part in sound[2400..sound.len() - 2400].chunks_exact(2400) {
                    let power = part.iter().map(|level| level * level).sum::<f32>() / 2400.0;
                    assert!((power.sqrt() / 0.247 - 1.0).abs() < 0.1, "{}", power.sqrt());
                }
            }
        }
    }

    #[test]
    fn the_parts_it_comes_in_are_not_heard() {
        for pace in [Pace::Slow, Pace::Fast] {
            let whole = at_pace(&voice(200.0), pace, usize::MAX);
            for part in [1000, 7777, 12_000] {
                assert_eq!(at_pace(&voice(200.0), pace, part), whole);
            }
        }
    }

    #[test]
    fn a_very_short_sound_is_not_lost_at_any_pace() {
        for pace in [Pace::Slow, Pace::Fast] {
            let sound = at_pace(&voice(200.0)[..720], pace, 720);
            assert!(sound.iter().any(|level| level.abs() > 0.1));
        }
    }
}
