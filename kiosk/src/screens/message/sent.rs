//! The hall has the message; here is where the answer will be.

use egui::accesskit::Live;
use egui::{Rect, Ui, vec2};
use linli_look::widgets::{self, Button, Notice, Words};
use linli_look::{Hue, Icon, Illustration, TypeSize, layout};
use linli_texts::t;

use crate::screens::{Asked, SlipState, Stage, aside};
use crate::slip::LeftMessage;

/// The code, in millimetres: as large as the one of a number.
const CODE_MM: f32 = 60.0;
const CODE_PART: f32 = 0.42;
const PICTURE_MIN: f32 = 240.0;
const PICTURE_ASPECT: f32 = 0.84;
const ROW_EM: f32 = linli_look::LINE_EM;
/// What the number on paper takes of the row of buttons, where both stand in one.
const PAPER_PART: f32 = 0.42;
/// Rows of each way to the answer, at most.
const ROWS_MAX: usize = 5;

pub(super) fn show(
    left: &LeftMessage,
    slip: Option<SlipState>,
    ui: &mut Ui,
    stage: &mut Stage<'_>,
) -> Option<Asked> {
    let (look, lang) = (stage.look, stage.lang);
    let mut room = stage.room;
    if stage.is_landscape() && !look.large() {
        aside::picture(ui, stage, &mut room, Illustration::Sent);
    }
    let (ok, print) = buttons(stage, &mut room, slip);
    let title = Words::new(t::kiosk_message_sent(lang), TypeSize::Question)
        .bold()
        .heading()
        .rows(3);
    let height = title.measure(ui, look, room.size()).y;
    let ways = Ways::new(left, stage);
    let most = room.height() - height - look.gap;
    let side = look.mm(CODE_MM).min(room.width() * CODE_PART);
    let card_height =
        (side.max(ways.height(ui, stage, room.width(), side)) + look.inset * 1.4).min(most);
    if stage.is_landscape() {
        let needed = height + look.gap + card_height;
        room = layout::centred(room, vec2(room.width(), needed.min(room.height())));
    }
    let card = layout::bottom(&mut room, card_height, look.gap);
    let place = layout::bottom(&mut room, height, look.gap);
    title.paint(ui, look, place);
    if room.height() >= PICTURE_MIN && !stage.is_landscape() {
        let height = room.height().min(room.width() * PICTURE_ASPECT);
        let picture = layout::centred(room, vec2(room.width(), height));
        stage
            .pictures
            .paint(ui, look, Illustration::Sent, picture, look.radius_hero());
    }
    widgets::panel(ui, look, card, look.radius_hero());
    let mut inside = card.shrink2(vec2(look.inset, look.inset * 0.6));
    let side = side.min(inside.height());
    let code = layout::left(&mut inside, side, look.inset);
    widgets::qr(
        ui,
        look,
        layout::centred(code, vec2(side, side)),
        &left.link,
        t::kiosk_message_qr(lang),
    );
    ways.show(ui, stage, inside);
    let prints = print.is_some_and(|place| show_paper(ui, stage, slip, place));
    let button = Button::primary(t::kiosk_ok(lang)).icon(Icon::CHECK);
    let is_read = button.show(ui, look, ok).clicked();
    match (is_read, prints) {
        (true, _) => Some(Asked::Home),
        (false, true) => Some(Asked::PrintMessage),
        (false, false) => None,
    }
}

/// The number on paper: the button for it, and then what becomes of it.
fn show_paper(ui: &Ui, stage: &Stage<'_>, slip: Option<SlipState>, place: Rect) -> bool {
    let (look, lang) = (stage.look, stage.lang);
    let (text, hue, live) = match slip {
        None => {
            let button = Button::quiet(t::kiosk_message_print(lang)).icon(Icon::PRINTER);
            return button.show(ui, look, place).clicked();
        }
        Some(SlipState::Printing) => (t::kiosk_result_printing(lang), Hue::Jade, Live::Polite),
        Some(SlipState::Printed) => (t::kiosk_result_printed(lang), Hue::Jade, Live::Polite),
        // The number stands on the glass all the same.
        Some(SlipState::None | SlipState::Unsure) => {
            let text = t::kiosk_message_unprinted(lang);
            (text, Hue::Vermilion, Live::Assertive)
        }
    };
    let notice = Notice {
        icon: Icon::PRINTER,
        text,
        hue,
        ground: false,
        rows: 3,
    };
    notice.show_as(ui, look, place, live);
    false
}

/// The places of the buttons: going on, and the number on paper.
fn buttons(stage: &Stage<'_>, room: &mut Rect, slip: Option<SlipState>) -> (Rect, Option<Rect>) {
    let look = stage.look;
    let height = (look.size(TypeSize::Button) * ROW_EM * 1.9).max(look.primary * 1.2);
    let mut ok = layout::bottom(room, height, look.gap);
    // What becomes of a slip is said, also where nothing prints any more.
    let print = (stage.can_print || slip.is_some()).then(|| {
        if stage.is_landscape() {
            let width = ok.width() * PAPER_PART;
            layout::left(&mut ok, width, look.gap)
        } else {
            layout::bottom(room, height, look.gap)
        }
    });
    (ok, print)
}

/// How one learns of the answer: by phone, or by the number at the desk.
struct Ways {
    lines: [(Icon, String); 2],
}

impl Ways {
    fn new(left: &LeftMessage, stage: &Stage<'_>) -> Ways {
        let lang = stage.lang;
        Ways {
            lines: [
                (Icon::PHONE, t::kiosk_message_sent_hint(lang).to_owned()),
                (Icon::PEOPLE, t::kiosk_message_number(lang, left.message.0)),
            ],
        }
    }

    fn notices(&self) -> impl Iterator<Item = Notice<'_>> {
        self.lines.iter().map(|(icon, text)| Notice {
            icon: *icon,
            text,
            hue: Hue::Jade,
            ground: false,
            rows: ROWS_MAX,
        })
    }

    /// How high all of them are in a card of this width, beside a code.
    fn height(&self, ui: &Ui, stage: &Stage<'_>, width: f32, side: f32) -> f32 {
        let look = stage.look;
        let width = width - look.inset * 3.0 - side;
        let heights = self
            .notices()
            .map(|notice| notice.height(ui, look, width) + look.tight);
        heights.sum::<f32>() - look.tight
    }

    fn show(&self, ui: &Ui, stage: &Stage<'_>, room: Rect) {
        let look = stage.look;
        let heights: Vec<f32> = self
            .notices()
            .map(|notice| notice.height(ui, look, room.width()))
            .collect();
        let gaps = look.tight * heights.len().saturating_sub(1) as f32;
        let all = (heights.iter().sum::<f32>() + gaps).min(room.height());
        let mut rest = layout::centred(room, vec2(room.width(), all));
        for (notice, height) in self.notices().zip(heights) {
            notice.show(ui, look, layout::top(&mut rest, height, look.tight));
        }
    }
}
