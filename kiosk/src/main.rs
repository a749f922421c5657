//! The touchscreen terminal.

use std::process::ExitCode;

use linli_kiosk::cli::{self, Command};
use linli_kiosk::{memory, run};
use tracing_subscriber::EnvFilter;

/// What is logged when the environment does not say otherwise.
const LOG: &str = "info,wgpu=warn,naga=warn,zbus=warn";

fn main() -> ExitCode {
    memory::settle();
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
