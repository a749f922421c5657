use linli_hall::ticket::{Follow, Join, Leave, Rate, State};
use linli_hall::{Actor, Refusal, ServiceId, presence};

use crate::house::{CIVIL, House, ONE, SOCIAL, refused};

fn visitor() -> Actor {
    Actor::visitor()
}

#[test]
fn whoever_holds_the_link_follows_and_leaves() {
    let house = House::open().with_open(&[ONE]);
    house.take(SOCIAL);
    let taken = house.take(SOCIAL);
    let follow = || {
        house
            .hall
            .ask(
                &visitor(),
                Follow {
                    token: taken.token.clone(),
                },
            )
            .unwrap()
    };
    assert_eq!(
        (follow().ahead, follow().can_leave, follow().state),
        (1, true, State::Waiting)
    );
    house
        .act(
            &visitor(),
            Leave {
                token: taken.token.clone(),
            },
        )
        .unwrap();
    house
        .act(
            &visitor(),
            Leave {
                token: taken.token.clone(),
            },
        )
        .unwrap();
    assert_eq!(follow().state, State::Cancelled);
    house.next(ONE);
    assert_eq!(house.ask(linli_hall::queue::Board::default()).waiting, 0);
}

#[test]
fn a_called_ticket_names_its_counter_alone() {
    let house = House::open().with_open(&[ONE]);
    let taken = house.take(SOCIAL);
    house.next(ONE);
    let following = house
        .hall
        .ask(&visitor(), Follow { token: taken.token })
        .unwrap();
    assert_eq!(
        (following.state, following.counters),
        (State::Called, vec![ONE])
    );
}

#[test]
fn a_link_that_was_tampered_with_opens_nothing() {
    let house = House::open();
    let mine = house.take(SOCIAL).token;
    let other = house.take(SOCIAL).token;
    // Another ticket's number with my signature.
    let forged = format!("{}{}", &other[..11], &mine[11..]);
    for token in [
        forged.as_str(),
        "",
        "AAAA",
        &mine[..mine.len() - 1],
        "!!!!",
        &format!("{mine}A"),
    ] {
        let follow = house.hall.ask(
            &visitor(),
            Follow {
                token: token.to_owned(),
            },
        );
        assert_eq!(refused(follow), Refusal::BadLink, "{token}");
        assert_eq!(
            refused(house.act(
                &visitor(),
                Leave {
                    token: token.to_owned()
                }
            )),
            Refusal::BadLink
        );
    }
}

#[test]
fn a_service_is_rated_once_and_only_afterwards() {
    let house = House::open().with_open(&[ONE]);
    let taken = house.take(SOCIAL);
    let rate = |rating| {
        house.act(
            &visitor(),
            Rate {
                token: taken.token.clone(),
                rating,
            },
        )
    };
    assert!(matches!(refused(rate(5)), Refusal::NotNow { .. }));
    house.next(ONE);
    house.finish(ONE);
    assert!(rate(0).is_err() && rate(6).is_err());
    rate(4).unwrap();
    assert_eq!(refused(rate(1)), Refusal::RatedAlready);
    assert_eq!(
        house
            .ask(linli_hall::queue::Figures::default())
            .satisfied_percent,
        Some(100)
    );
}

#[test]
fn a_phone_joins_with_the_code_of_the_hall() {
    let house = House::open();
    let code = house.ask(presence::Show::default()).code;
    let join = |service, code: &str| {
        house.act(
            &visitor(),
            Join {
                service,
                presence_code: code.to_owned(),
                locale: "zh-CN".to_owned(),
            },
        )
    };
    assert_eq!(join(SOCIAL, &code).unwrap().label, "A001");
    let wrong = if code == "000000" { "000001" } else { "000000" };
    assert_eq!(refused(join(CIVIL, wrong)), Refusal::WrongPresenceCode);
    assert_eq!(refused(join(ServiceId(6), &code)), Refusal::NotByPhone);
    house.clock.advance(300);
    join(CIVIL, &code).unwrap();
    house.clock.advance(300);
    assert_eq!(refused(join(CIVIL, &code)), Refusal::WrongPresenceCode);
}
