//! From how sure the model is of each class to candidates, best first.

use std::collections::HashMap;

use super::Candidate;

/// Shapes that differ only in size, the larger first within a pair of letters. Where one of
/// them is likely the others are offered too, because no picture alone can tell them apart.
const TWINS: &[&str] = &[
    "0Oo〇", "1Il", "一-—", "Cc", "Kk", "Pp", "Ss", "Uu", "Vv", "Ww", "Xx", "Zz",
];

/// From this score on, the twins of a candidate are offered with it.
const TWIN_FROM: f32 = 0.2;

/// How much of the score of a candidate its twins have at least.
const TWIN_SHARE: f32 = 0.1;

/// Less likely candidates are noise.
const SCORE_MIN: f32 = 0.000_5;

/// Scores of characters, put together from readings.
#[derive(Default)]
pub(super) struct Scores(HashMap<char, f32>);

impl Scores {
    /// From one reading: what each class is written as, and how sure the model is of it.
    pub(super) fn of(written: &[Option<char>], sure: &[f32]) -> Self {
        let mut scores = HashMap::new();
        for (&written, &sure) in written.iter().zip(sure) {
            if let Some(one) = written
                && sure >= SCORE_MIN
            {
                *scores.entry(one).or_insert(0.0) += sure;
            }
        }
        Self(scores)
    }

    /// The middle between two readings of the same ink.
    pub(super) fn averaged_with(mut self, other: Self) -> Self {
        for (one, score) in other.0 {
            *self.0.entry(one).or_insert(0.0) += score;
        }
        for score in self.0.values_mut() {
            *score /= 2.0;
        }
        self
    }

    /// The most likely character and its score.
    pub(super) fn best(&self) -> Option<(char, f32)> {
        let scores = self.0.iter().map(|(&one, &score)| (one, score));
        scores.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
    }

    /// Offers the twins of what is likely.
    pub(super) fn offer_twins(&mut self) {
        for set in TWINS {
            let score = |one: char| self.0.get(&one).copied().unwrap_or(0.0);
            let best = set.chars().map(score).fold(0.0, f32::max);
            if best < TWIN_FROM {
                continue;
            }
            for one in set.chars() {
                let score = self.0.entry(one).or_insert(0.0);
                *score = score.max(best * TWIN_SHARE);
            }
        }
    }

    /// Of letters that differ in size alone (k and p also stand taller or lower), puts the one of this size first.
    pub(super) fn settle_case(&mut self, ink_is_low: bool) {
        for capital in "COSUVWXZ".chars() {
            let small = capital.to_ascii_lowercase();
            let (Some(&big), Some(&little)) = (self.0.get(&capital), self.0.get(&small)) else {
                continue;
            };
            if (big < little) != ink_is_low {
                self.0.insert(capital, little);
                self.0.insert(small, big);
            }
        }
    }

    /// At most so many candidates, best first.
    pub(super) fn into_candidates(self, most: usize) -> Vec<Candidate> {
        let mut all: Vec<(char, f32)> = self.0.into_iter().collect();
        // Equal scores are put in a fixed order, so that the same ink gives the same list.
        all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        all.truncate(most);
        let candidate = |(one, score): (char, f32)| Candidate {
            text: one.to_string(),
            score: score.clamp(0.0, 1.0),
        };
        all.into_iter().map(candidate).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(of: &[(char, f32)]) -> Scores {
        Scores(of.iter().copied().collect())
    }

    fn texts(scores: Scores) -> String {
        let all = scores.into_candidates(9);
        all.into_iter().map(|c| c.text).collect()
    }

    #[test]
    fn classes_that_are_written_alike_are_one_candidate() {
        let written = [Some('口'), Some('日'), Some('口'), None];
        let scores = Scores::of(&written, &[0.4, 0.5, 0.3, 1.0]);
        assert_eq!(texts(scores), "口日");
    }

    #[test]
    fn a_circle_is_offered_as_zero_letter_and_han() {
        let mut scores = scores(&[('0', 0.9), ('口', 0.05)]);
        scores.offer_twins();
        let texts = texts(scores);
        assert!("0Oo〇".chars().all(|one| texts.contains(one)), "{texts}");
        assert!(texts.starts_with('0'));
    }

    #[test]
    fn unlikely_twins_are_not_offered() {
        let mut scores = scores(&[('人', 0.9), ('0', 0.01)]);
        scores.offer_twins();
        assert_eq!(texts(scores), "人0");
    }

    #[test]
    fn low_ink_is_a_small_letter_and_high_ink_a_capital() {
        for (low, wanted) in [(true, "xX"), (false, "Xx")] {
            for (big, little) in [(0.7, 0.2), (0.2, 0.7)] {
                let mut scores = scores(&[('X', big), ('x', little)]);
                scores.settle_case(low);
                assert_eq!(texts(scores), wanted);
            }
        }
    }
}
