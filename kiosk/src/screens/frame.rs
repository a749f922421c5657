//! What stays the same on every screen: the header and the bar.

use egui::{Rect, Ui};
use linli_look::widgets::{self, BarButton, BarRows, Header};
use linli_look::{Icon, Look, layout};
use linli_texts::{Lang, t};

use super::Asked;
use crate::words;

/// Heights in points: the header, and the bar by orientation and size of type.
const HEADER: f32 = 112.0;
const HEADER_LANDSCAPE: f32 = 100.0;
const BAR: f32 = 176.0;
const BAR_LARGE: f32 = 204.0;
const BAR_LANDSCAPE: f32 = 120.0;
const BAR_LANDSCAPE_LARGE: f32 = 140.0;

/// Which modes are on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Modes {
    /// 大字.
    pub large: bool,
    /// 低位.
    pub low: bool,
    /// High contrast.
    pub contrast: bool,
    /// 语音: what is on the glass is spoken.
    pub voice: bool,
}

/// What the frame shows.
pub struct Frame<'a> {
    /// The hall's name, the day and the time; `None` on the idle screen, which shows them large.
    pub header: Option<Header<'a>>,
    /// Whether there is a way back and a way home, or the modes in their places.
    pub is_home: bool,
    /// Which modes are on.
    pub modes: Modes,
}

/// How the bar stands in a language, from every word that ever stands at one of its places.
fn bar_rows(ui: &Ui, look: &Look, lang: Lang, glass: Rect) -> BarRows {
    let landscape = glass.width() > glass.height();
    let height = match (landscape, look.large()) {
        (false, false) => BAR,
        (false, true) => BAR_LARGE,
        (true, false) => BAR_LANDSCAPE,
        (true, true) => BAR_LANDSCAPE_LARGE,
    };
    let words: [&[&str]; 6] = [
        &[t::kiosk_bar_home(lang), t::kiosk_bar_low(lang)],
        &[t::kiosk_bar_back(lang), t::kiosk_bar_contrast(lang)],
        &[t::kiosk_bar_large(lang)],
        &[t::kiosk_bar_voice(lang)],
        &[words::next_lang(lang).own_name()],
        &[t::kiosk_bar_help(lang)],
    ];
    BarRows::of(ui, look, glass.width(), height, &words)
}

/// The place of the bar.
pub struct Bar {
    rect: Rect,
    rows: BarRows,
}

/// Draws the header and returns the room that is left between it and the bar, and the bar's place.
pub fn frame(ui: &Ui, look: &Look, lang: Lang, glass: Rect, frame: &Frame<'_>) -> (Rect, Bar) {
    let landscape = glass.width() > glass.height();
    let mut rest = glass;
    let rows = bar_rows(ui, look, lang, glass);
    let rect = layout::bottom(&mut rest, rows.height(), look.gap);
    let mut room = rest.shrink2(egui::vec2(look.margin, 0.0));
    let named = frame.header.as_ref().map_or(0.0, |header| {
        widgets::header_height(ui, look, room.width(), header)
    });
    let least = if landscape { HEADER_LANDSCAPE } else { HEADER };
    let top = layout::top(&mut room, least.max(named + look.tight * 2.0), 0.0);
    if let Some(header) = &frame.header {
        let line = Rect::from_min_max(top.min + egui::vec2(0.0, look.tight), top.max);
        widgets::header(ui, look, line, header);
    }
    (room, Bar { rect, rows })
}

/// Draws the bar, after the screen: it is read last.
pub fn show_bar(ui: &Ui, look: &Look, lang: Lang, bar: &Bar, frame: &Frame<'_>) -> Option<Asked> {
    let landscape = bar.rect.width() > ui.max_rect().height();
    let plain = |icon, word| {
        Some(BarButton {
            icon,
            word,
            on: None,
            places: 1,
        })
    };
    let mode = |icon, word, on| {
        Some(BarButton {
            icon,
            word,
            on: Some(on),
            places: 1,
        })
    };
    let modes = frame.modes;
    let contrast = mode(Icon::CONTRAST, t::kiosk_bar_contrast(lang), modes.contrast);
    let (first, second, asks_first, asks_second) = if frame.is_home && landscape {
        // A glass that lies is low enough as a whole, so contrast has both places.
        let wide = contrast.map(|button| BarButton {
            places: 2,
            ..button
        });
        (wide, None, Asked::Contrast, Asked::Contrast)
    } else if frame.is_home {
        let low = mode(Icon::LOW, t::kiosk_bar_low(lang), modes.low);
        (low, contrast, Asked::Low, Asked::Contrast)
    } else {
        (
            plain(Icon::HOME, t::kiosk_bar_home(lang)),
            plain(Icon::BACK, t::kiosk_bar_back(lang)),
            Asked::Home,
            Asked::Back,
        )
    };
    let buttons = [
        first,
        second,
        mode(Icon::LARGE, t::kiosk_bar_large(lang), modes.large),
        mode(Icon::VOICE, t::kiosk_bar_voice(lang), modes.voice),
        plain(Icon::LANGUAGE, words::next_lang(lang).own_name()),
        plain(Icon::HELP, t::kiosk_bar_help(lang)),
    ];
    let pressed = widgets::bar(ui, look, bar.rect, &buttons, &bar.rows)?;
    [
        asks_first,
        asks_second,
        Asked::Large,
        Asked::Voice,
        Asked::Language,
        Asked::Help,
    ]
    .get(pressed)
    .cloned()
}
