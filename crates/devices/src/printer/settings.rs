//! How a printer is set up, and every limit of its worker.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Paper;
use crate::port::{BACK_OFF_FIRST, PortSettings};

/// Below this many bits a second a slip is sent as text: as a picture it would take a minute.
pub const RASTER_MIN_BAUD: u32 = 115_200;
/// More jobs than this do not wait for a printer; the next one is refused.
pub const MAX_WAITING_JOBS: usize = 16;

/// How slips are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintMode {
    /// As a picture, unless the line is slower than [`RASTER_MIN_BAUD`].
    #[default]
    Auto,
    /// As a picture, in the hall's own type.
    Raster,
    /// As GB18030 text in the printer's own fonts.
    Text,
}

/// How a printer is set up.
#[derive(Debug, Clone)]
pub struct PrinterSettings {
    /// The paper in it.
    pub paper: Paper,
    /// How slips are sent.
    pub mode: PrintMode,
    /// The speed of the line in bits a second, where that is the bottleneck.
    pub baud: Option<u32>,
    /// Whether it answers when asked how it is. `false` prints blindly on printers that cannot.
    pub answers: bool,
    /// The folder that holds `NotoSansSC-Regular.ttf` and `NotoSansSC-Bold.ttf`.
    pub fonts: PathBuf,
    /// How long things may take.
    pub limits: Limits,
}

impl PrinterSettings {
    /// The usual settings for a printer at this port.
    pub fn new(port: &PortSettings, paper: Paper, fonts: impl Into<PathBuf>) -> Self {
        Self {
            paper,
            mode: PrintMode::default(),
            baud: port.baud(),
            answers: true,
            fonts: fonts.into(),
            limits: Limits::default(),
        }
    }

    /// The usual settings for a simulated printer.
    pub fn simulated(paper: Paper, fonts: impl Into<PathBuf>) -> Self {
        Self {
            paper,
            mode: PrintMode::default(),
            baud: None,
            answers: true,
            fonts: fonts.into(),
            limits: Limits::default(),
        }
    }

    pub(super) fn prints_text(&self) -> bool {
        match self.mode {
            PrintMode::Text => true,
            PrintMode::Raster => false,
            PrintMode::Auto => self.baud.is_some_and(|baud| baud < RASTER_MIN_BAUD),
        }
    }
}

/// How long things may take at a printer.
#[derive(Debug, Clone)]
pub struct Limits {
    /// One slip, from the first byte to the cut.
    pub job: Duration,
    /// One answer to one question. A printer answers within some 20 ms; the rest is for a line
    /// that still has a band of picture in it.
    pub answer: Duration,
    /// How long after the last byte a printer that cannot confirm is watched for trouble.
    pub settle: Duration,
    /// How often an idle printer is asked.
    pub ask_every: Duration,
    /// The first wait before a lost printer is opened again.
    pub reopen_first: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            job: Duration::from_secs(20),
            answer: Duration::from_millis(300),
            settle: Duration::from_millis(1500),
            ask_every: Duration::from_secs(3),
            reopen_first: BACK_OFF_FIRST,
        }
    }
}
