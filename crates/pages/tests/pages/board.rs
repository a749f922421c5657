use linli_hall::device::Report;
use linli_hall::notice::{self, Notice};
use linli_hall::ticket::{CallNext, Finish, Recall, Start};
use linli_hall::{Actor, CounterId, Names, NoticeId, help};

use crate::support::{TestHall, clerk};

#[test]
fn the_board_shows_the_call_the_counters_and_who_comes_next() {
    let hall = TestHall::open().with_counter(1).with_counter(2);
    hall.take();
    hall.take_for(3);
    let page = hall.browser().get("/board");
    assert!(!page.has("now-number"));
    hall.act(
        &clerk(),
        CallNext {
            counter: CounterId(1),
            finish: false,
        },
    );
    let page = hall.browser().get("/board");
    assert_eq!(page.text("now-number"), "A001");
    assert_eq!(page.text("now-counter"), "到 1 号窗口");
    assert_eq!(page.texts("line").len(), 2);
    assert!(page.has("next") && page.html.contains("C001"));
    assert_eq!(page.text("clock"), "09:41");
}

#[test]
fn a_recall_is_a_new_call() {
    let hall = TestHall::open().with_counter(1);
    hall.take();
    hall.act(
        &clerk(),
        CallNext {
            counter: CounterId(1),
            finish: false,
        },
    );
    let call = |html: &str| {
        html.split_once("data-call=\"")
            .unwrap()
            .1
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    };
    let first = call(&hall.browser().get("/board").html);
    hall.act(
        &clerk(),
        Recall {
            counter: CounterId(1),
        },
    );
    assert_ne!(first, call(&hall.browser().get("/board").html));
}

#[test]
fn the_last_call_stays_until_it_is_done() {
    let hall = TestHall::open().with_counter(1);
    let counter = CounterId(1);
    hall.take();
    hall.act(
        &clerk(),
        CallNext {
            counter,
            finish: false,
        },
    );
    hall.act(&clerk(), Start { counter });
    let page = hall.browser().get("/board");
    assert_eq!(page.text("now-number"), "A001");
    assert!(page.html.contains("class=\"now there\""));
    hall.act(&clerk(), Finish { counter });
    assert!(!hall.browser().get("/board").has("now-number"));
}

#[test]
fn without_sound_the_board_flashes() {
    let hall = TestHall::open().with_counter(1);
    let report = |status: &str| Report {
        kind: "speaker".into(),
        status: status.into(),
        detail: String::new(),
    };
    hall.act(&Actor::kiosk("大门"), report("ready"));
    let page = hall.browser().get("/board");
    assert!(page.html.contains("data-sound=\"on\"") && !page.has("silent"));
    hall.act(&Actor::kiosk("大门"), report("no_device"));
    let page = hall.browser().get("/board");
    assert!(page.html.contains("data-sound=\"off\"") && page.has("silent"));
}

#[test]
fn the_board_says_where_somebody_needs_help_until_a_clerk_goes() {
    let hall = TestHall::open().with_counter(1);
    let called = hall.act(&Actor::kiosk("大门"), help::Call {});
    let page = hall.browser().get("/board");
    assert!(page.html.contains("<noscript><meta http-equiv=\"refresh\""));
    assert!(page.has("help") && page.html.contains("大门 有居民需要帮忙"));
    hall.act(&clerk(), help::Answer { help: called });
    let page = hall.browser().get("/board");
    assert!(!page.has("help") && page.has("notices"));
}

#[test]
fn the_board_speaks_the_halls_language_unless_a_link_says_otherwise() {
    let hall = TestHall::open();
    let page = hall.browser().get("/board");
    assert!(page.html.contains("<html lang=\"zh-CN\">"));
    let mut browser = hall.browser();
    assert!(
        browser
            .get("/board?lang=en")
            .html
            .contains("<html lang=\"en\">")
    );
    assert!(
        browser.get("/board").html.contains("<html lang=\"en\">"),
        "the choice is remembered"
    );
}

#[test]
fn hostile_text_in_a_notice_stays_text() {
    let hall = TestHall::open();
    let hostile = "<script>alert(1)</script>\"'&";
    let notice = Notice {
        id: NoticeId(90),
        texts: Names::zh(hostile),
        from: None,
        to: None,
    };
    hall.act(&Actor::owner(), notice::Set { notice });
    for path in ["/board", "/"] {
        let page = hall.browser().get(path);
        assert!(
            page.html
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;'&amp;"),
            "{path}"
        );
        assert!(!page.html.contains("<script>alert"), "{path}");
    }
}
