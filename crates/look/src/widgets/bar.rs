//! The fixed lower bar: the same buttons at the same places on every screen.

use egui::{Align2, Color32, Rect, StrokeKind, Ui, Vec2, vec2};

use super::press::{self, Said};
use super::words::{Words, icon};
use crate::audit::ControlKind;
use crate::{Hue, Icon, LINE_EM, Look, TypeSize, layout};

/// The least air beside the words of a button: of one that lies on each side, of one that stands on both
/// together, in [`Look::tight`].
const LYING_PAD: f32 = 0.75;
const STANDING_PAD: f32 = 0.5;
/// Distance from the bar's edge to its buttons, and between its buttons, in points.
const PAD: f32 = 16.0;
/// Distance from the sides of the glass to the first and the last button, in points.
const SIDE: f32 = 24.0;
/// A button that is this much wider than high has its icon beside the word.
const LYING: f32 = 1.9;

/// A button of the bar.
#[derive(Clone, Copy, Debug)]
pub struct BarButton<'a> {
    /// Above or beside the word.
    pub icon: Icon,
    /// The word, which is the button's name.
    pub word: &'a str,
    /// The language of the word where it is another than the screen's, as a BCP 47 tag.
    pub lang: Option<&'static str>,
    /// For a mode: whether it is on.
    pub on: Option<bool>,
    /// How many places it takes.
    pub places: usize,
}

/// How the places of the bar stand: rows of widths in proportion.
///
/// They are found from every word that ever stands at each place, so they are the same on every screen:
/// alike in one row when the words allow it, else as wide as their words, else in two rows.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRows {
    weights: Vec<Vec<f32>>,
    height: f32,
}

impl BarRows {
    /// Finds the rows for a glass of this width, where one row would be `height` high, in points.
    pub fn of(ui: &Ui, look: &Look, width: f32, height: f32, words: &[&[&str]]) -> BarRows {
        let one = |words: &[&[&str]], height: f32| row_weights(ui, look, width, height, words);
        if let Some(weights) = one(words, height) {
            return BarRows {
                weights: vec![weights],
                height,
            };
        }
        let row = look.target.max(look.size(TypeSize::Bar) * LINE_EM);
        let (first, second) = words.split_at(words.len().div_ceil(2));
        let alike = |words: &[&[&str]]| vec![1.0; words.len()];
        let weights = [first, second]
            .map(|words| one(words, row + PAD * 2.0).unwrap_or_else(|| alike(words)));
        BarRows {
            weights: weights.to_vec(),
            height: row * 2.0 + look.near * 3.0,
        }
    }

    /// How high the whole bar is, in points.
    pub fn height(&self) -> f32 {
        self.height
    }

    fn cells(&self, look: &Look, bar: Rect) -> Vec<Rect> {
        // Two rows take no more of the glass than they must.
        let pad = if self.weights.len() > 1 {
            look.near
        } else {
            PAD
        };
        let room = bar.shrink2(vec2(SIDE, pad));
        let bands = layout::grid(room, 1, self.weights.len(), look.near);
        let rows = self.weights.iter().zip(bands);
        rows.flat_map(|(weights, band)| layout::columns(band, weights, gap(look)))
            .collect()
    }
}

/// How wide the places of one row are in proportion; `None` when their words need more than there is.
fn row_weights(
    ui: &Ui,
    look: &Look,
    width: f32,
    height: f32,
    words: &[&[&str]],
) -> Option<Vec<f32>> {
    let gap = gap(look);
    let count = words.len().max(1) as f32;
    let free = width - SIDE * 2.0 - gap * (count - 1.0);
    let share = free / count;
    // Where the buttons lie, the icon stands beside the word and needs its room as well.
    let height = height - PAD * 2.0;
    let icon = if share > height * LYING {
        icon_side(look, height) + look.tight * (1.0 + LYING_PAD * 2.0)
    } else {
        look.tight * STANDING_PAD
    };
    let bare = |word: &&str| {
        let words = Words::new(word, TypeSize::Bar);
        words.measure(ui, look, Vec2::splat(f32::MAX)).x + icon
    };
    let bares: Vec<f32> = words
        .iter()
        .map(|at_place| at_place.iter().map(bare).fold(0.0, f32::max))
        .collect();
    let air = look.tight;
    let widths = bares.iter().map(|bare| (bare + air).max(look.target));
    if widths.clone().all(|needed| needed <= share) {
        return Some(vec![1.0; words.len()]);
    }
    if widths.clone().sum::<f32>() <= free {
        return Some(widths.collect());
    }
    // The air around the words may give way, by the same for all, so that a long word touches no edge;
    // the words may not.
    let left = (free - bares.iter().sum::<f32>()) / count;
    (left >= 0.0).then(|| bares.iter().map(|bare| bare + left).collect())
}

