//! 留言: some words for the hall, a phone number if one likes, and where the answer will be.

mod phone;
mod sent;
mod slide;
mod words;
mod written;

use egui::Ui;
use linli_hall::{Error, RequestId, limits, message};
use linli_texts::Lang;

use super::{Asked, SlipState, Stage};
use crate::backstage::Unlogged;
use crate::slip::LeftMessage;
use crate::typing::{Field, Typing};

use phone::Phone;
use slide::Slide;

const FIELD: &str = "message";

/// A message on its way from the first word to the answer's place.
#[derive(Clone, Debug)]
pub struct Message {
    /// Chosen once, so that trying again never leaves a second message.
    pub request: RequestId,
    /// How far it came.
    pub step: Step,
    /// Its words.
    pub words: Field,
    /// How they are being written.
    pub typing: Typing,
    /// When it was sent last, in seconds since the start.
    pub sent_secs: f64,
    /// What the printer does with its slip, once one was asked for.
    pub slip: Option<SlipState>,
    phone: Phone,
    /// How the board comes onto the glass.
    slide: Slide,
    /// What was sent last under the request.
    sent: Option<Unlogged<message::Leave>>,
}

/// How far a message came.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// It is being written.
    Words,
    /// A phone number may be given.
    Phone,
    /// It is on its way.
    Sending,
    /// The hall did not take it, and why.
    Failed(Error),
    /// The hall has it, and its answer will be there.
    Sent(LeftMessage),
}

impl Message {
    /// An empty one.
    pub fn new(lang: Lang) -> Message {
        Message {
            request: RequestId::fresh(),
            step: Step::Words,
            words: Field::new(FIELD, limits::MESSAGE_CHARS),
            typing: Typing::new(lang),
            sent_secs: 0.0,
            slip: None,
            phone: Phone::default(),
            slide: Slide::default(),
            sent: None,
        }
    }

    /// What goes to the hall now. The same again goes under the same request, so that there is never a
    /// second message; what was changed after it had been sent once is a message of its own, or the
    /// change would be lost when the first one has arrived after all.
    pub fn seal(&mut self, lang: Lang, secs: f64) -> message::Leave {
        let leave = message::Leave {
            words: self.words.text().to_owned(),
            phone: self.phone(),
            locale: lang.tag().to_owned(),
        };
        if self.sent.is_some() && !self.is_as_sent() {
            self.request = RequestId::fresh();
        }
        self.sent = Some(Unlogged(leave.clone()));
        self.sent_secs = secs;
        leave
    }

    /// Whether nothing has been changed since it was sent last.
    pub fn is_as_sent(&self) -> bool {
        self.sent.as_ref().is_some_and(|Unlogged(sent)| {
            sent.words == self.words.text() && sent.phone == self.phone()
        })
    }

    /// What is worth keeping until somebody comes back to it in the same session: all of it while it
    /// is not sent, so that the same again still goes under the same request.
    pub fn draft(&self) -> Option<Message> {
        let is_sent = matches!(self.step, Step::Sent(_));
        let is_empty = self.words.text().trim().is_empty() && !self.typing.has_begun();
        (!is_sent && !is_empty).then(|| self.clone())
    }

    /// As it is put on the glass for somebody who comes to write: at its words, with the board coming
    /// up under them.
    pub fn opened(mut self) -> Message {
        self.step = Step::Words;
        self.words.resume();
        self.typing.resume();
        self.slide = Slide::Begins;
        self
    }

    /// Leaves nothing of what was written in the memory of egui.
    pub fn forget(ctx: &egui::Context) {
        Field::forget(ctx, FIELD);
    }

    /// A number to call back, if one was given.
    pub fn phone(&self) -> Option<String> {
        self.phone.given()
    }

    /// With a number that was typed some time ago, for pictures and tests.
    pub fn calling_back(self, digits: &str) -> Message {
        Message {
            phone: Phone::typed(digits),
            ..self
        }
    }

    /// Whether anything of it is in the memory of egui.
    pub fn remembers(ctx: &egui::Context) -> bool {
        Field::remembers(ctx, FIELD)
    }

    /// One step back; false when there is none within the message.
    pub fn back(&mut self) -> bool {
        match self.step {
            Step::Phone | Step::Sending | Step::Failed(_) => {
                self.step = Step::Words;
                self.slide = Slide::Begins;
                true
            }
            Step::Words | Step::Sent(_) => false,
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
        match &self.step {
            Step::Words => words::show(self, ui, stage),
            Step::Phone | Step::Sending | Step::Failed(_) => phone::show(self, ui, stage),
            Step::Sent(left) => sent::show(left, self.slip, ui, stage),
        }
    }
}
