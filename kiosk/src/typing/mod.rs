//! Writing on the glass: a field, candidates, and a pad to write or a keyboard to type on.
//!
//! A screen that asks for text owns a [`Field`] and a [`Typing`], so that leaving the screen forgets
//! both. What takes time is asked for with [`Ask`] and comes back as an [`Answer`]; an answer to
//! anything but the last question is too late and is dropped. A touch that needs the answer waits for
//! it (`press.rs`), and nothing that was begun is thrown away but by the keys that say so.

mod ask;
mod boards;
mod candidates;
mod field;
mod ink;
mod keys;
mod layout;
mod offer;
mod pad;
mod press;
mod radicals;
mod signs;
mod staged;

use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;

use egui::{Rect, Ui};
use linli_look::{Look, TypeSize, focus, taps};
use linli_texts::Lang;

pub use ask::{Answer, Ask, Candidate, Found, Question, Unusable, Wanted};
pub use field::Field;
pub use ink::Stroke;
pub use layout::Room;
pub use radicals::Radical;

use ask::fresh_number;
use ink::Ink;
use press::{Step, WAITING_MAX};

/// The most candidates that are kept of what may be meant: ten pages are read by nobody.
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
    /// The language as it was drawn last.
    lang: Lang,
    capitals: bool,
    ink: Ink,
    letters: String,
    /// The letters as the dictionary cuts them into syllables, as far as it has been asked.
    syllables: String,
    candidates: Vec<Candidate>,
    /// The candidates are signs, or set from outside: nothing is asked for in their place.
    shows_signs: bool,
    /// What the candidates may follow, once that has been asked.
    followed: Option<String>,
    /// The first candidate of each page that was turned to.
    pages: Vec<usize>,
    asked: u64,
    /// The question that the candidates answer; while it is not the last one, they are old.
    answered: u64,
    /// The last question was of what was begun, and the candidates are its answer.
    asks_begun: bool,
    knows_begun: bool,
    /// Some of the ink was drawn after what has been taken, and is not asked about yet.
    has_later_ink: bool,
    /// What was touched and is not done yet.
    waiting: VecDeque<Step>,
    /// The model or the dictionary of the board cannot be used.
    is_unusable: bool,
    /// Somebody wants to go on although nothing is known for what was begun.
    insists: bool,
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
        let mut typing = Typing {
            board,
            lang,
            capitals: false,
            ink: Ink::default(),
            letters: String::new(),
            syllables: String::new(),
            candidates: Vec::new(),
            shows_signs: false,
            followed: None,
            pages: Vec::new(),
            asked: number,
            answered: number,
            asks_begun: false,
            knows_begun: false,
            has_later_ink: false,
            waiting: VecDeque::new(),
            is_unusable: false,
            insists: false,
            radicals: radicals::Choice::default(),
            has_asked_radicals: false,
            is_new: true,
        };
        typing.begin_anew();
        typing
    }

    /// The board that is on the glass.
    pub fn board(&self) -> Board {
        self.board
    }

    /// Puts another board on the glass; what was begun on the old one is forgotten.
    pub fn set_board(&mut self, board: Board) {
        if board == Board::Radicals {
            self.radicals.begin_from(self.board);
            self.has_asked_radicals = false;
        }
        self.board = board;
        self.is_unusable = false;
        self.begin_anew();
    }

    /// Whether the candidates are those of what has been written so far.
    pub fn is_settled(&self) -> bool {
        self.answered == self.asked
    }

    /// Whether something was drawn or spelled that is not in the field yet.
    pub fn has_begun(&self) -> bool {
        !self.ink.is_empty() || !self.letters.is_empty()
    }

    /// What is offered.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// All is written: what was begun goes into the field, and [`Typing::show`] says when it is there.
    pub fn finish(&mut self) {
        self.wait(Step::GoOn);
    }

    /// Somebody comes back to what they wrote; what they wanted done when they left is not done now.
    pub fn resume(&mut self) {
        self.waiting.clear();
        self.followed = None;
    }

    /// The radicals, which stay the same for as long as somebody writes; none when they cannot be had.
    pub fn take_radicals(&mut self, all: Arc<[Radical]>) {
        self.is_unusable = self.board == Board::Radicals && all.is_empty();
        self.radicals.all = all;
    }

    /// Offers these and nothing in their place, for pictures and tests of one screen.
    pub fn offer(&mut self, texts: &[&str]) {
        if !texts.is_empty() {
            self.candidates = texts.iter().copied().map(Candidate::whole).collect();
        }
        self.shows_signs = true;
    }

    /// The answer to a question. An older question's is dropped: the hand has gone on.
    pub fn take_candidates(&mut self, number: u64, answer: Answer) {
        if number != self.asked {
            return;
        }
        self.answered = number;
        self.knows_begun = self.asks_begun;
        self.pages.clear();
        self.is_unusable = answer.is_err();
        let found = answer.unwrap_or_default();
        self.candidates = found.candidates;
        self.syllables = found.syllables;
    }

    /// How high candidates and board want to be, in points.
    pub fn height(&self, look: &Look) -> f32 {
        layout::wished_height(look, self.board)
    }

    /// The place that `room` keeps for a button of the screen, beside the candidates.
    pub fn kept(&self, look: &Look, room: &Room) -> Rect {
        layout::kept(look, room, self.board)
    }

    /// Draws candidates and board into `room`, writes into `field`, and returns what is wanted.
    pub fn show(
        &mut self,
        ui: &Ui,
        look: &Look,
        lang: Lang,
        room: Room,
        field: &mut Field,
    ) -> Option<Wanted> {
        let spells_anew = self.take_language(lang);
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
                keys::spelling(ui, look, line, &self.spelled());
            }
        }
        self.show_candidates(ui, look, lang, places.candidates);
        let asked = self.show_board(ui, look, lang, &places);
        keep_focus(ui, &room, field);
        let asked = asked.or_else(|| spells_anew.then(|| self.spell()));
        if let Some(question) = asked {
            return Some(self.find(question));
        }
        let wanted = self.go_through(ui, field);
        wanted.or_else(|| self.follow(ui, field))
    }

    /// The board; what is drawn is asked for at once, what is pressed waits its turn.
    fn show_board(
        &mut self,
        ui: &Ui,
        look: &Look,
        lang: Lang,
        places: &layout::Places,
    ) -> Option<Question> {
        let pressed = match self.board {
            Board::Hand => {
                let is_drawn = pad::show(ui, look, lang, places.board, &mut self.ink);
                let begun = !self.ink.is_empty();
                let pressed = keys::beside_pad(ui, look, lang, &places.beside, begun);
                if is_drawn {
                    self.insists = false;
                    self.shows_signs = false;
                    // What waits is for the strokes before; these are asked about after it.
                    return self.waiting.is_empty().then(|| self.read());
                }
                pressed
            }
            Board::Radicals => return self.show_radicals(ui, look, lang, places.board),
            Board::Pinyin | Board::Latin | Board::Digits => {
                keys::show(ui, look, lang, places.board, self)
            }
        };
        if let Some(pressed) = pressed {
            self.insists = false;
            self.wait(Step::Press(pressed));
        }
        None
    }

    fn show_radicals(&mut self, ui: &Ui, look: &Look, lang: Lang, board: Rect) -> Option<Question> {
        if self.radicals.all.is_empty() && !self.has_asked_radicals {
            self.has_asked_radicals = true;
            return Some(Question::Radicals);
        }
        match self.radicals.show(ui, look, lang, board)? {
            radicals::Pressed::Nothing => None,
            radicals::Pressed::Characters(radical, strokes) => {
                Some(Question::Under(radical, strokes))
            }
            radicals::Pressed::Back(None) => {
                self.begin_anew();
                None
            }
            radicals::Pressed::Back(Some(board)) => {
                self.set_board(board);
                None
            }
        }
    }

    /// The language may change while somebody writes: the words stay, and what is offered follows it.
    /// True when the letters have to be asked for anew.
    fn take_language(&mut self, lang: Lang) -> bool {
        let is_new = std::mem::replace(&mut self.lang, lang) != lang;
        if is_new {
            self.followed = None;
        }
        is_new && !self.letters.is_empty()
    }

    /// Whether traditional characters are offered.
    fn is_traditional(&self) -> bool {
        self.lang == Lang::ZH_HANT
    }

    /// Does something as soon as it can be done.
    fn wait(&mut self, step: Step) {
        if self.waiting.len() < WAITING_MAX {
            self.waiting.push_back(step);
        }
    }

    /// Forgets what was begun; an answer that is still on its way comes too late.
    fn begin_anew(&mut self) {
        self.ink.clear();
        self.has_later_ink = false;
        self.letters.clear();
        self.syllables.clear();
        self.candidates.clear();
        self.pages.clear();
        self.followed = None;
        self.insists = false;
        self.knows_begun = false;
        self.asked = fresh_number();
        self.answered = self.asked;
        self.shows_signs = signs::stand_on(self.board);
        if self.shows_signs {
            self.candidates = signs::of(self.board, self.lang);
        }
    }
}

/// A finger that touched anything of the board goes on writing in the field, so that a screen reader is
/// not told of the field anew with every touch.
fn keep_focus(ui: &Ui, room: &Room, field: &Field) {
    let is_touched = ui.ctx().input(|input| {
        let at = input.pointer.interact_pos();
        input.pointer.any_released() && at.is_none_or(|at| room.area.contains(at))
    });
    if is_touched {
        field.keep_focus(ui.ctx());
    }
}

/// The size of the letters on a board.
const LETTERS: TypeSize = TypeSize::Button;
