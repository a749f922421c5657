//! The sample hall otherwise: closed, without staff, with long names.

use jiff::civil::{date, time};
use linli_hall::hours::Openness;
use linli_hall::{Names, NextOpening};

use crate::view::HallView;

/// After hours: it opens again on Monday.
pub(super) fn shut(hall: &HallView) -> HallView {
    let closed = Openness::Closed {
        opens: Some(NextOpening {
            today: false,
            date: date(2026, 9, 28),
            time: time(9, 0, 0, 0),
        }),
    };
    let mut shut = unstaffed(hall);
    shut.hours.openness = closed;
    for offered in &mut shut.services {
        offered.openness = closed;
        (offered.waiting, offered.wait) = (0, None);
    }
    shut
}

/// With no counter open.
pub(super) fn unstaffed(hall: &HallView) -> HallView {
    let mut hall = hall.clone();
    hall.open_counters.clear();
    hall
}

/// With names as long as offices have them, in letters that have no places to break but spaces.
pub(super) fn long_named(hall: &HallView) -> HallView {
    let mut hall = hall.clone();
    hall.facts.names = Names::zh("梧桐里街道南湖花园社区党群服务中心居民会客厅")
        .en("South Lake Garden Neighbourhood Centre, Wutongli Street");
    hall.facts.help = Names::zh(
        "服务吧台在一楼大厅进门左手边，王阿姨、小周和网格员李师傅都在；中午十二点到一点请到二楼值班室。",
    )
    .en("The service bar is on the ground floor, left of the entrance; from twelve to one please come to the duty room upstairs.");
    let names =
        Names::zh("城乡居民基本养老保险参保登记").en("Registration for residents' pensions");
    for offered in hall.services.iter_mut().step_by(2) {
        offered.service.names = names.clone();
    }
    for notice in &mut hall.notices {
        notice.texts = Names::zh(
            "因为楼上装修，本周六和周日两天图书室、舞蹈室和儿童活动室都不开放，四点半课堂改在一楼议事区，请各位家长从东门进来接孩子。",
        )
        .en("The reading room, the dance room and the children's room are closed this weekend for repairs; the after-school class meets in the hall on the ground floor, by the east door.");
    }
    hall
}

/// With names and notices that are longer by as much as the texts of the longer languages are.
#[cfg(feature = "gallery")]
pub fn stretched(hall: &HallView) -> HallView {
    let mut hall = hall.clone();
    stretch(&mut hall.facts.names);
    stretch(&mut hall.facts.help);
    for offered in &mut hall.services {
        stretch(&mut offered.service.names);
    }
    for notice in &mut hall.notices {
        stretch(&mut notice.texts);
    }
    hall
}

#[cfg(feature = "gallery")]
fn stretch(names: &mut Names) {
    for lang in linli_texts::Lang::pseudo() {
        let longer = linli_texts::longer(names.get(lang.tag()));
        names.0.insert(lang.tag().to_owned(), longer);
    }
}
