//! The sound cards of the machine.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::time::{Duration, Instant};

use rodio::cpal::traits::{DeviceTrait, HostTrait};
use rodio::{DeviceSinkBuilder, MixerDeviceSink, cpal};

use super::feed::{FADE, Fed, Feed};
use super::{Played, SAMPLE_RATE, Sound, SoundError, SoundOutput, SpeakerStatus, Stop};

/// Silence after the last sound. A sound is over when the sound card has taken its last sample,
/// which is up to two of its buffers before that sample is heard.
const TAIL: Duration = Duration::from_millis(250);
/// Silence before the first sound: a card that has just been opened swallows its beginning.
const LEAD: Duration = Duration::from_millis(60);
/// Notices of the sound card that nobody has read yet; more say nothing new.
const NOTICES: usize = 16;
/// Sounds that wait behind the one being heard, so that a busy machine leaves no gap.
const AHEAD: usize = 2;
/// Frames of a buffer of a card that must be silent soon after a stop: 21 ms at 48 kHz.
const PROMPT_FRAMES: u32 = 1024;
/// A stopped sound takes the fade and a buffer or two; a card that takes longer has stalled.
const STOP_LIMIT: Duration = Duration::from_millis(FADE.as_millis() as u64 + 80);

/// A sound card of the machine, opened for the first sound and let go when it rests.
#[derive(Default)]
pub struct SoundCard {
    /// Part of its name; the machine's default card without one.
    name: Option<String>,
    is_prompt: bool,
    open: Option<Open>,
}

struct Open {
    card: MixerDeviceSink,
    notices: SyncSender<Notice>,
    inbox: Receiver<Notice>,
    plays: u64,
}

enum Notice {
    /// News of the play of this count.
    Fed(u64, Fed),
    /// The play of this count is to end.
    Stop(u64),
    Lost(String),
}

impl SoundCard {
    /// The default sound card, not opened yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The sound card whose name or description contains `name`, in whatever case, and only that
    /// one: while it is not there, nothing is heard. ALSA's own name of a device, such as
    /// `plughw:CARD=Headset,DEV=0`, is a good one. A device of a hall's `asound.conf` is found if
    /// it has a `hint`.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: Some(name.into()),
            ..Self::default()
        }
    }

    /// With small buffers, so that a stopped sound is silent within 100 ms.
    #[must_use]
    pub fn prompt(mut self) -> Self {
        self.is_prompt = true;
        self
    }

    /// The names of the devices that sounds can be played on.
    pub fn names() -> Vec<String> {
        devices().into_iter().map(|(name, _)| name).collect()
    }

    fn device(&self) -> Result<cpal::Device, SoundError> {
        let Some(wanted) = &self.name else {
            return cpal::default_host()
                .default_output_device()
                .ok_or_else(|| SoundError::NoDevice("there is no default device".into()));
        };
        let devices = devices();
        let names: Vec<&str> = devices.iter().map(|(name, _)| name.as_str()).collect();
        match find_name(wanted, &names) {
            Some(at) => Ok(devices[at].1.clone()),
            None => Err(SoundError::NoSuchDevice {
                wanted: wanted.clone(),
                there: names.join("; "),
            }),
        }
    }

    fn open(&mut self) -> Result<&mut Open, SoundError> {
        if self.open.is_none() {
            self.open = Some(Open::new(self.device()?, self.is_prompt)?);
        }
        self.open
            .as_mut()
            .ok_or_else(|| SoundError::NoDevice(String::new()))
    }
}

/// Every device that plays, with its name: ALSA's own and the description.
fn devices() -> Vec<(String, cpal::Device)> {
    let Ok(devices) = cpal::default_host().output_devices() else {
        return Vec::new();
    };
    devices
        .map(|device| {
            let id = device.id().map(|id| id.id().to_owned()).unwrap_or_default();
            let name = match device.description() {
                Ok(description) if description.name() != id => {
                    format!("{id} ({})", description.name())
                }
                _ => id,
            };
            (name, device)
        })
        .collect()
}

