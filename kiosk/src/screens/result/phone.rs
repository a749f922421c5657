//! The card for the phone: a code, what it is for, and what the printer does.
//!
//! The code is what the card is for. Words give way before it becomes hard to scan.

use egui::{Align2, Rect, Ui, vec2};
use linli_look::widgets::{self, Words, icon};
use linli_look::{Hue, Icon, Look, TypeSize, layout};
use linli_texts::{Lang, t};

use super::SlipState;
use crate::screens::Stage;

/// A code of this size, quiet zone included, is scanned with ease at arm's length.
const CODE_GOOD_MM: f32 = 38.0;
/// Larger helps nobody.
const CODE_MOST_MM: f32 = 80.0;
/// Beside words, the code takes no more of the width than this.
const CODE_PART_MAX: f32 = 0.42;
/// Words beside the code have room for so many characters in a row.
const WORDS_EM: f32 = 7.5;
/// A card this much higher than wide, and higher ones, have the code over the words if both fit.
const UPRIGHT_FROM: f32 = 0.6;
/// Rounding must not break a line anew.
const SLACK: f32 = 2.0;
/// Sizes that are tried, from the largest on.
const SIZES: u8 = 24;

/// Which of the words are shown: title, reason, news.
type Shown = [bool; 3];

/// What gives way first: the reason, then the news of the slip, which the printer is heard to make.
const SHOWN: [Shown; 3] = [
    [true, true, true],
    [true, false, true],
    [true, false, false],
];

/// Where code and words stand.
#[derive(Clone, Copy)]
enum Way {
    /// The words under the code.
    Upright,
    /// The words beside the code.
    Beside,
}

/// Draws the card.
pub(super) fn show(ui: &Ui, stage: &Stage<'_>, card: Rect, link: &str, words: &PhoneWords) {
    let look = stage.look;
    widgets::panel(ui, look, card, look.radius_hero());
    let mut rest = card.shrink2(vec2(look.inset * 0.8, look.inset * 0.5));
    let (way, side, shown) = words.arrange(ui, stage, rest);
    let name = t::kiosk_result_qr(stage.lang);
    match way {
        Way::Upright => {
            let needed = together(look, &words.heights(ui, stage, rest.width(), shown));
            let height = side + look.tight + needed;
            let width = words.width(ui, stage, rest.width(), shown).max(side);
            let mut group = layout::centred(rest, vec2(width, height));
            let code = layout::top(&mut group, side, look.tight);
            widgets::qr(ui, look, code, link, name);
            words.paint(ui, stage, group, shown);
        }
        Way::Beside => {
            let code = layout::left(&mut rest, side, look.gap);
            widgets::qr(ui, look, code, link, name);
            words.paint(ui, stage, rest, shown);
        }
    }
}

/// How high the card must be for a code that is scanned with ease.
pub(super) fn card_least(look: &Look) -> f32 {
    look.mm(CODE_GOOD_MM) + look.inset
}

/// The height of words under one another.
fn together(look: &Look, heights: &[f32; 3]) -> f32 {
    let lines = heights.iter().filter(|height| **height > 0.0).count();
    heights.iter().sum::<f32>() + look.tight * lines.saturating_sub(1) as f32
}

/// The words of the card.
pub(super) struct PhoneWords {
    title: &'static str,
    why: &'static str,
    news: &'static str,
    mark: Icon,
    hue: Hue,
    without_slip: bool,
}

impl PhoneWords {
    /// The words for what the printer does.
    pub(super) fn new(slip: SlipState, lang: Lang) -> PhoneWords {
        let without_slip = matches!(slip, SlipState::None);
        let (title, why) = if without_slip {
            (t::kiosk_result_photo(lang), t::kiosk_result_photo_why(lang))
        } else {
            (
                t::kiosk_result_phone(lang),
                t::kiosk_result_phone_hint(lang),
            )
        };
        let (mark, news, hue) = match slip {
            SlipState::Printing => (Icon::PRINTER, t::kiosk_result_printing(lang), Hue::Jade),
            SlipState::Printed => (Icon::PRINTER, t::kiosk_result_printed(lang), Hue::Jade),
            SlipState::Unsure => (Icon::ATTENTION, t::kiosk_result_unsure(lang), Hue::Amber),
            SlipState::None => (Icon::PHONE, t::kiosk_result_photo_scan(lang), Hue::Jade),
        };
        PhoneWords {
            title,
            why,
            news,
            mark,
            hue,
            without_slip,
        }
    }

