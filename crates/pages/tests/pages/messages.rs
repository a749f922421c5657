use linli_hall::journal::{Event, Last, Tail};
use linli_hall::message::{Answer, Leave, Left, List};
use linli_hall::{Actor, MessageId};

use crate::support::{Page, TestHall, clerk};

const PATH: &str = "/counter/messages";

fn leave(hall: &TestHall, words: &str, phone: Option<&str>) -> Left {
    let leave = Leave {
        words: words.to_owned(),
        phone: phone.map(str::to_owned),
        locale: "zh-CN".to_owned(),
    };
    hall.act(&Actor::kiosk("大门"), leave)
}

fn answer(hall: &TestHall, message: MessageId, words: &str) {
    let words = words.to_owned();
    hall.act(&clerk(), Answer { message, words });
}

fn form(left: &Left, verb: &str) -> String {
    format!("{PATH}/{}/{verb}", left.message)
}

/// What stands in the field for the answer.
fn typed(page: &Page) -> String {
    page.text("answer-words")
}

#[test]
fn the_desk_says_how_many_messages_wait_and_leads_to_them() {
    let hall = TestHall::open().with_counter(1);
    let mut desk = hall.desk();
    let quiet = desk.get("/counter/1");
    assert_eq!(quiet.text("messages"), "留言");
    assert!(!quiet.has("messages-count"));
    leave(&hall, "路灯不亮", None);
    leave(&hall, "谢谢你们", None);
    let page = desk.get("/counter/1");
    assert_eq!(page.text("messages-count"), "2");
    assert!(page.html.contains("href=\"/counter/messages\""));
    let messages = desk.get(PATH);
    assert_eq!(messages.text("unanswered-count"), "待回复 2 条");
    assert_eq!(messages.texts("words"), ["路灯不亮", "谢谢你们"]);
}

#[test]
fn a_clerk_answers_and_the_resident_reads_it() {
    let hall = TestHall::open();
    let left = leave(&hall, "路灯不亮", None);
    let mut phone = hall.browser();
    let path = format!("/m/{}", left.token);
    let before = phone.get(&path);
    assert_eq!(before.text("words"), "路灯不亮");
    assert_eq!(
        before.text("no-answer"),
        "还没有回复，工作人员看到后会在这里回答"
    );
    let mut desk = hall.desk();
    let page = desk.get(PATH);
    let action = form(&left, "answer");
    let page = desk.press(&page, &action, &[("words", "明天来修。\r\n请放心。")]);
    assert_eq!(page.text("message"), "已回复。");
    assert_eq!(page.text("unanswered-count"), "没有待回复的留言");
    assert_eq!(page.text("answer"), "明天来修。\n请放心。");
    assert_eq!(page.text("answered-by"), "李老师 回复 · 9月26日 09:41");
    let after = phone.get(&path);
    assert_eq!(after.text("answer"), "明天来修。\n请放心。");
    assert!(!after.has("no-answer"));
    assert!(!after.html.contains("李老师"), "the hall answers");
}

#[test]
fn an_answer_can_be_changed() {
    let hall = TestHall::open();
    let left = leave(&hall, "路灯不亮", None);
    answer(&hall, left.message, "明天来修。");
    let mut desk = hall.desk();
    let page = desk.get(PATH);
    assert_eq!(typed(&page), "明天来修。");
    let action = form(&left, "answer");
    let page = desk.press(&page, &action, &[("words", "修好了。")]);
    assert_eq!(page.texts("answer"), ["修好了。"]);
}

#[test]
fn an_answer_that_is_not_taken_is_not_lost() {
    let hall = TestHall::open();
    let left = leave(&hall, "路灯不亮", None);
    let mut desk = hall.desk();
    let page = desk.get(PATH);
    let long = "长".repeat(501);
    let page = desk.press(&page, &form(&left, "answer"), &[("words", &long)]);
    assert_eq!(page.status, 400);
    assert_eq!(page.text("message"), "填写的内容有误，请检查后再试。");
    assert_eq!(typed(&page), long);
    assert!(page.html.contains("data-draft"), "nor by a refresh");
    let again = desk.press(&page, &form(&left, "answer"), &[("words", "好")]);
    assert_eq!(again.text("answer"), "好", "the form can be sent again");
}

#[test]
fn a_number_is_masked_until_it_is_asked_for_and_who_asked_is_known() {
    let hall = TestHall::open();
    let left = leave(&hall, "请回电", Some("138 1234 5678"));
    let mut desk = hall.desk();
    let page = desk.get(PATH);
    assert_eq!(page.text("phone-masked"), "138****5678");
    assert!(!page.html.contains("13812345678") && !page.html.contains("138 1234 5678"));
    let shown = desk.press(&page, &form(&left, "phone"), &[]);
    assert_eq!(shown.text("phone-shown"), "138 1234 5678");
    let owner = Actor::owner();
    let last = hall.hall.ask(&owner, Last::default()).unwrap();
    let after = last - 1;
    let looked = hall.hall.ask(&owner, Tail { after, limit: 1 }).unwrap();
    assert_eq!(looked[0].actor, "manager:李老师");
    assert!(matches!(looked[0].event, Event::PhoneShown { message } if message == left.message));
    // The same form again, as a reload sends it.
    let again = desk.press(&page, &form(&left, "phone"), &[]);
    assert_eq!(again.status, 409);
    assert!(!again.has("phone-shown"));
    // And the page itself never shows it.
    assert!(!desk.get(PATH).has("phone-shown"));
    let reloaded = desk.get(&form(&left, "phone"));
    assert_eq!(reloaded.headers["location"], PATH);
}

