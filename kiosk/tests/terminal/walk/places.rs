//! Look, number 5: what stands in the bar stands there on every screen, at its place; and a tone moves
//! nothing at all.

use std::collections::BTreeMap;

use egui::Rect;
use linli_kiosk::screens::Screen;
use linli_kiosk::words;
use linli_look::audit::ControlKind;
use linli_texts::{Lang, t};

use super::numbers::Look;

/// Where the controls of each screen were in the plain tone, by name, language, size of type and
/// reach.
pub(super) type Shapes = BTreeMap<(&'static str, Lang, bool, bool), Vec<(String, Rect)>>;

/// What must be in the bar of a screen.
fn wanted(screen: &Screen, lang: Lang, is_standing: bool) -> Vec<&'static str> {
    let mut wanted = vec![
        t::kiosk_bar_help(lang),
        t::kiosk_bar_large(lang),
        t::kiosk_bar_voice(lang),
        words::next_lang(lang).own_name(),
    ];
    match screen {
        Screen::Idle | Screen::Home => {
            wanted.push(t::kiosk_bar_contrast(lang));
            // A glass that lies has no low mode.
            wanted.extend(is_standing.then(|| t::kiosk_bar_low(lang)));
        }
        _ => wanted.extend([t::kiosk_bar_back(lang), t::kiosk_bar_home(lang)]),
    }
    wanted
}

impl Look<'_> {
    /// `places` is where each button of the bar was first seen.
    pub(super) fn check_bar(
        &mut self,
        screen: &Screen,
        lang: Lang,
        places: &mut BTreeMap<String, Rect>,
    ) {
        let glass = self.glass_rect();
        let bar: Vec<(String, Rect)> = self
            .controls
            .iter()
            .filter(|one| one.kind == ControlKind::Bar)
            .map(|one| (one.name.clone(), one.rect))
            .collect();
        for wanted in wanted(screen, lang, glass.height() > glass.width()) {
            if !bar.iter().any(|(name, _)| name == wanted) {
                self.offend(format!("{wanted} is not in the bar"));
            }
        }
        for (name, rect) in bar {
            let place = places.entry(name.clone()).or_insert(rect);
            if *place != rect {
                self.offend(format!("{name} is at another place"));
            }
        }
    }

    /// A tone changes colours; what is touched stays where it is.
    pub(super) fn check_shape(&mut self, name: &'static str, lang: Lang, shapes: &mut Shapes) {
        let controls = self.controls.iter();
        let here: Vec<(String, Rect)> = controls
            .map(|control| (control.name.clone(), control.rect))
            .collect();
        let key = (name, lang, self.modes.large, self.modes.low);
        let plain = shapes.entry(key).or_insert_with(|| here.clone());
        if *plain != here {
            self.offend("its controls are elsewhere than by day".to_owned());
        }
    }
}
