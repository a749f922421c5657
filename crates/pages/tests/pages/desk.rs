use linli_hall::device::Report;
use linli_hall::ticket::{Priority, Show, State, Take};
use linli_hall::{Actor, Role, TicketId, help, sample, staff};

use crate::support::{Page, TestHall};

fn number(page: &Page) -> String {
    page.text("current-number")
}

#[test]
fn a_clerk_opens_the_counter_calls_serves_and_finishes() {
    let hall = TestHall::open();
    hall.take();
    let mut desk = hall.desk();
    let closed = desk.get("/counter/1");
    assert_eq!(closed.text("status"), "未开放");
    let open = desk.press(&closed, "/counter/1/open", &[]);
    assert_eq!(open.text("status"), "接待中");
    let called = desk.press(&open, "/counter/1/next", &[]);
    assert_eq!(number(&called), "A001");
    assert!(called.html.contains("data-state=\"called\""));
    let serving = desk.press(&called, "/counter/1/start", &[]);
    assert!(serving.html.contains("data-state=\"serving\""));
    let done = desk.press(&serving, "/counter/1/finish", &[]);
    assert!(done.has("idle"));
    assert!(
        done.html
            .contains("data-test=\"today-served\"><dt>今天已办</dt><dd>1</dd>"),
        "{}",
        done.html
    );
    let left = desk.press(&done, "/counter/1/close", &[]);
    assert!(left.has("seat-1"));
}

#[test]
fn next_finishes_the_one_in_hand() {
    let hall = TestHall::open().with_counter(1);
    let (first, second) = (hall.take(), hall.take());
    let mut desk = hall.desk();
    let page = desk.get("/counter/1");
    let page = desk.press(&page, "/counter/1/next", &[]);
    assert_eq!(number(&page), first.label);
    let page = desk.press(&page, "/counter/1/next", &[]);
    assert_eq!(number(&page), second.label);
    let standing = hall
        .hall
        .ask(
            &Actor::owner(),
            Show {
                ticket: first.ticket,
            },
        )
        .unwrap();
    assert_eq!(standing.ticket.state, State::Served);
}

#[test]
fn a_form_sent_twice_calls_one_person() {
    let hall = TestHall::open().with_counter(1);
    hall.take();
    hall.take();
    let mut desk = hall.desk();
    let page = desk.get("/counter/1");
    let first = desk.press(&page, "/counter/1/next", &[]);
    let again = desk.press(&page, "/counter/1/next", &[]);
    assert_eq!(number(&first), "A001");
    assert_eq!(number(&again), "A001", "the same form is the same wish");
    assert_eq!(again.texts("waiting").len(), 1);
}

#[test]
fn a_chosen_one_can_be_called() {
    let hall = TestHall::open().with_counter(1);
    hall.take();
    let second = hall.take();
    let mut desk = hall.desk();
    let page = desk.get("/counter/1");
    let page = desk.press(
        &page,
        "/counter/1/call",
        &[("ticket", &second.ticket.to_string())],
    );
    assert_eq!(number(&page), second.label);
}

#[test]
fn recalling_counts_the_calls() {
    let hall = TestHall::open().with_counter(1);
    hall.take();
    let mut desk = hall.desk();
    let page = desk.get("/counter/1");
    let page = desk.press(&page, "/counter/1/next", &[]);
    let page = desk.press(&page, "/counter/1/recall", &[]);
    assert!(page.html.contains("叫了 2 次"));
}

