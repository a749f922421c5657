//! Writing on the glass: a field, candidates, and a pad to write or a keyboard to type on.
//!
//! A screen that asks for text owns a [`Field`] and a [`Typing`], so that leaving the screen forgets
//! both. What takes time is asked for with [`Ask`] and comes back as [`Candidate`]s; an answer to
//! anything but the last question is too late and is dropped.

mod ask;
mod candidates;
mod field;
mod keys;
mod layout;
mod pad;
mod radicals;
mod staged;

use std::fmt;
use std::sync::Arc;

use egui::accesskit::Live;
use egui::{Rect, Ui};
use linli_look::{Look, TypeSize, focus, taps, widgets};
use linli_texts::{Lang, t};

pub use ask::{Ask, Candidate, Question};
pub use field::Field;
pub use layout::Room;
pub use pad::Stroke;
pub use radicals::Radical;

use ask::fresh_number;
use keys::Pressed;

/// The most candidates that are kept: three pages and more are not read by anybody.
pub const CANDIDATES_MAX: usize = 60;
/// The longest spelling that is taken in, in letters.
const LETTERS_MAX: usize = 40;

/// What the hand is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Board {
    /// A pad to write characters on.
    Hand,
    /// Letters that spell characters.
    Pinyin,
    /// Letters as they are.
    Latin,
    /// Digits and signs.
    Digits,
    /// Radicals and strokes.
    Radicals,
}

/// How somebody writes just now.
#[derive(Clone)]
pub struct Typing {
    board: Board,
    capitals: bool,
    strokes: Vec<Stroke>,
    letters: String,
    candidates: Vec<Candidate>,
    /// The first candidate that is shown.
    from: usize,
    asked: u64,
    /// The question that the candidates answer; while it is not the last one, they are old.
    answered: u64,
    /// Width and height of the pad, in points.
    pad: (f32, f32),
    radicals: radicals::Choice,
    has_asked_radicals: bool,
    is_new: bool,
}

/// What people write reaches no log.
impl fmt::Debug for Typing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Typing")
            .field("board", &self.board)
            .finish_non_exhaustive()
    }
}

impl Typing {
    /// Begins with the board that most people of a language know.
    pub fn new(lang: Lang) -> Typing {
        let board = if lang.is_chinese() {
            Board::Hand
        } else {
            Board::Latin
        };
        let number = fresh_number();
        Typing {
            board,
            capitals: false,
            strokes: Vec::new(),
            letters: String::new(),
            candidates: Vec::new(),
            from: 0,
            asked: number,
            answered: number,
            pad: (0.0, 0.0),
            radicals: radicals::Choice::default(),
            has_asked_radicals: false,
            is_new: true,
        }
    }

    /// The board that is on the glass.
    pub fn board(&self) -> Board {
        self.board
    }

    /// Puts another board on the glass; what was begun on the old one is forgotten.
    pub fn set_board(&mut self, board: Board) {
        self.board = board;
        self.radicals.begin_anew();
        self.begin_anew();
    }

    /// Whether the candidates are those of what has been written so far.
    pub fn is_settled(&self) -> bool {
        self.answered == self.asked
    }

    /// What is offered.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// The radicals, which stay the same for as long as somebody writes.
    pub fn take_radicals(&mut self, all: Arc<[Radical]>) {
        self.radicals.all = all;
    }

    /// Offers these, for pictures and tests of one screen.
    pub fn offer(&mut self, texts: &[&str]) {
        self.candidates = texts.iter().copied().map(Candidate::whole).collect();
    }

    /// The answer to a question. An older question's is dropped: the hand has gone on.
    pub fn take_candidates(&mut self, number: u64, candidates: Vec<Candidate>) {
        if number == self.asked {
            self.candidates = candidates;
            self.answered = number;
            self.from = 0;
        }
    }

    /// How high candidates and board want to be, in points.
    pub fn height(&self, look: &Look) -> f32 {
        layout::wished_height(look, self.board)
    }

    /// The place that `room` keeps for a button of the screen, beside the candidates.
    pub fn kept(&self, look: &Look, room: &Room) -> Rect {
        layout::kept(look, room, self.board)
    }

    /// Draws candidates and board into `room`, writes into `field`, and returns what is to be found out.
    pub fn show(
        &mut self,
        ui: &Ui,
        look: &Look,
        lang: Lang,
        room: Room,
        field: &mut Field,
    ) -> Option<Ask> {
        if std::mem::take(&mut self.is_new)
            && self.board == Board::Hand
            && focus::is_shown(ui.ctx())
        {
            // Nobody writes on a pad with arrows: who came by keys is given keys.
            self.board = Board::Pinyin;
        }
        taps::expect_keys(ui.ctx(), room.area);
        let words = keys::beside_width(ui, look, lang);
        let places = layout::places(look, &room, self.board, words);
        if let Some(line) = places.spelling {
            if self.board == Board::Radicals {
                radicals::question(ui, look, line, &self.radicals.question(lang));
            } else {
                keys::spelling(ui, look, line, &self.letters);
            }
        }
        let chosen = self.show_candidates(ui, look, lang, places.candidates);
        let question = match self.board {
            Board::Hand => self.show_pad(ui, look, lang, &places, field),
            Board::Radicals => self.show_radicals(ui, look, lang, &places),
            Board::Pinyin | Board::Latin | Board::Digits => {
                let pressed = keys::show(ui, look, lang, places.board, self);
                pressed.and_then(|pressed| {
                    field.keep_focus(ui.ctx());
                    self.press(ui, pressed, field)
                })
            }
        };
        let question = chosen
            .map(|index| self.choose(ui, index, field))
            .unwrap_or(question)?;
        self.asked = fresh_number();
        Some(Ask {
            number: self.asked,
            question,
        })
    }

