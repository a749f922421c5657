//! A line to the service: orders and their answers, events, and a stop from another thread.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use crate::speech::{EngineError, EngineLimits};

/// No line that the service sends is longer, in bytes.
const MAX_LINE: u64 = 4096;
/// No answer has more lines; what comes after is left out.
const MAX_LINES: usize = 20_000;
/// News that nobody has read yet. The reading thread waits then, and the service with it.
const NEWS: usize = 64;

/// What comes in.
#[derive(Debug)]
pub(super) enum News {
    /// The answer to an order.
    Reply(Reply),
    /// Something happened to a message: the number of the event, and the message's id.
    Event(u16, String),
    /// The text of this count is to stop.
    Stop(u64),
    /// The line is broken.
    Gone(String),
}

/// An answer: its number and its lines, the last one included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) code: u16,
    pub(super) lines: Vec<String>,
}

pub(super) struct Link {
    stream: UnixStream,
    news: SyncSender<News>,
    inbox: Receiver<News>,
    is_alive: Arc<AtomicBool>,
    is_greeted: bool,
    limits: EngineLimits,
    /// Texts so far.
    texts: u64,
    is_stopping: bool,
    /// Answers to come that nobody waits for.
    owed: usize,
    thread: Option<JoinHandle<()>>,
}

impl Link {
    pub(super) fn open(socket: &Path, limits: &EngineLimits) -> Result<Self, EngineError> {
        let absent = |error: io::Error| EngineError::Absent(error.to_string());
        let stream = UnixStream::connect(socket).map_err(absent)?;
        stream
            .set_write_timeout(Some(limits.reply))
            .map_err(absent)?;
        let (news, inbox) = sync_channel(NEWS);
        let is_alive = Arc::new(AtomicBool::new(true));
        let thread = thread::Builder::new()
            .name("ssip".into())
            .spawn({
                let (from, news) = (stream.try_clone().map_err(absent)?, news.clone());
                let is_alive = Arc::clone(&is_alive);
                move || listen(from, &news, &is_alive)
            })
            .map_err(absent)?;
        Ok(Self {
            stream,
            news,
            inbox,
            is_alive,
            is_greeted: false,
            limits: limits.clone(),
            texts: 0,
            is_stopping: false,
            owed: 0,
            thread: Some(thread),
        })
    }

    /// Whether the service has not hung up.
    pub(super) fn is_alive(&self) -> bool {
        self.is_alive.load(Ordering::SeqCst)
    }

    /// A text begins: what is given back stops it, from whatever thread.
    pub(super) fn begin(&mut self) -> impl Fn() + Send + 'static {
        self.texts += 1;
        self.is_stopping = false;
        let (this, news) = (self.texts, self.news.clone());
        move || {
            // The channel is read as long as a text is being said, so there is room.
            let _ = news.try_send(News::Stop(this));
        }
    }

    /// Whether the text that has begun is to stop.
    pub(super) fn is_stopping(&self) -> bool {
        self.is_stopping
    }

    /// Introduces itself, once a line.
    pub(super) fn greet(&mut self) -> Result<(), EngineError> {
        if !self.is_greeted {
            self.order("SET SELF CLIENT_NAME linli:terminal:guidance")?;
            self.order("SET SELF NOTIFICATION END ON")?;
            self.order("SET SELF NOTIFICATION CANCEL ON")?;
            self.is_greeted = true;
        }
        Ok(())
    }

    /// Sets something for the texts to come.
    pub(super) fn set(&mut self, what: &str, value: &str) -> Result<(), EngineError> {
        self.order(&format!("SET SELF {what} {value}")).map(|_| ())
    }

    /// Gives an order and waits for its answer.
    pub(super) fn order(&mut self, order: &str) -> Result<Reply, EngineError> {
        self.send(order)?;
        let mut until = Instant::now() + self.limits.reply;
        loop {
            let was_stopping = self.is_stopping;
            let news = self.next(until)?;
            if self.is_stopping && !was_stopping {
                // The answer is awaited all the same: a text that was taken must be stopped.
                until = Instant::now() + self.limits.stop;
            }
            match news {
                News::Reply(reply) if (200..300).contains(&reply.code) => return Ok(reply),
                News::Reply(reply) => {
                    return Err(EngineError::Refused(reply.lines.join(" ")));
                }
                News::Gone(reason) => return Err(EngineError::Broken(reason)),
                News::Event(..) | News::Stop(_) => {}
            }
        }
    }

    /// Hands over a text. Its id; events about it follow.
    pub(super) fn speak(&mut self, text: &str) -> Result<String, EngineError> {
        self.order("SPEAK")?;
        let reply = self.order(&data(text))?;
        let id = reply.lines.first().map(|line| line.trim().to_owned());
        let is_id = |id: &String| !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit());
        id.filter(is_id)
            .ok_or_else(|| EngineError::Broken("a text was taken without an id".into()))
    }

    /// Has the text being said fall silent. The answer is not waited for.
    pub(super) fn stop(&mut self) -> Result<(), EngineError> {
        self.send("STOP SELF")?;
        self.owed += 1;
        Ok(())
    }

    fn send(&mut self, line: &str) -> Result<(), EngineError> {
        let sent = self.stream.write_all(format!("{line}\r\n").as_bytes());
        sent.map_err(|error| EngineError::Broken(error.to_string()))
    }

    /// The next news, until a deadline.
    pub(super) fn next(&mut self, until: Instant) -> Result<News, EngineError> {
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let news = self.inbox.recv_timeout(left).map_err(|error| match error {
                RecvTimeoutError::Timeout => EngineError::Stalled,
                RecvTimeoutError::Disconnected => EngineError::Broken("nobody listens".into()),
            })?;
            match news {
                // Answers come in the order of the orders.
                News::Reply(_) if self.owed > 0 => self.owed -= 1,
                News::Stop(text) if text != self.texts => {}
                News::Stop(_) => {
                    self.is_stopping = true;
                    return Ok(news);
                }
                _ => return Ok(news),
            }
        }
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        // The service goes on with a text whose client has gone.
        let _ = self.send("STOP SELF");
        // A listener that waits for room finds the channel closed, one that reads finds the end.
        let (_, nowhere) = sync_channel(0);
        self.inbox = nowhere;
        let _ = self.stream.shutdown(Shutdown::Both);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the thread that listens to the speech service had panicked");
        }
    }
}

