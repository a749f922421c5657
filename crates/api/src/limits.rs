//! Every limit of the wire, named in one place.

use std::time::Duration;

/// How long a client waits for a connection.
pub const CONNECT: Duration = Duration::from_secs(3);
/// How long a client waits for one answer, from the connection to the last byte.
pub const ANSWER: Duration = Duration::from_secs(15);
/// How often an action is sent, under the same request id, while the hall cannot be reached.
pub const TRIES: u32 = 4;
/// The pause before the second try; it doubles with each further one.
pub const FIRST_PAUSE: Duration = Duration::from_millis(150);
/// Connections that a client keeps open.
pub const IDLE_CONNECTIONS: usize = 8;
/// Largest answer that a client reads, in bytes.
pub const ANSWER_BYTES: u64 = 16 * 1024 * 1024;
/// The longest pause between two tries of a follower to connect again.
pub const LONGEST_PAUSE: Duration = Duration::from_secs(10);
/// Entries that a follower reads ahead of whoever asks it.
pub const READ_AHEAD: usize = 512;
/// Longest line of the event stream that a follower reads, in bytes.
pub const LINE_BYTES: u64 = 64 * 1024;
/// How often a silent event stream says that it is alive.
pub const KEEP_ALIVE: Duration = Duration::from_secs(10);
/// A stream that has been silent for so long is cut off: the cable, or the other machine.
pub const SILENCE: Duration = Duration::from_secs(25);

/// Largest body of a request, in bytes.
pub const BODY_BYTES: usize = 64 * 1024;
/// As much of a body that is too large is read before its sender is cut off, in bytes.
pub const LINGER_BYTES: usize = 8 * 1024 * 1024;
/// How long such a body may take.
pub const LINGER: Duration = Duration::from_secs(5);
/// Largest head of a request, in bytes.
pub const HEADER_BYTES: usize = 32 * 1024;
/// How long a request's head may take. Longer than clients keep a silent connection.
pub const HEADERS: Duration = Duration::from_secs(30);
/// How long an answer may take until its head is sent.
pub const REQUEST: Duration = Duration::from_secs(10);
/// Connections that are served at once.
pub const CONNECTIONS: usize = 1024;
/// Connections that one address may hold, this machine excepted.
pub const CONNECTIONS_EACH: usize = 128;
/// Followers of the journal at once.
pub const FOLLOWERS: usize = 256;
/// Batches that a slow follower may be behind before it reads the journal itself.
pub const FEED_BATCHES: usize = 64;
/// The pause between two looks for news: under load, many commits make one batch.
pub const FEED_PAUSE: Duration = Duration::from_millis(10);
/// Passwords that are hashed at once: each takes 19 MiB and a whole core.
pub const HASHING: usize = 2;
/// Addresses whose rates are remembered, for each purpose.
pub const BUCKETS: usize = 20_000;
/// Threads that serve requests, at most; fewer on a machine with fewer cores.
pub const WORKERS: usize = 4;
/// Threads that wait for the disk.
pub const BLOCKING_THREADS: usize = 16;
/// How long what is under way may take to end when the server stops.
pub const GOODBYE: Duration = Duration::from_secs(2);
