//! Every limit of the pages, named in one place.

/// Pages that may follow the hall live at the same time; one more reloads by hand.
pub const FOLLOWERS: usize = 1_000;
/// Something is said on each live line at least so often, in seconds; `live.js` gives up at 40.
pub const BEAT_SECS: u64 = 15;
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
