//! Speech Dispatcher, the speech service of Linux desktops, over its protocol SSIP.
//!
//! The protocol is described in the "SSIP: Speech Synthesis Interface Protocol" manual that comes
//! with it. Only what is needed to say one text after the other and to stop it is spoken here.

mod link;

use std::env;
use std::path::PathBuf;
use std::time::Instant;

use link::{Link, News};

use super::{EngineError, EngineLimits, EngineStatus, EngineVoice, Manner, Pace, SpeechEngine};
use crate::port::BackOff;
use crate::speaker::Stop;

/// The numbers of events about a message.
mod event {
    pub(super) const END: u16 = 702;
    pub(super) const CANCELLED: u16 = 703;
}

/// A speech engine behind Speech Dispatcher. While the service is not there, it is looked for
/// again after waits that grow to ten seconds.
pub struct SpeechDispatcher {
    socket: Option<PathBuf>,
    link: Option<Link>,
    limits: EngineLimits,
    back_off: BackOff,
    next_try: Option<Instant>,
}

impl SpeechDispatcher {
    /// The service at a socket of its own.
    pub fn at(socket: impl Into<PathBuf>) -> Self {
        Self::new(Some(socket.into()))
    }

    /// The service of this user, where its own clients look for it: `$SPEECHD_ADDRESS` if that
    /// names a Unix socket, else `$XDG_RUNTIME_DIR/speech-dispatcher/speechd.sock`.
    pub fn of_this_user() -> Self {
        Self::new(usual_socket(|name| env::var(name).ok()))
    }

    fn new(socket: Option<PathBuf>) -> Self {
        Self {
            socket,
            link: None,
            limits: EngineLimits::default(),
            back_off: BackOff::default(),
            next_try: None,
        }
    }

    /// With other limits than the usual ones.
    #[must_use]
    pub fn with_limits(mut self, limits: EngineLimits) -> Self {
        self.back_off = BackOff::starting_at(limits.reopen_first);
        self.limits = limits;
        self
    }

    /// The line to the service, made anew if its time has come.
    fn link(&mut self) -> Result<&mut Link, EngineError> {
        let is_alive = self.link.as_ref().is_some_and(Link::is_alive);
        if !is_alive {
            // A service that was started anew while nothing was said is there at once.
            self.link = None;
            if self.next_try.is_some_and(|next| Instant::now() < next) {
                return Err(EngineError::Absent("it is not tried again yet".into()));
            }
            let opened = self
                .socket
                .as_deref()
                .ok_or_else(|| EngineError::Absent("no socket is known".into()))
                .and_then(|socket| Link::open(socket, &self.limits));
            match opened {
                Ok(link) => self.link = Some(link),
                Err(error) => {
                    self.wait_before_next();
                    return Err(error);
                }
            }
        }
        self.link
            .as_mut()
            .ok_or_else(|| EngineError::Absent(String::new()))
    }

    fn wait_before_next(&mut self) {
        self.next_try = Some(Instant::now() + self.back_off.next_wait());
    }

    /// What an exchange with the service came to: after a failure the line is of no use any more.
    fn settle<T>(&mut self, result: Result<T, EngineError>) -> Result<T, EngineError> {
        match &result {
            Ok(_) => {
                self.back_off.reset();
                self.next_try = None;
            }
            Err(EngineError::Refused(_) | EngineError::Absent(_)) => {}
            Err(EngineError::Broken(_) | EngineError::Stalled) => {
                self.link = None;
                self.wait_before_next();
            }
        }
        result
    }

    fn try_speak(
        &mut self,
        text: &str,
        locale: &str,
        manner: Manner,
        stop: &Stop,
    ) -> Result<(), EngineError> {
        let characters = u32::try_from(text.chars().count()).unwrap_or(0);
        let limit = self.limits.overrun + self.limits.character * characters;
        let link = self.link()?;
        stop.on_stop(link.begin());
        link.greet()?;
        link.set("LANGUAGE", &language(locale))?;
        link.set("RATE", &rate(manner.pace).to_string())?;
        link.set("VOLUME", &volume(manner.volume).to_string())?;
        if link.is_stopping() {
            return Ok(());
        }
        let message = link.speak(text)?;
        let until = Instant::now() + limit;
        while !link.is_stopping() {
            match link.next(until)? {
                News::Event(event::END, id) if id == message => return Ok(()),
                News::Event(event::CANCELLED, id) if id == message => {
                    return Err(EngineError::Refused("it was cancelled".into()));
                }
                News::Gone(reason) => return Err(EngineError::Broken(reason)),
                News::Event(..) | News::Reply(_) | News::Stop(_) => {}
            }
        }
        // It falls silent by itself now; the next order comes after this one.
        link.stop()
    }

