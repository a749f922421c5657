//! Whether what is spoken is heard well: louder, softer, quicker, slower.

use egui::{Rect, Ui, vec2};
use linli_look::widgets::{Button, Notice, Words};
use linli_look::{Hue, Icon, Illustration, LINE_EM, Look, TypeSize, layout};
use linli_texts::{Lang, t};

use super::{Asked, Screen, Stage};

/// What is asked from, beside the choices, in landscape, as a part of the room.
const COLUMN_PART: f32 = 0.36;
/// The same in large type, which needs more for reading; words and icons of the buttons still fit.
const COLUMN_PART_LARGE: f32 = 0.4;
const HINT_ROWS: usize = 7;
/// The height of the picture as a part of its width: lower than this it is left out.
const PICTURE_ASPECT_MIN: f32 = 0.36;
const PICTURE_ASPECT: f32 = 0.72;
/// Two rows of choices, one for hearing it again, one for going on.
const ROWS: f32 = 4.0;
/// A button is at most so high, in targets.
const HEIGHT_MAX: f32 = 1.6;

/// The question whether the voice is heard well.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The screen that was on the glass, to which the way back leads.
    pub behind: Box<Screen>,
}

/// How quick the voice is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// For who follows with effort.
    Slow,
    /// As recorded.
    #[default]
    Usual,
    /// For who knows the terminal.
    Fast,
}

/// How loud and how quick the voice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VoiceLevel {
    /// From 1 to [`VoiceLevel::LOUDEST`].
    pub loudness: u8,
    /// How quick.
    pub pace: Pace,
}

impl Default for VoiceLevel {
    fn default() -> Self {
        VoiceLevel {
            loudness: 3,
            pace: Pace::default(),
        }
    }
}

impl VoiceLevel {
    /// The loudest step.
    pub const LOUDEST: u8 = 5;

    fn louder(self) -> Self {
        VoiceLevel {
            loudness: (self.loudness + 1).min(Self::LOUDEST),
            ..self
        }
    }

    fn softer(self) -> Self {
        VoiceLevel {
            loudness: self.loudness.saturating_sub(1).max(1),
            ..self
        }
    }

    fn faster(self) -> Self {
        let pace = match self.pace {
            Pace::Slow => Pace::Usual,
            Pace::Usual | Pace::Fast => Pace::Fast,
        };
        VoiceLevel { pace, ..self }
    }

    fn slower(self) -> Self {
        let pace = match self.pace {
            Pace::Fast => Pace::Usual,
            Pace::Usual | Pace::Slow => Pace::Slow,
        };
        VoiceLevel { pace, ..self }
    }

    fn words(self, lang: Lang) -> String {
        let loudness = match self.loudness {
            1 => t::kiosk_voice_volume_1(lang),
            2 => t::kiosk_voice_volume_2(lang),
            3 => t::kiosk_voice_volume_3(lang),
            4 => t::kiosk_voice_volume_4(lang),
            _ => t::kiosk_voice_volume_5(lang),
        };
        let pace = match self.pace {
            Pace::Slow => t::kiosk_voice_pace_slow(lang),
            Pace::Usual => t::kiosk_voice_pace_usual(lang),
            Pace::Fast => t::kiosk_voice_pace_fast(lang),
        };
        t::kiosk_voice_level(lang, loudness, pace)
    }
}

pub(super) fn show(ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
    let (read, touch) = parts(stage);
    show_words(ui, stage, read);
    show_buttons(ui, stage, touch)
}

/// Where one reads and where one presses.
fn parts(stage: &Stage<'_>) -> (Rect, Rect) {
    let look = stage.look;
    let mut rest = stage.room;
    if stage.is_landscape() {
        let part = if look.large() {
            COLUMN_PART_LARGE
        } else {
            COLUMN_PART
        };
        let width = rest.width() * part;
        let read = layout::left(&mut rest, width, look.margin);
        return (read, rest);
    }
    let touch = if stage.low {
        stage.low_room()
    } else {
        let height = (height_max(look) + look.gap) * ROWS;
        layout::bottom(&mut rest, height.min(stage.room.height() * 0.6), 0.0)
    };
    let mut read = stage.room;
    read.max.y = touch.min.y - look.gap;
    (read, touch)
}

