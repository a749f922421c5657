//! The command line.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use lexopt::prelude::*;

/// What `--help` prints.
pub const HELP: &str = "\
linli-kiosk: the terminal of a community hall

  linli-kiosk --config FILE    the terminal, as the settings say
  linli-kiosk --demo [DIR]     the sample hall, in DIR (target/demo), with a simulated printer

  --windowed [WxH]   in a window, 1080x1920 when no size is given
  --dock             with the developer's dock: slip, switches, scanner
  --headless         no screen: pages, devices and voice only
  --listen ADDR      where the pages are served, such as 127.0.0.1:7300
  --help, --version
";

const DEMO_FOLDER: &str = "target/demo";
const WINDOW: [f32; 2] = [1080.0, 1920.0];
/// A window has at least and at most so many pixels a side.
const SIDES: std::ops::RangeInclusive<f32> = 240.0..=8192.0;

/// Which hall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one of the settings in this file.
    Config(PathBuf),
    /// The sample hall in this folder.
    Demo(PathBuf),
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Args {
    /// Which hall.
    pub which: Which,
    /// The size of the window; `None` fills the screen.
    pub windowed: Option<[f32; 2]>,
    /// Whether the developer's dock is shown.
    pub dock: bool,
    /// Whether there is no screen at all.
    pub headless: bool,
    /// Where the pages are served, instead of where the settings say.
    pub listen: Option<SocketAddr>,
}

/// What the command line comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Run the terminal.
    Run(Args),
    /// Print this and end.
    Print(String),
}

/// Understands a command line, without the program's name.
///
/// # Errors
/// With a sentence on what is missing or not understood.
pub fn parse(args: impl IntoIterator<Item = impl Into<OsString>>) -> anyhow::Result<Command> {
    let mut parser = lexopt::Parser::from_args(args);
    let (mut which, mut windowed, mut dock, mut headless, mut listen) =
        (None, None, false, false, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("config") => which = Some(Which::Config(parser.value()?.into())),
            Long("demo") => {
                which = Some(Which::Demo(
                    optional(&mut parser).map_or_else(|| DEMO_FOLDER.into(), PathBuf::from),
                ))
            }
            Long("windowed") => {
                windowed = Some(optional(&mut parser).map_or(Ok(WINDOW), |size| window(&size))?)
            }
            Long("dock") => dock = true,
            Long("headless") => headless = true,
            Long("listen") => listen = Some(address(&parser.value()?)?),
            Long("help") | Short('h') => return Ok(Command::Print(HELP.to_owned())),
            Long("version") => {
                return Ok(Command::Print(
                    concat!("linli-kiosk ", env!("CARGO_PKG_VERSION"), "\n").to_owned(),
                ));
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(which) = which else {
        bail!("say which hall: --config FILE, or --demo\n\n{HELP}")
    };
    Ok(Command::Run(Args {
        which,
        windowed,
        dock,
        headless,
        listen,
    }))
}

/// A value that may be left out: the next word, unless it is an option.
fn optional(parser: &mut lexopt::Parser) -> Option<OsString> {
    let is_value = parser
        .try_raw_args()?
        .peek()
        .is_some_and(|next| !next.to_string_lossy().starts_with('-'));
    if is_value { parser.value().ok() } else { None }
}

fn window(size: &OsString) -> anyhow::Result<[f32; 2]> {
    let text = size.to_string_lossy();
    let sides = text
        .split_once('x')
        .and_then(|(width, height)| Some([width.parse().ok()?, height.parse().ok()?]));
    match sides {
        Some(sides) if sides.iter().all(|side| SIDES.contains(side)) => Ok(sides),
        _ => bail!("--windowed {text}: a size is like 1080x1920"),
    }
}

fn address(text: &OsString) -> anyhow::Result<SocketAddr> {
    let text = text.to_string_lossy();
    text.parse()
        .with_context(|| format!("--listen {text}: an address is like 127.0.0.1:7300"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> anyhow::Result<Command> {
        parse(line.split_whitespace().map(OsString::from))
    }

    fn run(line: &str) -> Args {
        match args(line).unwrap() {
            Command::Run(args) => args,
            Command::Print(text) => panic!("{line} only prints {text}"),
        }
    }

    #[test]
    fn the_demo_needs_no_folder_and_takes_one() {
        assert_eq!(run("--demo").which, Which::Demo("target/demo".into()));
        assert_eq!(
            run("--demo --dock").which,
            Which::Demo("target/demo".into())
        );
        assert_eq!(
            run("--demo /tmp/hall --headless").which,
            Which::Demo("/tmp/hall".into())
        );
    }

    #[test]
    fn a_window_has_a_size() {
        assert_eq!(
            run("--demo --windowed 1366x768").windowed,
            Some([1366.0, 768.0])
        );
        assert_eq!(
            run("--demo --windowed --dock").windowed,
            Some([1080.0, 1920.0])
        );
        assert!(args("--demo --windowed tall").is_err());
        assert!(args("--demo --windowed 1x1").is_err());
    }

    #[test]
    fn what_is_missing_or_wrong_is_said() {
        assert!(args("").unwrap_err().to_string().contains("--config FILE"));
        assert!(
            args("--demo --listen nowhere")
                .unwrap_err()
                .to_string()
                .contains("127.0.0.1:7300")
        );
        assert!(args("--demo --loud").is_err());
    }
}
