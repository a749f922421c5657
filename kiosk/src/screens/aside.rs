//! What is read beside what is touched: how a screen is laid out on a glass that lies.

use egui::{Rect, Ui, vec2};
use linli_look::widgets::{Notice, Words};
use linli_look::{Illustration, Look, layout};

use super::Stage;

/// What is read, as a part of the room.
const READ_PART: f32 = 0.36;
/// A picture that stands for itself, as a part of the room.
const PICTURE_PART: f32 = 0.42;
/// A picture is at most so high for its width, or its sides are cut away.
const PICTURE_ASPECT: f32 = 1.2;
/// A picture under words is left out when it would be lower than this, in points.
const PICTURE_MIN: f32 = 180.0;

/// Takes a column for what is read off the left of `rest`.
pub(super) fn column(look: &Look, rest: &mut Rect) -> Rect {
    let width = rest.width() * READ_PART;
    layout::left(rest, width, look.margin * 0.7)
}

/// What is left beside such a picture.
pub(super) fn beside_picture(look: &Look, room: Rect) -> Rect {
    let mut rest = room;
    layout::left(&mut rest, room.width() * PICTURE_PART, look.margin);
    rest
}

/// A picture over the whole height at the left of `rest`.
pub(super) fn picture(ui: &Ui, stage: &mut Stage<'_>, rest: &mut Rect, picture: Illustration) {
    let look = stage.look;
    let width = rest.width() * PICTURE_PART;
    let place = layout::left(rest, width, look.margin);
    let height = place.height().min(place.width() * PICTURE_ASPECT);
    let place = layout::centred(place, vec2(place.width(), height));
    let radius = look.radius_hero();
    stage.pictures.paint(ui, look, picture, place, radius);
}

/// A question with a hint under it, and a picture where there is room for one.
pub(super) fn question(
    ui: &Ui,
    stage: &mut Stage<'_>,
    mut column: Rect,
    title: &Words<'_>,
    hint: &Notice<'_>,
    picture: Illustration,
) {
    let look = stage.look;
    let height = title.measure(ui, look, column.size()).y + look.tight;
    title.paint(ui, look, layout::top(&mut column, height, 0.0));
    let height = hint.height(ui, look, column.width());
    hint.show(ui, look, layout::top(&mut column, height, look.gap * 1.5));
    if column.height() >= PICTURE_MIN {
        let height = column.height().min(column.width() * PICTURE_ASPECT);
        let place = layout::bottom(&mut column, height, 0.0);
        let radius = look.radius_hero();
        stage.pictures.paint(ui, look, picture, place, radius);
    }
}
