//! Why there is no number now, when there will be, and what else is possible.

use egui::{Align2, Rect, Ui, vec2};
use linli_hall::NextOpening;
use linli_hall::ServiceId;
use linli_look::widgets::{self, Button, Words};
use linli_look::{Icon, Illustration, LINE_EM, Look, TypeSize, layout};
use linli_texts::t;

use super::{Asked, Stage, aside};
use crate::view::named;
use crate::words;

/// Heights in points and shares of the room.
const PICTURE_PART: f32 = 0.6;
/// A picture is at most so high for its width, or its sides are cut away.
const PICTURE_ASPECT: f32 = 0.84;
const PICTURE_MIN: f32 = 280.0;

/// Why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is not open now.
    NotOpen {
        /// When it opens.
        opens: Option<NextOpening>,
    },
    /// All numbers of the day are taken.
    Full {
        /// Numbers a day, when known.
        quota: Option<u32>,
        /// When there are numbers again.
        opens: Option<NextOpening>,
    },
}

/// A service for which no number can be had now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed {
    /// Which.
    pub service: ServiceId,
    /// Why.
    pub why: Why,
}

impl Closed {
    pub(super) fn show(&self, ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
        let (title, lines) = self.words(stage);
        let title = heading(&title);
        explain(ui, stage, Illustration::Closed, title, &lines, |lang| {
            [
                (t::kiosk_closed_other(lang), Icon::HOME, Asked::Home),
                (t::kiosk_closed_ask(lang), Icon::HELP, Asked::Help),
            ]
        })
    }

    fn words(&self, stage: &Stage<'_>) -> (String, Vec<String>) {
        let lang = stage.lang;
        let service = stage.hall.service(self.service);
        let name = service
            .map(|offered| named(&offered.service.names, lang))
            .unwrap_or_default();
        match self.why {
            Why::NotOpen { opens } => (
                t::kiosk_closed_title(lang, name),
                vec![words::opens_sentence(lang, opens)],
            ),
            Why::Full { quota, opens } => {
                // When to come again matters most.
                let mut lines: Vec<String> =
                    words::again_sentence(lang, opens).into_iter().collect();
                lines.extend(quota.map(|quota| t::kiosk_closed_full(lang, quota)));
                (t::kiosk_closed_full_title(lang, name), lines)
            }
        }
    }
}

/// What is explained, in a few words.
pub(super) fn heading(text: &str) -> Words<'_> {
    Words::new(text, TypeSize::Question)
        .bold()
        .rows(3)
        .heading()
}

