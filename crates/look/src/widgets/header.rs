//! The header: whose hall this is, and what time it is; or what everybody should know now.

use egui::accesskit::Live;
use egui::{Align2, Rect, Ui, vec2};

use super::notice::Notice;
use super::words::Words;
use crate::{Hue, Icon, Look, TypeSize, layout};

/// Rows that the hall's name may take.
const HALL_ROWS: usize = 3;
/// Rows that a warning may take: beside the time, and where it has no room there, without it.
const WARNING_ROWS: usize = 2;
const WARNING_ROWS_ALONE: usize = 3;

/// What stands in the header of every screen.
#[derive(Clone, Copy, Debug)]
pub struct Header<'a> {
    /// The hall's name.
    pub hall: &'a str,
    /// The day.
    pub date: &'a str,
    /// The time.
    pub time: &'a str,
    /// What everybody should know now, such as that the connection is lost. It stands in the place
    /// of the name and the day, so that nothing moves under a finger when it comes or goes.
    pub warning: Option<&'a str>,
    /// All that may ever stand there: room is kept for the highest.
    pub warnings: &'a [&'a str],
}

/// How high the header must be at a width: long names and warnings take two rows in large type.
pub fn header_height(ui: &Ui, look: &Look, width: f32, words: &Header<'_>) -> f32 {
    let time = Words::new(words.time, TypeSize::Clock)
        .bold()
        .measure(ui, look, vec2(width, f32::MAX))
        .x;
    let beside = width - time - look.gap - 1.0;
    let warned = words
        .warnings
        .iter()
        .map(|text| match warning_beside(ui, look, text, beside) {
            Some(warning) => warning.height(ui, look, beside),
            None => warning(text).height(ui, look, width),
        })
        .fold(0.0, f32::max);
    let hall = Words::new(words.hall, TypeSize::Clock)
        .bold()
        .rows(HALL_ROWS);
    hall.measure(ui, look, vec2(beside, f32::MAX)).y.max(warned)
}

fn warning(text: &str) -> Notice<'_> {
    Notice {
        icon: Icon::ATTENTION,
        text,
        hue: Hue::Amber,
        ground: true,
        rows: WARNING_ROWS_ALONE,
    }
}

/// The warning where it has room beside the time.
fn warning_beside<'a>(ui: &Ui, look: &Look, text: &'a str, width: f32) -> Option<Notice<'a>> {
    let warning = Notice {
        rows: WARNING_ROWS,
        ..warning(text)
    };
    warning.fits(ui, look, width).then_some(warning)
}

/// Draws the header. When the day does not fit, only the time is shown.
pub fn header(ui: &Ui, look: &Look, rect: Rect, words: &Header<'_>) {
    let mut rest = rect;
    let time = Words::new(words.time, TypeSize::Clock)
        .bold()
        .aside()
        .align(Align2::RIGHT_CENTER);
    let time_width = time.measure(ui, look, rect.size()).x.ceil() + 1.0;
    let place = layout::right(&mut rest, time_width, look.gap);
    if let Some(text) = words.warning {
        let Some(warning) = warning_beside(ui, look, text, rest.width()) else {
            // What everybody should know now is worth more than the time.
            return warning(text).show_as(ui, look, rect, Live::Polite);
        };
        time.paint(ui, look, place);
        return warning.show_as(ui, look, rest, Live::Polite);
    }
    time.paint(ui, look, place);
    let hall = Words::new(words.hall, TypeSize::Clock)
        .bold()
        .aside()
        .rows(HALL_ROWS);
    let date = Words::new(words.date, TypeSize::Quiet)
        .aside()
        .colour(look.colours.ink2)
        .align(Align2::RIGHT_CENTER);
    let date_width = date
        .measure(ui, look, vec2(f32::MAX, rect.height()))
        .x
        .ceil()
        + 1.0;
    let hall_room = vec2(rest.width() - date_width - look.gap, rect.height());
    if hall.rows(1).fits_unshrunk(ui, look, hall_room) {
        let place = layout::right(&mut rest, date_width, look.gap);
        date.paint(ui, look, place);
    }
    hall.paint(ui, look, rest);
}
