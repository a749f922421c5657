//! A character by its radical, for names that no dictionary spells and no model reads.
//!
//! Three touches: how many strokes the radical has, which one it is, how many strokes are left. What
//! remains are the candidates.

use std::sync::Arc;

use egui::{Rect, Ui};
use linli_look::widgets::{Key, Words, key};
use linli_look::{Icon, Look, TypeSize, layout};
use linli_texts::{Lang, t};

use super::Board;
use super::layout::KEY_ROWS;

/// One radical in one of the forms that people see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Radical {
    /// Its number among the 214.
    pub number: u8,
    /// How it is written here: 氵 and 水 are two.
    pub form: char,
    /// Strokes of this form.
    pub strokes: u8,
    /// Strokes that its characters have besides, the fewest first.
    pub residual: Vec<u8>,
}

/// How far the choice came.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    /// All radicals; empty until they have been read.
    pub(super) all: Arc<[Radical]>,
    strokes: Option<u8>,
    radical: Option<usize>,
    /// The first key that is shown, where not all have room.
    from: usize,
    /// The board that was on the glass before.
    came_from: Option<Board>,
}

/// What was pressed.
pub(super) enum Pressed {
    /// Nothing that leads anywhere yet.
    Nothing,
    /// The characters of this radical with so many strokes besides are wanted.
    Characters(u8, u8),
    /// The last step is taken back; when there is none left, to the board that the choice came from.
    Back(Option<Board>),
}

const COLUMNS: usize = 6;
/// Keys of a page: two places are kept for the way back and for more.
const PAGE: usize = COLUMNS * KEY_ROWS - 2;

/// One key: what it shows, its name, and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Face {
    shows: String,
    name: String,
    value: usize,
}

/// A key for so many strokes: the number alone is shown, since the question says of what.
fn strokes_face(lang: Lang, count: u8) -> Face {
    Face {
        shows: count.to_string(),
        name: t::kiosk_typing_strokes(lang, u32::from(count)),
        value: usize::from(count),
    }
}

impl Choice {
    /// Begins the choice anew, in place of this board.
    pub(super) fn begin_from(&mut self, board: Board) {
        (self.strokes, self.radical, self.from) = (None, None, 0);
        self.came_from = Some(board);
    }

    /// What is asked for at this step.
    pub(super) fn question(&self, lang: Lang) -> String {
        match (
            self.strokes,
            self.radical.and_then(|index| self.all.get(index)),
        ) {
            (_, Some(radical)) => t::kiosk_typing_residual(lang, radical.form.to_string()),
            (Some(_), None) => t::kiosk_typing_radical(lang).to_owned(),
            (None, None) => t::kiosk_typing_radical_strokes(lang).to_owned(),
        }
    }

    fn faces(&self, lang: Lang) -> Vec<Face> {
        if let Some(radical) = self.radical.and_then(|index| self.all.get(index)) {
            let counts = radical.residual.iter();
            return counts.map(|count| strokes_face(lang, *count)).collect();
        }
        let Some(strokes) = self.strokes else {
            let mut counts: Vec<u8> = self.all.iter().map(|radical| radical.strokes).collect();
            counts.sort_unstable();
            counts.dedup();
            return counts
                .iter()
                .map(|count| strokes_face(lang, *count))
                .collect();
        };
        let forms = self.all.iter().enumerate();
        forms
            .filter(|(_, radical)| radical.strokes == strokes)
            .map(|(index, radical)| Face {
                shows: radical.form.to_string(),
                name: radical.form.to_string(),
                value: index,
            })
            .collect()
    }

    pub(super) fn choose(&mut self, value: usize) -> Pressed {
        self.from = 0;
        if let Some(radical) = self.radical.and_then(|index| self.all.get(index)) {
            return Pressed::Characters(radical.number, u8::try_from(value).unwrap_or(0));
        }
        if self.strokes.is_none() {
            self.strokes = u8::try_from(value).ok();
        } else {
            self.radical = Some(value);
        }
        Pressed::Nothing
    }

    fn back(&mut self) -> Pressed {
        self.from = 0;
        if self.radical.take().is_some() || self.strokes.take().is_some() {
            return Pressed::Back(None);
        }
        Pressed::Back(Some(self.came_from.unwrap_or(Board::Pinyin)))
    }

    /// Draws the keys of this step.
    pub(super) fn show(&mut self, ui: &Ui, look: &Look, lang: Lang, area: Rect) -> Option<Pressed> {
        let faces = self.faces(lang);
        let rest = faces.get(self.from..).unwrap_or_default();
        let places = layout::grid(area, COLUMNS, KEY_ROWS, look.near);
        let (way_back, places) = places.split_first()?;
        let mut pressed = None;
        let back = Key::sign(Icon::BACK, t::kiosk_typing_step_back(lang));
        if key(ui, look, *way_back, &back).clicked() {
            pressed = Some(self.back());
        }
        for (face, place) in rest.iter().take(PAGE).zip(places) {
            let one = Key::letter(&face.shows).named(&face.name);
            if key(ui, look, *place, &one).clicked() {
                pressed = Some(self.choose(face.value));
            }
        }
        if faces.len() > PAGE
            && let Some(place) = places.last()
            && key(
                ui,
                look,
                *place,
                &Key::sign(Icon::FORWARD, t::kiosk_typing_more(lang)),
            )
            .clicked()
        {
            self.from = if self.from + PAGE < faces.len() {
                self.from + PAGE
            } else {
                0
            };
            pressed = Some(Pressed::Nothing);
        }
        pressed
    }
}

/// What is asked for, in the line over the candidates.
pub(super) fn question(ui: &Ui, look: &Look, line: Rect, text: &str) {
    Words::new(text, TypeSize::Quiet)
        .colour(look.colours.ink2)
        .live()
        .paint(ui, look, line);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_touches_lead_from_strokes_to_characters() {
        let water = Radical {
            number: 85,
            form: '氵',
            strokes: 3,
            residual: vec![2, 4],
        };
        let mut choice = Choice {
            all: Arc::from([water]),
            ..Choice::default()
        };
        assert_eq!(choice.faces(Lang::ZH_CN)[0].name, "3 画");
        choice.choose(3);
        assert_eq!(choice.faces(Lang::ZH_CN)[0].shows, "氵");
        choice.choose(0);
        assert_eq!(choice.faces(Lang::ZH_CN).len(), 2);
        assert!(matches!(choice.choose(4), Pressed::Characters(85, 4)));
        assert!(matches!(choice.back(), Pressed::Back(None)));
        assert!(matches!(choice.back(), Pressed::Back(None)));
        assert!(matches!(choice.back(), Pressed::Back(Some(Board::Pinyin))));
    }
}
