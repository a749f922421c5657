//! What is said to a person who has the screen spoken.
//!
//! A new screen is said whole: its heading, its texts, and the control that has the focus or else what
//! can be chosen. After that only what changes is said. Whatever the person does silences the rest.

use egui::Context;
use linli_devices::speech::{self, Manner, Passage, Utterance, UtteranceId};
use linli_look::audit::ControlKind;
use linli_look::spoken::{self, Focus, Page, Personal};
use linli_texts::{Lang, t};

use super::App;
use crate::screens::{Pace, VoiceLevel};

/// A screen that says more than this is cut, in characters; no ear follows longer.
const SCREEN_CHARS_MAX: usize = 800;

/// What has been said so far.
#[derive(Default)]
pub(super) struct Guide {
    next_id: u64,
    told: Option<Told>,
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
}

impl App {
    /// Says what this frame brought, if the person listens.
    pub(super) fn guide(&mut self, ctx: &Context) {
        let listens = self.session.modes.voice && self.backstage.can_read();
        let was_listening = spoken::take(ctx).map(|page| {
            if listens {
                let about = About {
                    lang: self.session.lang,
                    screen: self.screen.name(),
                    is_private: self.backstage.reads_privately(),
                };
                for utterance in self.guide.follow(page, &about) {
                    self.backstage.say(utterance);
                }
            }
        });
        if listens == was_listening.is_some() {
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
}

impl Guide {
    /// Says the whole screen again with the next frame.
    pub(super) fn again(&mut self) {
        self.told = None;
    }

    fn forget(&mut self) {
        self.told = None;
        self.has_warned = false;
    }

    fn follow(&mut self, page: Page, about: &About) -> Vec<Utterance> {
        let is_same = |told: &&Told| {
            told.lang == about.lang
                && told.screen == about.screen
                && told.page.heading == page.heading
        };
        let said = match self.told.as_ref().filter(is_same) {
            None => self.whole(&page, about),
            Some(told) => {
                let changes = changes(&told.page, &page, about.lang);
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
            Some(focus) if focus.kind != ControlKind::Candidate => {
                texts.extend(control(focus, lang));
            }
            _ => texts.extend(page.choices.iter().cloned()),
        }
        let said = self.say(What::now(cut(texts)), about);
        vec![said]
    }

    fn say(&mut self, what: What, about: &About) -> Utterance {
        self.next_id += 1;
        Utterance {
            id: UtteranceId(self.next_id),
            locale: about.lang.tag().to_owned(),
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

/// Something to be said.
struct What {
    passages: Vec<Passage>,
    is_personal: bool,
    is_queued: bool,
}

impl What {
    fn now(texts: Vec<String>) -> What {
        What {
            passages: texts.into_iter().map(Passage::Text).collect(),
            is_personal: false,
            is_queued: false,
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
            passages: vec![passage],
            is_personal: true,
            is_queued: false,
        }
    }
}

/// What is to be said of a frame after the one before.
fn changes(before: &Page, now: &Page, lang: Lang) -> Vec<What> {
    let mut said: Vec<What> = now.written.iter().map(What::own).collect();
    if let Some(offered) = &now.offered
        && now.offered != before.offered
    {
        said.push(What::own(offered));
    }
    if let Some(focus) = &now.focus
        && now.focus != before.focus
    {
        said.push(if focus.kind == ControlKind::Candidate {
            What::own(&focus.name)
        } else {
            What::now(control(focus, lang))
        });
    }
    let news: Vec<String> = now
        .news
        .iter()
        .filter(|text| !before.news.contains(text))
        .cloned()
        .collect();
    if !news.is_empty() {
        said.push(What {
            is_queued: true,
            ..What::now(news)
        });
    }
    // What one frame brings is said one after the other.
    for what in said.iter_mut().skip(1) {
        what.is_queued = true;
    }
    said
}

/// A control by its name, whether it is on, and what else there is to say of it.
fn control(focus: &Focus, lang: Lang) -> Vec<String> {
    let state = focus.selected.map(|is_on| {
        if is_on {
            t::kiosk_voice_is_on(lang)
        } else {
            t::kiosk_voice_is_off(lang)
        }
    });
    let more = Some(focus.more.as_str()).filter(|more| !more.is_empty());
    let rest = state.into_iter().chain(more).map(str::to_owned);
    std::iter::once(focus.name.0.clone()).chain(rest).collect()
}

/// As many texts as an ear follows.
fn cut(texts: Vec<String>) -> Vec<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    const ALOUD: About = About {
        lang: Lang::ZH_CN,
        screen: "home",
        is_private: false,
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
                more: String::new(),
                selected: None,
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
        assert!(!said[0].queued && !said[0].is_personal);
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