fn icon_side(look: &Look, height: f32) -> f32 {
    look.size(TypeSize::IconBar).min(height * 0.42)
}

fn gap(look: &Look) -> f32 {
    PAD.max(look.mm(linli_tokens::touch::GAP_MIN_MM))
}

/// Draws the bar and returns which button was pressed.
///
/// `None` among the buttons leaves its place empty, so that the others stay where they are.
pub fn bar(
    ui: &Ui,
    look: &Look,
    rect: Rect,
    buttons: &[Option<BarButton<'_>>],
    rows: &BarRows,
) -> Option<usize> {
    ui.painter().rect_filled(rect, 0.0, look.colours.bar);
    if look.draws_boundaries() {
        ui.painter().hline(rect.x_range(), rect.min.y, look.edge());
    }
    let cells = rows.cells(look, rect);
    // All buttons lie or all stand, as their places were measured.
    let share = cells.iter().map(Rect::width).sum::<f32>() / cells.len().max(1) as f32;
    let lies = cells
        .first()
        .is_some_and(|cell| share > cell.height() * LYING);
    let mut pressed = None;
    for (index, (button, cell)) in buttons.iter().zip(&cells).enumerate() {
        let Some(button) = button else { continue };
        let last = index + button.places.max(1) - 1;
        let cell = cells.get(last).map_or(*cell, |last| cell.union(*last));
        if show(ui, look, cell, button, lies) {
            pressed = Some(index);
        }
    }
    pressed
}

fn show(ui: &Ui, look: &Look, cell: Rect, button: &BarButton<'_>, lies: bool) -> bool {
    let said = Said {
        on: button.on,
        lang: button.lang,
        ..Said::default()
    };
    let response = press::pressable(ui, cell, button.word, said, ControlKind::Bar);
    let radius = look.radius_small();
    let jade = look.colours.hue(Hue::Jade);
    let is_on = button.on == Some(true);
    let at_rest = if is_on { jade } else { look.colours.card };
    let pressed = if is_on {
        look.colours.jade_press
    } else {
        look.colours.press
    };
    let face = cell.translate(press::sunk(&response));
    ui.painter().rect(
        face,
        radius,
        press::face(&response, at_rest, pressed),
        look.hairline(),
        StrokeKind::Inside,
    );
    let inks = if is_on {
        (look.colours.on, look.colours.on)
    } else {
        (jade, look.colours.ink)
    };
    if lies {
        paint_lying(ui, look, face, button, inks);
    } else {
        paint_standing(ui, look, face, button, inks);
    }
    press::focus_ring(ui, look, &response, radius);
    response.clicked()
}

fn words<'a>(button: &BarButton<'a>, ink: Color32) -> Words<'a> {
    Words::new(button.word, TypeSize::Bar)
        .colour(ink)
        .align(Align2::CENTER_CENTER)
        .silent()
}

/// The icon beside the word.
fn paint_lying(
    ui: &Ui,
    look: &Look,
    face: Rect,
    button: &BarButton<'_>,
    (icon_ink, ink): (Color32, Color32),
) {
    let side = icon_side(look, face.height());
    let words = words(button, ink);
    let room = face.shrink2(vec2(look.tight * LYING_PAD, 0.0));
    let free = vec2(room.width() - side - look.tight, room.height());
    let width = words.measure(ui, look, free).x.min(free.x);
    let mut line = layout::centred(room, vec2(side + look.tight + width, room.height()));
    let place = layout::left(&mut line, side, look.tight);
    icon(ui, place, button.icon, side, icon_ink);
    words.paint(ui, look, line.expand2(vec2(1.0, 0.0)));
}

/// The icon over the word.
fn paint_standing(
    ui: &Ui,
    look: &Look,
    face: Rect,
    button: &BarButton<'_>,
    (icon_ink, ink): (Color32, Color32),
) {
    let side = icon_side(look, face.height());
    let row = look.size(TypeSize::Bar) * LINE_EM;
    let size = vec2(
        face.width() - look.tight * STANDING_PAD,
        (side + row + look.tight * 0.4).min(face.height()),
    );
    let mut rest = layout::centred(face, size);
    let place = layout::top(&mut rest, side, look.tight * 0.4);
    let place = Rect::from_center_size(place.center(), Vec2::splat(side));
    icon(ui, place, button.icon, side, icon_ink);
    words(button, ink).paint(ui, look, rest);
}
