//! The hall has the message; here is where the answer will be.

use egui::{Align2, Ui, vec2};
use linli_look::widgets::{self, Button, Words};
use linli_look::{Icon, Illustration, TypeSize, layout};
use linli_texts::t;

use crate::screens::{Asked, Stage, aside};

/// The code, in millimetres: as large as the one of a number.
const CODE_MM: f32 = 60.0;
const CODE_PART: f32 = 0.42;
const PICTURE_MIN: f32 = 240.0;
const PICTURE_ASPECT: f32 = 0.84;
const ROW_EM: f32 = linli_look::LINE_EM;

pub(super) fn show(link: &str, ui: &mut Ui, stage: &mut Stage<'_>) -> Option<Asked> {
    let (look, lang) = (stage.look, stage.lang);
    let mut room = stage.room;
    if stage.is_landscape() && !look.large() {
        aside::picture(ui, stage, &mut room, Illustration::Sent);
    }
    let height = (look.size(TypeSize::Button) * ROW_EM * 1.9).max(look.primary * 1.2);
    let button = layout::bottom(&mut room, height, look.gap);
    let title = Words::new(t::kiosk_message_sent(lang), TypeSize::Question)
        .bold()
        .heading()
        .rows(3);
    let hint = Words::new(t::kiosk_message_sent_hint(lang), TypeSize::Body)
        .rows(6)
        .align(Align2::LEFT_CENTER);
    let height = title.measure(ui, look, room.size()).y;
    let side = look.mm(CODE_MM).min(room.width() * CODE_PART);
    let card_height = (side + look.inset * 2.0).min(room.height() - height - look.gap);
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
        link,
        t::kiosk_message_qr(lang),
    );
    hint.paint(ui, look, inside);
    Button::primary(t::kiosk_ok(lang))
        .icon(Icon::CHECK)
        .show(ui, look, button)
        .clicked()
        .then_some(Asked::Home)
}
