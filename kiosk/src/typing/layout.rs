//! Where candidates, pad and keys are.

use egui::Rect;
use linli_look::{Look, TypeSize, layout};

use super::Board;
use super::keys::BESIDE;

/// Rows of a board of letters.
pub(super) const KEY_ROWS: usize = 4;
/// A key need not be higher than this, in targets; a pad may be.
const KEY_HEIGHT_MAX: f32 = 1.55;
/// A comfortable pad is so many times as high as the keys.
const PAD_HEIGHT: f32 = 1.25;
/// The pad with its keys beside it is at most this much wider than high.
const PAD_ASPECT: f32 = 1.75;
/// The keys beside the pad have so much of the width at least.
const BESIDE_PART: f32 = 0.2;
/// The height of a row of text, in ems.
const ROW_EM: f32 = linli_look::LINE_EM;
/// The line of what was spelled; it stands close to the candidates it belongs to.
const SPELLING_EM: f32 = 1.05;

/// The places of one board.
pub(super) struct Places {
    /// What was spelled, on boards that spell.
    pub(super) spelling: Option<Rect>,
    /// The row of candidates.
    pub(super) candidates: Rect,
    /// The keys, or the pad.
    pub(super) board: Rect,
    /// The keys beside the pad.
    pub(super) beside: Vec<Rect>,
}

/// How high everything together wants to be: as high as a comfortable pad, or as keys.
pub(super) fn wished_height(look: &Look, board: Board) -> f32 {
    let row = look.size(TypeSize::Title) * ROW_EM + look.tight;
    let candidates = look.target.max(row) + look.near;
    match board {
        Board::Hand => candidates + keys_height(look) * PAD_HEIGHT,
        Board::Pinyin | Board::Radicals => spelling_height(look) + candidates + keys_height(look),
        Board::Latin | Board::Digits => candidates + keys_height(look),
    }
}

fn keys_height(look: &Look) -> f32 {
    let rows = KEY_ROWS as f32;
    // On a large glass a finger needs fewer points than a letter does.
    let key = (look.target * KEY_HEIGHT_MAX).max(look.size(TypeSize::Button) * ROW_EM + look.tight);
    key * rows + look.near * (rows - 1.0)
}

/// The room that a board is given.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// All of it.
    pub area: Rect,
    /// What the screen keeps for a button of its own at the right end of the row of candidates, in
    /// points: 0 for nothing. Where all is low, there is no row to spare for it.
    pub kept: f32,
}

fn candidates_height(look: &Look, room: &Room) -> f32 {
    if room.kept > 0.0 {
        return look
            .primary
            .max(look.size(TypeSize::Title) * ROW_EM + look.tight);
    }
    look.target
        .max(look.size(TypeSize::Title) * ROW_EM + look.tight)
}

/// The place at the right end of the row of candidates that the screen keeps for itself.
pub(super) fn kept(look: &Look, room: &Room, board: Board) -> Rect {
    let mut rest = used(look, room, board);
    spelling(look, &mut rest, board);
    let mut row = layout::top(&mut rest, candidates_height(look, room), 0.0);
    layout::right(&mut row, room.kept, 0.0)
}

/// What a board uses of its room: keys stand at the lower end, with the candidates close above them.
fn used(look: &Look, room: &Room, board: Board) -> Rect {
    let mut area = room.area;
    if board != Board::Hand {
        let wished =
            wished_height(look, board).max(candidates_height(look, room) + keys_height(look));
        area.min.y = area.min.y.max(area.max.y - wished);
    }
    area
}

fn spelling_height(look: &Look) -> f32 {
    look.size(TypeSize::Quiet) * SPELLING_EM
}

fn spelling(look: &Look, rest: &mut Rect, board: Board) -> Option<Rect> {
    matches!(board, Board::Pinyin | Board::Radicals)
        .then(|| layout::top(rest, spelling_height(look), 0.0))
}

/// `words` is the width that the words beside a pad need.
pub(super) fn places(look: &Look, room: &Room, board: Board, words: f32) -> Places {
    let mut rest = used(look, room, board);
    let spelling = spelling(look, &mut rest, board);
    let height = candidates_height(look, room);
    let mut candidates = layout::top(&mut rest, height, look.near);
    if room.kept > 0.0 {
        layout::right(&mut candidates, room.kept, look.near);
    }
    let mut beside = Vec::new();
    if board == Board::Hand {
        let width = (rest.height() * PAD_ASPECT).min(rest.width());
        rest = Rect::from_center_size(rest.center(), egui::vec2(width, rest.height()));
        beside = beside_pad(look, &mut rest, words);
    }
    Places {
        spelling,
        candidates,
        board: rest,
        beside,
    }
}

/// Cuts the places of the keys beside the pad off its right side: one below the other, or two in a row
/// where the pad is too low for that.
fn beside_pad(look: &Look, rest: &mut Rect, words: f32) -> Vec<Rect> {
    let rows = BESIDE as f32;
    // On a large glass a word is higher than a finger is wide.
    let row = look
        .target
        .max(look.size(TypeSize::Quiet) * ROW_EM + look.tight);
    let fits = row * rows + look.near * (rows - 1.0) <= rest.height();
    let columns = if fits { 1 } else { 2 };
    let one = words.max(look.target);
    let width = (look.target * 1.7)
        .max(one * columns as f32 + look.near * (columns - 1) as f32)
        .max(rest.width() * BESIDE_PART);
    let area = layout::right(rest, width, look.near);
    layout::grid(area, columns, BESIDE.div_ceil(columns), look.near)
}