    /// The width that the words take of `most`.
    fn width(&self, ui: &Ui, stage: &Stage<'_>, most: f32, shown: Shown) -> f32 {
        let marks = self.marks(stage);
        let mut width: f32 = 0.0;
        for ((words, mark), is_shown) in self.words(stage).into_iter().zip(marks).zip(shown) {
            if is_shown {
                let room = vec2(most - mark, f32::MAX);
                width = width.max(words.measure(ui, stage.look, room).x + mark + SLACK);
            }
        }
        width.min(most)
    }

    /// The arrangement with the most words with which the code is still a good one; failing that, the
    /// one with the largest code.
    fn arrange(&self, ui: &Ui, stage: &Stage<'_>, room: Rect) -> (Way, f32, Shown) {
        let look = stage.look;
        let good = look.mm(CODE_GOOD_MM);
        let most = look.mm(CODE_MOST_MM);
        let mut best = (Way::Beside, 0.0, SHOWN[SHOWN.len() - 1]);
        let mut ways = [Way::Beside, Way::Upright];
        if room.height() > room.width() * UPRIGHT_FROM {
            ways.reverse();
        }
        for shown in SHOWN {
            for way in ways {
                // Measured only when it is its turn: this is done on every frame.
                let side = match way {
                    Way::Upright => self.side_upright(ui, stage, room, shown),
                    Way::Beside => self.side_beside(ui, stage, room, shown),
                };
                let side = side.min(most);
                if side >= good {
                    return (way, side, shown);
                }
                if side > best.1 {
                    best = (way, side, shown);
                }
            }
        }
        best
    }

    fn side_upright(&self, ui: &Ui, stage: &Stage<'_>, room: Rect, shown: Shown) -> f32 {
        let needed = together(stage.look, &self.heights(ui, stage, room.width(), shown));
        (room.height() - needed - stage.look.tight).min(room.width())
    }

    fn side_beside(&self, ui: &Ui, stage: &Stage<'_>, room: Rect, shown: Shown) -> f32 {
        let most = room.height().min(room.width() * CODE_PART_MAX);
        let sizes = (1..=SIZES)
            .rev()
            .map(|n| most * f32::from(n) / f32::from(SIZES));
        let fits = |side: &f32| {
            let width = room.width() - side - stage.look.gap;
            let has_room = width >= stage.look.size(TypeSize::Quiet) * WORDS_EM;
            has_room
                && together(stage.look, &self.heights(ui, stage, width, shown)) <= room.height()
        };
        sizes.into_iter().find(fits).unwrap_or(0.0)
    }

    fn words(&self, stage: &Stage<'_>) -> [Words<'static>; 3] {
        let look = stage.look;
        [
            Words::new(self.title, TypeSize::Subtitle).bold().rows(3),
            Words::new(self.why, TypeSize::Quiet)
                .colour(look.colours.ink2)
                .rows(6)
                .align(Align2::LEFT_TOP),
            Words::new(self.news, TypeSize::Quiet)
                .colour(look.colours.hue(self.hue))
                .rows(3)
                .live(),
        ]
    }

    /// The room that marks take from the title, the reason and the news.
    fn marks(&self, stage: &Stage<'_>) -> [f32; 3] {
        let mark = stage.look.size(TypeSize::IconLine) + stage.look.tight;
        [if self.without_slip { mark } else { 0.0 }, 0.0, mark]
    }

    /// The height of each; none for those that are not shown.
    fn heights(&self, ui: &Ui, stage: &Stage<'_>, width: f32, shown: Shown) -> [f32; 3] {
        let marks = self.marks(stage);
        let mut heights = [0.0; 3];
        for (((height, words), mark), is_shown) in heights
            .iter_mut()
            .zip(self.words(stage))
            .zip(marks)
            .zip(shown)
        {
            if is_shown {
                let room = vec2(width - mark, f32::MAX);
                *height = words.measure(ui, stage.look, room).y;
            }
        }
        heights
    }

    fn paint(&self, ui: &Ui, stage: &Stage<'_>, area: Rect, shown: Shown) {
        let look = stage.look;
        let heights = self.heights(ui, stage, area.width(), shown);
        let needed = together(look, &heights);
        let mut group = layout::centred(area, vec2(area.width(), needed));
        let icons = [
            (Icon::CAMERA, Hue::Amber),
            (Icon::CAMERA, Hue::Amber),
            (self.mark, self.hue),
        ];
        for (((words, height), mark), (name, hue)) in self
            .words(stage)
            .iter()
            .zip(heights)
            .zip(self.marks(stage))
            .zip(icons)
        {
            if height <= 0.0 {
                continue;
            }
            let mut line = layout::top(&mut group, height, look.tight);
            if mark > 0.0 {
                let side = look.size(TypeSize::IconLine);
                let spot = layout::left(&mut line, side, look.tight);
                icon(ui, spot, name, side, look.colours.hue(hue));
            }
            words.paint(ui, look, line);
        }
    }
}
