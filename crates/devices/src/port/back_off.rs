//! How long to wait before a device that went away is tried again.

use std::time::Duration;

/// The first wait after a device went away.
pub const BACK_OFF_FIRST: Duration = Duration::from_millis(500);
/// No wait is longer than this, so that a plugged-in device is back within it.
pub const BACK_OFF_LONGEST: Duration = Duration::from_secs(10);

/// Waits that double from [`BACK_OFF_FIRST`] to [`BACK_OFF_LONGEST`].
#[derive(Debug, Clone)]
pub struct BackOff {
    first: Duration,
    next: Duration,
}

impl Default for BackOff {
    fn default() -> Self {
        Self::starting_at(BACK_OFF_FIRST)
    }
}

impl BackOff {
    /// Waits that start at `first`; tests use a short one.
    pub fn starting_at(first: Duration) -> Self {
        Self { first, next: first }
    }

    /// The wait before the next try.
    pub fn next_wait(&mut self) -> Duration {
        let wait = self.next;
        self.next = (wait * 2).min(BACK_OFF_LONGEST);
        wait
    }

    /// The device is back: the next wait is the first one again.
    pub fn reset(&mut self) {
        self.next = self.first;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_ten_seconds_and_start_over_when_the_device_is_back() {
        let mut back_off = BackOff::default();
        let waits: Vec<u64> = (0..7)
            .map(|_| back_off.next_wait().as_millis() as u64)
            .collect();
        assert_eq!(waits, [500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
        back_off.reset();
        assert_eq!(back_off.next_wait(), BACK_OFF_FIRST);
    }
}
