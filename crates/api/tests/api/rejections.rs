//! What is turned away, with which status and in which words.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use linli_api::{Rejection, RemoteHall, Server, Settings, limits};
use linli_hall::{
    Actor, Error, Opening, Refusal, RequestId, Role, StoreProblem, device, queue, sample,
};
use serde_json::json;

use crate::house::{Answer, House, WIDE};

fn error(answer: Answer) -> (u16, Error) {
    let error = serde_json::from_value(answer.body.clone());
    (
        answer.status,
        error.unwrap_or_else(|_| panic!("no error of the hall: {answer:?}")),
    )
}

fn words(answer: Answer, status: u16) -> String {
    match error(answer) {
        (found, Error::BadInput(words)) if found == status => words,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_visitor_is_told_to_sign_in_and_a_machine_that_it_may_not() {
    let house = House::open();
    let take = json!({ "service": WIDE });
    let (status, missing) = error(house.act("", "ticket.take", take));
    assert_eq!((status, missing.to_string().contains("Kiosk")), (401, true));
    let (status, missing) = error(house.act(&house.kiosk, "counter.open", json!({ "counter": 1 })));
    assert_eq!(status, 403);
    assert!(matches!(missing, Error::NotAllowed { role, .. } if role == "kiosk"));
    assert_eq!(house.ask(&house.kiosk, "staff.list", json!({})).status, 403);
}

#[test]
fn an_unknown_token_is_turned_away_even_from_what_is_public() {
    let house = House::open();
    assert_eq!(
        house.ask("no-such-token", "queue.board", json!({})).status,
        401
    );
    assert_eq!(house.ask("", "queue.board", json!({})).status, 200);
}

#[test]
fn a_rule_of_the_hall_is_told_as_a_value() {
    let house = House::open();
    let (status, refused) = error(house.act(
        &house.kiosk,
        "ticket.take",
        json!({ "service": sample::JOBS }),
    ));
    assert_eq!(status, 409);
    assert!(matches!(
        refused,
        Error::Refused(Refusal::Closed { opens: Some(_) })
    ));
}

#[test]
fn an_act_without_a_key_is_told_about_the_header() {
    let house = House::open();
    let bearer = format!("Bearer {}", house.kiosk);
    let act = |headers: &[(&str, &str)]| {
        house.post("/api/act/ticket.take", headers, br#"{"service":20}"#)
    };
    assert!(words(act(&[("authorization", &bearer)]), 400).contains("Idempotency-Key"));
    let bad = act(&[("authorization", &bearer), ("idempotency-key", "two words")]);
    assert!(words(bad, 400).contains("request id"));
}

#[test]
fn garbage_is_bad_input_and_changes_nothing() {
    let house = House::open();
    let before = house.get("/api/health").good()["seq"].clone();
    let bearer = format!("Bearer {}", house.kiosk);
    let bodies: [&[u8]; 7] = [
        b"{",
        b"[]",
        b"\xff\xfe",
        b"\"x\"",
        b"{\"service\":\"one\"}",
        b"{\"service\":1e99}",
        b"{\"service\":20}x",
    ];
    for body in bodies {
        let headers = [("authorization", bearer.as_str()), ("idempotency-key", "k")];
        words(house.post("/api/act/ticket.take", &headers, body), 400);
    }
    let deep = "[".repeat(60_000);
    words(
        house.post("/api/ask/queue.board", &[], deep.as_bytes()),
        400,
    );
    assert_eq!(house.get("/api/health").good()["seq"], before);
}

#[test]
fn a_body_that_is_too_large_is_not_read() {
    let house = House::open();
    let large = vec![b' '; limits::BODY_BYTES + 1];
    assert!(words(house.post("/api/ask/queue.board", &[], &large), 413).contains("64 KiB"));
    let mut fits = vec![b' '; limits::BODY_BYTES];
    fits[0] = b'{';
    fits[1] = b'}';
    assert_eq!(house.post("/api/ask/queue.board", &[], &fits).status, 200);
}

#[test]
fn a_sender_that_is_still_sending_gets_to_read_why() {
    let house = House::open();
    // More than sockets hold back: without a reader at the other end, sending it would fail.
    let large = vec![b' '; limits::LINGER_BYTES - limits::BODY_BYTES];
    for _ in 0..4 {
        words(house.post("/api/ask/queue.board", &[], &large), 413);
    }
}

#[test]
fn an_unknown_name_path_or_method_says_so() {
    let house = House::open();
    assert_eq!(
        error(house.act(&house.kiosk, "ticket.steal", json!({}))),
        (404, Error::UnknownName("ticket.steal".to_owned()))
    );
    assert_eq!(error(house.ask("", "queue.secrets", json!({}))).0, 404);
    assert_eq!(error(house.get("/api/nothing")).0, 404);
    assert_eq!(error(house.get("/api/act/ticket.take")).0, 405);
}

#[test]
fn what_is_not_http_is_hung_up_on_and_the_hall_goes_on() {
    let house = House::open();
    let heads: [&[u8]; 4] = [
        b"\x00\x01\x02\r\n\r\n",
        b"GET\r\n\r\n",
        b"POST /api/act/x HTTP/9.9\r\n\r\n",
        &[b'a'; 100_000],
    ];
    for head in heads {
        let mut stream = TcpStream::connect(house.server.address()).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(5)))
            .unwrap();
        let _ = stream.write_all(head);
        let mut said = Vec::new();
        let _ = stream.read_to_end(&mut said);
        let said = String::from_utf8_lossy(&said);
        assert!(said.is_empty() || said.starts_with("HTTP/1.1 4"), "{said}");
    }
    assert_eq!(house.get("/api/health").status, 200);
}

#[test]
fn a_caller_who_hangs_up_half_way_leaves_nothing_behind() {
    let house = House::open();
    for _ in 0..50 {
        let mut stream = TcpStream::connect(house.server.address()).unwrap();
        stream
            .write_all(
                b"POST /api/ask/queue.board HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{",
            )
            .unwrap();
    }
    assert_eq!(house.get("/api/health").status, 200);
}

#[test]
fn every_answer_tells_browsers_what_a_page_of_the_hall_may_do() {
    let house = House::open();
    for path in ["/", "/api/health", "/api/nothing", "/nothing"] {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .build()
            .into();
        let response = agent.get(house.url(path)).call().unwrap();
        let header = |name: &str| {
            response
                .headers()
                .get(name)
                .map(|value| value.to_str().unwrap().to_owned())
        };
        let policy = header("content-security-policy").unwrap();
        assert!(
            policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"),
            "{path}"
        );
        assert_eq!(
            header("x-content-type-options").as_deref(),
            Some("nosniff"),
            "{path}"
        );
        assert_eq!(
            header("referrer-policy").as_deref(),
            Some("same-origin"),
            "{path}"
        );
        assert_eq!(header("access-control-allow-origin"), None, "{path}");
    }
}

#[test]
fn a_full_disk_is_said_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let hall = Opening::default()
        .clock(sample::clock())
        .disk_pages(100)
        .open(folder.path())
        .unwrap();
    let enrol = device::Enrol {
        role: Role::Kiosk,
        name: "大门".to_owned(),
    };
    let token = hall
        .perform(&Actor::owner(), RequestId::fresh(), enrol)
        .unwrap()
        .token;
    let server = Server::start(hall, Settings::local(), |_| axum::Router::new()).unwrap();
    let kiosk = RemoteHall::at(&server.local_url(), Some(token)).unwrap();
    let report = |n: u32| device::Report {
        kind: "printer".to_owned(),
        status: if n.is_multiple_of(2) {
            "ready"
        } else {
            "paper_out"
        }
        .to_owned(),
        detail: String::new(),
    };
    let failed = (0..20_000).find_map(|n| kiosk.perform(&RequestId::fresh(), &report(n)).err());
    assert_eq!(failed, Some(Error::Store(StoreProblem::Full)));
    assert_eq!(
        Rejection::from(Error::Store(StoreProblem::Full))
            .status()
            .as_u16(),
        507
    );
    assert!(
        kiosk.ask(&queue::Board::default()).is_ok(),
        "looking is still possible"
    );
}
