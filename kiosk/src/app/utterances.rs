//! What is to be said of a frame, and in which order.

use linli_devices::speech::Passage;
use linli_look::spoken::{Focus, Page, Personal};
use linli_texts::{Lang, t};

/// A screen that says more than this is cut, in characters; no ear follows longer.
const SCREEN_CHARS_MAX: usize = 800;

/// Something to be said, behind what is being said already unless it cannot wait.
pub(super) struct What {
    /// The language, where it is another than the screen's.
    pub(super) lang: Option<&'static str>,
    pub(super) passages: Vec<Passage>,
    pub(super) is_personal: bool,
    pub(super) is_queued: bool,
}

impl What {
    pub(super) fn texts(texts: Vec<String>) -> What {
        What {
            lang: None,
            passages: texts.into_iter().map(Passage::Text).collect(),
            is_personal: false,
            is_queued: true,
        }
    }

    /// A person's own words: one character so that it cannot be taken for another.
    fn own(Personal(text): &Personal) -> What {
        let mut chars = text.chars();
        let passage = match (chars.next(), chars.next()) {
            (Some(only), None) => Passage::Character(only),
            _ => Passage::Text(text.clone()),
        };
        What {
            lang: None,
            passages: vec![passage],
            is_personal: true,
            is_queued: true,
        }
    }

    /// What a person took away again.
    fn erased(text: &Personal, lang: Lang) -> What {
        let mut what = What::own(text);
        let erased = Passage::Text(t::kiosk_typing_erase(lang).to_owned());
        what.passages.insert(0, erased);
        what
    }
}

/// What is to be said of a frame after the one before.
pub(super) fn changes(before: &Page, now: &Page, lang: Lang) -> Vec<What> {
    let mut said = Vec::new();
    let urgent = news(&before.urgent, &now.urgent);
    if !urgent.is_empty() {
        said.push(What {
            is_queued: false,
            ..What::texts(urgent)
        });
    }
    said.extend(now.written.iter().map(What::own));
    said.extend(now.erased.iter().map(|text| What::erased(text, lang)));
    if let Some(offered) = &now.offered
        && now.offered != before.offered
    {
        said.push(What::own(offered));
    }
    let had = before.focus.as_ref();
    if let Some(focus) = &now.focus
        && !had.is_some_and(|had| had.is_same(focus))
    {
        if !focus.is_own {
            said.push(What {
                lang: focus.lang,
                ..What::texts(control(focus, lang))
            });
        }
        said.extend(own_of_focus(focus));
        said.extend(now.value.iter().flat_map(value));
    }
    let news = news(&before.news, &now.news);
    if !news.is_empty() {
        said.push(What::texts(news));
    }
    said
}

/// What was not there before.
fn news(before: &[String], now: &[String]) -> Vec<String> {
    let is_new = |text: &&String| !before.contains(text);
    now.iter().filter(is_new).cloned().collect()
}

/// The name of a control that is a person's own.
pub(super) fn own_of_focus(focus: &Focus) -> Option<What> {
    focus.is_own.then(|| What::own(&focus.name))
}

/// What stands in a field already.
pub(super) fn value(value: &Personal) -> Option<What> {
    (!value.0.is_empty()).then(|| What::own(value))
}

/// A control by its name, whether it is on, and what else there is to say of it.
pub(super) fn control(focus: &Focus, lang: Lang) -> Vec<String> {
    let state = focus.selected.map(|is_on| {
        if is_on {
            t::kiosk_voice_is_on(lang)
        } else {
            t::kiosk_voice_is_off(lang)
        }
    });
    let resting = focus.is_resting.then(|| t::kiosk_voice_is_resting(lang));
    let more = Some(focus.more.as_str()).filter(|more| !more.is_empty());
    let rest = state.into_iter().chain(resting).chain(more);
    std::iter::once(focus.name.0.as_str())
        .chain(rest)
        .map(str::to_owned)
        .collect()
}

/// As many texts as an ear follows.
pub(super) fn cut(texts: Vec<String>) -> Vec<String> {
    let mut left = SCREEN_CHARS_MAX;
    let fits = |text: &String| {
        let chars = text.chars().count();
        let fits = chars <= left;
        left = left.saturating_sub(chars);
        fits
    };
    texts
        .into_iter()
        .filter(|text| !text.is_empty())
        .take_while(fits)
        .collect()
}
