use linli_hall::{Actor, ServiceId, presence};

use crate::support::TestHall;

#[test]
fn the_halls_page_says_whether_it_is_open_and_what_can_be_done() {
    let hall = TestHall::open();
    let page = hall.browser().get("/");
    assert_eq!(page.text("hall-name"), "梧桐里社区会客厅");
    assert!(page.html.contains("现在开放，到 16:00"), "{}", page.html);
    assert_eq!(page.texts("service").len(), 8);
    assert!(page.has("take") && page.has("notices"));
}

#[test]
fn a_closed_hall_says_when_it_opens_and_offers_no_number() {
    let hall = TestHall::open();
    hall.clock.advance(10 * 3600);
    let page = hall.browser().get("/");
    assert!(
        page.html.contains("现在休息，9月28日 星期一 09:00 开放"),
        "{}",
        page.html
    );
    assert!(!page.has("take"));
}

#[test]
fn the_page_comes_in_the_language_of_the_browser_or_of_a_link() {
    let hall = TestHall::open();
    let mut browser = hall.browser();
    assert!(
        browser
            .get("/?lang=zh-Hant")
            .html
            .contains("梧桐里社區會客廳")
    );
    assert!(browser.get("/").html.contains("開放中"));
    assert!(
        browser.get("/?lang=tlh").html.contains("開放中"),
        "an unknown language changes nothing"
    );
}

#[test]
fn a_service_that_is_not_there_or_not_for_phones_is_a_sentence() {
    let hall = TestHall::open();
    assert_eq!(hall.browser().get("/take/999").status, 404);
    assert_eq!(hall.browser().get("/take/x").status, 400);
    let code = hall
        .hall
        .ask(&Actor::owner(), presence::Show::default())
        .unwrap()
        .code;
    let missing = ServiceId(999);
    let page = hall.browser().post(
        &format!("/take/{missing}"),
        &[("request", "none-1"), ("code", &code)],
    );
    assert_eq!(page.status, 404);
}