/// The device that is meant: the one that is called so, else the first whose name has it.
fn find_name(wanted: &str, names: &[&str]) -> Option<usize> {
    let wanted = wanted.trim().to_lowercase();
    if wanted.is_empty() {
        return None;
    }
    let names: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    names
        .iter()
        .position(|name| {
            name.strip_prefix(&wanted)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
        })
        .or_else(|| names.iter().position(|name| name.contains(&wanted)))
}

impl Open {
    fn new(device: cpal::Device, is_prompt: bool) -> Result<Self, SoundError> {
        let (notices, inbox) = sync_channel(NOTICES);
        let lost = notices.clone();
        let card = DeviceSinkBuilder::from_device(device)
            .map(|builder| {
                if is_prompt {
                    builder.with_buffer_size(cpal::BufferSize::Fixed(PROMPT_FRAMES))
                } else {
                    builder
                }
            })
            .map(|builder| {
                builder.with_error_callback(move |error: cpal::Error| match error.kind() {
                    // A gap is heard, and over; the others say that nothing is lost.
                    cpal::ErrorKind::Xrun
                    | cpal::ErrorKind::RealtimeDenied
                    | cpal::ErrorKind::DeviceChanged => {
                        tracing::debug!(%error, "the sound card hiccuped");
                    }
                    _ => {
                        // A full channel has news of the loss already.
                        let _ = lost.try_send(Notice::Lost(error.to_string()));
                    }
                })
            })
            // It tries other formats of this device, never another device.
            .and_then(|builder| builder.open_sink_or_fallback());
        match card {
            Ok(mut card) => {
                card.log_on_drop(false);
                Ok(Self {
                    card,
                    notices,
                    inbox,
                    plays: 0,
                })
            }
            Err(error) => Err(SoundError::NoDevice(error.to_string())),
        }
    }

    /// Whether the card has said that it went away.
    fn is_lost(&self) -> bool {
        self.inbox
            .try_iter()
            .any(|notice| matches!(notice, Notice::Lost(_)))
    }

    fn play_all(
        &mut self,
        sounds: &mut dyn Iterator<Item = Sound>,
        volume: f32,
        overrun: Duration,
        stop: &Stop,
    ) -> Result<Played, SoundError> {
        self.plays += 1;
        let this = self.plays;
        let notices = self.notices.clone();
        stop.on_stop({
            let notices = self.notices.clone();
            // A full channel is being read; the feed itself ends at the stop in any case.
            move || {
                let _ = notices.try_send(Notice::Stop(this));
            }
        });
        let (send, feed) = channel();
        let feed = Feed::new(feed, volume, stop.clone(), move |fed| {
            let _ = notices.try_send(Notice::Fed(this, fed));
        });
        let mut play = Play {
            this,
            sounds,
            send: Some(send),
            until: Instant::now() + LEAD + TAIL + overrun,
            given: 0,
            begun: 0,
            is_stopping: false,
        };
        play.give(silence(LEAD));
        play.feed(stop);
        self.card.mixer().add(feed);
        let result = play.wait(&self.inbox, stop);
        stop.forget();
        result
    }
}

/// A play that goes on.
struct Play<'a> {
    this: u64,
    sounds: &'a mut dyn Iterator<Item = Sound>,
    send: Option<Sender<Sound>>,
    until: Instant,
    given: usize,
    begun: usize,
    is_stopping: bool,
}

