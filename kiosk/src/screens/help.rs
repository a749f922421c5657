//! A person is asked for: one touch calls, and the words say where people are.

use egui::{Rect, Ui, vec2};
use linli_hall::RequestId;
use linli_look::widgets::{Button, Notice, Words};
use linli_look::{Hue, Icon, Illustration, TypeSize, layout};
use linli_texts::t;

use super::{Asked, Screen, Stage, aside};
use crate::words;

const PICTURE_PART: f32 = 0.58;
const PICTURE_MIN: f32 = 160.0;
/// A picture is at most so high for its width, or its sides are cut away.
const PICTURE_ASPECT: f32 = 0.84;
const ROW_EM: f32 = 1.28;

/// How far the call came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HelpState {
    /// Nobody was called.
    #[default]
    Offered,
    /// The call is on its way.
    Calling,
    /// The staff know.
    Called,
    /// They could not be told.
    Failed,
}

/// The help screen.
#[derive(Clone, Debug)]
pub struct Help {
    /// The call, so that calling again never makes a second one.
    pub request: RequestId,
    /// How far the call came.
    pub state: HelpState,
    /// When somebody was called last, in seconds since the start.
    pub called_secs: f64,
    /// The screen from which help was asked for, to which the way back leads.
    pub behind: Box<Screen>,
}

impl Help {
    /// Nobody was called yet.
    pub fn over(behind: Screen) -> Help {
        Help {
            request: RequestId::fresh(),
            state: HelpState::Offered,
            called_secs: 0.0,
            behind: Box::new(behind),
        }
    }

    pub(super) fn show(&self, ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
        let look = stage.look;
        let mut room = stage.room;
        if stage.is_landscape() && !look.large() {
            aside::picture(ui, stage, &mut room, Illustration::Helper);
        }
        let height = (look.size(TypeSize::Button) * ROW_EM * 1.9).max(look.primary * 1.2);
        let button = layout::bottom(&mut room, height, look.gap);
        self.show_words(ui, stage, room);
        self.show_button(ui, stage, button)
    }

    fn show_button(&self, ui: &Ui, stage: &Stage<'_>, place: Rect) -> Option<Asked> {
        let (look, lang) = (stage.look, stage.lang);
        let (button, asked) = match self.state {
            // The button shows at once that it was pressed; the call itself takes a moment.
            HelpState::Calling | HelpState::Called => (
                Button::primary(t::kiosk_ok(lang)).icon(Icon::CHECK),
                Asked::Home,
            ),
            HelpState::Offered | HelpState::Failed => (
                Button::primary(t::kiosk_help_call(lang)).icon(Icon::HELP),
                Asked::CallHelp,
            ),
        };
        button.show(ui, look, place).clicked().then_some(asked)
    }

    fn show_words(&self, ui: &Ui, stage: &mut Stage<'_>, room: Rect) {
        let (look, lang) = (stage.look, stage.lang);
        let (title, hint) = match self.state {
            HelpState::Offered => (t::kiosk_help_title(lang), t::kiosk_help_hint(lang)),
            HelpState::Calling => (t::kiosk_help_calling(lang), t::kiosk_help_called_hint(lang)),
            HelpState::Called => (t::kiosk_help_called(lang), t::kiosk_help_called_hint(lang)),
            HelpState::Failed => (t::kiosk_help_failed(lang), t::kiosk_help_hint(lang)),
        };
        let mut rest = room;
        let title_words = Words::new(title, TypeSize::Question)
            .bold()
            .rows(3)
            .heading();
        let title_words = if self.state == HelpState::Failed {
            title_words.urgent()
        } else {
            title_words
        };
        let title_height = title_words.measure(ui, look, rest.size()).y + look.tight;
        let hint_words = Words::new(hint, TypeSize::Subtitle)
            .colour(look.colours.ink2)
            .rows(2);
        let hint_height = hint_words.measure(ui, look, rest.size()).y + look.gap;
        let lines = words::where_people_are(lang, stage.hall);
        let width = rest.width() - look.size(TypeSize::IconLine) - look.tight * 1.5;
        let heights: Vec<f32> = lines
            .iter()
            .map(|line| measure(ui, stage, line, width))
            .collect();
        let label_height = look.size(TypeSize::Quiet) * ROW_EM + look.tight;
        let needed =
            title_height + hint_height + label_height + heights.iter().sum::<f32>() + look.gap;
        // What there is no room for is left out from the end; the button is what matters.
        let mut free = rest.height() - title_height - hint_height - label_height;
        let shown = heights
            .iter()
            .take_while(|height| {
                free -= **height;
                free >= 0.0
            })
            .count();
        let picture = (rest.height() - needed)
            .min(rest.height() * PICTURE_PART)
            .min(rest.width() * PICTURE_ASPECT);
        if !stage.is_landscape() && picture >= PICTURE_MIN {
            let place = layout::top(&mut rest, picture, look.gap * 1.5);
            stage
                .pictures
                .paint(ui, look, Illustration::Helper, place, look.radius_hero());
        }
        if stage.is_landscape() {
            let used: f32 = heights.iter().take(shown).sum();
            let height = title_height + hint_height + label_height + used + look.tight;
            rest = layout::centred(rest, vec2(rest.width(), height.min(rest.height())));
        }
        let place = layout::top(&mut rest, title_height, 0.0);
        title_words.paint(ui, look, place);
        let place = layout::top(&mut rest, hint_height, look.tight);
        hint_words.paint(ui, look, place);
        let place = layout::top(&mut rest, label_height, 0.0);
        if shown > 0 {
            Words::new(t::kiosk_help_where(lang), TypeSize::Quiet)
                .bold()
                .paint(ui, look, place);
        }
        for (line, height) in lines.iter().zip(heights).take(shown) {
            let place = layout::top(&mut rest, height, 0.0);
            Notice {
                icon: Icon::PEOPLE,
                text: line,
                hue: Hue::Jade,
                ground: false,
                rows: 3,
            }
            .show(ui, look, place);
        }
    }
}

fn measure(ui: &Ui, stage: &Stage<'_>, line: &str, width: f32) -> f32 {
    let look = stage.look;
    let words = Words::new(line, TypeSize::Quiet).rows(3);
    words.measure(ui, look, vec2(width, f32::MAX)).y + look.tight
}
