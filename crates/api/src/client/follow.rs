//! Following the journal of another machine's hall.

use std::io::{BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::sleep;
use std::time::{Duration, Instant};

use linli_hall::journal::Entry;
use linli_hall::{Error, Result, StoreProblem};

use super::RemoteHall;
use crate::limits;

/// Reads the journal of another machine from one place on, for ever. A thread of its own keeps
/// the stream open and opens it again where it broke off; it ends after this is dropped.
pub struct RemoteFollower {
    entries: Receiver<Result<Entry>>,
    connected: Arc<AtomicBool>,
    wanted: Arc<AtomicBool>,
    seq: u64,
}

impl RemoteFollower {
    pub(super) fn start(hall: RemoteHall, seq: u64) -> Result<Self> {
        let (tell, entries) = sync_channel(limits::READ_AHEAD);
        let connected = Arc::new(AtomicBool::new(false));
        let wanted = Arc::new(AtomicBool::new(true));
        let reader = Reader {
            hall,
            seq,
            tell,
            connected: Arc::clone(&connected),
            wanted: Arc::clone(&wanted),
        };
        std::thread::Builder::new()
            .name("hall-follower".to_owned())
            .spawn(move || reader.run())?;
        Ok(Self {
            entries,
            connected,
            wanted,
            seq,
        })
    }

    /// The last entry handed out.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// Whether the hall can be heard now.
    pub fn is_connected(&self) -> bool {
        self.connected.load(Ordering::Relaxed)
    }

    /// The next entries; waits for some at most `patience`, and gives none if there are none.
    ///
    /// # Errors
    /// If the hall does not let this machine follow.
    pub fn next(&mut self, patience: Duration) -> Result<Vec<Entry>> {
        let mut entries = Vec::new();
        if let Ok(first) = self.entries.recv_timeout(patience) {
            self.take(first, &mut entries)?;
        }
        while entries.len() < limits::READ_AHEAD
            && let Ok(next) = self.entries.try_recv()
        {
            self.take(next, &mut entries)?;
        }
        Ok(entries)
    }

    fn take(&mut self, next: Result<Entry>, entries: &mut Vec<Entry>) -> Result<()> {
        let entry = next?;
        self.seq = entry.seq;
        entries.push(entry);
        Ok(())
    }
}

impl Drop for RemoteFollower {
    fn drop(&mut self) {
        self.wanted.store(false, Ordering::Relaxed);
    }
}

struct Reader {
    hall: RemoteHall,
    seq: u64,
    tell: SyncSender<Result<Entry>>,
    connected: Arc<AtomicBool>,
    wanted: Arc<AtomicBool>,
}

/// Nobody listens any more.
struct Gone;

impl Reader {
    fn run(mut self) {
        let mut pause = limits::FIRST_PAUSE;
        while self.wanted.load(Ordering::Relaxed) {
            let began = self.seq;
            match self.hall.stream(self.seq) {
                Ok(stream) => {
                    self.connected.store(true, Ordering::Relaxed);
                    if let Err(Gone) = self.read(stream) {
                        return;
                    }
                    self.connected.store(false, Ordering::Relaxed);
                }
                Err(Error::Unreachable(words)) => {
                    tracing::debug!(words, "the hall cannot be followed now")
                }
                // No right to follow is said each time, so that whoever listens learns of it.
                Err(error) => {
                    if self.tell.send(Err(error)).is_err() {
                        return;
                    }
                }
            }
            pause = if self.seq > began {
                limits::FIRST_PAUSE
            } else {
                (pause * 2).min(limits::LONGEST_PAUSE)
            };
            self.rest(pause);
        }
    }

    /// Sleeps in short naps, so that the thread ends soon after nobody wants it.
    fn rest(&self, pause: Duration) {
        let until = Instant::now() + pause;
        while self.wanted.load(Ordering::Relaxed) && Instant::now() < until {
            sleep(limits::FIRST_PAUSE.min(until.saturating_duration_since(Instant::now())));
        }
    }

    /// Reads until the stream breaks off.
    fn read(&mut self, stream: impl Read) -> Result<(), Gone> {
        let mut stream = BufReader::new(stream);
        let mut line = String::new();
        loop {
            line.clear();
            match (&mut stream).take(limits::LINE_BYTES).read_line(&mut line) {
                Ok(0) | Err(_) => return Ok(()),
                Ok(_) if !line.ends_with('\n') => return Ok(()),
                Ok(_) => self.line(line.trim_end())?,
            }
            if !self.wanted.load(Ordering::Relaxed) {
                return Err(Gone);
            }
        }
    }

    /// An entry is one `data:` line and holds its own number; the other lines are for browsers.
    fn line(&mut self, line: &str) -> Result<(), Gone> {
        let Some(data) = line.strip_prefix("data:") else {
            return Ok(());
        };
        let entry = match serde_json::from_str::<Entry>(data.trim_start()) {
            Ok(entry) if entry.seq > self.seq => entry,
            Ok(_) => return Ok(()),
            Err(error) => {
                let words = format!("an entry of the hall's journal cannot be read: {error}");
                return self
                    .tell
                    .send(Err(Error::Store(StoreProblem::Other(words))))
                    .map_err(|_| Gone);
            }
        };
        self.seq = entry.seq;
        self.tell.send(Ok(entry)).map_err(|_| Gone)
    }
}
