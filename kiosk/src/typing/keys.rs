//! The boards of keys.

use egui::{Align2, Rect, Ui};
use linli_look::widgets::{Key, Words, key};
use linli_look::{Hue, Icon, Look, TypeSize, layout};
use linli_texts::{Lang, t};

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

/// One key in a row: how wide, what it shows, what it does. `None` leaves a gap.
struct Cap {
    weight: f32,
    face: Option<(Face, Pressed)>,
}

enum Face {
    Letter(&'static str),
    Word(&'static str),
    /// What it shows, and its name for who does not see it.
    Short(&'static str, &'static str),
    Sign(Icon, &'static str),
    Mode(Icon, &'static str, bool),
    Blank(&'static str),
}

fn letter(text: &'static str) -> Cap {
    Cap {
        weight: 1.0,
        face: Some((Face::Letter(text), Pressed::Letter(text))),
    }
}

fn sign(weight: f32, text: &'static str) -> Cap {
    Cap {
        weight,
        face: Some((Face::Letter(text), Pressed::Sign(text))),
    }
}

fn word(weight: f32, text: &'static str, pressed: Pressed) -> Cap {
    Cap {
        weight,
        face: Some((Face::Word(text), pressed)),
    }
}

/// A board by an example of what is on it.
fn board(lang: Lang, weight: f32, to: Board) -> Cap {
    let (shows, name) = match to {
        Board::Latin => ("abc", t::kiosk_typing_latin(lang)),
        _ => ("123", t::kiosk_typing_digits(lang)),
    };
    Cap {
        weight,
        face: Some((Face::Short(shows, name), Pressed::Board(to))),
    }
}

fn marks_key(lang: Lang, weight: f32) -> Cap {
    let face = Face::Short(MARKS, t::kiosk_typing_marks(lang));
    Cap {
        weight,
        face: Some((face, Pressed::Marks)),
    }
}

fn gap(weight: f32) -> Cap {
    Cap { weight, face: None }
}

fn erase(lang: Lang, weight: f32) -> Cap {
    let face = Face::Sign(Icon::ERASE, t::kiosk_typing_erase(lang));
    Cap {
        weight,
        face: Some((face, Pressed::Erase)),
    }
}

/// What the key of the signs shows.
const MARKS: &str = "，。";

/// A key that moves the cursor, for hands that cannot point between two characters.
fn caret(forward: bool, name: &'static str) -> Cap {
    let icon = if forward {
        Icon::CARET_RIGHT
    } else {
        Icon::CARET_LEFT
    };
    Cap {
        weight: 1.0,
        face: Some((Face::Sign(icon, name), Pressed::Move(forward))),
    }
}

const TOP: [&str; 10] = ["q", "w", "e", "r", "t", "y", "u", "i", "o", "p"];
const HOME: [&str; 9] = ["a", "s", "d", "f", "g", "h", "j", "k", "l"];
const LOW: [&str; 7] = ["z", "x", "c", "v", "b", "n", "m"];

/// The rows of a board; each is ten letters wide.
fn rows(lang: Lang, typing: &Typing) -> [Vec<Cap>; KEY_ROWS] {
    if typing.board == Board::Digits {
        return digits(lang);
    }
    let spells = typing.board == Board::Pinyin;
    let top = TOP.map(letter).into_iter().collect();
    let home = [gap(0.5)]
        .into_iter()
        .chain(HOME.map(letter))
        .chain([gap(0.5)]);
    let first = if spells {
        word(1.5, "'", Pressed::Letter("'"))
    } else {
        let name = t::kiosk_typing_capitals(lang);
        let face = Face::Mode(Icon::CAPITALS, name, typing.capitals);
        Cap {
            weight: 1.5,
            face: Some((face, Pressed::Capitals)),
        }
    };
    let low = [first]
        .into_iter()
        .chain(LOW.map(letter))
        .chain([erase(lang, 1.5)]);
    let hand = word(1.6, t::kiosk_typing_hand(lang), Pressed::Board(Board::Hand));
    let digits = board(lang, 1.4, Board::Digits);
    let last = if spells {
        vec![
            hand,
            word(
                1.6,
                t::kiosk_typing_radicals(lang),
                Pressed::Board(Board::Radicals),
            ),
            digits,
            marks_key(lang, 1.6),
            word(2.2, t::kiosk_typing_space(lang), Pressed::Space),
            board(lang, 1.6, Board::Latin),
        ]
    } else {
        vec![
            hand,
            digits,
            sign(1.2, "."),
            sign(1.2, "@"),
            word(3.0, t::kiosk_typing_space(lang), Pressed::Space),
            word(
                1.6,
                t::kiosk_typing_pinyin(lang),
                Pressed::Board(Board::Pinyin),
            ),
        ]
    };
    [top, home.collect(), low.collect(), last]
}

fn digits(lang: Lang) -> [Vec<Cap>; KEY_ROWS] {
    let back = [
        word(1.0, t::kiosk_typing_hand(lang), Pressed::Board(Board::Hand)),
        word(
            1.0,
            t::kiosk_typing_pinyin(lang),
            Pressed::Board(Board::Pinyin),
        ),
        board(lang, 1.0, Board::Latin),
    ];
    let [hand, pinyin, latin] = back;
    [
        vec![
            hand,
            sign(1.0, "1"),
            sign(1.0, "2"),
            sign(1.0, "3"),
            erase(lang, 1.0),
        ],
        vec![
            pinyin,
            sign(1.0, "4"),
            sign(1.0, "5"),
            sign(1.0, "6"),
            sign(1.0, "-"),
        ],
        vec![
            latin,
            sign(1.0, "7"),
            sign(1.0, "8"),
            sign(1.0, "9"),
            sign(1.0, "."),
        ],
        vec![
            marks_key(lang, 1.0),
            sign(1.0, "@"),
            sign(1.0, "0"),
            caret(false, t::kiosk_typing_left(lang)),
            caret(true, t::kiosk_typing_right(lang)),
        ],
    ]
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
