//! What is said to a person who has the screen spoken.
//!
//! A new screen is said whole: its heading, its texts, and the control that has the focus or else what
//! can be chosen. After that only what changes is said, behind what is being said already: whatever the
//! person does silences the rest, and nothing else does but what is urgent.

use egui::Context;
use linli_devices::speech::{self, Manner, Utterance, UtteranceId};
use linli_look::focus;
use linli_look::spoken::{self, Page};
use linli_texts::{Lang, t};

use super::App;
use super::utterances::{What, changes, control, cut, own_of_focus, value};
use crate::screens::{Pace, VoiceLevel};

/// What has been said so far.
#[derive(Default)]
pub(super) struct Guide {
    next_id: u64,
    told: Option<Told>,
    /// A new screen is waiting for the focus to come to it.
    awaits_focus: bool,
    /// Where the focus is, is to be said once more.
    repeats_focus: bool,
    /// Whether the person knows that what they write is not said aloud.
    has_warned: bool,
}

/// The last frame, as far as it has been said.
struct Told {
    lang: Lang,
    screen: &'static str,
    page: Page,
}

/// What a frame is said by.
struct About {
    lang: Lang,
    screen: &'static str,
    is_private: bool,
    /// Whether the person uses keys, so that there is always a focus.
    by_keys: bool,
}

impl App {
    /// Says what this frame brought, if the person listens: before anything is done about what they
    /// asked for in it, so that what was drawn is said as what it was.
    pub(super) fn guide(&mut self, ctx: &Context) {
        let listens = self.session.modes.voice && self.backstage.can_read();
        let page = spoken::take(ctx);
        if listens == page.is_some() {
            if let Some(page) = page {
                self.say_page(ctx, page);
            }
            return;
        }
        spoken::listen(ctx, listens);
        self.guide.forget();
        if listens {
            self.backstage.set_manner(manner(self.session.voice));
            ctx.request_repaint();
        } else {
            self.backstage.hush();
        }
    }

    fn say_page(&mut self, ctx: &Context, page: Page) {
        let about = About {
            lang: self.session.lang,
            screen: self.screen.name(),
            is_private: self.backstage.reads_privately(),
            by_keys: focus::is_shown(ctx),
        };
        for utterance in self.guide.follow(page, &about) {
            let id = utterance.id;
            if self.backstage.say(utterance) {
                self.speaking = Some(id);
            }
        }
        if self.guide.awaits_focus {
            ctx.request_repaint();
        }
    }
}

impl Guide {
    /// Says the whole screen again with the next frame.
    pub(super) fn again(&mut self) {
        self.told = None;
    }

    /// Says again with the next frame where the focus is.
    pub(super) fn repeat_focus(&mut self) {
        self.repeats_focus = true;
    }

    fn forget(&mut self) {
        *self = Guide {
            next_id: self.next_id,
            ..Guide::default()
        };
    }

    fn follow(&mut self, page: Page, about: &About) -> Vec<Utterance> {
        let is_same = |told: &&Told| {
            told.lang == about.lang
                && told.screen == about.screen
                && told.page.heading == page.heading
        };
        let repeats_focus = std::mem::take(&mut self.repeats_focus);
        let said = match self.told.as_ref().filter(is_same) {
            // The focus comes to a new screen in the frame after its first one. Said with the rest of
            // it, it takes the place of all that can be chosen.
            None if about.by_keys && page.focus.is_none() && !self.awaits_focus => {
                self.awaits_focus = true;
                return Vec::new();
            }
            None => {
                self.awaits_focus = false;
                self.whole(&page, about)
            }
            Some(told) => {
                let mut before = told.page.clone();
                if repeats_focus {
                    before.focus = None;
                }
                let changes = changes(&before, &page, about.lang);
                changes
                    .into_iter()
                    .map(|what| self.say(what, about))
                    .collect()
            }
        };
        self.told = Some(Told {
            lang: about.lang,
            screen: about.screen,
            page,
        });
        said
    }

