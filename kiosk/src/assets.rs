//! Where the fonts, icons and the voice are.

use std::env;
use std::path::{Path, PathBuf};

/// Where the Debian package puts them.
const INSTALLED: &str = "/usr/share/linli";

/// The folder of the assets: what the environment names, the installed one, or that of the sources.
pub fn folder() -> PathBuf {
    if let Some(named) = env::var_os("LINLI_ASSETS") {
        return named.into();
    }
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets");
    // A developer's build uses the assets beside its sources even where a package is installed.
    if sources.join("fonts").is_dir() {
        sources
    } else {
        INSTALLED.into()
    }
}