    fn try_voices(&mut self) -> Result<Vec<EngineVoice>, EngineError> {
        let link = self.link()?;
        link.greet()?;
        let mut voices: Vec<EngineVoice> = link
            .order("LIST SYNTHESIS_VOICES")?
            .lines
            .iter()
            .filter_map(|line| {
                let mut fields = line.split('\t');
                let (name, locale) = (fields.next()?, fields.next()?);
                // espeak-ng lists every voice again in a hundred timbres.
                (!name.contains('+')).then(|| EngineVoice {
                    name: name.to_owned(),
                    locale: locale.to_owned(),
                })
            })
            .collect();
        voices.dedup();
        Ok(voices)
    }
}

impl SpeechEngine for SpeechDispatcher {
    fn name(&self) -> &str {
        "speech-dispatcher"
    }

    fn look(&mut self) -> EngineStatus {
        match self.link() {
            Ok(_) => EngineStatus::Ready,
            Err(_) => EngineStatus::Absent,
        }
    }

    fn voices(&mut self) -> Result<Vec<EngineVoice>, EngineError> {
        let result = self.try_voices();
        self.settle(result)
    }

    fn speak(
        &mut self,
        text: &str,
        locale: &str,
        manner: Manner,
        stop: &Stop,
    ) -> Result<(), EngineError> {
        let result = self.try_speak(text, locale, manner, stop);
        stop.forget();
        if stop.is_stopped() {
            // Nobody waits for it any more, whatever became of it.
            if matches!(result, Err(EngineError::Broken(_) | EngineError::Stalled)) {
                self.link = None;
            }
            return Ok(());
        }
        self.settle(result)
    }
}

fn usual_socket(variable: impl Fn(&str) -> Option<String>) -> Option<PathBuf> {
    if let Some(address) = variable("SPEECHD_ADDRESS") {
        // Another kind of address means that the service is not on this machine.
        return address.strip_prefix("unix_socket:").map(PathBuf::from);
    }
    let folder = PathBuf::from(variable("XDG_RUNTIME_DIR")?);
    Some(folder.join("speech-dispatcher/speechd.sock"))
}

/// The language as the service and its modules write it: ISO 639 with a region.
fn language(locale: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    match locale {
        "zh-Hant" => "zh-CN".into(),
        _ => locale.chars().filter(|c| is_plain(*c)).collect(),
    }
}

/// From -100 to 100; espeak-ng speaks 80 to 449 words a minute between them, and 170 at 0.
fn rate(pace: Pace) -> i8 {
    match pace {
        Pace::Slow => -38,
        Pace::Usual => 0,
        Pace::Fast => 21,
    }
}

/// From -100, which is silent, to 100.
fn volume(percent: u8) -> i16 {
    i16::from(percent.min(100)) * 2 - 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_service_is_looked_for_where_its_clients_look() {
        let find = |set: &[(&str, &str)]| {
            usual_socket(|name| {
                let found = set.iter().find(|(set, _)| *set == name);
                found.map(|(_, value)| (*value).to_owned())
            })
        };
        let runtime = ("XDG_RUNTIME_DIR", "/run/user/7");
        assert_eq!(
            find(&[runtime]),
            Some("/run/user/7/speech-dispatcher/speechd.sock".into())
        );
        let address = ("SPEECHD_ADDRESS", "unix_socket:/tmp/s");
        assert_eq!(find(&[runtime, address]), Some("/tmp/s".into()));
        let other = ("SPEECHD_ADDRESS", "inet_socket:10.0.0.1:6560");
        assert_eq!(find(&[runtime, other]), None);
        assert_eq!(find(&[]), None);
    }

    #[test]
    fn settings_are_in_the_numbers_of_the_service() {
        assert_eq!(
            [volume(0), volume(50), volume(100), volume(255)],
            [-100, 0, 100, 100]
        );
        assert_eq!(language("zh-Hant"), "zh-CN");
        assert_eq!(language("en\r\nQUIT"), "enQUIT");
    }
}
