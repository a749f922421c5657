//! The header: whose hall this is, and what time it is; or what everybody should know now.

use egui::accesskit::Live;
use egui::{Align2, Rect, Ui, vec2};

use super::notice::Notice;
use super::words::Words;
use crate::{Hue, Icon, Look, TypeSize, layout};

/// Rows that the hall's name may take.
const HALL_ROWS: usize = 2;

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
    let warned = words
        .warnings
        .iter()
        .map(|text| warning(text).height(ui, look, width - time - look.gap - 1.0))
        .fold(0.0, f32::max);
    let hall = Words::new(words.hall, TypeSize::Clock)
        .bold()
        .rows(HALL_ROWS);
    hall.measure(ui, look, vec2(width - time - look.gap - 1.0, f32::MAX))
        .y
        .max(warned)
}

fn warning(text: &str) -> Notice<'_> {
    Notice {
        icon: Icon::ATTENTION,
        text,
        hue: Hue::Amber,
        ground: true,
        rows: 2,
    }
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
    time.paint(ui, look, place);
    if let Some(text) = words.warning {
        return warning(text).show_as(ui, look, rest, Live::Polite);
    }
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
