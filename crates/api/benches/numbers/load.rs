//! Clients that ask as fast as they are answered, and how long each answer took.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Barrier;
use std::time::{Duration, Instant};

use linli_hall::{RequestId, ServiceId};

/// How long each of many things took, and all of them together.
#[derive(Default)]
pub(crate) struct Times {
    each: Vec<Duration>,
    /// By the clock on the wall; without it, the sum of all.
    whole: Option<Duration>,
    /// Of the processor, of client and server together.
    cpu: Option<Duration>,
}

impl Times {
    /// `count` times the same.
    pub(crate) fn of<T>(count: usize, mut work: impl FnMut() -> T) -> Self {
        let mut times = Self::default();
        for _ in 0..count {
            times.time(&mut work);
        }
        times
    }

    pub(crate) fn time<T>(&mut self, work: impl FnOnce() -> T) {
        let began = Instant::now();
        let made = work();
        self.each.push(began.elapsed());
        // What was made is put away after the clock has stopped.
        drop(made);
    }

    pub(crate) fn per_second(&self) -> f64 {
        let whole = self.whole.unwrap_or_else(|| self.each.iter().sum());
        self.each.len() as f64 / whole.as_secs_f64()
    }

    /// What each cost the processor: unlike the rest, it is the same on a busy machine.
    pub(crate) fn cpu_each(&self) -> Option<Duration> {
        let count = u32::try_from(self.each.len())
            .ok()
            .filter(|count| *count > 0)?;
        self.cpu.map(|cpu| cpu / count)
    }

    /// The time within which this part of them was done.
    pub(crate) fn at(&self, part: f64) -> Duration {
        let mut sorted = self.each.clone();
        sorted.sort_unstable();
        let last = sorted.len().saturating_sub(1);
        sorted
            .get((last as f64 * part) as usize)
            .copied()
            .unwrap_or_default()
    }
}

/// `clients` threads share `count` pieces of work; `ready` makes each one's way of working.
pub(crate) fn run<W: FnMut(usize)>(
    clients: usize,
    count: usize,
    ready: impl Fn(usize) -> W + Sync,
) -> Times {
    let start = Barrier::new(clients + 1);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients)
            .map(|client| {
                let (ready, start) = (&ready, &start);
                scope.spawn(move || {
                    let mut work = ready(client);
                    let mut times = Times::default();
                    start.wait();
                    for n in 0..count / clients {
                        times.time(|| work(n));
                    }
                    times.each
                })
            })
            .collect();
        start.wait();
        let began = Instant::now();
        let cpu = cpu_used();
        let each = threads
            .into_iter()
            .flat_map(|thread| thread.join().expect("a client"))
            .collect();
        Times {
            each,
            whole: Some(began.elapsed()),
            cpu: Some(cpu_used().saturating_sub(cpu)),
        }
    })
}

/// What this process has used of the processor so far: fields 14 and 15 of `/proc/self/stat`, in
/// ticks of 10 ms. Source: proc_pid_stat(5).
fn cpu_used() -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: u64 = after_name
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|text| text.parse::<u64>().ok())
        .sum();
    Duration::from_millis(ticks * 10)
}

/// One kept-open connection that does little but send and read, so that the server is measured
/// more than its client: both share the same processor here.
pub(crate) struct Line {
    stream: BufReader<TcpStream>,
    token: String,
    text: String,
    body: Vec<u8>,
}

impl Line {
    pub(crate) fn open(address: SocketAddr, token: &str) -> Self {
        let stream = TcpStream::connect(address).expect("a connection");
        stream.set_nodelay(true).expect("no delay");
        Self {
            stream: BufReader::new(stream),
            token: token.to_owned(),
            text: String::new(),
            body: Vec::new(),
        }
    }

    pub(crate) fn take(&mut self, service: ServiceId) {
        let body = format!("{{\"service\":{service}}}");
        let request = format!(
            "POST /api/act/ticket.take HTTP/1.1\r\nhost: hall\r\nauthorization: Bearer {}\r\nidempotency-key: {}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.token,
            RequestId::fresh().as_str(),
            body.len()
        );
        self.stream
            .get_mut()
            .write_all(request.as_bytes())
            .expect("sent");
        let mut length = 0;
        let mut is_first = true;
        loop {
            self.text.clear();
            self.stream.read_line(&mut self.text).expect("a line");
            let line = self.text.trim_end();
            if is_first {
                assert!(line.starts_with("HTTP/1.1 200"), "{line}");
                is_first = false;
            }
            if let Some(text) = line.strip_prefix("content-length: ") {
                length = text.parse().expect("a length");
            }
            if line.is_empty() {
                break;
            }
        }
        self.body.resize(length, 0);
        self.stream.read_exact(&mut self.body).expect("a body");
        assert!(
            self.body.starts_with(b"{\"at\"")
                || self.body.windows(7).any(|part| part == b"\"label\""),
            "a number"
        );
    }
}
