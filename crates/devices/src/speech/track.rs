//! Recordings put one after the other.

use crate::speaker::SAMPLE_RATE;

/// How far two syllables lie over each other, in milliseconds.
const JOIN_MS: u32 = 12;
/// How much is handed on at a time, in milliseconds: a long clause is heard before all of it is
/// made.
const PART_MS: u32 = 500;

/// Samples that grow at their end, and are taken from their beginning in parts.
#[derive(Default)]
pub(super) struct Track {
    samples: Vec<f32>,
    /// Whether the next recording may be joined to the last one.
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

    /// A part from the beginning, if there is a whole one that the next recording cannot change.
    pub(super) fn part(&mut self) -> Option<Vec<f32>> {
        let is_whole = self.samples.len() >= samples(PART_MS + JOIN_MS);
        is_whole.then(|| self.samples.drain(..samples(PART_MS)).collect())
    }

    /// All that is left.
    pub(super) fn rest(&mut self) -> Vec<f32> {
        self.can_join = false;
        std::mem::take(&mut self.samples)
    }
}

/// How many samples a time has.
pub(super) fn samples(ms: u32) -> usize {
    (u64::from(ms) * u64::from(SAMPLE_RATE) / 1000) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let wanted = samples(300 - JOIN_MS + 10);
        assert_eq!(track.samples.len(), wanted, "not over silence");
    }

    #[test]
    fn parts_in_a_row_are_what_was_put_in() {
        let clip: Vec<f32> = (0..samples(700)).map(|index| index as f32).collect();
        let mut whole = Track::default();
        let mut taken = Track::default();
        let mut parts = Vec::new();
        for _ in 0..4 {
            whole.push(&clip, true);
            taken.push(&clip, true);
            while let Some(part) = taken.part() {
                assert_eq!(part.len(), samples(PART_MS));
                parts.extend(part);
            }
        }
        parts.extend(taken.rest());
        assert_eq!(parts, whole.rest());
    }
}
