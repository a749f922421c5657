//! What a touch does: what was begun becomes text, or waits for the answer that is on its way.

use egui::Ui;

use super::ask::fresh_number;
use super::keys::Pressed;
use super::{Ask, Board, Candidate, Field, LETTERS_MAX, Question, Typing, Wanted, signs};

/// Touches that may wait for one answer. It is there within some milliseconds; only the first one,
/// for which the model is read, takes longer.
pub(super) const WAITING_MAX: usize = 16;

/// Something to be done, at once or when the answer is there that it needs.
#[derive(Clone)]
pub(super) enum Step {
    /// This candidate was touched.
    Take(Candidate),
    /// A key was.
    Press(Pressed),
    /// All is written.
    GoOn,
}

/// What became of a step.
pub(super) enum Outcome {
    /// It is done, and nothing is to be found out.
    Done,
    /// It is done, and this is to be found out.
    Find(Question),
    /// It is not done yet: this has to be found out before.
    First(Question),
    /// It needs the answer that is on its way.
    Waits,
    /// The screen is to go on.
    GoOn,
}

impl Typing {
    /// Does what was touched, in order, as far as it can be done now.
    pub(super) fn go_through(&mut self, ui: &Ui, field: &mut Field) -> Option<Wanted> {
        while let Some(step) = self.waiting.pop_front() {
            match self.act(&step, ui, field) {
                Outcome::Done => {}
                Outcome::Find(question) => return Some(self.find(question)),
                Outcome::First(question) => {
                    self.waiting.push_front(step);
                    return Some(self.find(question));
                }
                Outcome::Waits => {
                    self.waiting.push_front(step);
                    return None;
                }
                Outcome::GoOn => {
                    self.waiting.clear();
                    return Some(Wanted::GoOn);
                }
            }
        }
        // The next character, that was begun while the one before was waited for.
        let is_later = std::mem::take(&mut self.has_later_ink);
        is_later.then(|| {
            let question = self.read();
            self.find(question)
        })
    }

    fn act(&mut self, step: &Step, ui: &Ui, field: &mut Field) -> Outcome {
        match step {
            Step::Take(candidate) => self.take(candidate, ui, field),
            Step::Press(Pressed::Space) if !self.letters.is_empty() => {
                if !self.is_settled() {
                    return Outcome::Waits;
                }
                match self.first(ui, field) {
                    Some(true) => Outcome::Find(self.spell()),
                    Some(false) | None => Outcome::Done,
                }
            }
            Step::Press(pressed) if !pressed.ends_what_was_begun() => {
                self.press(*pressed, ui, field)
            }
            Step::Press(pressed) => match self.settle(ui, field) {
                Some(Settling::Unknown) if matches!(pressed, Pressed::Board(_)) => {
                    // Letters that spell nothing may be meant as they are; ink that nobody can read
                    // stays behind, and its writer has seen that it was not read.
                    if field.insert(ui.ctx(), &self.letters) {
                        return self.press(*pressed, ui, field);
                    }
                    Outcome::Done
                }
                Some(settling) => settling.outcome(self),
                None => self.press(*pressed, ui, field),
            },
            Step::GoOn => match self.settle(ui, field) {
                Some(settling) => settling.outcome(self),
                None => Outcome::GoOn,
            },
        }
    }

    /// Puts what was begun into the field as the first candidate has it, bit by bit. `None` when
    /// nothing is begun any more.
    fn settle(&mut self, ui: &Ui, field: &mut Field) -> Option<Settling> {
        if !self.has_begun() {
            return None;
        }
        if !self.is_settled() {
            return Some(Settling::Waits);
        }
        match self.first(ui, field) {
            Some(true) => Some(Settling::Rest),
            Some(false) => None,
            None if field.is_full() => Some(Settling::Full),
            None => Some(Settling::Unknown),
        }
    }

    /// Takes the first candidate, and says whether some of the spelling is left; `None` when there is
    /// none, or no room for it: what was begun is kept, and the person is told.
    fn first(&mut self, ui: &Ui, field: &mut Field) -> Option<bool> {
        let first = self.candidates.first().cloned();
        let Some(first) = first else {
            self.insists = true;
            return None;
        };
        self.choose(&first, ui, field)
    }

