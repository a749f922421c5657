//! The thread that speaks.

use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::{
    Announcement, AnnouncerSettings, MAX_WAITING_ANNOUNCEMENTS, MissedReason, Pushed, Queue,
    Script, SoundOutput, SpeakerEvent, SpeakerStatus, VoicePack,
};
use crate::port::BackOff;

/// Why an announcement was not even taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// [`MAX_WAITING_ANNOUNCEMENTS`] have not been looked at yet.
    #[error("too many calls are waiting for the loudspeaker")]
    Full,
    /// The announcer's thread has ended.
    #[error("the announcer has stopped")]
    Stopped,
}

/// The voice of the hall and the thread that speaks with it. Dropping it ends the thread after
/// the sound being played.
pub struct Announcer {
    calls: Option<SyncSender<(Announcement, Instant)>>,
    status: Arc<Mutex<SpeakerStatus>>,
    wait: Duration,
    thread: Option<JoinHandle<()>>,
}

impl Announcer {
    /// Starts the thread `speaker`, which plays announcements one after the other and calls
    /// `on_event` with what happens. The callback must be quick.
    pub fn start(
        output: impl SoundOutput + 'static,
        pack: VoicePack,
        settings: AnnouncerSettings,
        on_event: impl FnMut(SpeakerEvent) + Send + 'static,
    ) -> Self {
        let (calls, inbox) = sync_channel(MAX_WAITING_ANNOUNCEMENTS);
        let status = Arc::new(Mutex::new(SpeakerStatus::Unknown));
        let wait = settings.limits.wait;
        let speaker = Speaker {
            output: Box::new(output),
            pack,
            on_event: Box::new(on_event),
            status: Arc::clone(&status),
            queue: Queue::default(),
            back_off: BackOff::starting_at(settings.limits.reopen_first),
            is_resting: true,
            settings,
        };
        let thread = thread::Builder::new()
            .name("speaker".into())
            .spawn(move || speaker.run(&inbox))
            .inspect_err(|error| tracing::error!(%error, "cannot start the speaker's thread"))
            .ok();
        Self {
            calls: Some(calls),
            status,
            wait,
            thread,
        }
    }

    /// Hands over an announcement. What becomes of it comes as [`SpeakerEvent`]s: for each id
    /// one `Finished` or `Missed`, however often it was repeated while it waited.
    ///
    /// # Errors
    /// [`Refused`] when it was not taken; then no event follows.
    pub fn announce(&self, announcement: Announcement) -> Result<(), Refused> {
        let calls = self.calls.as_ref().ok_or(Refused::Stopped)?;
        let call = (announcement, Instant::now() + self.wait);
        calls.try_send(call).map_err(|error| match error {
            TrySendError::Full(_) => Refused::Full,
            TrySendError::Disconnected(_) => Refused::Stopped,
        })
    }

    /// What is known of the loudspeaker now.
    pub fn status(&self) -> SpeakerStatus {
        *self.status.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Announcer {
    fn drop(&mut self) {
        self.calls = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the speaker's thread had panicked");
        }
    }
}

/// What the thread owns.
struct Speaker {
    output: Box<dyn SoundOutput>,
    pack: VoicePack,
    settings: AnnouncerSettings,
    on_event: Box<dyn FnMut(SpeakerEvent) + Send>,
    status: Arc<Mutex<SpeakerStatus>>,
    queue: Queue,
    back_off: BackOff,
    is_resting: bool,
}

/// How long to wait for the next announcement before going on.
enum Pause {
    None,
    For(Duration),
}

impl Speaker {
    fn run(mut self, inbox: &Receiver<(Announcement, Instant)>) {
        let now = self.output.look();
        self.tell_status(now);
        let mut pause = self.idle_pause();
        loop {
            let first = match pause {
                Pause::None => None,
                Pause::For(wait) => match inbox.recv_timeout(wait) {
                    Ok(call) => Some(call),
                    Err(RecvTimeoutError::Timeout) => None,
                    Err(RecvTimeoutError::Disconnected) => return self.give_up(),
                },
            };
            for (announcement, deadline) in first.into_iter().chain(inbox.try_iter()) {
                let id = announcement.id;
                if self.queue.push(announcement, deadline) == Pushed::Full {
                    self.tell(SpeakerEvent::Missed(id, MissedReason::Full));
                }
            }
            pause = if self.queue.is_empty() {
                self.idle();
                self.idle_pause()
            } else {
                self.speak()
            };
        }
    }

    fn idle_pause(&self) -> Pause {
        let limits = &self.settings.limits;
        Pause::For(if self.is_resting {
            limits.look_every
        } else {
            limits.rest_after
        })
    }

    fn idle(&mut self) {
        // A sound card that is kept open costs the processor something all day.
        self.output.rest();
        self.is_resting = true;
        let now = self.output.look();
        self.tell_status(now);
    }

    /// Plays the next announcement to its end, and says how long to wait then.
    fn speak(&mut self) -> Pause {
        let why_late = if self.known_status() == SpeakerStatus::NoDevice {
            MissedReason::NoDevice
        } else {
            MissedReason::TooLate
        };
        let next = self.queue.next(Instant::now());
        for id in next.missed {
            self.tell(SpeakerEvent::Missed(id, why_late));
        }
        let Some((announcement, deadline)) = next.play else {
            return self.idle_pause();
        };
        let id = announcement.id;
        let script = Script::new(&announcement, &self.pack);
        let (sound, unreadable) = script.render();
        let missing = [script.missing, unreadable].concat();
        if !missing.is_empty() {
            tracing::warn!(?missing, "the voice pack lacks recordings");
            self.tell(SpeakerEvent::Incomplete(id, missing));
        }
        if sound.samples().is_empty() {
            self.tell(SpeakerEvent::Missed(id, MissedReason::NoClips));
            return self.pause_before_next();
        }
        let limit = sound.length() + self.settings.limits.overrun;
        let volume = self.settings.volume.factor((self.settings.hour_now)());
        let seen = self.output.look();
        if seen != SpeakerStatus::NoDevice {
            self.tell(SpeakerEvent::Started(id));
        }
        match self.output.play(sound, volume, limit) {
            Ok(()) => {
                self.is_resting = false;
                self.back_off.reset();
                self.tell_status(SpeakerStatus::Ready);
                self.tell(SpeakerEvent::Finished(id));
                self.pause_before_next()
            }
            Err(error) => {
                tracing::warn!(%error, "a call was not heard");
                self.tell_status(SpeakerStatus::NoDevice);
                self.queue.put_back(announcement, deadline);
                let left = deadline.saturating_duration_since(Instant::now());
                Pause::For(
                    self.back_off
                        .next_wait()
                        .min(left + Duration::from_millis(1)),
                )
            }
        }
    }

    fn pause_before_next(&self) -> Pause {
        if self.queue.is_empty() {
            self.idle_pause()
        } else {
            Pause::None
        }
    }

    fn give_up(mut self) {
        while let Some((announcement, _)) = self.queue.next(Instant::now()).play {
            let id = announcement.id;
            self.tell(SpeakerEvent::Missed(id, MissedReason::Stopping));
        }
    }

    fn tell(&mut self, event: SpeakerEvent) {
        (self.on_event)(event);
    }

    fn known_status(&self) -> SpeakerStatus {
        *self.status.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell_status(&mut self, now: SpeakerStatus) {
        let mut known = self.status.lock().unwrap_or_else(PoisonError::into_inner);
        if *known != now {
            *known = now;
            drop(known);
            self.tell(SpeakerEvent::Status(now));
        }
    }
}
