//! The voice of the hall: calls numbers in every language of the hall, one after the other.
//!
//! A [`VoicePack`] is a folder of recorded pieces; an [`Announcement`] is put together from them
//! and played by an [`Announcer`]:
//!
//! ```no_run
//! use linli_devices::speaker::{
//!     Announcement, AnnouncementId, Announcer, AnnouncerSettings, SoundCard, VoicePack,
//! };
//!
//! let pack = VoicePack::open("assets/voice", None);
//! let announcer = Announcer::start(SoundCard::new(), pack, AnnouncerSettings::default(), |event| {
//!     println!("{event:?}");
//! });
//! announcer.announce(Announcement {
//!     id: AnnouncementId(1),
//!     letter: Some('A'),
//!     digits: "012".into(),
//!     counter: 3,
//!     locales: vec!["zh-CN".into(), "en".into()],
//!     times: 2,
//! })?;
//! # Ok::<(), linli_devices::speaker::Refused>(())
//! ```

mod announcement;
mod announcer;
mod card;
pub(crate) mod clip;
mod feed;
mod output;
mod pack;
mod queue;
mod script;
mod settings;
mod simulator;
mod stop;

use serde::{Deserialize, Serialize};

pub use announcement::{Announcement, AnnouncementId, DEFAULT_TIMES, MAX_DIGITS, MAX_TIMES};
pub use announcer::{Announcer, Refused};
pub use card::SoundCard;
pub use clip::{MAX_CLIP_SECS, SAMPLE_RATE};
pub use feed::FADE;
pub use output::{Played, Sound, SoundError, SoundOutput};
pub use pack::{NumberStyle, VoicePack, VoiceSettings};
pub use queue::{MAX_WAITING_ANNOUNCEMENTS, Next, Pushed, Queue};
pub use script::{Part, Script};
pub use settings::{AnnouncerSettings, SpeakerLimits, VolumeByHour};
pub use simulator::SimulatedSpeaker;
pub use stop::Stop;

/// What is known of the loudspeaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeakerStatus {
    /// Not looked at yet.
    #[default]
    Unknown,
    /// There is a sound card that can be opened.
    Ready,
    /// There is none, or none that can be opened.
    NoDevice,
}

/// What happens at the loudspeaker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeakerEvent {
    /// It begins to be heard. (Again, if the sound card went away in the middle of it.)
    Started(AnnouncementId),
    /// It was heard to the end.
    Finished(AnnouncementId),
    /// It was not heard, or not to the end, and will not be.
    Missed(AnnouncementId, MissedReason),
    /// Clips are missing from the voice pack; what could be said without them is said.
    Incomplete(AnnouncementId, Vec<String>),
    /// The status is another than before.
    Status(SpeakerStatus),
}

/// Why an announcement was not heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissedReason {
    /// Others took so long that its time was over.
    TooLate,
    /// More than [`MAX_WAITING_ANNOUNCEMENTS`] were waiting.
    Full,
    /// There was no sound card all the time.
    NoDevice,
    /// The voice pack has nothing to say it with.
    NoClips,
    /// The announcer is being stopped.
    Stopping,
}
