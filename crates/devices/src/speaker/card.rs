//! The sound card of the machine.

use std::num::NonZero;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use rodio::buffer::SamplesBuffer;
use rodio::cpal::traits::{DeviceTrait, HostTrait};
use rodio::source::EmptyCallback;
use rodio::{DeviceSinkBuilder, MixerDeviceSink, Player, cpal};

use super::{SAMPLE_RATE, Sound, SoundError, SoundOutput, SpeakerStatus};

/// Silence after each sound. The player is done when the sound card has taken the last sample,
/// which is up to two of its buffers before that sample is heard.
const TAIL: Duration = Duration::from_millis(250);
/// Silence before each sound. The player's own silence has another rate than ours, and what
/// begins within one of its spans (some 20 ms) is played too fast until the span is over.
const LEAD: Duration = Duration::from_millis(60);
/// Notices of the sound card that nobody has read yet; more say nothing new.
const NOTICES: usize = 8;

/// The default sound card of the machine, opened for the first sound and let go when it rests.
#[derive(Default)]
pub struct SoundCard {
    open: Option<Open>,
}

struct Open {
    card: MixerDeviceSink,
    notices: SyncSender<Notice>,
    inbox: Receiver<Notice>,
    sounds: u64,
}

enum Notice {
    /// The sound of this count was heard to its end. It may be told more than once.
    Heard(u64),
    Lost(String),
}

impl SoundCard {
    /// The default sound card, not opened yet.
    pub fn new() -> Self {
        Self::default()
    }

    fn open(&mut self) -> Result<&mut Open, SoundError> {
        if self.open.is_none() {
            self.open = Some(Open::new()?);
        }
        self.open
            .as_mut()
            .ok_or_else(|| SoundError::NoDevice(String::new()))
    }
}

impl Open {
    fn new() -> Result<Self, SoundError> {
        let (notices, inbox) = sync_channel(NOTICES);
        let lost = notices.clone();
        let card = DeviceSinkBuilder::from_default_device()
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
            .and_then(|builder| builder.open_sink_or_fallback());
        match card {
            Ok(mut card) => {
                card.log_on_drop(false);
                Ok(Self {
                    card,
                    notices,
                    inbox,
                    sounds: 0,
                })
            }
            Err(error) => Err(SoundError::NoDevice(error.to_string())),
        }
    }

    fn play(&mut self, sound: Sound, volume: f32, limit: Duration) -> Result<(), SoundError> {
        let (Some(channels), Some(rate)) = (NonZero::new(1), NonZero::new(SAMPLE_RATE)) else {
            return Err(SoundError::Stalled);
        };
        let silence =
            |time: Duration| vec![0.0; (time.as_millis() as usize) * SAMPLE_RATE as usize / 1000];
        let samples = [silence(LEAD), sound.into_samples(), silence(TAIL)].concat();
        let player = Player::connect_new(self.card.mixer());
        player.set_volume(volume);
        player.append(SamplesBuffer::new(channels, rate, samples));
        self.sounds += 1;
        let this = self.sounds;
        let done = self.notices.clone();
        player.append(EmptyCallback::new(Box::new(move || {
            // Told twice at most, and read by the next sound at the latest: there is room.
            let _ = done.try_send(Notice::Heard(this));
        })));
        let until = Instant::now() + limit;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.inbox.recv_timeout(left) {
                Ok(Notice::Heard(sound)) if sound == this => return Ok(()),
                Ok(Notice::Heard(_)) => {}
                Ok(Notice::Lost(error)) => return Err(SoundError::Gone(error)),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    return Err(SoundError::Stalled);
                }
            }
        }
    }
}

impl SoundOutput for SoundCard {
    fn look(&mut self) -> SpeakerStatus {
        let can_play = self.open.is_some()
            || cpal::default_host()
                .default_output_device()
                .is_some_and(|device| device.default_output_config().is_ok());
        if can_play {
            SpeakerStatus::Ready
        } else {
            SpeakerStatus::NoDevice
        }
    }

    fn play(&mut self, sound: Sound, volume: f32, limit: Duration) -> Result<(), SoundError> {
        let result = self.open()?.play(sound, volume, limit);
        if result.is_err() {
            // A player that does not drain never will: everything is opened anew next time.
            self.open = None;
        }
        result
    }

    fn rest(&mut self) {
        self.open = None;
    }
}
