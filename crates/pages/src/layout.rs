//! The frame of every page.

use linli_texts::{Lang, t};
use maud::{DOCTYPE, Markup, html};

/// A page under way: what stands around its content.
pub(crate) struct Page<'a> {
    lang: Lang,
    title: &'a str,
    sheet: &'a str,
    script: Option<&'a str>,
    body: &'a str,
    events: Option<&'a str>,
    every_secs: Option<u32>,
    retry_secs: Option<u32>,
    typed: bool,
    offline: Option<&'a str>,
}

impl<'a> Page<'a> {
    pub(crate) fn new(lang: Lang, title: &'a str) -> Self {
        Self {
            lang,
            title,
            sheet: "phone",
            script: None,
            body: "",
            events: None,
            every_secs: None,
            retry_secs: None,
            typed: false,
            offline: None,
        }
    }

    /// With this style sheet beside the common ones.
    pub(crate) fn sheet(mut self, sheet: &'a str) -> Self {
        self.sheet = sheet;
        self
    }

    /// With this class on the body.
    pub(crate) fn body(mut self, body: &'a str) -> Self {
        self.body = body;
        self
    }

    /// With this script of its own; `live.js` comes with it.
    pub(crate) fn script(mut self, script: &'a str) -> Self {
        self.script = Some(script);
        self
    }

    /// Kept as the hall is, by this live line and every so often without.
    pub(crate) fn live(mut self, events: &'a str, every_secs: u32) -> Self {
        (self.events, self.every_secs) = (Some(events), Some(every_secs));
        self
    }

    /// With room to write on it: without scripts it is never fetched anew by itself, since that
    /// would take away what is being written.
    pub(crate) fn typed(mut self) -> Self {
        self.typed = true;
        self
    }

    /// With these words of its own while the hall cannot be reached.
    pub(crate) fn offline(mut self, words: &'a str) -> Self {
        self.offline = Some(words);
        self
    }

    /// Loaded again after so long even without scripts.
    pub(crate) fn retry(mut self, secs: u32) -> Self {
        self.retry_secs = Some(secs);
        self
    }

    fn offline_words(&self) -> &str {
        self.offline.unwrap_or(if self.body == "phone-page" {
            t::phone_offline(self.lang)
        } else {
            t::board_reconnecting(self.lang)
        })
    }

    pub(crate) fn render(&self, content: Markup) -> String {
        let lang = self.lang;
        let page = html! {
            (DOCTYPE)
            html lang=(lang.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                    meta name="color-scheme" content="light dark";
                    meta name="format-detection" content="telephone=no";
                    meta name="robots" content="noindex";
                    @if let Some(secs) = self.retry_secs { meta http-equiv="refresh" content=(secs); }
                    // Without scripts there is no live line; the page is fetched anew instead.
                    @if self.retry_secs.is_none() && !self.typed && let Some(secs) = self.every_secs {
                        noscript { meta http-equiv="refresh" content=(secs); }
                    }
                    title { (self.title) }
                    link rel="icon" href="/pages/icon.svg" type="image/svg+xml";
                    link rel="stylesheet" href="/pages/tokens.css";
                    link rel="stylesheet" href="/pages/base.css";
                    link rel="stylesheet" href={ "/pages/" (self.sheet) ".css" };
                    script type="module" src="/pages/live.js" {}
                    @if let Some(script) = self.script { script type="module" src={ "/pages/" (script) ".js" } {} }
                }
                body class=(self.body) data-events=[self.events] data-every=[self.every_secs]
                    data-unreachable=(t::error_unreachable(lang)) {
                    (content)
                    p id="connection" role="status" hidden { (self.offline_words()) }
                }
            }
        };
        page.into_string()
    }
}

/// The languages, each in its own script, for the foot of a page.
pub(crate) fn languages(lang: Lang) -> Markup {
    html! {
        nav.languages aria-label=(t::hall_language(lang)) {
            @for other in Lang::all() {
                a.link href={ "?lang=" (other.tag()) } lang=(other.tag()) hreflang=(other.tag())
                    data-test={ "lang-" (other.tag()) }
                    aria-current=[(other == lang).then_some("true")] { (other.own_name()) }
            }
        }
    }
}

/// The words of what happened: an error if there is one. Taken over only after a person's own
/// action, so that a refresh does not take it away before it was read.
pub(crate) fn message(wrong: Option<&str>, said: Option<&str>) -> Markup {
    html! {
        @if let Some(words) = wrong {
            p id="message" class="message wrong" role="alert" data-own="" data-test="message" { (words) }
        } @else {
            p id="message" class="message" role="status" data-own="" data-test="message" { (said.unwrap_or_default()) }
        }
    }
}

/// The class of a label that needs smaller digits.
pub(crate) fn label_class(label: &str) -> &'static str {
    if label.chars().count() > crate::limits::LABEL_LARGE_CHARS {
        "number long"
    } else {
        "number"
    }
}