fn show_words(ui: &Ui, stage: &mut Stage<'_>, mut read: Rect) {
    let (look, lang) = (stage.look, stage.lang);
    let level = stage.voice.words(lang);
    let level = Words::new(&level, TypeSize::Subtitle).bold().rows(2).live();
    let level_height = level.measure(ui, look, read.size()).y;
    let (icon, hint) = if stage.is_private {
        (Icon::HEADPHONES, t::kiosk_voice_hint_private(lang))
    } else {
        (Icon::VOICE, t::kiosk_voice_hint(lang))
    };
    // How to be rid of the voice comes first: it keeps its place before all others.
    let lines =
        [(Icon::SILENT, t::kiosk_voice_off(lang)), (icon, hint)].map(|(icon, text)| Notice {
            icon,
            text,
            hue: Hue::Jade,
            ground: false,
            rows: HINT_ROWS,
        });
    let heights = lines.map(|line| line.height(ui, look, read.width()) + look.tight);
    let question = Words::new(t::kiosk_voice_question(lang), TypeSize::Question)
        .bold()
        .heading()
        .rows(3);
    // What finds no room after it is spoken all the same.
    let smallest = Words::new(t::kiosk_voice_question(lang), TypeSize::Quiet)
        .bold()
        .rows(3);
    let free = vec2(read.width(), f32::MAX);
    let question_least = smallest.measure(ui, look, free).y;
    let mut kept = level_height + heights[0] + look.tight + look.gap;
    let has_both = question_least + kept + heights[1] <= read.height();
    if has_both {
        kept += heights[1];
    }
    let shown = if has_both { 2 } else { 1 };
    let room = vec2(read.width(), (read.height() - kept).max(0.0));
    let height = question.measure(ui, look, room).y;
    let height = height.min(room.y.max(question_least));
    question.paint(ui, look, layout::top(&mut read, height, look.tight));
    level.paint(ui, look, layout::top(&mut read, level_height, look.gap));
    for (line, height) in lines.iter().zip(heights).take(shown) {
        line.show(ui, look, layout::top(&mut read, height, 0.0));
    }
    show_picture(ui, stage, read);
}

/// Somebody who listens, where there is room left.
fn show_picture(ui: &Ui, stage: &mut Stage<'_>, mut left: Rect) {
    left.min.y += stage.look.gap;
    let height = left.height().min(left.width() * PICTURE_ASPECT);
    if height < left.width() * PICTURE_ASPECT_MIN {
        return;
    }
    left.max.y = left.min.y + height;
    let radius = stage.look.radius_hero();
    stage
        .pictures
        .paint(ui, stage.look, Illustration::Listening, left, radius);
}

fn show_buttons(ui: &Ui, stage: &Stage<'_>, area: Rect) -> Option<Asked> {
    let (look, lang, level) = (stage.look, stage.lang, stage.voice);
    let [loudness, pace, again, go_on] = rows(look, area);
    let level_button = |icon, text, place, to: VoiceLevel| {
        let button = Button::quiet(text).icon(icon).resting(to == level);
        let pressed = button.show(ui, look, place).clicked();
        pressed.then_some(Asked::VoiceLevel(to))
    };
    let pairs = [
        (
            loudness,
            (Icon::LOUDER, t::kiosk_voice_louder(lang), level.louder()),
            (Icon::SOFTER, t::kiosk_voice_softer(lang), level.softer()),
        ),
        (
            pace,
            (Icon::FASTER, t::kiosk_voice_faster(lang), level.faster()),
            (Icon::SLOWER, t::kiosk_voice_slower(lang), level.slower()),
        ),
    ];
    let mut asked = None;
    for (row, more, less) in pairs {
        let cells = layout::columns(row, &[1.0, 1.0], look.gap);
        for ((icon, text, to), place) in [more, less].into_iter().zip(cells) {
            asked = level_button(icon, text, place, to).or(asked);
        }
    }
    let button = Button::quiet(t::kiosk_voice_again(lang)).icon(Icon::ANEW);
    if button.show(ui, look, again).clicked() {
        asked = Some(Asked::SayAgain);
    }
    let button = Button::primary(t::kiosk_voice_go_on(lang)).icon(Icon::CHECK);
    if button.show(ui, look, go_on).clicked() {
        asked = Some(Asked::Back);
    }
    asked
}

/// The height of a comfortable button. Two rows of words have room in it, whatever a millimetre is on this
/// glass.
fn height_max(look: &Look) -> f32 {
    let words = look.size(TypeSize::Button) * LINE_EM * 2.0 + look.tight;
    (look.primary * HEIGHT_MAX).max(words)
}

/// Four rows from the bottom up, as high as there is room for, within reason.
fn rows(look: &Look, area: Rect) -> [Rect; 4] {
    let height = (area.height() + look.gap) / ROWS - look.gap;
    let height = height.min(height_max(look));
    let mut rest = area;
    let go_on = layout::bottom(&mut rest, height, look.gap);
    let again = layout::bottom(&mut rest, height, look.gap);
    let pace = layout::bottom(&mut rest, height, look.gap);
    let loudness = layout::bottom(&mut rest, height, look.gap);
    [loudness, pace, again, go_on]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_voice_stays_within_what_it_can() {
        let mut level = VoiceLevel::default();
        for _ in 0..9 {
            level = level.louder().faster();
        }
        assert_eq!((level.loudness, level.pace), (5, Pace::Fast));
        for _ in 0..9 {
            level = level.softer().slower();
        }
        assert_eq!((level.loudness, level.pace), (1, Pace::Slow));
    }
}
