//! Reads `assets/texts/<locale>/*.ftl`, refuses what does not fit together, and writes one Rust
//! function for each text. See `src/lib.rs` for how they are used.

mod check;
mod longer;
mod pseudo;
mod read;
mod write;

use std::path::{Path, PathBuf};
use std::process::exit;

use read::Locale;

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
    let mut locales = read::locales(root)?;
    check::locales(&locales)?;
    let out = std::env::var_os("OUT_DIR").ok_or_else(|| vec!["OUT_DIR is not set".to_owned()])?;
    let out = PathBuf::from(out);
    let spoken = locales.len();
    if std::env::var_os("CARGO_FEATURE_PSEUDO").is_some() {
        let stretched = pseudo_locales(&locales, &out)?;
        locales.extend(stretched);
    }
    let target = out.join("texts.rs");
    std::fs::write(&target, write::rust(&locales, spoken))
        .map_err(|err| vec![format!("{}: {err}", target.display())])
}

/// The stretched languages, each a file beside the generated source.
fn pseudo_locales(locales: &[Locale], out: &Path) -> Result<Vec<Locale>, Vec<String>> {
    let mut stretched = Vec::new();
    for (from, tag) in pseudo::LOCALES {
        let Some(locale) = locales.iter().find(|locale| locale.tag == from) else {
            return Err(vec![format!("{from}: is missing, {tag} is made from it")]);
        };
        let broken = |path: &Path, err: std::io::Error| vec![format!("{}: {err}", path.display())];
        let mut source = String::new();
        for path in &locale.files {
            let words = std::fs::read_to_string(path).map_err(|err| broken(path, err))?;
            source.push_str(&pseudo::stretch(&words));
            source.push('\n');
        }
        let target = out.join(format!("{tag}.ftl"));
        std::fs::write(&target, &source).map_err(|err| broken(&target, err))?;
        stretched.push(Locale {
            tag: tag.to_owned(),
            texts: read::texts(tag, &source)?,
            files: vec![target],
        });
    }
    Ok(stretched)
}
