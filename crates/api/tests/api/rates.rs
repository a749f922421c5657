//! How often one address may do what.

use linli_api::{Rate, Rates};
use linli_hall::Role;
use serde_json::json;

use crate::house::{House, WIDE};

fn strict() -> Rates {
    Rates {
        sign_in: Rate {
            burst: 3,
            per_minute: 1.0,
        },
        join: Rate {
            burst: 3,
            per_minute: 1.0,
        },
        request: Rate {
            burst: 20,
            per_minute: 1.0,
        },
        spare_loopback: true,
    }
}

#[test]
fn guessing_passwords_ends_soon_and_says_when_to_come_back() {
    let house = House::open_with(strict());
    house.employ("李老师", Role::Clerk);
    let try_with = |password: &str| {
        house.act(
            "",
            "staff.sign_in",
            json!({ "name": "李老师", "password": password }),
        )
    };
    for _ in 0..3 {
        assert_eq!(try_with("wrong horse").status, 409);
    }
    let answer = try_with("correct horse");
    assert_eq!(answer.status, 429);
    assert!(answer.retry_after.unwrap() > 30);
}

#[test]
fn signing_in_rightly_costs_nothing() {
    let house = House::open_with(strict());
    house.employ("李老师", Role::Clerk);
    for _ in 0..6 {
        house
            .act(
                "",
                "staff.sign_in",
                json!({ "name": "李老师", "password": "correct horse" }),
            )
            .good();
    }
}

#[test]
fn guessing_presence_codes_ends_soon_but_many_phones_may_join() {
    let house = House::open_with(strict());
    let code = house.ask(&house.kiosk, "presence.show", json!({})).good()["code"]
        .as_str()
        .unwrap()
        .to_owned();
    let join = |code: &str| {
        house.act(
            "",
            "ticket.join",
            json!({ "service": WIDE, "presence_code": code }),
        )
    };
    for _ in 0..10 {
        join(&code).good();
    }
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let refused: Vec<u16> = (0..5).map(|_| join(wrong).status).collect();
    assert_eq!(refused, [409, 409, 409, 429, 429]);
}

#[test]
fn many_guesses_at_once_pass_no_more_than_one_after_another() {
    let house = House::open_with(strict());
    house.employ("李老师", Role::Clerk);
    let guess = || {
        house
            .act(
                "",
                "staff.sign_in",
                json!({ "name": "李老师", "password": "wrong horse" }),
            )
            .status
    };
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let guesses: Vec<_> = (0..12).map(|_| scope.spawn(guess)).collect();
        guesses
            .into_iter()
            .map(|guess| guess.join().unwrap())
            .collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 3);
}

#[test]
fn a_visitor_who_asks_without_end_is_slowed_and_the_halls_machines_are_not() {
    let house = House::open_with(Rates {
        spare_loopback: false,
        ..strict()
    });
    let statuses: Vec<u16> = (0..30)
        .map(|_| house.ask("", "queue.board", json!({})).status)
        .collect();
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 20);
    assert_eq!(statuses.last(), Some(&429));
    for _ in 0..50 {
        house.ask(&house.kiosk, "queue.board", json!({})).good();
    }
}

#[test]
fn unknown_tokens_are_paid_for_like_anything_else() {
    let house = House::open_with(Rates {
        spare_loopback: false,
        ..strict()
    });
    let statuses: Vec<u16> = (0..25)
        .map(|n| {
            house
                .ask(&format!("guess-{n}"), "queue.board", json!({}))
                .status
        })
        .collect();
    assert_eq!((statuses[0], statuses[24]), (401, 429));
}