    fn show_pad(
        &mut self,
        ui: &Ui,
        look: &Look,
        lang: Lang,
        places: &layout::Places,
        field: &mut Field,
    ) -> Option<Question> {
        let done = pad::show(ui, look, lang, places.board, &mut self.strokes);
        let pressed = keys::beside_pad(ui, look, lang, places.beside, !self.strokes.is_empty());
        if let Some(pressed) = pressed {
            field.keep_focus(ui.ctx());
            return self.press(ui, pressed, field);
        }
        self.pad = (places.board.width(), places.board.height());
        done.then(|| self.read())
    }

    fn show_radicals(
        &mut self,
        ui: &Ui,
        look: &Look,
        lang: Lang,
        places: &layout::Places,
    ) -> Option<Question> {
        if self.radicals.all.is_empty() && !self.has_asked_radicals {
            self.has_asked_radicals = true;
            return Some(Question::Radicals);
        }
        match self.radicals.show(ui, look, lang, places.board)? {
            radicals::Pressed::Nothing => None,
            radicals::Pressed::Characters(radical, strokes) => {
                Some(Question::Under(radical, strokes))
            }
            radicals::Pressed::Back(was_last) => {
                self.begin_anew();
                if was_last {
                    self.board = Board::Pinyin;
                }
                None
            }
        }
    }

    fn show_candidates(&mut self, ui: &Ui, look: &Look, lang: Lang, row: Rect) -> Option<usize> {
        let begun = !self.strokes.is_empty() || !self.letters.is_empty();
        if !self.candidates.is_empty() && self.is_settled() {
            let count = t::kiosk_typing_candidates(lang, self.candidates.len());
            widgets::said(ui, row, &count, Live::Polite);
        }
        let chosen = candidates::show(ui, look, row, &self.candidates, self.from, begun, || {
            t::kiosk_typing_more(lang)
        })?;
        match chosen {
            // What was offered for less than has been written would leave the rest behind.
            candidates::Chosen::One(index) => self.is_settled().then_some(index),
            candidates::Chosen::More(from) => {
                self.from = from;
                None
            }
        }
    }

    /// Puts a candidate into the field. What is left of a spelling is asked for again.
    fn choose(&mut self, ui: &Ui, index: usize, field: &mut Field) -> Option<Question> {
        let candidate = self.candidates.get(index)?.clone();
        field.insert(ui.ctx(), &candidate.text);
        field.keep_focus(ui.ctx());
        let rest = self.letters.get(candidate.letters..).unwrap_or_default();
        let rest = rest.trim_start_matches('\'').to_owned();
        self.begin_anew();
        self.letters = rest;
        Some(if self.letters.is_empty() {
            Question::Follow(field.before_cursor(ui.ctx()))
        } else {
            Question::Spell(self.letters.clone())
        })
    }

    fn press(&mut self, ui: &Ui, pressed: Pressed, field: &mut Field) -> Option<Question> {
        match pressed {
            Pressed::Letter(letter) if self.board == Board::Pinyin => {
                if self.letters.len() < LETTERS_MAX {
                    self.letters.push_str(letter);
                }
                return Some(Question::Spell(self.letters.clone()));
            }
            Pressed::Letter(letter) => {
                let upper = letter.to_uppercase();
                field.insert(ui.ctx(), if self.capitals { &upper } else { letter });
                self.capitals = false;
            }
            Pressed::Sign(sign) => {
                self.begin_anew();
                field.insert(ui.ctx(), sign);
            }
            Pressed::Space if !self.letters.is_empty() => {
                return self.is_settled().then(|| self.choose(ui, 0, field))?;
            }
            Pressed::Space => field.insert(ui.ctx(), " "),
            Pressed::Capitals => self.capitals ^= true,
            Pressed::Marks => {
                self.begin_anew();
                self.candidates = marks();
            }
            Pressed::Board(board) => self.set_board(board),
            Pressed::Anew => self.begin_anew(),
            Pressed::Erase => return self.erase(ui, field),
        }
        None
    }

    fn read(&self) -> Question {
        Question::Read {
            strokes: self.strokes.clone(),
            field: self.pad,
        }
    }

    /// Takes back the last stroke, the last letter of a spelling, or the last character.
    fn erase(&mut self, ui: &Ui, field: &mut Field) -> Option<Question> {
        if self.strokes.pop().is_some() {
            if self.strokes.is_empty() {
                self.begin_anew();
                return None;
            }
            return Some(self.read());
        }
        if self.letters.pop().is_some() {
            if self.letters.is_empty() {
                self.begin_anew();
                return None;
            }
            return Some(Question::Spell(self.letters.clone()));
        }
        self.begin_anew();
        field.erase(ui.ctx());
        None
    }

    /// Forgets what was begun; an answer that is still on its way comes too late.
    fn begin_anew(&mut self) {
        self.strokes.clear();
        self.letters.clear();
        self.candidates.clear();
        self.from = 0;
        self.asked = fresh_number();
        self.answered = self.asked;
    }
}

/// The signs that sentences need, as candidates.
fn marks() -> Vec<Candidate> {
    [
        "，", "。", "？", "！", "、", "：", "；", "“", "”", "（", "）", "…",
    ]
    .map(Candidate::whole)
    .to_vec()
}

/// The size of the letters on a board.
const LETTERS: TypeSize = TypeSize::Button;