#[test]
fn what_people_write_is_text_and_never_markup() {
    let hall = TestHall::open();
    let evil = "<script>alert(1)</script>\"'&\n</textarea><b>";
    let left = leave(&hall, evil, None);
    answer(&hall, left.message, evil);
    let pages = [
        hall.desk().get(PATH),
        hall.browser().get(&format!("/m/{}", left.token)),
    ];
    for page in pages {
        assert!(
            page.html.contains("&lt;script&gt;alert(1)"),
            "{}",
            page.html
        );
        assert!(!page.html.contains("<script>") && !page.html.contains("</textarea><b>"));
    }
}

#[test]
fn nobody_reads_messages_without_signing_in() {
    let hall = TestHall::open();
    let left = leave(&hall, "路灯不亮", Some("13812345678"));
    let mut stranger = hall.browser();
    let looks = [
        stranger.get(PATH),
        stranger.post(&form(&left, "phone"), &[("request", "x-1")]),
        stranger.post(
            &form(&left, "answer"),
            &[("request", "x-2"), ("words", "好")],
        ),
    ];
    for page in looks {
        assert_eq!(
            (page.status, page.headers["location"].to_str().unwrap()),
            (303, "/counter/sign-in")
        );
        assert!(!page.html.contains("路灯"));
    }
    let list = List { answered: false };
    let waiting = hall.hall.ask(&Actor::owner(), list).unwrap();
    assert_eq!(waiting.len(), 1);
}

#[test]
fn a_form_of_another_site_answers_nothing() {
    let hall = TestHall::open();
    let left = leave(&hall, "路灯不亮", None);
    let fields = [("request", "evil-1"), ("words", "好")];
    let page = hall
        .desk()
        .post_from("http://elsewhere.example", &form(&left, "answer"), &fields);
    assert_eq!(page.status, 403);
    assert_eq!(hall.desk().get(PATH).texts("answer").len(), 0);
}

#[test]
fn a_wrong_link_opens_no_message() {
    let hall = TestHall::open();
    let left = leave(&hall, "路灯不亮", None);
    let ticket = hall.take();
    let mut touched = left.token.clone().into_bytes();
    touched[20] = if touched[20] == b'B' { b'C' } else { b'B' };
    let touched = String::from_utf8(touched).unwrap();
    for token in [ticket.token.as_str(), &touched, "x", "%00"] {
        for path in [format!("/m/{token}"), format!("/m/{token}/events")] {
            let page = hall.browser().get(&path);
            assert_eq!(page.status, 404, "{path}");
            assert!(page.has("fault"), "{path}");
        }
    }
    let page = hall.browser().get(&format!("/t/{}", left.token));
    assert_eq!(page.status, 404);
}

#[test]
fn a_message_speaks_the_language_it_was_left_in_unless_another_is_chosen() {
    let hall = TestHall::open();
    let leave = Leave {
        words: "The street lamp is out".to_owned(),
        phone: None,
        locale: "en".to_owned(),
    };
    let left = hall.act(&Actor::kiosk("大门"), leave);
    let path = format!("/m/{}", left.token);
    let mut browser = hall.browser();
    let page = browser.get(&path);
    assert!(page.html.contains("<html lang=\"en\">"));
    assert!(page.html.contains("26 September 09:41"));
    let chosen = browser.get(&format!("{path}?lang=zh-Hant"));
    assert!(chosen.html.contains("<html lang=\"zh-Hant\">"));
    assert!(chosen.html.contains("<p class=\"words\" lang=\"en\""));
}

#[test]
fn what_was_wiped_says_so() {
    let hall = TestHall::open();
    let left = leave(&hall, "路灯不亮", Some("13812345678"));
    answer(&hall, left.message, "修好了。");
    let wipe = || {
        hall.act(&Actor::kiosk("大门"), linli_hall::day::Close::default());
    };
    hall.clock.advance(31 * 24 * 3600);
    wipe();
    assert!(hall.desk().get(PATH).html.contains("电话已过保存期"));
    hall.clock.advance(340 * 24 * 3600);
    wipe();
    let page = hall.browser().get(&format!("/m/{}", left.token));
    assert_eq!(page.text("words"), "已过保存期，内容已抹去。");
    assert_eq!(page.text("answer"), "已过保存期，内容已抹去。");
}

#[test]
fn without_scripts_the_page_is_never_taken_away_from_under_the_hands() {
    let hall = TestHall::open();
    let mut desk = hall.desk();
    assert!(!desk.get(PATH).html.contains("http-equiv"));
    assert!(desk.get("/counter/1").html.contains("http-equiv"));
}
