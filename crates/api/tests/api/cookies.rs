//! Sign-ins kept in a cookie, and pages of other sites.

use linli_api::{clear_session, session_cookie};
use linli_hall::Role;
use serde_json::json;

use crate::house::House;

struct SignedIn {
    house: House,
    cookie: String,
    host: String,
}

fn sign_in() -> SignedIn {
    let house = House::open();
    house.employ("李老师", Role::Clerk);
    let signed_in = house
        .act(
            "",
            "staff.sign_in",
            json!({ "name": "李老师", "password": "correct horse" }),
        )
        .good();
    let set = session_cookie(
        signed_in["token"].as_str().unwrap(),
        house.server.public_url(),
    )
    .unwrap();
    let set = set.to_str().unwrap();
    assert!(set.contains("HttpOnly") && set.contains("SameSite=Strict") && set.contains("Path=/"));
    let cookie = set.split(';').next().unwrap().to_owned();
    let host = house.server.address().to_string();
    SignedIn {
        house,
        cookie,
        host,
    }
}

impl SignedIn {
    fn open_counter(&self, headers: &[(&str, &str)]) -> u16 {
        let mut all = vec![
            ("cookie", self.cookie.as_str()),
            ("idempotency-key", "open-1"),
        ];
        all.extend(headers);
        self.house
            .post("/api/act/counter.open", &all, br#"{"counter":1}"#)
            .status
    }
}

#[test]
fn the_halls_own_page_acts_by_the_cookie() {
    let clerk = sign_in();
    assert_eq!(
        clerk.open_counter(&[("sec-fetch-site", "same-origin")]),
        200
    );
    let origin = format!("http://{}", clerk.host);
    assert_eq!(clerk.open_counter(&[("origin", &origin)]), 200);
}

#[test]
fn a_page_of_another_site_is_refused_though_it_has_the_cookie() {
    let clerk = sign_in();
    let refused = [
        &[("sec-fetch-site", "cross-site")][..],
        &[
            ("sec-fetch-site", "same-site"),
            ("origin", "http://evil.example"),
        ],
        &[("origin", "http://evil.example")],
        &[("origin", "null")],
        &[],
    ];
    for headers in refused {
        assert_eq!(clerk.open_counter(headers), 403, "{headers:?}");
    }
    let counters = clerk
        .house
        .ask(&clerk.house.kiosk, "counter.list", json!({}))
        .good();
    assert!(!counters.to_string().contains("\"open\""), "{counters}");
}

#[test]
fn a_cookie_that_means_nothing_any_more_is_a_visitor() {
    let mut clerk = sign_in();
    assert_eq!(
        clerk.open_counter(&[("sec-fetch-site", "same-origin")]),
        200
    );
    clerk.house.clock.advance(13 * 3600);
    assert_eq!(
        clerk.open_counter(&[("sec-fetch-site", "same-origin")]),
        401
    );
    clerk.cookie = "linli_session=made-up".to_owned();
    assert_eq!(
        clerk
            .house
            .post("/api/ask/queue.board", &[("cookie", &clerk.cookie)], b"{}")
            .status,
        200
    );
}

#[test]
fn a_bearer_token_comes_before_a_cookie_and_needs_no_origin() {
    let clerk = sign_in();
    let bearer = format!("Bearer {}", clerk.house.enrol(Role::Clerk, "窗口一"));
    assert_eq!(clerk.open_counter(&[("authorization", &bearer)]), 200);
}

#[test]
fn the_cleared_cookie_is_empty_and_gone_at_once() {
    let set = clear_session("http://hall").unwrap();
    assert!(
        set.to_str()
            .unwrap()
            .starts_with("linli_session=; Path=/; Max-Age=0;")
    );
}
