//! Counting attempts, so that passwords and presence codes cannot be guessed.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::limits;

/// Attempts by whatever they are counted by, within a window of time.
#[derive(Default)]
pub(crate) struct Attempts {
    counts: Mutex<HashMap<String, (u32, Instant)>>,
}

impl Attempts {
    /// Counts one attempt for each key; false when one of them has had its number.
    pub(crate) fn allow(&self, keys: &[(String, u32)]) -> bool {
        self.allow_at(Instant::now(), keys)
    }

    fn allow_at(&self, now: Instant, keys: &[(String, u32)]) -> bool {
        let window = Duration::from_secs(limits::ATTEMPT_WINDOW_SECS);
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= limits::ATTEMPT_KEYS {
            counts.retain(|_, (_, since)| now.duration_since(*since) < window);
            if counts.len() >= limits::ATTEMPT_KEYS {
                // A flood from many addresses: better to refuse all than to remember without end.
                return false;
            }
        }
        let mut allowed = true;
        for (key, most) in keys {
            let (count, since) = counts.entry(key.clone()).or_insert((0, now));
            if now.duration_since(*since) >= window {
                (*count, *since) = (0, now);
            }
            *count = count.saturating_add(1);
            allowed &= *count <= *most;
        }
        allowed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_are_refused_after_their_number_and_allowed_again_after_the_window() {
        let attempts = Attempts::default();
        let key = [("name:李老师".to_owned(), 3)];
        let start = Instant::now();
        for _ in 0..3 {
            assert!(attempts.allow_at(start, &key));
        }
        assert!(!attempts.allow_at(start, &key));
        assert!(attempts.allow_at(
            start + Duration::from_secs(limits::ATTEMPT_WINDOW_SECS),
            &key
        ));
    }

    #[test]
    fn one_key_does_not_use_up_anothers_attempts() {
        let attempts = Attempts::default();
        assert!(attempts.allow(&[("a".to_owned(), 1)]));
        assert!(!attempts.allow(&[("a".to_owned(), 1)]));
        assert!(attempts.allow(&[("b".to_owned(), 1)]));
    }

    #[test]
    fn a_flood_of_keys_is_refused_rather_than_remembered() {
        let attempts = Attempts::default();
        for key in 0..limits::ATTEMPT_KEYS {
            attempts.allow(&[(key.to_string(), 1)]);
        }
        assert!(!attempts.allow(&[("one more".to_owned(), 1)]));
    }
}
