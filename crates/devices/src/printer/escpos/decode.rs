//! From bytes back to what would be on the paper.

use super::{Command, Page, Parser};

/// What a printer would have put on paper for these bytes: a page for each cut, and one more,
/// not cut, when something follows the last cut. Garbage between is skipped.
pub fn decode(bytes: &[u8]) -> Vec<Page> {
    let mut parser = Parser::default();
    parser.push(bytes);
    let mut pages = Vec::new();
    let mut page = Page::default();
    while let Some(command) = parser.next_command() {
        page.print(&command);
        if command == Command::Cut {
            pages.push(std::mem::take(&mut page));
        }
    }
    if !page.is_empty() {
        pages.push(page);
    }
    pages
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn garbage_is_survived_whatever_it_is(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
            decode(&bytes);
        }

        #[test]
        fn bytes_mean_the_same_in_whatever_pieces_they_arrive(
            cuts in proptest::collection::vec(1usize..40, 1..80),
        ) {
            let mut picture = crate::printer::Bitmap::new(384, 60);
            picture.blacken_rect(3, 5, 300, 40);
            let bytes = super::super::encode(&picture);
            let mut parser = Parser::default();
            let mut page = Page::default();
            let mut rest = bytes.as_slice();
            for cut in cuts.iter().cycle() {
                let (now, later) = rest.split_at((*cut).min(rest.len()));
                parser.push(now);
                while let Some(command) = parser.next_command() {
                    page.print(&command);
                }
                rest = later;
                if rest.is_empty() {
                    break;
                }
            }
            prop_assert_eq!(page.picture(384), picture);
        }
    }
}
