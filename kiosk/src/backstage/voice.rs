//! The voice: numbers that are called at a counter are said aloud.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::tz::TimeZone;
use linli_devices::speaker::{
    Announcement, AnnouncementId, Announcer, AnnouncerSettings, DEFAULT_TIMES, SoundOutput,
    SpeakerEvent, VoicePack, VolumeByHour,
};
use linli_hall::place::Facts;
use linli_hall::{Clock, CounterId, TicketId};

type OnEvent = Box<dyn FnMut(SpeakerEvent) + Send>;

/// A voice that has not begun yet.
pub struct Voice {
    begin: Box<dyn FnOnce(OnEvent) -> Announcer + Send>,
    locales: Vec<String>,
}

impl Voice {
    /// The hall's voice through `output`, as loud and in the languages that the hall has set.
    pub fn new(
        output: impl SoundOutput + 'static,
        pack: VoicePack,
        facts: &Facts,
        clock: Arc<dyn Clock>,
    ) -> Voice {
        let zone = TimeZone::get(&facts.time_zone).unwrap_or(TimeZone::UTC);
        let hour_now = move || u8::try_from(clock.now().to_zoned(zone.clone()).hour()).unwrap_or(0);
        let settings = AnnouncerSettings {
            volume: volume_by_hour(facts),
            hour_now: Arc::new(hour_now),
            ..AnnouncerSettings::default()
        };
        Voice {
            begin: Box::new(move |on_event| Announcer::start(output, pack, settings, on_event)),
            locales: facts.voices.clone(),
        }
    }

    /// The recordings of the project, with a hall's own over them.
    pub fn pack(recordings: PathBuf, own: Option<PathBuf>) -> VoicePack {
        VoicePack::open(recordings, own)
    }

    pub(super) fn start(self, on_event: impl FnMut(SpeakerEvent) + Send + 'static) -> Speaking {
        Speaking {
            announcer: (self.begin)(Box::new(on_event)),
            locales: self.locales,
        }
    }
}

/// A voice that speaks.
pub(super) struct Speaking {
    announcer: Announcer,
    locales: Vec<String>,
}

impl Speaking {
    /// Calls a number to a counter.
    pub(super) fn call(&self, ticket: TicketId, label: &str, counter: CounterId) {
        let letter = label.chars().next().filter(char::is_ascii_alphabetic);
        let digits: String = label.chars().filter(char::is_ascii_digit).collect();
        let (Ok(id), Ok(counter)) = (u64::try_from(ticket.0), u16::try_from(counter.0)) else {
            return;
        };
        let announcement = Announcement {
            // A second call of the same ticket takes the place of the first while that still waits.
            id: AnnouncementId(id),
            letter,
            digits,
            counter,
            locales: self.locales.clone(),
            times: DEFAULT_TIMES,
        };
        if let Err(refused) = self.announcer.announce(announcement) {
            tracing::warn!(%refused, label, "a call was not taken by the announcer");
        }
    }
}

/// The hall's steps of loudness as one value for each hour.
fn volume_by_hour(facts: &Facts) -> VolumeByHour {
    let mut steps = facts.volume.clone();
    steps.sort_by_key(|step| step.from_hour);
    let Some(last) = steps.last() else {
        return VolumeByHour::default();
    };
    // Before the first step of a day, the last one of the day before still holds.
    let mut percent = [last.percent; 24];
    for step in &steps {
        if let Some(rest) = percent.get_mut(usize::from(step.from_hour)..) {
            rest.fill(step.percent);
        }
    }
    VolumeByHour(percent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use linli_hall::place::Volume;

    #[test]
    fn the_loudness_of_a_step_holds_until_the_next_and_over_midnight() {
        let volume = vec![
            Volume {
                from_hour: 8,
                percent: 80,
            },
            Volume {
                from_hour: 20,
                percent: 30,
            },
        ];
        let by_hour = volume_by_hour(&Facts {
            volume,
            ..Facts::default()
        });
        assert_eq!(
            (by_hour.0[7], by_hour.0[8], by_hour.0[19], by_hour.0[20]),
            (30, 80, 80, 30)
        );
    }
}
