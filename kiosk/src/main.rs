//! The touchscreen terminal.

use std::process::ExitCode;

use linli_kiosk::cli::{self, Command};
use linli_kiosk::run;
use tracing_subscriber::EnvFilter;

/// What is logged when the environment does not say otherwise.
const LOG: &str = "info,wgpu=warn,naga=warn,zbus=warn";

/// Memory that is free at the top of the heap goes back to the system from this size on, in bytes.
const TRIM_BYTES: i32 = 64 * 1024;
/// Heaps that threads share. The system's own choice is eight a core, each with its own holes.
const HEAPS: i32 = 2;

/// A terminal starts, draws a few screens and then stands for weeks: what starting took is given back.
/// On software GL this is a tenth of the whole.
#[cfg(target_env = "gnu")]
#[expect(unsafe_code, reason = "the C library's own settings have no safe door")]
fn give_memory_back() {
    // SAFETY: called before there is a second thread; both settings take any positive number.
    let taken = unsafe {
        libc::mallopt(libc::M_TRIM_THRESHOLD, TRIM_BYTES) == 1
            && libc::mallopt(libc::M_ARENA_MAX, HEAPS) == 1
    };
    if !taken {
        eprintln!("linli-kiosk: the heap keeps its usual size");
    }
}

fn main() -> ExitCode {
    #[cfg(target_env = "gnu")]
    give_memory_back();
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(LOG));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    let outcome = match cli::parse(std::env::args_os().skip(1)) {
        Ok(Command::Print(text)) => {
            print!("{text}");
            Ok(())
        }
        Ok(Command::Run(args)) => run::run(&args),
        Err(error) => Err(error),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("linli-kiosk: {error:#}");
            ExitCode::FAILURE
        }
    }
}
