//! The signs that stand where candidates stand.

use linli_texts::Lang;

use super::{Board, Candidate};

/// What sentences need in Chinese, as wide as its characters. The dot parts the names of those who
/// have several.
const WIDE: [&str; 13] = [
    "，", "。", "？", "！", "、", "：", "；", "“", "”", "（", "）", "…", "·",
];

/// What sentences and addresses need in letters, beside what has a key of its own; then the digits, so
/// that a house number needs no other board.
const NARROW: [&str; 24] = [
    ",", "?", "!", "'", "-", "+", ":", "/", "_", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0",
    ";", "\"", "(", ")", ".com",
];

/// The signs of a board: letters have narrow ones, characters wide ones, and digits those of the
/// language.
pub(super) fn of(board: Board, lang: Lang) -> Vec<Candidate> {
    let signs: &[&str] = match board {
        Board::Latin => &NARROW,
        Board::Digits if !lang.is_chinese() => &NARROW,
        Board::Hand | Board::Pinyin | Board::Digits | Board::Radicals => &WIDE,
    };
    signs.iter().copied().map(Candidate::whole).collect()
}

/// Whether a board shows its signs whenever nothing else is offered.
pub(super) fn stand_on(board: Board) -> bool {
    board == Board::Latin
}
