//! Every limit of the hall, named in one place.

/// Longest request id, in characters.
pub const REQUEST_ID_CHARS: usize = 64;
/// How long an outcome is remembered for a repeated request.
pub const REQUEST_KEPT_HOURS: i64 = 72;
/// Actions that may wait for the writer; one more is told to come back.
pub const WRITER_QUEUE: usize = 1024;
/// Actions that may share one commit.
pub const BATCH: usize = 256;
/// Pages of the file that each connection keeps in memory, in KiB.
pub const CACHE_KIB: i64 = 8 * 1024;
/// Commits after which the write-ahead log is carried over into the file, beside the writer: a rush
/// writes the same pages again and again, and carries them over once.
pub const LOG_COMMITS: u32 = 200;
/// Pages of the log after which the writer itself carries them over: a rush that never pauses leaves
/// no moment at which the log can begin again.
pub const LOG_PAGES: u32 = 16_000;
/// Reader connections kept open.
pub const READERS: usize = 8;
/// How long a connection waits for another process's lock, in milliseconds.
pub const BUSY_MS: u64 = 5_000;
/// How often a follower looks for what another process wrote, in milliseconds.
pub const FOLLOW_POLL_MS: u64 = 1_000;
/// Journal entries handed out in one answer.
pub const JOURNAL_PAGE: u32 = 500;
/// Longest name of a hall, service, counter, person or device, in characters.
pub const NAME_CHARS: usize = 60;
/// Longest notice or "what to bring", in characters.
pub const TEXT_CHARS: usize = 400;
/// Languages that one text may come in.
pub const LANGUAGES: usize = 12;
/// Services, counters, notices and staff a hall may have, each.
pub const THINGS: i64 = 200;
/// Opening periods in one day.
pub const PERIODS: usize = 4;
/// How far ahead the next opening is looked for, in days.
pub const LOOK_AHEAD_DAYS: i64 = 60;
/// How long a misclick can be undone, in seconds.
pub const UNDO_SECS: i64 = 10;
/// Shortest password of a member of staff, in characters.
pub const PASSWORD_CHARS_MIN: usize = 8;
/// Longest password, in characters: hashing is paid by length.
pub const PASSWORD_CHARS_MAX: usize = 128;
/// How long a sign-in lasts, in hours.
pub const SESSION_HOURS: i64 = 12;
/// How long one presence code is valid, in seconds; the one before it is accepted too.
pub const PRESENCE_SECS: i64 = 300;
/// Served tickets that a forecast learns from, at most, per service.
pub const FORECAST_SAMPLES: u32 = 60;
/// How far back those may lie, in days.
pub const FORECAST_DAYS: i64 = 30;
/// Tickets listed on one counter page or board.
pub const QUEUE_ROWS: u32 = 200;
/// A device that has said nothing for so long is counted as gone, in seconds.
pub const DEVICE_SILENT_SECS: i64 = 120;
/// Longest message of a resident, and longest answer, in characters.
pub const MESSAGE_CHARS: usize = 500;
/// Messages that one terminal takes in one span: room for a meeting's end, none for a child at play.
pub const MESSAGES_A_SPAN: u32 = 6;
/// That span, in seconds.
pub const MESSAGES_SPAN_SECS: i64 = 600;
/// Messages listed in one answer, and wiped at one time.
pub const MESSAGES_LISTED: u32 = 100;
/// How long the number left with a message is kept, in days.
pub const PHONE_KEPT_DAYS: i64 = 90;
/// How long it is kept at most once the message is answered, in days.
pub const PHONE_KEPT_ANSWERED_DAYS: i64 = 30;
/// How long the words of a message and of its answer are kept, in days.
pub const MESSAGE_KEPT_DAYS: i64 = 365;
