//! What the default mode says on the 21.5 inch glass, every other mode says on every glass; but for a
//! short list of what may give way, with reasons.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jiff::civil::date;
use linli_kiosk::gallery::{self, Showing};
use linli_kiosk::screens::Screen;
use linli_look::audit;
use linli_texts::{Lang, t};

use super::glasses::{PORTRAIT, Setting, shapes};
use super::numbers::Look;
use super::{Walk, show};

/// The texts of each screen, by language and name.
type Whole = BTreeMap<(Lang, &'static str), BTreeSet<String>>;

/// Which of the words of a screen may give way.
type MayGiveWay = fn(&Showing, Lang, &str) -> bool;

/// By the beginnings of the screens' names.
const ALLOWED: [(&str, MayGiveWay); 17] = [
    // A glass that lies has no low mode: it is low as a whole.
    ("", |_, lang, text| text == t::kiosk_bar_low(lang)),
    // On the smallest glass, under a name of two rows, the day gives way to the code that proves a phone
    // to be here.
    ("idle-long-names", |_, lang, text| {
        text == linli_texts::date_and_weekday(lang, date(2026, 9, 26))
    }),
    // In the header the day gives way to the hall's name, and the time to what is wrong.
    ("", |showing, lang, text| {
        let date = linli_texts::date_and_weekday(lang, date(2026, 9, 26));
        !matches!(showing.screen, Screen::Idle) && text == date
    }),
    ("home-no-paper", |_, _, text| text == "09:41"),
    ("services-no-paper", |_, _, text| text == "09:41"),
    // Notices take turns on the idle screen, and the phone pages have all of them.
    ("idle", is_notice),
    ("home", is_notice),
    // The button says the same; the lines under it are said nowhere else.
    ("help", |_, lang, text| {
        [t::kiosk_help_hint(lang), t::kiosk_help_called_hint(lang)].contains(&text)
    }),
    // Over a long line on the smallest glass; it says by itself where to go.
    ("help-long-names", |_, lang, text| {
        text == t::kiosk_help_where(lang)
    }),
    // It is spoken as soon as the voice is on; how to be rid of it is always there.
    ("voice", |_, lang, text| text == t::kiosk_voice_hint(lang)),
    // Fewer services stand on a screen in large type; the last card leads to the others.
    ("services", |_, lang, text| {
        ![t::kiosk_priority_services(lang), t::kiosk_home_hint(lang)].contains(&text)
    }),
    // The reason is what is chosen; in large type a kind word beside it would crowd it.
    ("priority", |_, lang, text| {
        [
            t::kiosk_priority_age_note(lang),
            t::kiosk_priority_disability_note(lang),
            t::kiosk_priority_pregnancy_note(lang),
            t::kiosk_priority_military_note(lang),
        ]
        .contains(&text)
    }),
    // Candidates that find no room are on the next page.
    ("message", |_, _, text| {
        text.chars().count() <= 2 && !text.is_ascii()
    }),
    // So are signs and digits that find none over the letters.
    ("message-latin", is_sign),
    ("message-capitals", is_sign),
    // What was written is shown once more where there is room; it is there one step back.
    ("message", |_, lang, text| {
        text == t::kiosk_message_written(lang) || text.starts_with("三号楼")
    }),
    // The card's title says what the code is for, and the number what matters; the reason comes after
    // a code that is large enough to scan, and so does what the printer is heard to do.
    ("result", |_, lang, text| {
        [
            t::kiosk_result_phone_hint(lang),
            t::kiosk_result_photo_why(lang),
            t::kiosk_result_photo_scan(lang),
            t::kiosk_result_printing(lang),
            t::kiosk_result_printed(lang),
            t::kiosk_result_unsure(lang),
        ]
        .contains(&text)
    }),
];

/// Whether the hall says it in a notice of its own.
fn is_notice(showing: &Showing, lang: Lang, text: &str) -> bool {
    let mut notices = showing.hall.notices.iter();
    notices.any(|notice| notice.texts.get(lang.tag()) == text)
}

fn is_sign(_: &Showing, _: Lang, text: &str) -> bool {
    text.chars().count() == 1 && !text.chars().any(char::is_alphabetic)
}

/// What is said in full by the default mode.
fn whole() -> &'static Whole {
    static WHOLE: OnceLock<Whole> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let mut walk = Walk::on(PORTRAIT);
        let Setting { modes, .. } = shapes(true)[0];
        let mut whole = Whole::new();
        for lang in Lang::all() {
            let secs = walk.terminal.harness.ctx.input(|input| input.time);
            for showing in gallery::every_screen(&walk.hall, &walk.taken, secs) {
                show(&mut walk.terminal, &showing, lang, modes);
                let texts = audit::take(&walk.terminal.harness.ctx);
                let texts = texts.into_iter().map(|text| text.text).collect();
                whole.insert((lang, showing.name), texts);
            }
        }
        whole
    })
}

/// Times, codes and seconds are other ones in another minute.
fn without_digits(text: &str) -> String {
    let mut words = String::new();
    for letter in text.chars() {
        match letter {
            digit if digit.is_ascii_digit() && words.ends_with('#') => {}
            digit if digit.is_ascii_digit() => words.push('#'),
            letter => words.push(letter),
        }
    }
    words
}

impl Look<'_> {
    pub(super) fn check_dropped(&mut self, showing: &Showing, lang: Lang) {
        let Some(whole) = whole().get(&(lang, showing.name)) else {
            return;
        };
        let texts = self.texts.iter();
        let here: BTreeSet<String> = texts.map(|text| without_digits(&text.text)).collect();
        // The note of a card is said with the card, also where it has no room to be seen.
        let hints = self.pressables.iter();
        let hints: Vec<String> = hints.map(|one| without_digits(&one.hint)).collect();
        let dropped: Vec<&String> = whole
            .iter()
            .filter(|text| {
                let words = without_digits(text);
                !here.contains(&words) && !hints.iter().any(|hint| hint.contains(&words))
            })
            .filter(|text| {
                let may = |(screen, may): &(&str, MayGiveWay)| {
                    showing.name.starts_with(screen) && may(showing, lang, text)
                };
                !ALLOWED.iter().any(may)
            })
            .collect();
        for text in dropped {
            self.offend(format!("{text:?} is left out"));
        }
    }
}
