//! It did not work: what happened, what to do now, and who helps.

use egui::Ui;
use linli_hall::ticket::Priority;
use linli_hall::{RequestId, ServiceId};
use linli_look::{Icon, Illustration};
use linli_texts::t;

use super::closed::{explain, heading};
use super::{Asked, Stage};
use crate::words;

/// A number that was asked for and not given.
#[derive(Clone, Debug)]
pub struct Trouble {
    /// The wish, so that trying again can never give a second number.
    pub request: RequestId,
    /// What for.
    pub service: ServiceId,
    /// To be seen first, and why.
    pub priority: Option<Priority>,
    /// What went wrong.
    pub error: linli_hall::Error,
}

impl Trouble {
    pub(super) fn show(&self, ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
        let lines = [
            words::trouble(stage.lang, &self.error),
            t::kiosk_trouble_hint(stage.lang).to_owned(),
        ];
        explain(
            ui,
            stage,
            Illustration::Trouble,
            heading(t::kiosk_trouble_title(stage.lang)).urgent(),
            &lines,
            |lang| {
                [
                    (t::kiosk_trouble_retry(lang), Icon::FORWARD, Asked::Retry),
                    (t::kiosk_closed_ask(lang), Icon::HELP, Asked::Help),
                ]
            },
        )
    }
}