#[test]
fn who_is_parked_or_absent_is_listed_and_called_back() {
    let hall = TestHall::open().with_counter(1);
    let ticket = hall.take();
    let mut desk = hall.desk();
    let page = desk.get("/counter/1");
    let page = desk.press(&page, "/counter/1/next", &[]);
    let page = desk.press(
        &page,
        "/counter/1/park",
        &[("reason", "去复印"), ("note", "")],
    );
    assert!(page.html.contains("去复印"));
    assert_eq!(page.text("aside-count"), "过号 0 · 稍候 1");
    let page = desk.press(
        &page,
        "/counter/1/call",
        &[("ticket", &ticket.ticket.to_string())],
    );
    let page = desk.press(&page, "/counter/1/no-show", &[]);
    // The hall's rule puts an absent person some places back first, aside after the second time.
    let page = desk.press(&page, "/counter/1/next", &[]);
    let page = desk.press(&page, "/counter/1/no-show", &[]);
    assert_eq!(page.text("aside-count"), "过号 1 · 稍候 0");
    let page = desk.press(
        &page,
        "/counter/1/call",
        &[("ticket", &ticket.ticket.to_string())],
    );
    assert_eq!(number(&page), ticket.label);
}

#[test]
fn a_transfer_keeps_the_number_and_changes_the_queue() {
    let hall = TestHall::open().with_counter(1);
    let ticket = hall.take();
    let mut desk = hall.desk();
    let page = desk.get("/counter/1");
    let page = desk.press(&page, "/counter/1/next", &[]);
    let page = desk.press(
        &page,
        "/counter/1/transfer",
        &[("to_service", "2"), ("to_counter", "")],
    );
    assert!(page.has("idle"));
    let standing = hall
        .hall
        .ask(
            &Actor::owner(),
            Show {
                ticket: ticket.ticket,
            },
        )
        .unwrap();
    assert_eq!(
        (standing.ticket.state, standing.ticket.service),
        (State::Waiting, sample::CIVIL_AFFAIRS)
    );
    assert_eq!(standing.ticket.label, ticket.label);
}

#[test]
fn a_transfer_to_nowhere_is_refused_in_words() {
    let hall = TestHall::open().with_counter(1);
    hall.take();
    let mut desk = hall.desk();
    let page = desk.get("/counter/1");
    let page = desk.press(&page, "/counter/1/next", &[]);
    let page = desk.press(
        &page,
        "/counter/1/transfer",
        &[("to_service", "1"), ("to_counter", "")],
    );
    assert_eq!(page.status, 400);
    assert_eq!(page.text("message"), "填写的内容有误，请检查后再试。");
    assert_eq!(number(&page), "A001", "the ticket stays in hand");
}

#[test]
fn a_misclick_is_undone_for_ten_seconds_and_no_longer() {
    let hall = TestHall::open().with_counter(1);
    hall.take();
    let mut desk = hall.desk();
    let page = desk.get("/counter/1");
    let page = desk.press(&page, "/counter/1/next", &[]);
    let called = desk.press(&page, "/counter/1/start", &[]);
    let done = desk.press(&called, "/counter/1/finish", &[]);
    assert!(done.has("undo-bar"));
    let undone = desk.press(&done, "/counter/1/undo", &[]);
    assert_eq!(number(&undone), "A001");
    let done = desk.press(&undone, "/counter/1/finish", &[]);
    hall.clock.advance(11);
    let late = desk.press(&done, "/counter/1/undo", &[]);
    assert_eq!(
        (late.status, late.text("message").as_str()),
        (409, "没有可以撤回的操作，只能撤回十秒内的一步。")
    );
    assert!(!late.has("undo-bar"));
}

#[test]
fn a_paused_counter_calls_nobody() {
    let hall = TestHall::open().with_counter(1);
    hall.take();
    let mut desk = hall.desk();
    let open = desk.get("/counter/1");
    let paused = desk.press(&open, "/counter/1/pause", &[]);
    assert_eq!(paused.text("status"), "已暂停");
    let refused = desk.press(&open, "/counter/1/next", &[]);
    assert_eq!(refused.status, 409);
    assert_eq!(
        refused.text("message"),
        "窗口还没有开放，请先点“开始接待”。"
    );
}

