use linli_hall::ticket::{CallNext, Finish, NoShow, Show, Start, State, Take};
use linli_hall::{Actor, CounterId, ServiceId, presence};

use crate::support::{TestHall, clerk};

const COUNTER: CounterId = CounterId(1);

#[test]
fn a_number_shows_its_place_and_what_to_bring() {
    let hall = TestHall::open().with_counter(1);
    hall.take();
    let ticket = hall.take();
    let page = hall.browser().get(&format!("/t/{}", ticket.token));
    assert_eq!(page.text("number"), "A002");
    assert_eq!(page.text("ahead"), "1 位");
    assert!(page.has("wait") && page.has("bring") && page.has("leave"));
}

#[test]
fn a_called_number_says_which_counter() {
    let hall = TestHall::open().with_counter(1);
    let ticket = hall.take();
    hall.act(
        &clerk(),
        CallNext {
            counter: COUNTER,
            finish: false,
        },
    );
    let page = hall.browser().get(&format!("/t/{}", ticket.token));
    assert_eq!(page.text("called-counter"), "1 号窗口");
    assert!(page.html.contains("<title>● A001 请到 1 号窗口</title>"));
}

#[test]
fn whoever_was_put_back_reads_why() {
    let hall = TestHall::open().with_counter(1);
    let ticket = hall.take();
    hall.take();
    let path = format!("/t/{}", ticket.token);
    assert!(!hall.browser().get(&path).has("put-back"));
    hall.act(
        &clerk(),
        CallNext {
            counter: COUNTER,
            finish: false,
        },
    );
    hall.act(&clerk(), NoShow { counter: COUNTER });
    let page = hall.browser().get(&path);
    assert!(page.has("put-back"));
    assert_eq!(page.text("ahead"), "1 位");
}

#[test]
fn a_number_speaks_the_language_it_was_taken_in_unless_another_is_chosen() {
    let hall = TestHall::open();
    let ticket = hall.act(
        &Actor::kiosk("大门"),
        Take {
            locale: "en".to_owned(),
            ..Take::of(ServiceId(1))
        },
    );
    let path = format!("/t/{}", ticket.token);
    let mut browser = hall.browser();
    assert!(browser.get(&path).html.contains("<html lang=\"en\">"));
    let chosen = browser.get(&format!("{path}?lang=zh-Hant"));
    assert!(chosen.html.contains("<html lang=\"zh-Hant\">"));
}

#[test]
fn leaving_twice_leaves_once() {
    let hall = TestHall::open();
    let ticket = hall.take();
    let (path, leave) = (
        format!("/t/{}", ticket.token),
        format!("/t/{}/leave", ticket.token),
    );
    let mut browser = hall.browser();
    let page = browser.get(&path);
    let left = browser.press(&page, &leave, &[]);
    assert_eq!(left.text("state"), "已取消排队");
    let again = browser.press(&page, &leave, &[]);
    assert_eq!(again.text("state"), "已取消排队");
    assert!(!again.has("leave"));
}

#[test]
fn a_visit_is_rated_once_after_it_is_over() {
    let hall = TestHall::open().with_counter(1);
    let ticket = hall.take();
    let (path, rate) = (
        format!("/t/{}", ticket.token),
        format!("/t/{}/rate", ticket.token),
    );
    let mut browser = hall.browser();
    assert!(!browser.get(&path).has("rate"));
    let early = browser.post(&rate, &[("request", "early-1"), ("rating", "5")]);
    assert_eq!(early.status, 409);
    hall.act(
        &clerk(),
        CallNext {
            counter: COUNTER,
            finish: false,
        },
    );
    hall.act(&clerk(), Start { counter: COUNTER });
    hall.act(&clerk(), Finish { counter: COUNTER });
    let page = browser.get(&path);
    assert!(page.has("rate-1") && page.has("rate-5") && page.has("rate-skip"));
    let rated = browser.press(&page, &rate, &[("rating", "5")]);
    assert!(rated.has("rated") && !rated.has("rate"));
    let again = browser.post(&rate, &[("request", "again-1"), ("rating", "1")]);
    assert_eq!(
        (again.status, again.text("message").as_str()),
        (409, "您已经评价过了，谢谢。")
    );
    assert!(!browser.get(&format!("{path}?skip=1")).has("rate"));
}

#[test]
fn a_rating_that_is_none_is_refused() {
    let hall = TestHall::open();
    let ticket = hall.take();
    for rating in ["0", "6", "-1", "excellent", ""] {
        let page = hall.browser().post(
            &format!("/t/{}/rate", ticket.token),
            &[("request", "r"), ("rating", rating)],
        );
        assert!(
            (400..500).contains(&page.status),
            "{rating}: {}",
            page.status
        );
    }
}

#[test]
fn a_token_that_was_touched_opens_nothing() {
    let hall = TestHall::open();
    let token = hall.take().token;
    for position in 0..token.len() {
        let mut touched: Vec<char> = token.chars().collect();
        touched[position] = if touched[position] == 'B' { 'C' } else { 'B' };
        let touched: String = touched.into_iter().collect();
        assert_eq!(
            hall.browser().get(&format!("/t/{touched}")).status,
            404,
            "{touched}"
        );
        assert_eq!(
            hall.browser()
                .post(&format!("/t/{touched}/leave"), &[("request", "x")])
                .status,
            404,
            "{touched}"
        );
    }
    for nonsense in [
        "x",
        "../../etc/passwd",
        "%00",
        "%E2%80%AE",
        &"A".repeat(5000),
    ] {
        let page = hall
            .browser()
            .get(&format!("/t/{}", nonsense.replace('/', "%2F")));
        assert!(
            (400..500).contains(&page.status),
            "{nonsense}: {}",
            page.status
        );
    }
}

#[test]
fn a_number_is_taken_by_phone_with_the_code_on_the_terminal() {
    let hall = TestHall::open();
    let code = hall
        .hall
        .ask(&Actor::owner(), presence::Show::default())
        .unwrap()
        .code;
    let mut browser = hall.browser();
    let form = browser.get("/take/1");
    let wrong = browser.press(&form, "/take/1", &[("code", "000001")]);
    assert_eq!(wrong.status, 403);
    assert!(wrong.text("message").starts_with("到场码不对"));
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    let taken = browser.press(&form, "/take/1", &[("code", &spaced)]);
    assert_eq!(taken.text("number"), "A001");
}

#[test]
fn the_form_for_a_number_sent_twice_gives_one_number() {
    let hall = TestHall::open();
    let code = hall
        .hall
        .ask(&Actor::owner(), presence::Show::default())
        .unwrap()
        .code;
    let mut browser = hall.browser();
    let form = browser.get("/take/1");
    let first = browser.press(&form, "/take/1", &[("code", &code)]);
    let again = browser.press(&form, "/take/1", &[("code", &code)]);
    assert_eq!(
        (first.text("number"), again.text("number")),
        ("A001".to_owned(), "A001".to_owned())
    );
}

#[test]
fn a_cancelled_ticket_is_cancelled_in_the_hall_too() {
    let hall = TestHall::open();
    let ticket = hall.take();
    let mut browser = hall.browser();
    let page = browser.get(&format!("/t/{}", ticket.token));
    browser.press(&page, &format!("/t/{}/leave", ticket.token), &[]);
    let standing = hall
        .hall
        .ask(
            &Actor::owner(),
            Show {
                ticket: ticket.ticket,
            },
        )
        .unwrap();
    assert_eq!(standing.ticket.state, State::Cancelled);
}