    /// A candidate that was touched while another answer was on its way is looked for in that one:
    /// it may stand for more letters now.
    fn take(&mut self, candidate: &Candidate, ui: &Ui, field: &mut Field) -> Outcome {
        if self.has_begun() && !self.is_settled() {
            return Outcome::Waits;
        }
        let same = self
            .candidates
            .iter()
            .find(|one| one.text == candidate.text);
        let candidate = same.unwrap_or(candidate).clone();
        match self.choose(&candidate, ui, field) {
            Some(true) => Outcome::Find(self.spell()),
            Some(false) | None => Outcome::Done,
        }
    }

    /// Puts a candidate into the field, and says whether some of the spelling is left. What was
    /// drawn since the ink was asked about is of the next character, and stays.
    fn choose(&mut self, candidate: &Candidate, ui: &Ui, field: &mut Field) -> Option<bool> {
        if !field.insert(ui.ctx(), &candidate.text) {
            return None;
        }
        if signs::stand_on(self.board) {
            // They stay where they are, like keys: a house number has several digits.
            return Some(false);
        }
        let rest = self.letters.get(candidate.letters..).unwrap_or_default();
        let rest = rest.trim_start_matches('\'').to_owned();
        let later = self.ink.later();
        self.begin_anew();
        (self.letters, self.ink) = (rest, later);
        self.has_later_ink = !self.ink.is_empty();
        Some(!self.letters.is_empty())
    }

    /// What a key does that needs nothing else.
    fn press(&mut self, pressed: Pressed, ui: &Ui, field: &mut Field) -> Outcome {
        match pressed {
            Pressed::Letter(letter) if self.board == Board::Pinyin => {
                if self.letters.len() < LETTERS_MAX {
                    self.letters.push_str(letter);
                }
                return Outcome::Find(self.spell());
            }
            Pressed::Letter(letter) => {
                let upper = letter.to_uppercase();
                field.insert(ui.ctx(), if self.capitals { &upper } else { letter });
                self.capitals = false;
            }
            Pressed::Sign(sign) => {
                field.insert(ui.ctx(), sign);
            }
            Pressed::Space => {
                field.insert(ui.ctx(), " ");
            }
            Pressed::Capitals => self.capitals ^= true,
            // Whoever has begun the next character needs no sign any more.
            Pressed::Marks if self.has_later_ink => {}
            Pressed::Marks => {
                self.begin_anew();
                self.candidates = signs::of(self.board, self.lang);
                self.shows_signs = true;
            }
            Pressed::Board(board) => self.set_board(board),
            Pressed::Move(forward) => field.move_cursor(ui.ctx(), forward),
            Pressed::Anew => self.begin_anew(),
            Pressed::Erase => return self.erase(ui, field),
        }
        Outcome::Done
    }

    pub(super) fn read(&mut self) -> Question {
        self.ink.ask();
        Question::Read {
            strokes: self.ink.strokes().to_vec(),
            field: self.ink.pad(),
        }
    }

    pub(super) fn spell(&self) -> Question {
        Question::Spell {
            letters: self.letters.clone(),
            traditional: self.is_traditional(),
        }
    }

    /// Takes back the last stroke, the last letter of a spelling, or the last character.
    fn erase(&mut self, ui: &Ui, field: &mut Field) -> Outcome {
        let had_begun = self.has_begun();
        if self.ink.take_back() && !self.ink.is_empty() {
            return Outcome::Find(self.read());
        }
        if self.letters.pop().is_some() && !self.letters.is_empty() {
            return Outcome::Find(self.spell());
        }
        self.begin_anew();
        if !had_begun {
            field.erase(ui.ctx());
        }
        Outcome::Done
    }

    /// Numbers a question, so that only its answer is taken.
    pub(super) fn find(&mut self, question: Question) -> Wanted {
        // The radicals come beside whatever else is asked.
        if question != Question::Radicals {
            self.asked = fresh_number();
            self.asks_begun = matches!(question, Question::Read { .. } | Question::Spell { .. });
        }
        Wanted::Find(Ask {
            number: self.asked,
            question,
        })
    }
}

/// Why what was begun is not in the field yet.
enum Settling {
    /// The answer is on its way.
    Waits,
    /// Some of the spelling is left, and has to be asked for.
    Rest,
    /// Nothing is known for it.
    Unknown,
    /// The field has no room for it.
    Full,
}

impl Settling {
    fn outcome(self, typing: &Typing) -> Outcome {
        match self {
            Settling::Waits => Outcome::Waits,
            Settling::Rest => Outcome::First(typing.spell()),
            Settling::Unknown | Settling::Full => Outcome::Done,
        }
    }
}
