//! Receipt printers: what stands on a slip, how it is drawn, sent and asked after.

mod bitmap;
pub mod escpos;
mod qr;
mod render;
mod session;
mod settings;
mod simulator;
mod slip;
mod status;
mod typeset;
mod worker;

use serde::{Deserialize, Serialize};

pub use bitmap::{Bitmap, DOTS_PER_MM, MAX_HEIGHT_DOTS};
pub use qr::{MIN_MODULE_DOTS, QUIET_MODULES};
pub use render::{RenderError, SlipRenderer};
pub use settings::{Limits, MAX_WAITING_JOBS, PrintMode, PrinterSettings, RASTER_MIN_BAUD};
pub use simulator::{PrinterSwitches, PtyPrinter, SimulatedPrinter};
pub use slip::{MAX_SLIP_LINES, MAX_SLIP_TEXT_CHARS, Slip, SlipQr, SlipRow};
pub use status::PrinterStatus;
pub use worker::{Content, JobId, PrintJob, PrinterEvent, PrinterWorker, Reason, Refused};

/// The two widths of receipt paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Paper {
    /// 58 mm wide, 48 mm of it printed.
    #[serde(rename = "58mm")]
    Mm58,
    /// 80 mm wide, 72 mm of it printed.
    #[default]
    #[serde(rename = "80mm")]
    Mm80,
}

impl Paper {
    /// Dots across the widest paper.
    pub(crate) const WIDEST_DOTS: u32 = 576;

    /// Dots across.
    pub fn width_dots(self) -> u32 {
        match self {
            Paper::Mm58 => 384,
            Paper::Mm80 => Self::WIDEST_DOTS,
        }
    }
}
