//! Why there is no number now, when there will be, and what else is possible.

use egui::{Align2, Ui, vec2};
use linli_hall::NextOpening;
use linli_hall::ServiceId;
use linli_look::widgets::{self, Button, Words};
use linli_look::{Icon, Illustration, Look, TypeSize, layout};
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
                // When to come again matters most, and where there is little room it is what remains.
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

/// A screen that explains something: a picture, what it is, what to do, and two ways on.
pub(super) fn explain(
    ui: &Ui,
    stage: &mut Stage<'_>,
    picture: Illustration,
    title: Words<'_>,
    lines: &[String],
    ways: impl Fn(linli_texts::Lang) -> [(&'static str, Icon, Asked); 2],
) -> Option<Asked> {
    let look = stage.look;
    let rest = stage.room;
    let [first, second] = ways(stage.lang);
    let mut words_room = rest;
    if stage.is_landscape() && !look.large() {
        aside::picture(ui, stage, &mut words_room, picture);
    }
    // The buttons are as high as the longer words need.
    let texts = [first.0, second.0];
    let widths = texts.map(|text| button_width(ui, look, text));
    let across = if stage.is_landscape() {
        let cells = layout::columns(words_room, &widths, look.gap);
        [cells[0].width(), cells[1].width()]
    } else {
        [words_room.width(); 2]
    };
    let height = texts
        .into_iter()
        .zip(across)
        .map(|(text, width)| Button::quiet(text).icon(first.1).height(ui, look, width))
        .fold(look.size(TypeSize::Button) * 1.28 * 1.9, f32::max)
        .max(look.primary);
    let (solid, quiet) = if stage.is_landscape() {
        let both = layout::bottom(&mut words_room, height, look.gap);
        let cells = layout::columns(both, &widths, look.gap);
        (cells[0], cells[1])
    } else {
        let quiet = layout::bottom(&mut words_room, height, look.gap);
        (layout::bottom(&mut words_room, height, look.gap), quiet)
    };
    let title_height = title.measure(ui, look, words_room.size()).y + look.tight;
    let line_room = words_room.size() - vec2(look.inset * 2.0, 0.0);
    // The first line matters most; what finds no room after it is left out, and staff know the rest.
    let mut free = words_room.height() - title_height - look.inset * 1.2;
    let mut shown: Vec<(&str, f32)> = Vec::new();
    for line in lines {
        let height = line_words(line).measure(ui, look, line_room).y + look.tight;
        if !shown.is_empty() && height > free {
            break;
        }
        free -= height;
        shown.push((line, height));
    }
    let lines_height: f32 = shown.iter().map(|(_, height)| height).sum();
    if !stage.is_landscape() {
        let needed = title_height + lines_height + look.inset * 1.2 + look.gap * 2.0;
        let height = (words_room.height() - needed).min(words_room.height() * PICTURE_PART);
        let height = height.min(words_room.width() * PICTURE_ASPECT);
        if height >= PICTURE_MIN {
            let place = layout::top(&mut words_room, height, look.gap * 1.5);
            stage
                .pictures
                .paint(ui, look, picture, place, look.radius_hero());
        }
    }
    if stage.is_landscape() {
        // Beside a picture the words stand in the middle over the buttons.
        let needed = title_height + lines_height + look.inset * 1.2 + look.tight;
        let size = vec2(words_room.width(), needed.min(words_room.height()));
        words_room = layout::centred(words_room, size);
    }
    let place = layout::top(&mut words_room, title_height, look.tight);
    title.paint(ui, look, place);
    let panel_height = (lines_height + look.inset * 1.2).min(words_room.height());
    let panel = layout::top(&mut words_room, panel_height, 0.0);
    widgets::panel(ui, look, panel, look.radius_large());
    let mut inner = panel.shrink2(vec2(look.inset, look.inset * 0.6));
    for (line, height) in shown {
        let place = layout::top(&mut inner, height, 0.0);
        line_words(line)
            .align(Align2::LEFT_CENTER)
            .paint(ui, look, place);
    }
    let pressed_first = Button::primary(first.0)
        .icon(first.1)
        .show(ui, look, solid)
        .clicked();
    let pressed_second = Button::quiet(second.0)
        .icon(second.1)
        .show(ui, look, quiet)
        .clicked();
    if pressed_first {
        Some(first.2)
    } else {
        pressed_second.then_some(second.2)
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
