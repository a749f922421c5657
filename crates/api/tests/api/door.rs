//! The door over the wire is the same door.

use linli_hall::registry::QUESTIONS;
use linli_hall::{Actor, RequestId, Role, ticket};
use serde_json::{Value, json};

use crate::house::{House, WIDE};

/// What to ask each question with.
fn input(name: &str, taken: &Value, left: &Value) -> Value {
    match name {
        "hours.show" => json!({ "service": null }),
        "ticket.show" => json!({ "ticket": 1 }),
        "ticket.follow" => json!({ "token": taken["token"] }),
        "message.follow" => json!({ "token": left["token"] }),
        "queue.desk" => json!({ "counter": 1 }),
        "journal.tail" => json!({ "after": 0 }),
        "forecast.score" => json!({ "days": 7 }),
        _ => json!({}),
    }
}

#[test]
fn every_question_has_the_same_answer_over_the_wire_and_in_the_process() {
    let house = House::open();
    let taken = house.take();
    let note = json!({ "words": "路灯不亮", "phone": "138 1234 5678", "locale": "zh-CN" });
    let left = house.act(&house.kiosk, "message.leave", note);
    let left = left.good();
    house.employ("王主任", Role::Administrator);
    let signed_in = house.act(
        "",
        "staff.sign_in",
        json!({ "name": "王主任", "password": "correct horse" }),
    );
    let token = signed_in.good()["token"].as_str().unwrap().to_owned();
    let actor = house.hall.actor_of(&token).unwrap().unwrap();
    for question in QUESTIONS {
        let with = input(question.name, &taken, &left);
        let here = house.hall.ask_named(&actor, question.name, with.clone());
        let here = here.unwrap_or_else(|error| panic!("{}: {error}", question.name));
        assert_eq!(
            house.ask(&token, question.name, with).good(),
            here,
            "{}",
            question.name
        );
    }
}

#[test]
fn an_act_over_the_wire_is_the_act_of_the_tokens_holder() {
    let house = House::open();
    let request = RequestId::parse("tap-1").unwrap();
    let there = house
        .act_as(
            &house.kiosk,
            request.as_str(),
            "ticket.take",
            json!({ "service": WIDE }),
        )
        .good();
    let here = house
        .hall
        .perform(&Actor::kiosk("大门"), request, ticket::Take::of(WIDE))
        .unwrap();
    assert_eq!(there, serde_json::to_value(here).unwrap());
}

#[test]
fn the_same_key_again_gets_the_first_outcome_and_does_nothing() {
    let house = House::open();
    let tap = || {
        house
            .act_as(
                &house.kiosk,
                "tap-2",
                "ticket.take",
                json!({ "service": WIDE }),
            )
            .good()
    };
    let first = tap();
    assert!((0..50).all(|_| tap() == first));
    let next = house.take();
    assert_eq!(
        (&first["label"], &next["label"]),
        (&json!("K0001"), &json!("K0002"))
    );
}

#[test]
fn a_key_used_for_something_else_is_refused() {
    let house = House::open();
    house
        .act_as(
            &house.kiosk,
            "tap-3",
            "ticket.take",
            json!({ "service": WIDE }),
        )
        .good();
    let other = house.enrol(Role::Kiosk, "后门");
    let answer = house.act_as(&other, "tap-3", "ticket.take", json!({ "service": WIDE }));
    assert_eq!(
        (answer.status, &answer.body["why"]["refusal"]),
        (409, &json!("request_id_reused"))
    );
}

#[test]
fn no_body_is_nothing_to_say() {
    let house = House::open();
    assert_eq!(house.post("/api/ask/queue.board", &[], b"").status, 200);
}

#[test]
fn health_says_how_far_the_journal_goes() {
    let house = House::open();
    let before = house.get("/api/health").good();
    house.take();
    let after = house.get("/api/health").good();
    assert_eq!(after["status"], "ok");
    assert_eq!(
        after["seq"].as_u64(),
        before["seq"].as_u64().map(|seq| seq + 1)
    );
}
