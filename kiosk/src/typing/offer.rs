//! What is offered over a board, what is said in its place, and what is asked for it.

use egui::accesskit::Live;
use egui::{Rect, Ui};
use linli_look::{Look, widgets};
use linli_texts::{Lang, t};

use super::press::Step;
use super::{Board, Field, Question, Typing, Wanted, candidates, keys, signs};

/// What may follow is asked by so many characters before the cursor.
const FOLLOWED_CHARS: usize = 16;

impl Typing {
    pub(super) fn show_candidates(&mut self, ui: &Ui, look: &Look, lang: Lang, row: Rect) {
        let begun = self.has_begun();
        if self.candidates.is_empty() {
            if let Some(trouble) = self.trouble(lang) {
                keys::trouble(ui, look, row, trouble, self.insists);
            }
            return;
        }
        if self.is_settled() && (begun || self.board == Board::Radicals) {
            let count = t::kiosk_typing_candidates(lang, self.candidates.len());
            widgets::said(ui, row, &count, Live::Polite);
        }
        let offered = candidates::Offered {
            candidates: &self.candidates,
            from: self.pages.last().copied().unwrap_or_default(),
            begun: begun && self.knows_begun,
            signs: signs::stand_on(self.board),
        };
        match candidates::show(ui, look, lang, row, &offered) {
            Some(candidates::Chosen::One(index)) => {
                if let Some(candidate) = self.candidates.get(index).cloned() {
                    self.wait(Step::Take(candidate));
                }
            }
            Some(candidates::Chosen::More(from)) => self.pages.push(from),
            Some(candidates::Chosen::Back) => {
                self.pages.pop();
            }
            None => {}
        }
    }

    /// Why nothing is offered, and what to do; `None` while nothing is missing.
    fn trouble(&self, lang: Lang) -> Option<&'static str> {
        let is_unread = self.has_begun() && self.is_settled() && self.knows_begun;
        match self.board {
            Board::Hand if is_unread && self.is_unusable => Some(t::kiosk_typing_no_hand(lang)),
            Board::Hand if is_unread => Some(t::kiosk_typing_unread(lang)),
            Board::Pinyin if self.is_unusable => Some(t::kiosk_typing_no_pinyin(lang)),
            Board::Pinyin if is_unread => Some(t::kiosk_typing_unspelled(lang)),
            Board::Radicals if self.is_unusable => Some(t::kiosk_typing_no_radicals(lang)),
            _ => None,
        }
    }

    /// Asks what may follow, whenever something else stands before the cursor: however it came there.
    pub(super) fn follow(&mut self, ui: &Ui, field: &Field) -> Option<Wanted> {
        if self.has_begun() || self.shows_signs || !self.waiting.is_empty() {
            return None;
        }
        let before = field.before_cursor(ui.ctx());
        let is_chinese = |c: char| !c.is_ascii() && c.is_alphabetic();
        let may_follow = match self.board {
            Board::Pinyin => true,
            Board::Hand => self.lang.is_chinese() || before.chars().last().is_some_and(is_chinese),
            Board::Latin | Board::Digits | Board::Radicals => false,
        };
        if !may_follow {
            return None;
        }
        let begin = before.char_indices().rev().nth(FOLLOWED_CHARS - 1);
        let end = begin.map_or(before.as_str(), |(at, _)| &before[at..]);
        if self.followed.as_deref() == Some(end) {
            return None;
        }
        self.followed = Some(end.to_owned());
        self.candidates.clear();
        self.pages.clear();
        Some(self.find(Question::Follow {
            written: end.to_owned(),
            traditional: self.is_traditional(),
        }))
    }

    /// What was spelled, cut into syllables as far as the dictionary has been asked.
    pub(super) fn spelled(&self) -> String {
        let plain = |text: &str| text.replace('\'', "");
        let asked = plain(&self.syllables);
        match plain(&self.letters).strip_prefix(&asked) {
            Some("") if self.letters.ends_with('\'') => format!("{}'", self.syllables),
            Some(rest) if !asked.is_empty() && !self.letters.is_empty() => {
                format!("{}{rest}", self.syllables)
            }
            _ => self.letters.clone(),
        }
    }
}