/// A text as it is handed over: a dot at the beginning of a line is doubled, a dot alone ends it.
fn data(text: &str) -> String {
    let mut data = String::new();
    for line in text.lines() {
        if line.starts_with('.') {
            data.push('.');
        }
        let said = line.chars().map(|c| if c.is_control() { ' ' } else { c });
        data.extend(said);
        data += "\r\n";
    }
    data + "."
}

fn listen(stream: UnixStream, news: &SyncSender<News>, is_alive: &AtomicBool) {
    let reason = match listen_on(BufReader::new(stream), news) {
        Ok(()) => "it hung up".to_owned(),
        Err(error) => error.to_string(),
    };
    is_alive.store(false, Ordering::SeqCst);
    // Nobody hears it when the line was closed from here.
    let _ = news.try_send(News::Gone(reason));
}

/// Reads answers and events until the line ends.
fn listen_on(mut from: impl BufRead, news: &SyncSender<News>) -> io::Result<()> {
    let mut lines: Vec<String> = Vec::new();
    loop {
        let mut bytes = Vec::new();
        if from.by_ref().take(MAX_LINE).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(());
        }
        let line = String::from_utf8_lossy(&bytes);
        let line = line.trim_end();
        let parsed = line.get(..3).and_then(|code| code.parse::<u16>().ok());
        let (Some(code), Some(rest)) = (
            parsed,
            line.get(4..).or(Some("")).filter(|_| line.len() >= 3),
        ) else {
            return Err(io::Error::other("it sent what is no answer"));
        };
        if lines.len() < MAX_LINES {
            lines.push(rest.to_owned());
        }
        if line.as_bytes().get(3) == Some(&b'-') {
            continue;
        }
        let lines = std::mem::take(&mut lines);
        let item = match code {
            700..800 => News::Event(code, lines.into_iter().next().unwrap_or_default()),
            _ => News::Reply(Reply { code, lines }),
        };
        if news.send(item).is_err() {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_never_ends_a_text_early() {
        assert_eq!(data("one\n.\n..two"), "one\r\n..\r\n...two\r\n.");
        assert_eq!(data("a\rb\u{7}c"), "a b c\r\n.");
        assert_eq!(data(""), ".");
    }

    fn heard(sent: &str) -> (Vec<String>, bool) {
        let (news, inbox) = sync_channel(64);
        let is_well = listen_on(sent.as_bytes(), &news).is_ok();
        drop(news);
        (
            inbox.iter().map(|item| format!("{item:?}")).collect(),
            is_well,
        )
    }

    #[test]
    fn answers_and_events_are_told_apart() {
        let sent = "225-17\r\n225 OK MESSAGE QUEUED\r\n702-17\r\n702-1\r\n702 END\r\n";
        let (news, is_well) = heard(sent);
        assert!(is_well);
        assert_eq!(
            news,
            [
                "Reply(Reply { code: 225, lines: [\"17\", \"OK MESSAGE QUEUED\"] })",
                "Event(702, \"17\")"
            ]
        );
    }

    #[test]
    fn what_is_no_answer_breaks_the_line_and_nothing_else() {
        for sent in ["hello\r\n", "\r\n", "20\r\n", "2é5 x\r\n"] {
            let (news, is_well) = heard(sent);
            assert!(news.is_empty() && !is_well, "{sent:?}");
        }
        assert_eq!(heard("208 OK\r\n208").0.len(), 2);
    }
}
