//! Text to dots, in Noto Sans SC.

use std::path::Path;

use cosmic_text::{
    Align, Attrs, Buffer, CacheKey, Family, FontSystem, Metrics, Shaping, SubpixelBin, SwashCache,
    SwashContent, Weight, Wrap, fontdb,
};

use super::{Bitmap, RenderError};

/// The fonts, under their names in the font folder.
const FONT_FILES: [&str; 2] = ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"];
const FAMILY: &str = "Noto Sans SC";
/// A dot is burnt where the letter covers at least this much of it, of 255. Below one half,
/// because a thermal head makes thin strokes thinner.
const INK: u8 = 112;
/// Height of a line of text, in letter heights.
const LINE: f32 = 1.26;

/// The weight of a text.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Ink {
    Regular,
    Bold,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// Height of the letters' square in dots.
    pub(super) size: f32,
    pub(super) ink: Ink,
    pub(super) align: Align,
}

impl Style {
    pub(super) fn new(size: f32, ink: Ink) -> Self {
        Self {
            size,
            ink,
            align: Align::Left,
        }
    }

    pub(super) fn centred(self) -> Self {
        Self {
            align: Align::Center,
            ..self
        }
    }

    pub(super) fn to_the_right(self) -> Self {
        Self {
            align: Align::Right,
            ..self
        }
    }
}

/// A text, shaped and broken into lines for a given width.
pub(super) struct Block {
    buffer: Buffer,
    /// Dots across of its widest line.
    pub(super) width: u32,
    /// Dots from its top to its bottom.
    pub(super) height: u32,
}

/// The fonts, and what has been drawn from them so far.
pub(super) struct Typesetter {
    fonts: FontSystem,
    glyphs: SwashCache,
}

impl Typesetter {
    /// Maps the fonts of a folder into memory; nothing is copied to the heap.
    pub(super) fn open(folder: &Path) -> Result<Self, RenderError> {
        let mut database = fontdb::Database::new();
        for file in FONT_FILES {
            let path = folder.join(file);
            if database.load_font_file(&path).is_err() {
                return Err(RenderError::NoFont { path });
            }
        }
        Ok(Self {
            fonts: FontSystem::new_with_locale_and_db("zh-CN".into(), database),
            glyphs: SwashCache::new(),
        })
    }

    /// Shapes a text into lines no wider than `room` dots. Words break only where no line could
    /// hold them.
    pub(super) fn block(&mut self, text: &str, style: Style, room: u32) -> Block {
        let weight = match style.ink {
            Ink::Regular => Weight::NORMAL,
            Ink::Bold => Weight::BOLD,
        };
        let attrs = Attrs::new().family(Family::Name(FAMILY)).weight(weight);
        let line_height = (style.size * LINE).round();
        let mut buffer = Buffer::new(&mut self.fonts, Metrics::new(style.size, line_height));
        buffer.set_wrap(Wrap::WordOrGlyph);
        buffer.set_size(Some(room as f32), None);
        // Line breaks within a text are the text's own business; other controls have no glyph.
        let text: String = text
            .chars()
            .filter(|c| *c == '\n' || !c.is_control())
            .collect();
        buffer.set_text(&text, &attrs, Shaping::Advanced, Some(style.align));
        buffer.shape_until_scroll(&mut self.fonts, false);
        let width = buffer
            .layout_runs()
            .map(|run| run.line_w)
            .fold(0.0, f32::max);
        let lines = buffer.layout_runs().count();
        Block {
            buffer,
            width: width.ceil() as u32,
            height: (lines as f32 * line_height) as u32,
        }
    }

    /// Burns a block, its corner at `x`, `y`.
    pub(super) fn draw(&mut self, block: &Block, picture: &mut Bitmap, x: u32, y: u32) {
        for run in block.buffer.layout_runs() {
            for glyph in run.glyphs {
                let place = glyph.physical((x as f32, y as f32 + run.line_y.round()), 1.0);
                // Half a dot cannot be burnt: letters begin on whole ones.
                let half = matches!(place.cache_key.x_bin, SubpixelBin::Two | SubpixelBin::Three);
                let key = CacheKey {
                    x_bin: SubpixelBin::Zero,
                    ..place.cache_key
                };
                self.burn(key, picture, place.x + i32::from(half), place.y);
            }
        }
    }

    fn burn(&mut self, key: CacheKey, picture: &mut Bitmap, x: i32, y: i32) {
        let Some(image) = self.glyphs.get_image(&mut self.fonts, key) else {
            return;
        };
        let across = image.placement.width as usize;
        if image.content != SwashContent::Mask || across == 0 {
            return;
        }
        let left = x + image.placement.left;
        let top = y - image.placement.top;
        for (row, cover) in (top..).zip(image.data.chunks(across)) {
            for (column, cover) in (left..).zip(cover) {
                if *cover >= INK
                    && let (Ok(column), Ok(row)) = (column.try_into(), row.try_into())
                {
                    picture.blacken(column, row);
                }
            }
        }
    }

    /// Forgets the drawings of letters, so that a year of names does not fill the memory.
    pub(super) fn forget_glyphs(&mut self) {
        self.glyphs = SwashCache::new();
    }
}
