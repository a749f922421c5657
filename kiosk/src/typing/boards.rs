//! Which keys the boards have.

use linli_look::Icon;
use linli_texts::{Lang, t};

use super::keys::Pressed;
use super::layout::KEY_ROWS;
use super::{Board, Typing};

/// One key in a row: how wide, what it shows, what it does. `None` leaves a gap.
pub(super) struct Cap {
    pub(super) weight: f32,
    pub(super) face: Option<(Face, Pressed)>,
}

/// What is seen of a key.
pub(super) enum Face {
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
pub(super) const MARKS: &str = "，。";

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
pub(super) fn rows(lang: Lang, typing: &Typing) -> [Vec<Cap>; KEY_ROWS] {
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
