use linli_hall::sample;

use crate::support::TestHall;

#[test]
fn a_visitor_is_sent_to_the_sign_in() {
    let hall = TestHall::open();
    for path in ["/counter", "/counter/1"] {
        let page = hall.browser().get(path);
        assert_eq!(
            (page.status, page.headers["location"].to_str().unwrap()),
            (303, "/counter/sign-in"),
            "{path}"
        );
    }
}

#[test]
fn the_right_password_opens_the_counters_and_the_cookie_is_out_of_reach_of_scripts() {
    let hall = TestHall::open();
    let (name, password) = sample::CLERK;
    let mut browser = hall.browser();
    let signed_in = browser.post(
        "/counter/sign-in",
        &[("name", name), ("password", password)],
    );
    let cookie = signed_in.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"),
        "{cookie}"
    );
    let page = browser.get("/counter");
    assert_eq!(page.status, 200);
    assert!(page.has("seat-1") && page.has("seat-4"));
}

#[test]
fn a_wrong_password_and_an_unknown_name_are_told_apart_by_nothing() {
    let hall = TestHall::open();
    let wrong = hall.browser().post(
        "/counter/sign-in",
        &[("name", sample::CLERK.0), ("password", "not-this-one")],
    );
    let unknown = hall.browser().post(
        "/counter/sign-in",
        &[("name", "没有这个人"), ("password", "not-this-one")],
    );
    assert_eq!((wrong.status, unknown.status), (403, 403));
    assert_eq!(wrong.text("message"), unknown.text("message"));
    assert!(!wrong.headers.contains_key("set-cookie"));
}

#[test]
fn passwords_cannot_be_guessed_for_long() {
    let hall = TestHall::open();
    let mut browser = hall.browser();
    let mut statuses = Vec::new();
    for _ in 0..20 {
        statuses.push(
            browser
                .post(
                    "/counter/sign-in",
                    &[("name", sample::CLERK.0), ("password", "guess")],
                )
                .status,
        );
    }
    assert_eq!(statuses[0], 403);
    assert_eq!(statuses[19], 429);
}

#[test]
fn a_form_of_another_site_signs_nobody_in() {
    let hall = TestHall::open();
    let (name, password) = sample::CLERK;
    let page = hall.browser().post_from(
        "http://elsewhere.example",
        "/counter/sign-in",
        &[("name", name), ("password", password)],
    );
    assert_eq!(page.status, 403);
    assert!(!page.headers.contains_key("set-cookie"));
}

#[test]
fn signing_out_ends_the_sign_in_and_not_only_the_cookie() {
    let hall = TestHall::open();
    let mut browser = hall.desk();
    let cookie = browser.cookies_now();
    assert_eq!(browser.post("/counter/sign-out", &[]).status, 303);
    browser.give_cookies(cookie);
    assert_eq!(
        browser.get("/counter").status,
        303,
        "the old token must be worth nothing"
    );
}
