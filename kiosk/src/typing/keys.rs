//! How the keys of a board are drawn, and what they do.

use egui::{Align2, Rect, Ui};
use linli_look::widgets::{Key, Words, key};
use linli_look::{Hue, Icon, Look, TypeSize, layout};
use linli_texts::{Lang, t};

use super::boards::{Cap, Face, MARKS, rows};
use super::layout::KEY_ROWS;
use super::{Board, LETTERS, Typing};

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// Writes or spells a letter.
    Letter(&'static str),
    /// Writes a sign as it is.
    Sign(&'static str),
    /// A space; while something is spelled, the first candidate.
    Space,
    /// The next letter is a capital.
    Capitals,
    /// The signs of sentences become the candidates.
    Marks,
    /// Another board.
    Board(Board),
    /// The cursor goes one character on, or back.
    Move(bool),
    /// What was begun is forgotten.
    Anew,
    /// The last step is taken back.
    Erase,
}

impl Pressed {
    /// Whether what was begun has to be in the field before.
    pub(super) fn ends_what_was_begun(self) -> bool {
        match self {
            Pressed::Sign(_) | Pressed::Space | Pressed::Marks | Pressed::Board(_) => true,
            Pressed::Letter(_)
            | Pressed::Capitals
            | Pressed::Move(_)
            | Pressed::Anew
            | Pressed::Erase => false,
        }
    }
}

/// Draws the keys and returns what was pressed.
pub(super) fn show(
    ui: &Ui,
    look: &Look,
    lang: Lang,
    area: Rect,
    typing: &Typing,
) -> Option<Pressed> {
    let bands = layout::grid(area, 1, KEY_ROWS, look.near);
    let mut rows = rows(lang, typing);
    for caps in &mut rows {
        make_room(ui, look, caps, area.width());
    }
    let mut needs: Vec<Vec<f32>> = rows.iter().map(|caps| needs(ui, look, caps)).collect();
    if typing.board == Board::Digits {
        // The digits stand in columns.
        let columns = (0..needs[0].len())
            .map(|column| needs.iter().map(|row| row[column]).fold(0.0, f32::max));
        needs = vec![columns.collect(); KEY_ROWS];
    }
    let mut pressed = None;
    for ((caps, needs), band) in rows.iter().zip(&needs).zip(bands) {
        let widths = widths(look, caps, needs, band.width());
        for (cap, place) in caps.iter().zip(layout::columns(band, &widths, look.near)) {
            let Some((face, does)) = &cap.face else {
                continue;
            };
            if show_cap(ui, look, place, face, typing.capitals) {
                pressed = Some(*does);
            }
        }
    }
    pressed
}

/// Where the words of a row have no room, the space bar is blank, as it is on any keyboard.
fn make_room(ui: &Ui, look: &Look, caps: &mut [Cap], row: f32) {
    let free = row - look.near * caps.len().saturating_sub(1) as f32;
    if needs(ui, look, caps).iter().sum::<f32>() <= free {
        return;
    }
    for cap in caps {
        if let Some((face @ Face::Word(_), Pressed::Space)) = &mut cap.face
            && let Face::Word(name) = *face
        {
            *face = Face::Blank(name);
        }
    }
}

/// How wide each key must be at least: a finger's width, and room for its word.
fn needs(ui: &Ui, look: &Look, caps: &[Cap]) -> Vec<f32> {
    let need = |cap: &Cap| match &cap.face {
        Some((Face::Word(text) | Face::Short(text, _), _)) => {
            word_width(ui, look, text).max(look.target)
        }
        Some(_) => look.target,
        None => 0.0,
    };
    caps.iter().map(need).collect()
}

/// What a key with a word in quiet letters needs across.
fn word_width(ui: &Ui, look: &Look, text: &str) -> f32 {
    let words = Words::new(text, TypeSize::Quiet);
    words.measure(ui, look, egui::Vec2::splat(f32::MAX)).x + look.tight * 1.2
}

/// The widths of a row's keys: in proportion to their weights where every word has room so; what one
/// needs more, those give that have more than they need.
fn widths(look: &Look, caps: &[Cap], needs: &[f32], row: f32) -> Vec<f32> {
    let free = row - look.near * caps.len().saturating_sub(1) as f32;
    let total: f32 = caps.iter().map(|cap| cap.weight).sum();
    let shares: Vec<f32> = caps.iter().map(|cap| free * cap.weight / total).collect();
    let pairs = || shares.iter().zip(needs);
    let wanting: f32 = pairs().map(|(share, need)| (need - share).max(0.0)).sum();
    let spare: f32 = pairs().map(|(share, need)| (share - need).max(0.0)).sum();
    let given = (wanting / spare.max(1.0)).min(1.0);
    pairs()
        .map(|(share, need)| share.max(*need) - (share - need).max(0.0) * given)
        .collect()
}

fn show_cap(ui: &Ui, look: &Look, place: Rect, face: &Face, capitals: bool) -> bool {
    let upper;
    let drawn = match face {
        Face::Letter(text) if capitals => {
            upper = text.to_uppercase();
            Key::letter(&upper).size(LETTERS)
        }
        Face::Letter(text) => Key::letter(text).size(LETTERS),
        Face::Word(text) => Key::word(text).size(TypeSize::Quiet),
        Face::Short(text, name) => Key::word(text).named(name).size(TypeSize::Quiet),
        Face::Sign(icon, name) => Key::sign(*icon, name),
        Face::Mode(icon, name, on) => Key::sign(*icon, name).mode(*on),
        Face::Blank(name) => Key::word("").named(name),
    };
    key(ui, look, place, &drawn).clicked()
}

/// How many keys stand beside the pad.
pub(super) const BESIDE: usize = 5;

/// The width that the words of the keys beside the pad need.
pub(super) fn beside_width(ui: &Ui, look: &Look, lang: Lang) -> f32 {
    [
        t::kiosk_typing_erase(lang),
        t::kiosk_typing_anew(lang),
        t::kiosk_typing_pinyin(lang),
        t::kiosk_typing_radicals(lang),
    ]
    .map(|text| word_width(ui, look, text))
    .into_iter()
    .fold(0.0, f32::max)
        // They stand low in their keys, where the corners are round.
        + look.tight * 1.5
}

/// The keys beside the pad. `begun` says whether there is ink to take back.
pub(super) fn beside_pad(
    ui: &Ui,
    look: &Look,
    lang: Lang,
    places: &[Rect],
    begun: bool,
) -> Option<Pressed> {
    let keys: [(Key<'_>, Pressed); BESIDE] = [
        (
            Key::does(Icon::ERASE, t::kiosk_typing_erase(lang)),
            Pressed::Erase,
        ),
        (
            Key::does(Icon::ANEW, t::kiosk_typing_anew(lang)).resting(!begun),
            Pressed::Anew,
        ),
        (
            Key::does(Icon::KEYBOARD, t::kiosk_typing_pinyin(lang)),
            Pressed::Board(Board::Pinyin),
        ),
        (
            Key::word(t::kiosk_typing_radicals(lang)).size(TypeSize::Quiet),
            Pressed::Board(Board::Radicals),
        ),
        (
            Key::word(MARKS)
                .named(t::kiosk_typing_marks(lang))
                .size(TypeSize::Quiet),
            Pressed::Marks,
        ),
    ];
    let mut pressed = None;
    for ((one, does), place) in keys.iter().zip(places) {
        if key(ui, look, *place, one).clicked() {
            pressed = Some(*does);
        }
    }
    pressed
}

/// What is said in place of candidates when there are none; in a warning hue once somebody has tried to
/// go on all the same.
pub(super) fn trouble(ui: &Ui, look: &Look, row: Rect, text: &str, insists: bool) {
    let words = Words::new(text, TypeSize::Quiet)
        .rows(2)
        .align(Align2::LEFT_CENTER);
    if insists {
        let hue = look.colours.hue(Hue::Vermilion);
        words.bold().colour(hue).urgent().paint(ui, look, row);
    } else {
        words.colour(look.colours.ink2).live().paint(ui, look, row);
    }
}

/// What was spelled so far.
pub(super) fn spelling(ui: &Ui, look: &Look, line: Rect, letters: &str) {
    if !letters.is_empty() {
        Words::new(letters, TypeSize::Quiet)
            .colour(look.colours.hue(Hue::Jade))
            .align(Align2::LEFT_CENTER)
            .personal()
            .paint(ui, look, line);
    }
}
