//! Cutting rectangles: how a screen is laid out.
//!
//! A screen of the terminal is a fixed composition and not a flowing document, so it is cut from the
//! whole downwards; nothing scrolls, and what does not fit fails a test.

use egui::{Rect, Vec2, vec2};

/// Takes a band off the top of `rest`, and leaves `gap` below it.
pub fn top(rest: &mut Rect, height: f32, gap: f32) -> Rect {
    let mut band = *rest;
    band.max.y = (band.min.y + height).min(rest.max.y);
    rest.min.y = (band.max.y + gap).min(rest.max.y);
    band
}

/// Takes a band off the bottom of `rest`, and leaves `gap` above it.
pub fn bottom(rest: &mut Rect, height: f32, gap: f32) -> Rect {
    let mut band = *rest;
    band.min.y = (band.max.y - height).max(rest.min.y);
    rest.max.y = (band.min.y - gap).max(rest.min.y);
    band
}

/// Takes a column off the left of `rest`, and leaves `gap` beside it.
pub fn left(rest: &mut Rect, width: f32, gap: f32) -> Rect {
    let mut column = *rest;
    column.max.x = (column.min.x + width).min(rest.max.x);
    rest.min.x = (column.max.x + gap).min(rest.max.x);
    column
}

/// Takes a column off the right of `rest`, and leaves `gap` beside it.
pub fn right(rest: &mut Rect, width: f32, gap: f32) -> Rect {
    let mut column = *rest;
    column.min.x = (column.max.x - width).max(rest.min.x);
    rest.max.x = (column.min.x - gap).max(rest.min.x);
    column
}

/// Cuts a rectangle into equal cells, row by row.
pub fn grid(area: Rect, columns: usize, rows: usize, gap: f32) -> Vec<Rect> {
    let (columns, rows) = (columns.max(1), rows.max(1));
    let cell = vec2(
        (area.width() - gap * (columns - 1) as f32) / columns as f32,
        (area.height() - gap * (rows - 1) as f32) / rows as f32,
    );
    let mut cells = Vec::with_capacity(columns * rows);
    for row in 0..rows {
        for column in 0..columns {
            let offset = vec2(column as f32 * (cell.x + gap), row as f32 * (cell.y + gap));
            cells.push(Rect::from_min_size(area.min + offset, cell));
        }
    }
    cells
}

/// Cuts a rectangle into columns whose widths are in proportion to `weights`.
pub fn columns(area: Rect, weights: &[f32], gap: f32) -> Vec<Rect> {
    let total: f32 = weights.iter().sum();
    let free = area.width() - gap * weights.len().saturating_sub(1) as f32;
    let mut x = area.min.x;
    weights
        .iter()
        .map(|weight| {
            let width = free * weight / total;
            let column = Rect::from_min_size(egui::pos2(x, area.min.y), vec2(width, area.height()));
            x += width + gap;
            column
        })
        .collect()
}

/// A rectangle of a size in the middle of another.
pub fn centred(area: Rect, size: Vec2) -> Rect {
    Rect::from_center_size(area.center(), size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    fn area() -> Rect {
        Rect::from_min_size(pos2(10.0, 20.0), vec2(100.0, 200.0))
    }

    #[test]
    fn a_band_and_what_is_left_do_not_overlap() {
        let mut rest = area();
        let band = top(&mut rest, 50.0, 8.0);
        assert_eq!(band.height(), 50.0);
        assert_eq!(rest.min.y, band.max.y + 8.0);
        let band = bottom(&mut rest, 30.0, 8.0);
        assert_eq!(rest.max.y, band.min.y - 8.0);
    }

    #[test]
    fn the_cells_of_a_grid_fill_it() {
        let cells = grid(area(), 2, 3, 10.0);
        assert_eq!(cells.len(), 6);
        assert_eq!(cells[0].min, area().min);
        assert_eq!(cells[5].max, area().max);
        assert_eq!(cells[1].min.x, cells[0].max.x + 10.0);
    }

    #[test]
    fn weighted_columns_fill_their_area() {
        let columns = columns(area(), &[1.0, 3.0], 4.0);
        assert_eq!(columns[0].width() * 3.0, columns[1].width());
        assert!((columns[1].max.x - area().max.x).abs() < 0.01);
    }
}
