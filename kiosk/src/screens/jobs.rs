//! The jobs of the hall on its first screen: a card for each, from one to six, with its sign as large
//! as the place allows, so that each is told from the others across the hall.

use egui::{Rect, Ui};
use linli_look::widgets::{JobCard, JobStyle};
use linli_look::{Look, layout};

use super::aside;

/// Look, number 4: at most six choices a screen.
const JOBS_MAX: usize = 6;
const COLUMNS_MAX: usize = 3;
/// A card is at least this wide, at ordinary type and at large type.
const WIDTH_MIN: f32 = 300.0;
const WIDTH_MIN_LARGE: f32 = 440.0;
/// What a name that is cut takes from the clarity of all cards.
const CUT: f32 = 0.1;
/// What the cards ask for in portrait, as a part of the room, by their rows of two.
const PARTS: [f32; 3] = [0.33, 0.59, 0.66];
/// The same in large type.
const PARTS_LARGE: [f32; 3] = [0.36, 0.56, 0.62];

/// How high the cards would like to be in portrait, in points, of a room so high.
pub(super) fn wished_height(look: &Look, room_height: f32, jobs: usize) -> f32 {
    let rows = jobs.div_ceil(2).clamp(1, PARTS.len());
    let parts = if look.large() { PARTS_LARGE } else { PARTS };
    room_height * parts[rows - 1]
}

/// Where so many cards stand when nothing else is to be touched.
pub(crate) fn place(look: &Look, room: Rect, jobs: usize) -> Rect {
    let mut rest = room;
    if room.width() > room.height() {
        aside::column(look, &mut rest);
        return rest;
    }
    let height = wished_height(look, room.height(), jobs);
    layout::bottom(&mut rest, height, 0.0)
}

/// Draws a card for each job and returns which was pressed.
pub(crate) fn show(ui: &Ui, look: &Look, area: Rect, jobs: &[JobCard<'_>]) -> Option<usize> {
    let jobs = &jobs[..jobs.len().min(JOBS_MAX)];
    let (cells, style) = arrange(ui, look, area, jobs)?;
    let mut pressed = None;
    for (index, (job, cell)) in jobs.iter().zip(&cells).enumerate() {
        if job.show(ui, look, *cell, style).clicked() {
            pressed = Some(index);
        }
    }
    pressed
}

/// The places with the clearest cards, and the style of the cards in them.
fn arrange(
    ui: &Ui,
    look: &Look,
    area: Rect,
    jobs: &[JobCard<'_>],
) -> Option<(Vec<Rect>, JobStyle)> {
    let least = if look.large() {
        WIDTH_MIN_LARGE
    } else {
        WIDTH_MIN
    };
    let fitting = ((area.width() + look.gap) / (least + look.gap)) as usize;
    let most = fitting.min(COLUMNS_MAX).min(jobs.len()).max(1);
    // One card may be wider than the others; a row that is half empty looks like a mistake.
    let holes = |columns: usize| (columns - jobs.len() % columns) % columns;
    let columns = (1..=most).filter(|columns| holes(*columns) <= 1);
    let arranged = columns.map(|columns| {
        let cells = in_columns(look, area, jobs.len(), columns);
        let style = JobStyle::of(ui, look, jobs, &cells);
        // A job whose name is cut is not clear, however large its sign.
        let is_whole = style.titles_fit(ui, look, jobs, &cells);
        let clarity = style.clarity(look, &cells) * if is_whole { 1.0 } else { CUT };
        (clarity, cells, style)
    });
    let best = arranged.max_by(|(one, ..), (other, ..)| one.total_cmp(other));
    best.map(|(_, cells, style)| (cells, style))
}

/// Rows of so many cards; the cards of a last row that is not full are wider, so that no hole is left.
fn in_columns(look: &Look, area: Rect, jobs: usize, columns: usize) -> Vec<Rect> {
    let rows = jobs.div_ceil(columns);
    let bands = layout::grid(area, 1, rows, look.gap);
    let mut cells = Vec::with_capacity(jobs);
    for band in bands.into_iter().take(rows) {
        let here = (jobs - cells.len()).min(columns);
        cells.extend(layout::grid(band, here, 1, look.gap));
    }
    cells
}

#[cfg(test)]
mod tests {
    use egui::{Pos2, vec2};
    use linli_look::{Glass, Tone};

    use super::*;

    const GLASS: Glass = Glass {
        diagonal_inches: 21.5,
        pixels: [1080.0, 1920.0],
    };

    fn look() -> Look {
        Look::new(GLASS, Tone::Day, false)
    }

    fn area(width: f32, height: f32) -> Rect {
        Rect::from_min_size(Pos2::ZERO, vec2(width, height))
    }

    #[test]
    fn six_jobs_are_as_large_as_hands_need_on_every_glass() {
        let look = look();
        for area in [area(968.0, 852.0), area(1150.0, 690.0), area(960.0, 560.0)] {
            let cells = in_columns(&look, area, 6, 2);
            assert_eq!(cells.len(), 6);
            for cell in cells {
                assert!(cell.size().min_elem() >= look.target);
                assert!(area.expand(0.1).contains_rect(cell));
            }
        }
    }

    #[test]
    fn an_odd_job_leaves_no_hole() {
        let area = area(968.0, 852.0);
        for jobs in [1, 3, 5] {
            let cells = in_columns(&look(), area, jobs, 2);
            assert_eq!(cells.last().map(|cell| cell.max), Some(area.max));
        }
    }
}