/// A way on: the words and the icon of its button, and what it asks for.
type Way = (&'static str, Icon, Asked);

/// A screen that explains something: a picture, what it is, what to do, and two ways on.
pub(super) fn explain(
    ui: &Ui,
    stage: &mut Stage<'_>,
    picture: Illustration,
    title: Words<'_>,
    lines: &[String],
    ways: impl Fn(linli_texts::Lang) -> [Way; 2],
) -> Option<Asked> {
    let look = stage.look;
    let ways = ways(stage.lang);
    let mut room = stage.room;
    // Beside the words on a glass that lies, where all of them have room so.
    let fits = |mut room: Rect| {
        button_places(ui, stage, &mut room, &ways);
        let title_height = title.measure(ui, look, vec2(room.width(), f32::MAX)).y;
        let panel_height = line_heights(ui, look, lines, room.width()).1;
        title_height + panel_height + look.tight * 2.0 <= room.height()
    };
    let is_aside = stage.is_landscape() && !look.large();
    if is_aside && fits(aside::beside_picture(look, room)) {
        aside::picture(ui, stage, &mut room, picture);
    }
    let places = button_places(ui, stage, &mut room, &ways);
    let (heights, panel_height) = line_heights(ui, look, lines, room.width());
    // A name that is long takes less room, so that what to do has it.
    let title_room = vec2(
        room.width(),
        (room.height() - panel_height - look.tight).max(0.0),
    );
    let title_least = look.smallest() * LINE_EM;
    let title_height = title.measure(ui, look, title_room).y;
    let title_height = title_height.min(title_room.y.max(title_least)) + look.tight;
    let needed = title_height + panel_height;
    if stage.is_landscape() {
        // Beside a picture the words stand in the middle over the buttons.
        let height = (needed + look.tight).min(room.height());
        room = layout::centred(room, vec2(room.width(), height));
    } else {
        picture_over(ui, stage, picture, &mut room, needed);
    }
    title.paint(ui, look, layout::top(&mut room, title_height, 0.0));
    let panel_height = panel_height.min(room.height());
    let panel = layout::top(&mut room, panel_height, 0.0);
    show_lines(ui, look, panel, lines, &heights);
    show_ways(ui, look, ways, places)
}

/// The places of the two buttons at the lower end of `room`: side by side on a glass that lies.
fn button_places(ui: &Ui, stage: &Stage<'_>, room: &mut Rect, ways: &[Way; 2]) -> [Rect; 2] {
    let look = stage.look;
    let texts = [ways[0].0, ways[1].0];
    let widths = texts.map(|text| button_width(ui, look, text));
    let across = if stage.is_landscape() {
        let cells = layout::columns(*room, &widths, look.gap);
        [cells[0].width(), cells[1].width()]
    } else {
        [room.width(); 2]
    };
    // The buttons are as high as the longer words need; a glass that lies has little height.
    let rows = if stage.is_landscape() { 1.5 } else { 1.9 };
    let height = texts
        .into_iter()
        .zip(across)
        .map(|(text, width)| Button::quiet(text).icon(ways[0].1).height(ui, look, width))
        .fold(look.size(TypeSize::Button) * LINE_EM * rows, f32::max)
        .max(look.primary);
    if stage.is_landscape() {
        let both = layout::bottom(room, height, look.gap);
        let cells = layout::columns(both, &widths, look.gap);
        return [cells[0], cells[1]];
    }
    let quiet = layout::bottom(room, height, look.gap);
    [layout::bottom(room, height, look.gap), quiet]
}

/// The picture over the words of a standing glass, where there is room for one.
fn picture_over(
    ui: &Ui,
    stage: &mut Stage<'_>,
    picture: Illustration,
    room: &mut Rect,
    needed: f32,
) {
    let look = stage.look;
    let height = (room.height() - needed - look.gap * 2.0)
        .min(room.height() * PICTURE_PART)
        .min(room.width() * PICTURE_ASPECT);
    if height >= PICTURE_MIN {
        let place = layout::top(room, height, look.gap * 1.5);
        let radius = look.radius_hero();
        stage.pictures.paint(ui, look, picture, place, radius);
    }
}

/// How high each line is at a width, and the panel that holds them all.
fn line_heights(ui: &Ui, look: &Look, lines: &[String], width: f32) -> (Vec<f32>, f32) {
    let room = vec2(width - look.inset * 2.0, f32::MAX);
    let heights: Vec<f32> = lines
        .iter()
        .map(|line| line_words(line).measure(ui, look, room).y + look.tight)
        .collect();
    let panel = heights.iter().sum::<f32>() + look.inset * 1.2;
    (heights, panel)
}

fn show_lines(ui: &Ui, look: &Look, panel: Rect, lines: &[String], heights: &[f32]) {
    widgets::panel(ui, look, panel, look.radius_large());
    let mut inner = panel.shrink2(vec2(look.inset, look.inset * 0.6));
    for (line, height) in lines.iter().zip(heights) {
        let place = layout::top(&mut inner, *height, 0.0);
        line_words(line)
            .align(Align2::LEFT_CENTER)
            .paint(ui, look, place);
    }
}

fn show_ways(ui: &Ui, look: &Look, ways: [Way; 2], places: [Rect; 2]) -> Option<Asked> {
    let [first, second] = ways;
    let [solid, quiet] = places;
    let is_first = Button::primary(first.0).icon(first.1).show(ui, look, solid);
    let is_second = Button::quiet(second.0).icon(second.1).show(ui, look, quiet);
    if is_first.clicked() {
        Some(first.2)
    } else {
        is_second.clicked().then_some(second.2)
    }
}

/// What the words of a button ask for beside those of another.
fn button_width(ui: &Ui, look: &Look, text: &str) -> f32 {
    let words = Words::new(text, TypeSize::Button).bold();
    let icon = look.size(TypeSize::IconLine);
    words.measure(ui, look, egui::Vec2::splat(f32::MAX)).x + icon + look.inset * 2.0
}

fn line_words(text: &str) -> Words<'_> {
    Words::new(text, TypeSize::Subtitle)
        .rows(8)
        .align(Align2::LEFT_TOP)
}
