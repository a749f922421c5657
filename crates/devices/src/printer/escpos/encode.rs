//! A picture as raster bytes: what any printer can print, whatever fonts it has.

use crate::printer::Bitmap;

/// No band has more rows than this.
pub const BAND_ROWS: u32 = 128;
/// No band has more bytes of picture than this: cheap printers buffer some 4 KB, and stop for
/// good when a band does not fit.
pub const BAND_BYTES: usize = 4096;
/// Shorter runs of white rows are sent as picture, since a command costs the printer a stop.
const BLANK_RUN_ROWS: u32 = 16;

/// `ESC @`: forget whatever was set before.
pub(crate) const INIT: [u8; 2] = [0x1B, b'@'];
/// `GS V 66 0`: feed to the blade and cut, leaving a tab so that the slip does not fall.
pub(crate) const CUT: [u8; 4] = [0x1D, b'V', 66, 0];
/// `GS r 1`: answered only when all that was sent before has been printed.
pub(crate) const CONFIRM: [u8; 3] = [0x1D, b'r', 1];

/// The bytes that print a picture and cut the paper.
pub fn encode(picture: &Bitmap) -> Vec<u8> {
    encode_in_bands(picture).concat()
}

/// The same bytes in pieces, after each of which the printer may be asked how it is.
pub fn encode_in_bands(picture: &Bitmap) -> Vec<Vec<u8>> {
    let mut pieces = vec![INIT.to_vec()];
    pieces.extend(raster(picture));
    pieces.push(CUT.to_vec());
    pieces
}

/// What puts a printer right that may have been left in the middle of a band: enough nothing to
/// fill the band, which any printer that is not in one ignores, then a fresh start; `cut` cuts
/// off the spoiled piece.
pub fn recovery(cut: bool) -> Vec<u8> {
    let mut bytes = vec![0; BAND_BYTES];
    bytes.extend(INIT);
    if cut {
        bytes.extend(CUT);
    }
    bytes
}

/// Bands of picture and white runs between them, top to bottom.
pub(super) fn raster(picture: &Bitmap) -> Vec<Vec<u8>> {
    let rows_by_bytes = BAND_BYTES / picture.row_bytes().max(1);
    let band_rows = BAND_ROWS.min(rows_by_bytes as u32);
    let mut pieces = Vec::new();
    let mut y = 0;
    while y < picture.height() {
        let blank = blank_rows_from(picture, y);
        if blank >= BLANK_RUN_ROWS || (blank > 0 && y + blank == picture.height()) {
            pieces.push(feed(blank));
            y += blank;
            continue;
        }
        let mut end = y + blank.max(1);
        while end < picture.height() && end - y < band_rows {
            let ahead = blank_rows_from(picture, end);
            if ahead >= BLANK_RUN_ROWS {
                break;
            }
            end += ahead.max(1);
        }
        let end = end.min(y + band_rows);
        pieces.push(band(picture, y, end));
        y = end;
    }
    pieces
}

fn blank_rows_from(picture: &Bitmap, y: u32) -> u32 {
    (y..picture.height())
        .take_while(|row| picture.is_blank_row(*row))
        .count() as u32
}

/// `ESC J n`: move the paper `dots` on.
fn feed(dots: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut left = dots;
    while left > 0 {
        let step = left.min(255);
        bytes.extend([0x1B, b'J', step as u8]);
        left -= step;
    }
    bytes
}

/// `GS v 0`: rows `from..to` as raster.
fn band(picture: &Bitmap, from: u32, to: u32) -> Vec<u8> {
    let [width_low, width_high, ..] = (picture.row_bytes() as u32).to_le_bytes();
    let [rows_low, rows_high, ..] = (to - from).to_le_bytes();
    let mut bytes = vec![
        0x1D, b'v', b'0', 0, width_low, width_high, rows_low, rows_high,
    ];
    let start = bytes.len();
    for y in from..to {
        bytes.extend_from_slice(picture.row(y));
    }
    calm_real_time_bytes(&mut bytes[start..]);
    bytes
}

/// Printers watch the line for real-time commands even inside a picture: `DLE EOT` (answer),
/// `DLE ENQ` (drop the buffer), `DLE DC4` (open the drawer, power off). Where the dots of a
/// picture happen to spell one, a single dot more keeps them apart.
fn calm_real_time_bytes(bytes: &mut [u8]) {
    for index in 1..bytes.len() {
        if bytes[index - 1] == 0x10 && matches!(bytes[index], 0x04 | 0x05 | 0x14) {
            bytes[index - 1] = 0x18;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::decode;
    use super::*;

    fn picture_of(width: u32, height: u32, black: &[(u32, u32)]) -> Bitmap {
        let mut picture = Bitmap::new(width, height);
        for (x, y) in black {
            picture.blacken(x % width, y % height);
        }
        picture
    }

    proptest! {
        #[test]
        fn a_picture_comes_back_from_its_bytes_as_it_was(
            wide in any::<bool>(),
            height in 1u32..700,
            black in proptest::collection::vec((0u32..576, 0u32..700), 1..400),
        ) {
            let width = if wide { 576 } else { 384 };
            let picture = picture_of(width, height, &black);
            let pages = decode(&encode(&picture));
            prop_assert_eq!(pages.len(), 1);
            prop_assert!(pages[0].is_cut);
            let back = pages[0].picture(width);
            prop_assert_eq!(back.height(), height);
            for y in 0..height {
                for x in 0..width {
                    prop_assert!(back.is_black(x, y) || !picture.is_black(x, y));
                }
            }
        }

        #[test]
        fn no_picture_spells_a_real_time_command(mut bytes in proptest::collection::vec(
            prop_oneof![Just(0x10u8), Just(0x04), Just(0x05), Just(0x14), any::<u8>()], 0..400,
        )) {
            let before = bytes.clone();
            calm_real_time_bytes(&mut bytes);
            for pair in bytes.windows(2) {
                prop_assert!(!(pair[0] == 0x10 && matches!(pair[1], 0x04 | 0x05 | 0x14)));
            }
            for (old, new) in before.iter().zip(&bytes) {
                prop_assert_eq!(old & new, *old, "a dot is only ever added");
            }
        }
    }

    #[test]
    fn bands_stay_within_the_buffer_of_a_cheap_printer() {
        let mut picture = Bitmap::new(576, 1000);
        picture.blacken_rect(0, 0, 576, 1000);
        for piece in encode_in_bands(&picture) {
            assert!(piece.len() <= BAND_BYTES + 8, "{} bytes", piece.len());
        }
    }

    #[test]
    fn white_paper_costs_three_bytes_and_not_its_dots() {
        let mut picture = Bitmap::new(384, 250);
        picture.blacken(10, 0);
        let bytes = encode(&picture);
        assert!(bytes.len() < 80, "{} bytes", bytes.len());
        assert_eq!(decode(&bytes)[0].picture(384), picture);
    }
}
