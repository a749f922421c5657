//! Reads `assets/texts/<locale>/*.ftl`, refuses what does not fit together, and writes one Rust
//! function for each text. See `src/lib.rs` for how they are used.

mod check;
mod read;
mod write;

use std::path::{Path, PathBuf};
use std::process::exit;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/texts");
    println!("cargo::rerun-if-changed={}", root.display());
    if let Err(problems) = build(&root) {
        for problem in &problems {
            println!("cargo::error={problem}");
        }
        eprintln!("{} problem(s) in assets/texts", problems.len());
        exit(1);
    }
}

fn build(root: &Path) -> Result<(), Vec<String>> {
    let locales = read::locales(root)?;
    check::locales(&locales)?;
    let out = std::env::var_os("OUT_DIR").ok_or_else(|| vec!["OUT_DIR is not set".to_owned()])?;
    let target = PathBuf::from(out).join("texts.rs");
    std::fs::write(&target, write::rust(&locales))
        .map_err(|err| vec![format!("{}: {err}", target.display())])
}
