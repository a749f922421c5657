use linli_hall::ticket::{Recall, Take};
use linli_hall::{Actor, Error, Refusal, RequestId, Role, device, queue, service};

use crate::house::{House, ONE, SOCIAL, kiosk, refused};

#[test]
fn the_same_request_asked_twice_is_done_once() {
    let house = House::open();
    let request = RequestId::parse("tap-1").unwrap();
    let first = house
        .hall
        .perform(&kiosk(), request.clone(), Take::of(SOCIAL))
        .unwrap();
    let again = house
        .hall
        .perform(&kiosk(), request, Take::of(SOCIAL))
        .unwrap();
    assert_eq!(first, again);
    assert_eq!(house.ask(queue::Board::default()).waiting, 1);
}

#[test]
fn a_request_id_is_not_lent_to_another_actor_or_action() {
    let house = House::open().with_open(&[ONE]);
    let request = RequestId::parse("tap-1").unwrap();
    house
        .hall
        .perform(&kiosk(), request.clone(), Take::of(SOCIAL))
        .unwrap();
    let other = house
        .hall
        .perform(&Actor::kiosk("后门"), request.clone(), Take::of(SOCIAL));
    assert_eq!(refused(other), Refusal::RequestIdReused);
    let other = house
        .hall
        .perform(&Actor::owner(), request, Recall { counter: ONE });
    assert_eq!(refused(other), Refusal::RequestIdReused);
}

#[test]
fn what_is_shown_once_is_not_shown_again() {
    let house = House::open();
    let request = RequestId::parse("enrol-1").unwrap();
    let enrol = || device::Enrol {
        role: Role::Kiosk,
        name: "大门".to_owned(),
    };
    let token = house
        .hall
        .perform(&Actor::owner(), request.clone(), enrol())
        .unwrap()
        .token;
    assert_eq!(house.hall.actor_of(&token).unwrap(), Some(kiosk()));
    assert_eq!(
        refused(house.hall.perform(&Actor::owner(), request, enrol())),
        Refusal::ShownOnce
    );
}

#[test]
fn a_refused_request_may_be_tried_again() {
    let house = House::open();
    house.own(service::Retire { service: SOCIAL });
    let request = RequestId::parse("tap-1").unwrap();
    assert!(
        house
            .hall
            .perform(&kiosk(), request.clone(), Take::of(SOCIAL))
            .is_err()
    );
    let service = house.ask(service::List::default()).swap_remove(0);
    house.own(service::Set {
        service: service::Service {
            id: SOCIAL,
            series: service::Series {
                prefix: "K".to_owned(),
                first: 1,
                last: 9,
            },
            ..service
        },
    });
    assert_eq!(
        house
            .hall
            .perform(&kiosk(), request, Take::of(SOCIAL))
            .unwrap()
            .label,
        "K001"
    );
}

#[test]
fn request_ids_with_odd_characters_are_refused() {
    for odd in ["", "a b", "甲", &"x".repeat(65), "a\n"] {
        assert!(RequestId::parse(odd).is_err(), "{odd:?}");
    }
}

#[test]
fn rights_are_checked_at_the_door() {
    let house = House::open();
    let tries = [
        house.act(&Actor::visitor(), Take::of(SOCIAL)).map(drop),
        house.act(&kiosk(), Recall { counter: ONE }).map(drop),
        house
            .act(
                &Actor::new(Role::Clerk, "a"),
                service::Retire { service: SOCIAL },
            )
            .map(drop),
        house
            .act(
                &Actor::new(Role::Manager, "a"),
                device::Revoke {
                    name: "x".to_owned(),
                },
            )
            .map(drop),
        house
            .hall
            .ask(&Actor::visitor(), queue::Figures::default())
            .map(drop),
    ];
    for tried in tries {
        assert!(matches!(tried, Err(Error::NotAllowed { .. })), "{tried:?}");
    }
}

#[test]
fn an_action_by_name_is_the_same_as_the_action_itself() {
    let house = House::open();
    let input = serde_json::json!({"service": 1});
    let taken = house
        .hall
        .perform_named(&kiosk(), RequestId::fresh(), "ticket.take", input)
        .unwrap();
    assert_eq!(taken["label"], "A001");
    let unknown = house.hall.perform_named(
        &kiosk(),
        RequestId::fresh(),
        "ticket.steal",
        serde_json::Value::Null,
    );
    assert_eq!(unknown, Err(Error::UnknownName("ticket.steal".to_owned())));
    let garbage = house.hall.perform_named(
        &kiosk(),
        RequestId::fresh(),
        "ticket.take",
        serde_json::json!({"service": "x"}),
    );
    assert!(matches!(garbage, Err(Error::BadInput(_))));
}

#[test]
fn every_action_and_question_has_a_name_of_its_own() {
    use linli_hall::registry::{ACTIONS, QUESTIONS};
    let mut names: Vec<_> = ACTIONS
        .iter()
        .map(|a| a.name)
        .chain(QUESTIONS.iter().map(|q| q.name))
        .collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    // ticket.call and help.call are actions, ticket.show a question: no name stands twice.
    assert_eq!(names.len(), count);
}
