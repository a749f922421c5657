//! The cards of the first screen for more jobs than there are yet: for pictures and tests of the
//! composition alone. No screen of the terminal shows them.

use egui::{Rect, Ui};
use linli_look::widgets::{CardState, JobCard};
use linli_look::{Hue, Icon, Look};
use linli_texts::Lang;

use crate::screens::{Frame, Modes, frame, jobs};

/// Icon, hue, and in Chinese and in English: title, note, shorter note.
type Sample = (Icon, Hue, [&'static str; 3], [&'static str; 3]);

const SAMPLES: [Sample; 6] = [
    (
        Icon::TICKET,
        Hue::Jade,
        ["取号办事", "现在约等 8 分钟", "约 8 分钟"],
        ["Take a number", "About 8 minutes", "8 min"],
    ),
    (
        Icon::DOOR,
        Hue::Amber,
        ["签到预约", "阅览室还有 12 座", "余 12 座"],
        ["Check in", "Reading room: 12 seats", "12 seats"],
    ),
    (
        Icon::LOTUS,
        Hue::Vermilion,
        ["积分存折", "查积分 换好物", "查积分"],
        ["Points", "Look up and use them", "Look up"],
    ),
    (
        Icon::CAMERA,
        Hue::Indigo,
        ["随手报事", "楼道灯坏了？告诉我们", "告诉我们"],
        ["Report", "A lamp is broken?", "Tell us"],
    ),
    (
        Icon::CALENDAR,
        Hue::Plum,
        ["活动课程", "今天 3 场", ""],
        ["Activities", "Three today", ""],
    ),
    (
        Icon::MESSAGE,
        Hue::Olive,
        ["留言", "有话告诉我们", "写给我们"],
        ["Message", "Tell us something", "Write"],
    ),
];

/// Draws the cards of so many jobs where the first screen has them on this glass.
pub fn show_jobs(ui: &Ui, look: &Look, lang: Lang, glass: Rect, count: usize) {
    let cards: Vec<JobCard<'_>> = SAMPLES
        .iter()
        .take(count)
        .map(|(icon, hue, chinese, english)| {
            let [title, note, short_note] = if lang == Lang::EN { english } else { chinese };
            JobCard {
                icon: *icon,
                hue: *hue,
                title,
                note,
                short_note,
                state: CardState::Open,
            }
        })
        .collect();
    let parts = Frame {
        header: None,
        is_home: true,
        modes: Modes::default(),
        can_read: false,
    };
    let (room, _) = frame(ui, look, lang, glass, &parts);
    jobs::show(ui, look, jobs::place(look, room, count), &cards);
}
