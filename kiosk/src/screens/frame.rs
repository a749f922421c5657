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
    /// Whether the terminal can speak: without that there is no place for it.
    pub can_read: bool,
}

/// A place of the bar: every word that ever stands there, what stands there now, and what it asks for.
struct Place {
    words: Vec<&'static str>,
    button: Option<BarButton<'static>>,
    asks: Asked,
}

impl Place {
    fn of(icon: Icon, word: &'static str, on: Option<bool>, asks: Asked) -> Place {
        Place {
            words: vec![word],
            button: Some(BarButton {
                icon,
                word,
                lang: None,
                on,
                places: 1,
            }),
            asks,
        }
    }

    /// The same place on a screen where something else stands there.
    fn or(mut self, other: &Place) -> Place {
        self.words.extend(&other.words);
        self
    }
}

/// The places of the bar from left to right.
fn bar_places(lang: Lang, frame: &Frame<'_>, landscape: bool) -> Vec<Place> {
    let modes = frame.modes;
    let low = Place::of(
        Icon::LOW,
        t::kiosk_bar_low(lang),
        Some(modes.low),
        Asked::Low,
    );
    let contrast = Place::of(
        Icon::CONTRAST,
        t::kiosk_bar_contrast(lang),
        Some(modes.contrast),
        Asked::Contrast,
    );
    let home = Place::of(Icon::HOME, t::kiosk_bar_home(lang), None, Asked::Home);
    let back = Place::of(Icon::BACK, t::kiosk_bar_back(lang), None, Asked::Back);
    let (first, second) = if !frame.is_home {
        (home.or(&low), back.or(&contrast))
    } else if landscape {
        // A glass that lies is low enough as a whole, so contrast has both places.
        let mut wide = Place::of(Icon::CONTRAST, "", Some(modes.contrast), Asked::Contrast);
        wide.words = [home.words, low.words].concat();
        wide.button = contrast.button.map(|button| BarButton {
            places: 2,
            ..button
        });
        let mut none = back.or(&contrast);
        none.button = None;
        (wide, none)
    } else {
        (low.or(&home), contrast.or(&back))
    };
    let large = Place::of(
        Icon::LARGE,
        t::kiosk_bar_large(lang),
        Some(modes.large),
        Asked::Large,
    );
    let voice = Place::of(
        Icon::VOICE,
        t::kiosk_bar_voice(lang),
        Some(modes.voice),
        Asked::Voice,
    );
    let next_lang = words::next_lang(lang);
    let mut language = Place::of(Icon::LANGUAGE, next_lang.own_name(), None, Asked::Language);
    language.button = language.button.map(|button| BarButton {
        lang: Some(next_lang.tag()),
        ..button
    });
    let help = Place::of(Icon::HELP, t::kiosk_bar_help(lang), None, Asked::Help);
    let voice = frame.can_read.then_some(voice);
    [
        Some(first),
        Some(second),
        Some(large),
        voice,
        Some(language),
        Some(help),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How the bar stands on this glass.
fn bar_rows(ui: &Ui, look: &Look, glass: Rect, places: &[Place]) -> BarRows {
    let landscape = glass.width() > glass.height();
    let height = match (landscape, look.large()) {
        (false, false) => BAR,
        (false, true) => BAR_LARGE,
        (true, false) => BAR_LANDSCAPE,
        (true, true) => BAR_LANDSCAPE_LARGE,
    };
    let words: Vec<&[&str]> = places.iter().map(|place| &place.words[..]).collect();
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
    let rows = bar_rows(ui, look, glass, &bar_places(lang, frame, landscape));
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
    let mut places = bar_places(lang, frame, landscape);
    let buttons: Vec<Option<BarButton<'_>>> = places.iter().map(|place| place.button).collect();
    let pressed = widgets::bar(ui, look, bar.rect, &buttons, &bar.rows)?;
    (pressed < places.len()).then(|| places.swap_remove(pressed).asks)
}
