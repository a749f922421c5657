//! A black-and-white picture, as a receipt printer burns it.

/// Dots a millimetre of paper, across and along (203 dpi).
pub const DOTS_PER_MM: u32 = 8;
/// No picture is longer than this many dots (500 mm of paper).
pub const MAX_HEIGHT_DOTS: u32 = 4000;

/// A picture of one bit a dot; a set bit burns black.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bitmap {
    width: u32,
    height: u32,
    /// Rows of `row_bytes()` bytes, the leftmost dot in the highest bit.
    bits: Vec<u8>,
}

impl Bitmap {
    /// A white picture of so many dots. Both sides are cut to what a printer can take.
    pub fn new(width_dots: u32, height_dots: u32) -> Self {
        let width = width_dots.min(super::Paper::WIDEST_DOTS);
        let height = height_dots.min(MAX_HEIGHT_DOTS);
        let bits = vec![0; (width.div_ceil(8) * height) as usize];
        Self {
            width,
            height,
            bits,
        }
    }

    /// A picture from rows as the printer receives them; a short row is white at its right.
    pub(crate) fn from_rows(width_dots: u32, rows: &[Vec<u8>]) -> Self {
        let mut picture = Self::new(width_dots, rows.len() as u32);
        let row_bytes = picture.row_bytes();
        for (to, from) in picture.bits.chunks_mut(row_bytes.max(1)).zip(rows) {
            let count = from.len().min(row_bytes);
            to[..count].copy_from_slice(&from[..count]);
        }
        picture
    }

    /// Dots across.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Dots along the paper.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Millimetres of paper, along.
    pub fn height_mm(&self) -> f32 {
        self.height as f32 / DOTS_PER_MM as f32
    }

    /// Bytes of one row.
    pub fn row_bytes(&self) -> usize {
        self.width.div_ceil(8) as usize
    }

    /// The bytes of row `y`, the leftmost dot in the highest bit; empty outside the picture.
    pub fn row(&self, y: u32) -> &[u8] {
        let start = y as usize * self.row_bytes();
        self.bits
            .get(start..start + self.row_bytes())
            .unwrap_or_default()
    }

    /// Whether row `y` is all white.
    pub fn is_blank_row(&self, y: u32) -> bool {
        self.row(y).iter().all(|byte| *byte == 0)
    }

    /// Whether the dot is black; outside the picture all is white.
    pub fn is_black(&self, x: u32, y: u32) -> bool {
        x < self.width
            && self
                .row(y)
                .get((x / 8) as usize)
                .is_some_and(|byte| byte & (0x80 >> (x % 8)) != 0)
    }

    /// Burns the dot; outside the picture nothing happens.
    pub fn blacken(&mut self, x: u32, y: u32) {
        if x < self.width && y < self.height {
            let index = y as usize * self.row_bytes() + (x / 8) as usize;
            self.bits[index] |= 0x80 >> (x % 8);
        }
    }

    /// Burns a rectangle.
    pub fn blacken_rect(&mut self, x: u32, y: u32, width: u32, height: u32) {
        for row in y..(y + height).min(self.height) {
            for column in x..(x + width).min(self.width) {
                self.blacken(column, row);
            }
        }
    }

    /// The same picture, cut or lengthened to `height_dots`.
    pub fn with_height(mut self, height_dots: u32) -> Self {
        self.height = height_dots.min(MAX_HEIGHT_DOTS);
        self.bits.resize(self.row_bytes() * self.height as usize, 0);
        self
    }

    /// One byte a dot, 0 for black and 255 for white: for screens, PNG files and QR readers.
    pub fn to_grey(&self) -> Vec<u8> {
        let mut grey = Vec::with_capacity((self.width * self.height) as usize);
        for y in 0..self.height {
            grey.extend((0..self.width).map(|x| if self.is_black(x, y) { 0 } else { 255 }));
        }
        grey
    }
}
