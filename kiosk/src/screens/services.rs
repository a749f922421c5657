//! The services, or those for which someone is seen first.

use egui::Ui;
use linli_hall::ticket::Priority;
use linli_look::widgets::{Notice, Words};
use linli_look::{Hue, Icon, Illustration, TypeSize, layout};
use linli_texts::t;

use super::{Asked, Stage, aside, choices};
use crate::words;

/// Which services are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Services {
    /// The first of them.
    pub from: usize,
    /// To be seen first, and why.
    pub priority: Option<Priority>,
}

impl Services {
    pub(super) fn show(&self, ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
        let look = stage.look;
        let mut rest = stage.room;
        let question = match self.priority {
            None if self.from > 0 => t::kiosk_more_question(stage.lang),
            _ => t::kiosk_priority_services(stage.lang),
        };
        let title = Words::new(question, TypeSize::Question)
            .bold()
            .heading()
            .rows(3);
        let hint = match self.priority {
            Some(priority) => {
                t::kiosk_priority_chosen(stage.lang, words::priority(stage.lang, priority))
            }
            None => t::kiosk_home_hint(stage.lang).to_owned(),
        };
        let icon = if self.priority.is_some() {
            Icon::HAND_HEART
        } else {
            Icon::TICKET
        };
        let notice = Notice {
            icon,
            text: &hint,
            hue: Hue::Jade,
            ground: false,
            rows: 3,
        };
        let height = title.measure(ui, look, rest.size()).y + look.tight;
        let line_height = notice.height(ui, look, rest.width()) + look.tight;
        if let Some(column) = choices::beside(stage, &mut rest, height + line_height) {
            aside::question(ui, stage, column, &title, &notice, Illustration::LivingRoom);
            return choices::show(ui, stage, rest, self.from, self.priority);
        }
        let touch = stage.touch_room(rest);
        let cards = if stage.low {
            touch.height()
        } else {
            let count = choices::count(stage, self.from, self.priority);
            choices::full_height(look, rest, stage.lang, count).min(touch.height())
        };
        let needed = height + line_height + look.gap + cards;
        choices::picture_over(ui, stage, &mut rest, Illustration::LivingRoom, needed);
        let place = layout::top(&mut rest, height, 0.0);
        title.paint(ui, look, place);
        let line = layout::top(&mut rest, line_height, look.gap);
        notice.show(ui, look, line);
        let touch = stage.touch_room(rest);
        choices::show(ui, stage, touch, self.from, self.priority)
    }
}
