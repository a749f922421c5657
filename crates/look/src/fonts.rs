//! Fonts: mapped once, shared by every context of the process.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};
use memmap2::Mmap;

/// The family of bold text.
pub const BOLD: &str = "bold";
/// Rare characters of names, which stand behind every text face.
const RARE: &str = "rare";
/// The family of line icons.
pub const ICONS: &str = "icons";
/// The family of filled icons.
pub const ICONS_FILLED: &str = "icons-filled";

/// The font files of the project, mapped into memory.
///
/// A file of 10 MB is mapped and not read, so that only the pages of glyphs that are really drawn
/// take memory, and those are shared between processes. Cloning shares the maps.
#[derive(Clone)]
pub struct FontFiles {
    regular: Arc<FontData>,
    bold: Arc<FontData>,
    rare: Arc<FontData>,
    icons: Arc<FontData>,
    icons_filled: Arc<FontData>,
}

/// A font file could not be mapped.
#[derive(Debug, thiserror::Error)]
#[error("the font {} cannot be opened", path.display())]
pub struct FontError {
    path: PathBuf,
    source: std::io::Error,
}

impl FontFiles {
    /// Maps the fonts under the folder `assets`.
    ///
    /// # Errors
    /// When one of the files is missing or cannot be mapped.
    pub fn map(assets: &Path) -> Result<FontFiles, FontError> {
        let load = |file: &str| map_font(&assets.join(file)).map(Arc::new);
        Ok(FontFiles {
            regular: load("fonts/NotoSansSC-Regular.ttf")?,
            bold: load("fonts/NotoSansSC-Bold.ttf")?,
            rare: load("fonts/RareHan-Regular.ttf")?,
            icons: load("icons/Phosphor.ttf")?,
            icons_filled: load("icons/Phosphor-Fill.ttf")?,
        })
    }

    /// The definitions for [`egui::Context::set_fonts`]; to be set before the first frame.
    pub fn definitions(&self) -> FontDefinitions {
        let family = |names: &[&str]| {
            names
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        let font_data = BTreeMap::from([
            ("regular".to_owned(), Arc::clone(&self.regular)),
            (BOLD.to_owned(), Arc::clone(&self.bold)),
            (RARE.to_owned(), Arc::clone(&self.rare)),
            (ICONS.to_owned(), Arc::clone(&self.icons)),
            (ICONS_FILLED.to_owned(), Arc::clone(&self.icons_filled)),
        ]);
        let families = BTreeMap::from([
            (FontFamily::Proportional, family(&["regular", RARE, ICONS])),
            // Nothing of Linli is set in a monospaced face, but egui asks for the family.
            (FontFamily::Monospace, family(&["regular", ICONS])),
            (FontFamily::Name(BOLD.into()), family(&[BOLD, RARE, ICONS])),
            // The text face comes first: Phosphor maps Latin letters to blank parts of ligatures.
            (FontFamily::Name(ICONS.into()), family(&["regular", ICONS])),
            (
                FontFamily::Name(ICONS_FILLED.into()),
                family(&["regular", ICONS_FILLED]),
            ),
        ]);
        FontDefinitions {
            font_data,
            families,
        }
    }
}

struct MappedFont(Mmap);

impl AsRef<[u8]> for MappedFont {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

#[allow(unsafe_code)]
fn map_font(path: &Path) -> Result<FontData, FontError> {
    let failed = |source| FontError {
        path: path.to_owned(),
        source,
    };
    let file = File::open(path).map_err(failed)?;
    // SAFETY: the fonts belong to the installed program. Packages replace files by renaming new ones
    // over them, which leaves a mapped file as it was; nothing writes into them while we run.
    let map = unsafe { Mmap::map(&file) }.map_err(failed)?;
    Ok(FontData::from_blob(Arc::new(MappedFont(map)), 0))
}