    /// Everything that a screen says.
    fn whole(&mut self, page: &Page, about: &About) -> Vec<Utterance> {
        let lang = about.lang;
        let mut texts: Vec<String> = vec![page.heading.clone()];
        texts.extend(page.urgent.iter().cloned());
        texts.extend(page.news.iter().cloned());
        texts.extend(page.lines.iter().cloned());
        if about.screen == VOICE {
            texts.push(t::kiosk_voice_keys(lang).to_owned());
        }
        if page.is_writing && !about.is_private && !self.has_warned {
            self.has_warned = true;
            texts.push(t::kiosk_voice_unspoken(lang).to_owned());
        }
        match &page.focus {
            Some(focus) if !focus.is_own => {
                texts.extend(control(focus, lang));
            }
            _ => texts.extend(page.choices.iter().cloned()),
        }
        let whole = What {
            is_queued: false,
            ..What::texts(cut(texts))
        };
        let own = page.focus.iter().flat_map(own_of_focus);
        let value = page.value.iter().flat_map(value);
        std::iter::once(whole)
            .chain(own)
            .chain(value)
            .map(|what| self.say(what, about))
            .collect()
    }

    fn say(&mut self, what: What, about: &About) -> Utterance {
        self.next_id += 1;
        Utterance {
            id: UtteranceId(self.next_id),
            locale: what.lang.unwrap_or(about.lang.tag()).to_owned(),
            passages: what.passages,
            is_personal: what.is_personal,
            queued: what.is_queued,
        }
    }
}

/// How the reader is to speak.
pub(super) fn manner(level: VoiceLevel) -> Manner {
    Manner {
        volume: (100 / VoiceLevel::LOUDEST) * level.loudness,
        pace: match level.pace {
            Pace::Slow => speech::Pace::Slow,
            Pace::Usual => speech::Pace::Usual,
            Pace::Fast => speech::Pace::Fast,
        },
    }
}

/// The screen that says how the voice is used.
const VOICE: &str = "voice";

#[cfg(test)]
mod tests {
    use super::*;
    use linli_devices::speech::Passage;
    use linli_look::audit::ControlKind;
    use linli_look::spoken::{Focus, Personal};

    const ALOUD: About = About {
        lang: Lang::ZH_CN,
        screen: "home",
        is_private: false,
        by_keys: false,
    };

    fn page(heading: &str) -> Page {
        Page {
            heading: heading.to_owned(),
            lines: vec!["一行字".to_owned()],
            choices: vec!["取号办事".to_owned()],
            ..Page::default()
        }
    }

    fn focused(page: Page, name: &str, kind: ControlKind) -> Page {
        Page {
            focus: Some(Focus {
                name: Personal(name.to_owned()),
                is_own: kind == ControlKind::Candidate,
                lang: None,
                more: String::new(),
                selected: None,
                is_resting: false,
                kind,
            }),
            ..page
        }
    }

    fn texts(said: &[Utterance]) -> Vec<String> {
        let texts = said.iter().flat_map(|one| &one.passages);
        texts
            .map(|passage| match passage {
                Passage::Text(text) => text.clone(),
                Passage::Character(one) => format!("<{one}>"),
                Passage::Pause(_) => String::new(),
            })
            .collect()
    }

    #[test]
    fn a_new_screen_is_said_whole_and_once() {
        let mut guide = Guide::default();
        let said = guide.follow(page("您好"), &ALOUD);
        assert_eq!(texts(&said), ["您好", "一行字", "取号办事"]);
        assert!(!said[0].queued);
        assert!(guide.follow(page("您好"), &ALOUD).is_empty());
        guide.again();
        assert_eq!(guide.follow(page("您好"), &ALOUD).len(), 1);
    }

    #[test]
    fn the_control_that_gets_the_focus_is_said_and_takes_the_place_of_the_rest() {
        let mut guide = Guide::default();
        guide.follow(page("您好"), &ALOUD);
        let said = guide.follow(focused(page("您好"), "留言", ControlKind::Choice), &ALOUD);
        assert_eq!(texts(&said), ["留言"]);
        assert!(said[0].queued && !said[0].is_personal);
    }