impl Play<'_> {
    fn give(&mut self, sound: Sound) {
        self.until += sound.length();
        self.given += 1;
        if let Some(send) = &self.send {
            // A feed that has ended says so by itself.
            let _ = send.send(sound);
        }
    }

    /// Hands over sounds until enough wait behind the one being heard.
    fn feed(&mut self, stop: &Stop) {
        while self.send.is_some() && self.given <= self.begun + AHEAD && !stop.is_stopped() {
            // Making a sound takes time in which the card may have waited for it.
            let began = Instant::now();
            let next = self.sounds.next();
            self.until += began.elapsed();
            match next {
                Some(sound) => self.give(sound),
                None => {
                    self.give(silence(TAIL));
                    self.send = None;
                }
            }
        }
    }

    fn wait(&mut self, inbox: &Receiver<Notice>, stop: &Stop) -> Result<Played, SoundError> {
        loop {
            let left = self.until.saturating_duration_since(Instant::now());
            match inbox.recv_timeout(left) {
                Ok(Notice::Fed(play, Fed::Began)) if play == self.this => {
                    self.begun += 1;
                    self.feed(stop);
                }
                Ok(Notice::Fed(play, Fed::Over)) if play == self.this => {
                    return Ok(if stop.is_stopped() {
                        Played::Stopped
                    } else {
                        Played::Whole
                    });
                }
                Ok(Notice::Stop(play)) if play == self.this && !self.is_stopping => {
                    self.is_stopping = true;
                    self.until = Instant::now() + STOP_LIMIT;
                }
                Ok(Notice::Fed(..) | Notice::Stop(_)) => {}
                Ok(Notice::Lost(error)) => return Err(SoundError::Gone(error)),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    return Err(SoundError::Stalled);
                }
            }
        }
    }
}

fn silence(time: Duration) -> Sound {
    Sound::new(vec![
        0.0;
        (time.as_millis() as usize) * SAMPLE_RATE as usize
            / 1000
    ])
}

impl SoundOutput for SoundCard {
    fn look(&mut self) -> SpeakerStatus {
        if self.open.as_ref().is_some_and(Open::is_lost) {
            self.open = None;
        }
        let can_play = self.open.is_some()
            || self
                .device()
                .is_ok_and(|device| device.default_output_config().is_ok());
        if can_play {
            SpeakerStatus::Ready
        } else {
            SpeakerStatus::NoDevice
        }
    }

    fn play_all(
        &mut self,
        sounds: &mut dyn Iterator<Item = Sound>,
        volume: f32,
        overrun: Duration,
        stop: &Stop,
    ) -> Result<Played, SoundError> {
        let result = self.open()?.play_all(sounds, volume, overrun, stop);
        if result.is_err() {
            // A card that does not play on never will: everything is opened anew next time.
            self.open = None;
        }
        result
    }

    fn rest(&mut self) {
        self.open = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A play on a card that never takes a sample.
    fn stalled(sounds: &mut dyn Iterator<Item = Sound>, is_stopped: bool) -> Duration {
        let (notices, inbox) = sync_channel(NOTICES);
        let stop = Stop::new();
        let (send, _feed) = channel();
        let mut play = Play {
            this: 1,
            sounds,
            send: Some(send),
            until: Instant::now() + Duration::from_millis(20),
            given: 0,
            begun: 0,
            is_stopping: false,
        };
        play.give(silence(LEAD));
        play.feed(&stop);
        if is_stopped {
            stop.stop();
            notices.send(Notice::Stop(1)).unwrap();
        }
        let began = Instant::now();
        assert_eq!(play.wait(&inbox, &stop), Err(SoundError::Stalled));
        began.elapsed()
    }

    #[test]
    fn a_card_that_takes_nothing_never_hangs_and_even_less_when_stopped() {
        let short = silence(Duration::from_millis(100));
        assert!(stalled(&mut [short].into_iter(), false) >= Duration::from_millis(100));
        let long = silence(Duration::from_secs(3600));
        let took = stalled(&mut [long].into_iter(), true);
        assert!(
            took < Duration::from_secs(1800),
            "not until the end of the sound"
        );
    }

    #[test]
    fn a_card_is_found_by_its_whole_name_first_and_by_a_part_in_any_case() {
        let names = [
            "hw:CARD=PCH,DEV=0 (HDA Intel PCH)",
            "plughw:CARD=Headset,DEV=0 (USB Headset)",
            "headset (the second of the hall)",
        ];
        assert_eq!(find_name("usb headset", &names), Some(1));
        assert_eq!(find_name("headset", &names), Some(2));
        assert_eq!(find_name("PCH", &names), Some(0));
        assert_eq!(find_name("HDMI", &names), None);
        assert_eq!(find_name(" ", &names), None);
    }
}
