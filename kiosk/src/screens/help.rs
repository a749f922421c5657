//! A person is asked for: one touch calls, and the words say where people are.

use egui::{Rect, Ui, vec2};
use linli_hall::RequestId;
use linli_look::widgets::{Button, Notice, Words};
use linli_look::{Hue, Icon, Illustration, LINE_EM, Look, TypeSize, layout};
use linli_texts::{Lang, t};

use super::{Asked, Screen, Stage, aside};
use crate::words;

const PICTURE_PART: f32 = 0.58;
const PICTURE_MIN: f32 = 160.0;
/// A picture is at most so high for its width, or its sides are cut away.
const PICTURE_ASPECT: f32 = 0.84;
/// Rows that one line about people may take.
const LINE_ROWS: usize = 6;

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
        let is_aside = stage.is_landscape() && !look.large();
        if is_aside && self.fits(ui, stage, aside::beside_picture(look, room)) {
            aside::picture(ui, stage, &mut room, Illustration::Helper);
        }
        let button = layout::bottom(&mut room, button_height(stage), look.gap);
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

    fn title_words(&self, lang: Lang) -> Words<'static> {
        let words = Words::new(self.texts(lang).0, TypeSize::Question)
            .bold()
            .rows(3)
            .heading();
        if self.state == HelpState::Failed {
            words.urgent()
        } else {
            words
        }
    }

    fn hint_words(&self, look: &Look, lang: Lang) -> Words<'static> {
        Words::new(self.texts(lang).1, TypeSize::Subtitle)
            .colour(look.colours.ink2)
            .rows(2)
    }

    /// Whether all words have room over the button at their full size.
    fn fits(&self, ui: &Ui, stage: &Stage<'_>, room: Rect) -> bool {
        let look = stage.look;
        let free = vec2(room.width(), f32::MAX);
        let title = self.title_words(stage.lang).measure(ui, look, free).y;
        let hint = self.hint_words(look, stage.lang).measure(ui, look, free).y;
        let where_to = WhereTo::of(ui, stage, room.width()).height(look);
        let button = button_height(stage) + look.gap;
        title + hint + look.tight * 2.0 + where_to + button <= room.height()
    }

    /// The words that say how far the call came, and what is next.
    fn texts(&self, lang: Lang) -> (&'static str, &'static str) {
        match self.state {
            HelpState::Offered => (t::kiosk_help_title(lang), t::kiosk_help_hint(lang)),
            HelpState::Calling => (t::kiosk_help_calling(lang), t::kiosk_help_called_hint(lang)),
            HelpState::Called => (t::kiosk_help_called(lang), t::kiosk_help_called_hint(lang)),
            HelpState::Failed => (t::kiosk_help_failed(lang), t::kiosk_help_hint(lang)),
        }
    }

    fn show_words(&self, ui: &Ui, stage: &mut Stage<'_>, room: Rect) {
        let (look, lang) = (stage.look, stage.lang);
        let mut rest = room;
        let (title_words, hint_words) = (self.title_words(lang), self.hint_words(look, lang));
        let where_to = WhereTo::of(ui, stage, rest.width());
        let mut hint_height = hint_words.measure(ui, look, rest.size()).y + look.tight;
        let title_least = look.smallest() * LINE_EM;
        let is_short =
            title_least + look.tight + hint_height + where_to.height(look) > rest.height();
        if is_short {
            // The button says it as well; where people are is said nowhere else.
            hint_height = 0.0;
        }
        // Who helps and where keep their place; the question is known by now and may be smaller.
        let kept = where_to.height(look) + hint_height + look.tight;
        let title_room = vec2(rest.width(), (rest.height() - kept).max(0.0));
        let title_height = title_words.measure(ui, look, title_room).y;
        let title_height = title_height.min(title_room.y.max(title_least)) + look.tight;
        let needed = title_height + hint_height + where_to.height(look);
        if stage.is_landscape() {
            let height = needed.min(rest.height());
            rest = layout::centred(rest, vec2(rest.width(), height));
        } else {
            picture_over(ui, stage, &mut rest, needed);
        }
        title_words.paint(ui, look, layout::top(&mut rest, title_height, 0.0));
        if !is_short {
            hint_words.paint(ui, look, layout::top(&mut rest, hint_height, 0.0));
        }
        // The lines say by themselves where to go.
        let has_label = where_to.height(look) <= rest.height() + 0.5;
        where_to.show(ui, look, lang, rest, has_label);
    }
}

fn button_height(stage: &Stage<'_>) -> f32 {
    let look = stage.look;
    // A glass that lies has little height, and words come first.
    let rows = if stage.is_landscape() { 1.4 } else { 1.9 };
    (look.size(TypeSize::Button) * LINE_EM * rows).max(look.primary * 1.2)
}

/// The picture over the words of a standing glass, where there is room for one.
fn picture_over(ui: &Ui, stage: &mut Stage<'_>, rest: &mut Rect, needed: f32) {
    let look = stage.look;
    let height = (rest.height() - needed - look.gap * 2.5)
        .min(rest.height() * PICTURE_PART)
        .min(rest.width() * PICTURE_ASPECT);
    if height >= PICTURE_MIN {
        let place = layout::top(rest, height, look.gap * 1.5);
        let radius = look.radius_hero();
        stage
            .pictures
            .paint(ui, look, Illustration::Helper, place, radius);
    }
}

/// Where people are: what a person without any sense for buttons does.
struct WhereTo {
    lines: Vec<String>,
    heights: Vec<f32>,
}

impl WhereTo {
    fn of(ui: &Ui, stage: &Stage<'_>, width: f32) -> WhereTo {
        let lines = words::where_people_are(stage.lang, stage.hall);
        let heights = lines
            .iter()
            .map(|line| notice(line).height(ui, stage.look, width) + stage.look.tight)
            .collect();
        WhereTo { lines, heights }
    }

    fn height(&self, look: &Look) -> f32 {
        look.size(TypeSize::Quiet) * LINE_EM + look.tight + self.heights.iter().sum::<f32>()
    }

    fn show(&self, ui: &Ui, look: &Look, lang: Lang, mut rest: Rect, has_label: bool) {
        if has_label {
            let label_height = look.size(TypeSize::Quiet) * LINE_EM + look.tight;
            Words::new(t::kiosk_help_where(lang), TypeSize::Quiet)
                .bold()
                .paint(ui, look, layout::top(&mut rest, label_height, 0.0));
        }
        for (line, height) in self.lines.iter().zip(&self.heights) {
            notice(line).show(ui, look, layout::top(&mut rest, *height, 0.0));
        }
    }
}

fn notice(text: &str) -> Notice<'_> {
    Notice {
        icon: Icon::PEOPLE,
        text,
        hue: Hue::Jade,
        ground: false,
        rows: LINE_ROWS,
    }
}
