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