#[test]
fn a_slip_is_asked_for_again() {
    let hall = TestHall::open().with_counter(1);
    let ticket = hall.take();
    let mut desk = hall.desk();
    let page = desk.get("/counter/1");
    let page = desk.press(&page, "/counter/1/next", &[]);
    let page = desk.press(
        &page,
        "/counter/1/reprint",
        &[("ticket", &ticket.ticket.to_string())],
    );
    assert_eq!(page.text("message"), "已请终端补打小票。");
}

#[test]
fn a_printer_without_paper_and_a_call_for_help_are_alerts() {
    let hall = TestHall::open().with_counter(1);
    let kiosk = Actor::kiosk("大门");
    let report = |kind: &str, status: &str| Report {
        kind: kind.into(),
        status: status.into(),
        detail: String::new(),
    };
    hall.act(&kiosk, report("printer", "paper_out"));
    hall.act(&kiosk, report("speaker", "no_device"));
    hall.act(&kiosk, help::Call::default());
    let mut desk = hall.desk();
    let page = desk.get("/counter/1");
    assert!(page.has("alert-printer") && page.has("alert-speaker") && page.has("alert-help"));
    assert!(page.html.contains("大门：打印机缺纸，请加纸。"));
    let calls = hall
        .hall
        .ask(&Actor::owner(), help::List::default())
        .unwrap();
    let page = desk.press(
        &page,
        "/counter/1/help",
        &[("help", &calls[0].help.to_string())],
    );
    assert!(!page.has("alert-help"));
    hall.act(&kiosk, report("printer", "ready"));
    assert!(!desk.get("/counter/1").has("alert-printer"));
}

#[test]
fn priority_is_seen_by_the_clerk() {
    let hall = TestHall::open().with_counter(1);
    let take = Take {
        priority: Some(Priority::Age),
        ..Take::of(sample::SOCIAL_SECURITY)
    };
    hall.act(&Actor::kiosk("大门"), take);
    let mut desk = hall.desk();
    let page = desk.get("/counter/1");
    let page = desk.press(&page, "/counter/1/next", &[]);
    assert!(page.html.contains("70 岁以上 优先"));
}

#[test]
fn a_clerk_cannot_work_at_somebody_elses_counter() {
    let hall = TestHall::open().with_counter(1);
    hall.take();
    hall.act(
        &Actor::owner(),
        staff::Add::new("小周", Role::Clerk, "another-password"),
    );
    let mut other = hall.browser();
    other.post(
        "/counter/sign-in",
        &[("name", "小周"), ("password", "another-password")],
    );
    let page = other.get("/counter/1");
    assert!(page.has("taken") && !page.has("next"));
    let forced = other.post("/counter/1/next", &[("request", "forced-1")]);
    assert_eq!(forced.status, 409);
}

#[test]
fn nonsense_in_a_form_is_a_sentence_and_changes_nothing() {
    let hall = TestHall::open().with_counter(1);
    let mut desk = hall.desk();
    for (verb, fields) in [
        (
            "call",
            vec![
                ("request", "nonsense-1"),
                ("ticket", "'; DROP TABLE tickets; --"),
            ],
        ),
        (
            "call",
            vec![("request", "nonsense-2"), ("ticket", "999999")],
        ),
        ("next", vec![("request", "")]),
        ("next", vec![("request", "an id with spaces")]),
        ("next", vec![]),
        ("explode", vec![("request", "nonsense-3")]),
    ] {
        let page = desk.post(&format!("/counter/1/{verb}"), &fields);
        assert!(
            (400..500).contains(&page.status),
            "{verb} {fields:?}: {}",
            page.status
        );
        assert!(!page.text("message").is_empty());
    }
    let gone = hall.hall.ask(
        &Actor::owner(),
        Show {
            ticket: TicketId(1),
        },
    );
    assert!(gone.is_err(), "no ticket came of it");
    assert_eq!(desk.get("/counter/77").status, 404);
    assert_eq!(desk.get("/counter/abc").status, 400);
}
