//! Every limit of the pages, named in one place.

/// Largest form that is read, in bytes. The longest has a note of sixty characters.
pub const BODY_BYTES: usize = 16 * 1024;
/// Pages that may follow the hall live at the same time; one more reloads by hand.
pub const FOLLOWERS: usize = 1_000;
/// Something is said on each live line at least so often, in seconds; `live.js` gives up at 40.
pub const BEAT_SECS: u64 = 15;
/// How long the follower of the journal waits before it looks whether anybody still listens, in
/// milliseconds.
pub const FOLLOW_PATIENCE_MS: u64 = 1_000;
/// Changes that a slow reader may be behind before it is only told that there were some.
pub const FOLLOW_BACKLOG: usize = 64;
/// Attempts within [`ATTEMPT_WINDOW_SECS`] to sign in with one name.
pub const SIGN_INS_BY_NAME: u32 = 10;
/// Attempts to sign in from one address.
pub const SIGN_INS_BY_ADDRESS: u32 = 40;
/// Attempts from one address to take a number by phone: a code of six digits must not be guessed.
pub const JOINS_BY_ADDRESS: u32 = 30;
/// Attempts from all addresses together.
pub const JOINS_ALTOGETHER: u32 = 600;
/// How long attempts are counted, in seconds.
pub const ATTEMPT_WINDOW_SECS: u64 = 300;
/// Names and addresses that are counted at the same time.
pub const ATTEMPT_KEYS: usize = 4_096;
/// Passwords that are checked at the same time: each takes 19 MiB and a core.
pub const PASSWORDS_AT_ONCE: usize = 2;
/// Days over which the error of the forecasts is shown to clerks.
pub const FORECAST_DAYS: u32 = 7;
/// More counters than this are shown in smaller lines on the board.
pub const BOARD_LARGE_LINES: usize = 5;
/// Labels longer than this are drawn smaller.
pub const LABEL_LARGE_CHARS: usize = 4;
/// The board asks again by itself so often, in seconds, whatever the live line says.
pub const BOARD_EVERY_SECS: u32 = 20;
/// The other pages ask again so often, in seconds.
pub const PAGE_EVERY_SECS: u32 = 30;
