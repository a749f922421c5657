//! How a journey begins: from the first touch to the number on the glass.

use std::path::Path;
use std::time::{Duration, Instant};

use linli_devices::printer::{PrinterSwitches, PtyPrinter};
use linli_hall::{Hall, sample};

use crate::terminal::{Display, Terminal};

/// A hall whose terminal has just given a number.
pub(crate) struct Begun {
    pub(crate) hall: Hall,
    pub(crate) printer: PtyPrinter,
    pub(crate) display: Display,
    pub(crate) terminal: Terminal,
    /// What the code beside the number says.
    pub(crate) link: String,
}

/// Takes a number through the real screen, in a folder of its own.
pub(crate) async fn begin(folder: &Path) -> Begun {
    let hall = Hall::open(&folder.join("hall")).unwrap();
    sample::furnish(&hall).unwrap();
    sample::employ(&hall).unwrap();
    sample::open_all_day(&hall).unwrap();
    let printer = PtyPrinter::start(PrinterSwitches::default()).unwrap();
    let display = Display::start(1080, 1920).await;
    let mut terminal = Terminal::start(folder, printer.path(), &display).await;
    for (screen, touched) in [
        ("idle", "点一下"),
        ("home", "取号办事"),
        ("services", "社保"),
    ] {
        terminal.tells(&format!("screen {screen}")).await;
        terminal.touch(touched, &display).await;
    }
    terminal.tells("screen result").await;
    let link = read_the_glass(&display).await;
    Begun {
        hall,
        printer,
        display,
        terminal,
        link,
    }
}

/// The only QR code there is, read as a phone would.
pub(crate) fn read_qr(width: usize, height: usize, grey: &[u8]) -> Option<String> {
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
    let codes = picture.detect_grids();
    let [code] = codes.as_slice() else {
        return None;
    };
    Some(code.decode().ok()?.1)
}

/// Looks at the glass until the number stands on it, and gives the link of the code beside it.
async fn read_the_glass(display: &Display) -> String {
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let sight = display.look().await;
        // The number fills the upper half. A screen without its letters has next to no ink there.
        let ink = sight.ink(0.1, 0.4);
        let link = read_qr(sight.width, sight.height, &sight.grey);
        match link {
            Some(link) if ink > 0.05 => return link,
            link => assert!(
                Instant::now() < until,
                "the glass shows {ink} of ink and the link {link:?}"
            ),
        }
    }
}
