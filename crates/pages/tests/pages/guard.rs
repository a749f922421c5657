use linli_hall::Actor;
use linli_hall::ticket::{Show, State};

use crate::support::TestHall;

#[test]
fn every_answer_allows_only_the_halls_own_scripts_and_styles() {
    let hall = TestHall::open().with_counter(1);
    let token = hall.take().token;
    let mut desk = hall.desk();
    let paths = [
        "/",
        "/board",
        "/counter",
        "/counter/1",
        "/counter/messages",
        "/counter/sign-in",
        "/take/1",
        "/t/wrong",
        "/m/wrong",
        "/nowhere",
        "/pages/live.js",
        "/pages/tokens.css",
    ];
    for path in paths
        .into_iter()
        .map(str::to_owned)
        .chain([format!("/t/{token}")])
    {
        let page = desk.get(&path);
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(
            policy.contains("default-src 'self'") && !policy.contains("unsafe"),
            "{path}: {policy}"
        );
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(page.headers["x-content-type-options"], "nosniff", "{path}");
        assert!(page.headers.contains_key("cache-control"), "{path}");
        assert!(
            !page.html.contains(" style=") && !page.html.contains(" onclick="),
            "{path}"
        );
        assert!(
            !page.html.contains("<script>"),
            "{path}: a script stands in the page itself"
        );
    }
}

#[test]
fn a_form_of_another_site_changes_nothing() {
    let hall = TestHall::open().with_counter(1);
    let ticket = hall.take();
    let mut desk = hall.desk();
    let evil = "http://elsewhere.example";
    assert_eq!(
        desk.post_from(evil, "/counter/1/next", &[("request", "evil-1")])
            .status,
        403
    );
    assert_eq!(
        desk.post_from(
            evil,
            &format!("/t/{}/leave", ticket.token),
            &[("request", "evil-2")]
        )
        .status,
        403
    );
    let standing = hall
        .hall
        .ask(
            &Actor::owner(),
            Show {
                ticket: ticket.ticket,
            },
        )
        .unwrap();
    assert_eq!(standing.ticket.state, State::Waiting);
}

#[test]
fn a_form_that_is_too_large_is_turned_away() {
    let hall = TestHall::open().with_counter(1);
    let mut desk = hall.desk();
    let page = desk.post(
        "/counter/1/park",
        &[("request", "large-1"), ("note", &"长".repeat(100_000))],
    );
    assert_eq!(page.status, 413);
}

#[test]
fn a_page_that_does_not_exist_says_so_and_leads_back() {
    let hall = TestHall::open();
    let page = hall.browser().get("/nowhere");
    assert_eq!(
        (page.status, page.text("fault").as_str()),
        (404, "没有这个页面。")
    );
    assert!(page.html.contains("href=\"/\""));
}

#[test]
fn a_file_that_has_not_changed_is_not_sent_again() {
    let hall = TestHall::open();
    let page = hall.browser().get("/pages/live.js");
    assert_eq!(
        page.headers["content-type"],
        "text/javascript; charset=utf-8"
    );
    assert!(page.headers.contains_key("etag"));
    assert_eq!(hall.browser().get("/pages/secret.key").status, 404);
}