    #[test]
    fn who_uses_keys_hears_a_new_screen_with_the_focus_that_comes_to_it() {
        let mut guide = Guide::default();
        let by_keys = About {
            by_keys: true,
            ..ALOUD
        };
        assert!(guide.follow(page("您好"), &by_keys).is_empty());
        let said = guide.follow(focused(page("您好"), "留言", ControlKind::Choice), &by_keys);
        assert_eq!(texts(&said), ["您好", "一行字", "留言"]);
        guide.repeat_focus();
        let said = guide.follow(focused(page("您好"), "留言", ControlKind::Choice), &by_keys);
        assert_eq!(texts(&said), ["留言"]);
    }

    #[test]
    fn a_screen_without_a_control_is_said_to_who_uses_keys_as_well() {
        let mut guide = Guide::default();
        let by_keys = About {
            by_keys: true,
            ..ALOUD
        };
        assert!(guide.follow(page("您好"), &by_keys).is_empty());
        assert_eq!(guide.follow(page("您好"), &by_keys).len(), 1);
    }

    #[test]
    fn what_counts_down_beside_a_name_is_not_said_again() {
        let mut guide = Guide::default();
        let at = |left: &str| {
            let mut page = focused(page("您好"), "我知道了", ControlKind::Choice);
            page.focus.as_mut().unwrap().more = left.to_owned();
            page
        };
        guide.follow(at("20 秒"), &ALOUD);
        assert!(guide.follow(at("19 秒"), &ALOUD).is_empty());
    }

    #[test]
    fn what_is_urgent_waits_for_nothing() {
        let mut guide = Guide::default();
        guide.follow(page("您好"), &ALOUD);
        let mut now = focused(page("您好"), "留言", ControlKind::Choice);
        now.urgent = vec!["您还在吗？".to_owned()];
        let said = guide.follow(now.clone(), &ALOUD);
        assert_eq!(texts(&said), ["您还在吗？", "留言"]);
        assert!(!said[0].queued && said[1].queued);
        assert!(guide.follow(now, &ALOUD).is_empty());
    }

    #[test]
    fn what_stands_in_a_field_and_what_is_taken_out_of_it_are_a_persons_own() {
        let mut guide = Guide::default();
        guide.follow(page("您好"), &ALOUD);
        let mut now = focused(page("您好"), "想说什么？", ControlKind::Field);
        now.value = Some(Personal("灯坏了".to_owned()));
        now.erased = vec![Personal("了".to_owned())];
        let said = guide.follow(now, &ALOUD);
        let erase = t::kiosk_typing_erase(Lang::ZH_CN);
        assert_eq!(texts(&said), [erase, "<了>", "想说什么？", "灯坏了"]);
        let personal: Vec<_> = said.iter().map(|one| one.is_personal).collect();
        assert_eq!(personal, [true, false, true]);
    }

    #[test]
    fn what_a_person_wrote_may_have_written_or_points_at_is_their_own() {
        let mut guide = Guide::default();
        guide.follow(page("您好"), &ALOUD);
        let mut now = focused(page("您好"), "王府", ControlKind::Candidate);
        now.written = vec![Personal("王".to_owned())];
        now.offered = Some(Personal("府".to_owned()));
        let said = guide.follow(now, &ALOUD);
        assert_eq!(texts(&said), ["<王>", "<府>", "王府"]);
        assert!(said.iter().all(|one| one.is_personal));
    }

    #[test]
    fn news_wait_until_the_rest_has_been_said() {
        let mut guide = Guide::default();
        guide.follow(page("您好"), &ALOUD);
        let mut now = page("您好");
        now.news = vec!["正在打印".to_owned()];
        let said = guide.follow(now.clone(), &ALOUD);
        assert_eq!(texts(&said), ["正在打印"]);
        assert!(said[0].queued);
        assert!(guide.follow(now, &ALOUD).is_empty());
    }

    #[test]
    fn who_hears_it_with_others_is_told_once_that_writing_is_not_said() {
        let mut guide = Guide::default();
        let writing = |heading: &str| Page {
            is_writing: true,
            ..page(heading)
        };
        let warning = t::kiosk_voice_unspoken(Lang::ZH_CN).to_owned();
        let said = guide.follow(writing("想说什么？"), &ALOUD);
        assert!(texts(&said).contains(&warning));
        let said = guide.follow(writing("电话？"), &ALOUD);
        assert!(!texts(&said).contains(&warning));
    }
}
