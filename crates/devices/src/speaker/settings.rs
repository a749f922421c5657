//! How the hall speaks, and every limit of it.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::port::BACK_OFF_FIRST;

/// How loud the hall speaks at each hour of the day, in percent of the recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VolumeByHour(pub [u8; 24]);

impl Default for VolumeByHour {
    /// Full by day; half at noon, when children and old people sleep; low in the evening and at
    /// night.
    fn default() -> Self {
        let mut percent = [30; 24];
        percent[8..12].fill(100);
        percent[12..14].fill(50);
        percent[14..18].fill(100);
        percent[18..21].fill(60);
        Self(percent)
    }
}

impl VolumeByHour {
    /// The same volume all day.
    pub fn always(percent: u8) -> Self {
        Self([percent; 24])
    }

    /// The factor for an hour (0 to 23), never above 1: recordings are as loud as they may be.
    pub fn factor(&self, hour: u8) -> f32 {
        let percent = self.0.get(usize::from(hour)).copied().unwrap_or(100);
        f32::from(percent.min(100)) / 100.0
    }
}

/// How an announcer works.
#[derive(Clone)]
pub struct AnnouncerSettings {
    /// How loud it is at each hour.
    pub volume: VolumeByHour,
    /// The hour of the hall's local time now (0 to 23). This crate knows no time zones.
    pub hour_now: Arc<dyn Fn() -> u8 + Send + Sync>,
    /// How long things may take.
    pub limits: SpeakerLimits,
}

impl Default for AnnouncerSettings {
    fn default() -> Self {
        Self {
            volume: VolumeByHour::always(100),
            hour_now: Arc::new(|| 12),
            limits: SpeakerLimits::default(),
        }
    }
}

/// How long things may take at the loudspeaker.
#[derive(Debug, Clone)]
pub struct SpeakerLimits {
    /// How long a call may wait before it is started; the board has shown it long since then.
    pub wait: Duration,
    /// How much longer than its sound a call may take before the sound card counts as lost.
    pub overrun: Duration,
    /// The first wait before a lost sound card is opened again.
    pub reopen_first: Duration,
    /// How often an idle announcer looks whether there is a sound card.
    pub look_every: Duration,
    /// How long the sound card stays open after the last call.
    pub rest_after: Duration,
}

impl Default for SpeakerLimits {
    fn default() -> Self {
        Self {
            wait: Duration::from_secs(90),
            overrun: Duration::from_secs(4),
            reopen_first: BACK_OFF_FIRST,
            look_every: Duration::from_secs(30),
            rest_after: Duration::from_secs(3),
        }
    }
}
