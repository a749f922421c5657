use linli_hall::ticket::{
    Call, CallNext, Cancel, Finish, NoShow, Park, Recall, Reprint, Show, Start, State, Transfer,
};
use linli_hall::{Actor, CounterId, Refusal, Role, TicketId, counter, queue};

use crate::house::{CIVIL, House, MEDICAL, ONE, SOCIAL, THREE, TWO, clerk, refused};

fn state(house: &House, ticket: TicketId) -> State {
    house.ask(Show { ticket }).ticket.state
}

#[test]
fn a_ticket_is_called_started_and_finished() {
    let house = House::open().with_open(&[ONE]);
    let taken = house.take(SOCIAL);
    house.clock.advance(120);
    let called = house.next(ONE);
    assert_eq!(
        (called.id, called.state, called.waited_secs),
        (taken.ticket, State::Called, Some(120))
    );
    house.clock.advance(30);
    house.at(ONE, Start { counter: ONE }).unwrap();
    house.clock.advance(240);
    let served = house.finish(ONE);
    assert_eq!((served.state, served.served_secs(0)), (State::Served, 240));
    let today = house.ask(queue::Figures::default());
    assert_eq!(
        (today.served, today.mean_served_secs, today.mean_waited_secs),
        (1, Some(240), Some(120))
    );
}

#[test]
fn two_counters_that_press_together_get_different_tickets() {
    let house = House::open().with_open(&[ONE, THREE]);
    for _ in 0..20 {
        house.take(SOCIAL);
    }
    let mut called: Vec<_> = std::thread::scope(|scope| {
        let press = |at| {
            let house = &house;
            scope.spawn(move || (0..10).map(|_| house.next(at).id).collect::<Vec<_>>())
        };
        let hands = [press(ONE), press(THREE)];
        hands
            .into_iter()
            .flat_map(|hand| hand.join().unwrap())
            .collect()
    });
    called.sort();
    called.dedup();
    assert_eq!(called.len(), 20);
}

#[test]
fn a_smaller_preference_number_is_called_first() {
    // Counter 3 serves 社保 and 医保 first, 户籍证明 second.
    let house = House::open().with_open(&[THREE]);
    house.take(linli_hall::sample::CERTIFICATES);
    house.clock.advance(60);
    let social = house.take(SOCIAL);
    let medical = house.take(MEDICAL);
    assert_eq!(house.next(THREE).id, social.ticket);
    assert_eq!(house.next(THREE).id, medical.ticket);
    assert_eq!(house.next(THREE).label, "D001");
}

#[test]
fn nobody_waiting_is_said_and_nothing_is_finished() {
    let house = House::open().with_open(&[ONE]);
    let taken = house.take(SOCIAL);
    house.next(ONE);
    assert_eq!(
        refused(house.at(
            ONE,
            CallNext {
                counter: ONE,
                finish: true
            }
        )),
        Refusal::NobodyWaits
    );
    assert_eq!(state(&house, taken.ticket), State::Called);
}

#[test]
fn a_ticket_in_hand_is_not_forgotten() {
    let house = House::open().with_open(&[ONE]);
    house.take(SOCIAL);
    house.take(SOCIAL);
    house.next(ONE);
    let busy = Refusal::CounterBusy {
        label: "A001".to_owned(),
    };
    assert_eq!(
        refused(house.at(
            ONE,
            CallNext {
                counter: ONE,
                finish: false
            }
        )),
        busy
    );
    assert_eq!(
        refused(house.at(ONE, counter::Close { counter: ONE })),
        busy
    );
}

#[test]
fn only_who_sits_there_works_there_but_a_manager_may_step_in() {
    let house = House::open().with_open(&[ONE]);
    house.take(SOCIAL);
    let stranger = house.act(
        &clerk(TWO),
        CallNext {
            counter: ONE,
            finish: false,
        },
    );
    assert_eq!(
        refused(stranger),
        Refusal::CounterTaken {
            by: "clerk-1".to_owned()
        }
    );
    let taken_over = house.act(&clerk(TWO), counter::Open { counter: ONE });
    assert_eq!(
        refused(taken_over),
        Refusal::CounterTaken {
            by: "clerk-1".to_owned()
        }
    );
    house
        .act(
            &Actor::new(Role::Manager, "站长"),
            CallNext {
                counter: ONE,
                finish: false,
            },
        )
        .unwrap();
}

#[test]
fn a_closed_or_paused_counter_calls_nobody() {
    let house = House::open();
    house.take(SOCIAL);
    let next = || CallNext {
        counter: ONE,
        finish: false,
    };
    assert_eq!(refused(house.at(ONE, next())), Refusal::CounterNotOpen);
    let house = house.with_open(&[ONE]);
    house.at(ONE, counter::Pause { counter: ONE }).unwrap();
    assert_eq!(refused(house.at(ONE, next())), Refusal::CounterNotOpen);
    assert_eq!(
        refused(house.at(
            CounterId(77),
            CallNext {
                counter: CounterId(77),
                finish: false
            }
        )),
        Refusal::NoSuchCounter
    );
}

#[test]
fn who_does_not_come_waits_some_places_back_and_then_is_set_aside() {
    let house = House::open().with_open(&[ONE]);
    let late = house.take(SOCIAL);
    for _ in 0..4 {
        house.clock.advance(10);
        house.take(SOCIAL);
    }
    house.next(ONE);
    let back = house.at(ONE, NoShow { counter: ONE }).unwrap();
    assert_eq!(back.state, State::Waiting);
    let order: Vec<_> = (0..4).map(|_| house.next(ONE).label).collect();
    assert_eq!(order, ["A002", "A003", "A004", "A001"]);
    let aside = house.at(ONE, NoShow { counter: ONE }).unwrap();
    assert_eq!((aside.state, aside.no_shows), (State::NoShow, 2));
    // Called back by hand when the person turns up after all.
    let back = house
        .at(
            ONE,
            Call {
                counter: ONE,
                ticket: late.ticket,
            },
        )
        .unwrap();
    assert_eq!(back.state, State::Called);
}

#[test]
fn a_hall_may_park_those_who_do_not_come() {
    let house = House::open().with_open(&[ONE]);
    let mut facts = house.ask(linli_hall::place::Show::default());
    facts.no_show = linli_hall::place::NoShowRule::Park;
    house.own(linli_hall::place::Set { facts });
    house.take(SOCIAL);
    house.next(ONE);
    assert_eq!(
        house.at(ONE, NoShow { counter: ONE }).unwrap().state,
        State::Parked
    );
}

#[test]
fn a_recall_calls_the_same_ticket_again() {
    let house = House::open().with_open(&[ONE]);
    house.take(SOCIAL);
    let called = house.next(ONE);
    let again = house.at(ONE, Recall { counter: ONE }).unwrap();
    assert_eq!((again.id, again.calls), (called.id, 2));
    house.at(ONE, Start { counter: ONE }).unwrap();
    assert!(matches!(
        refused(house.at(ONE, Recall { counter: ONE })),
        Refusal::NotNow { .. }
    ));
}

#[test]
fn a_transfer_keeps_the_time_of_arrival() {
    let house = House::open().with_open(&[ONE, TWO]);
    house.take(SOCIAL);
    house.clock.advance(60);
    let other = house.take(CIVIL);
    house.next(ONE);
    let transfer = Transfer {
        counter: ONE,
        ticket: None,
        to_service: Some(CIVIL),
        to_counter: None,
        note: String::new(),
    };
    house.at(ONE, transfer).unwrap();
    assert_eq!(house.next(TWO).label, "A001");
    assert_eq!(house.next(TWO).id, other.ticket);
}

#[test]
fn a_ticket_meant_for_one_counter_is_called_by_no_other() {
    let house = House::open().with_open(&[ONE, THREE]);
    house.take(SOCIAL);
    house.next(ONE);
    let to_three = |ticket| Transfer {
        counter: ONE,
        ticket,
        to_service: None,
        to_counter: Some(THREE),
        note: "复核".to_owned(),
    };
    house.at(ONE, to_three(None)).unwrap();
    assert_eq!(
        refused(house.at(
            ONE,
            CallNext {
                counter: ONE,
                finish: false
            }
        )),
        Refusal::NobodyWaits
    );
    assert_eq!(house.next(THREE).label, "A001");
    // Counter 2 does not serve 社保 at all.
    let wrong = Transfer {
        counter: THREE,
        ticket: None,
        to_service: None,
        to_counter: Some(TWO),
        note: String::new(),
    };
    assert_eq!(refused(house.at(THREE, wrong)), Refusal::NotServedHere);
}

#[test]
fn a_clerk_does_not_move_what_another_has_in_hand() {
    let house = House::open().with_open(&[ONE, THREE]);
    let taken = house.take(SOCIAL);
    house.next(ONE);
    let park = Park {
        counter: THREE,
        ticket: Some(taken.ticket),
        note: String::new(),
    };
    assert_eq!(refused(house.at(THREE, park)), Refusal::NotServedHere);
    assert!(matches!(
        refused(house.at(
            THREE,
            Call {
                counter: THREE,
                ticket: taken.ticket
            }
        )),
        Refusal::NotNow { .. }
    ));
}

#[test]
fn a_finished_ticket_cannot_be_cancelled_or_finished_again() {
    let house = House::open().with_open(&[ONE]);
    let taken = house.take(SOCIAL);
    house.next(ONE);
    house.finish(ONE);
    assert!(matches!(
        refused(house.at(
            ONE,
            Cancel {
                counter: ONE,
                ticket: taken.ticket
            }
        )),
        Refusal::NotNow {
            state: State::Served,
            ..
        }
    ));
    assert_eq!(
        refused(house.at(ONE, Finish { counter: ONE })),
        Refusal::NoSuchTicket
    );
}

#[test]
fn a_desk_shows_what_its_counter_serves() {
    let house = House::open().with_open(&[ONE, TWO]);
    house.take(SOCIAL);
    house.take(CIVIL);
    let desk = house
        .hall
        .ask(&clerk(ONE), queue::Desk { counter: ONE })
        .unwrap();
    assert_eq!(
        desk.waiting
            .iter()
            .map(|row| row.ticket.label.as_str())
            .collect::<Vec<_>>(),
        ["A001"]
    );
    house.next(ONE);
    let desk = house
        .hall
        .ask(&clerk(ONE), queue::Desk { counter: ONE })
        .unwrap();
    assert_eq!(
        (desk.in_hand.unwrap().ticket.label.as_str(), desk.undo_secs),
        ("A001", 10)
    );
}

#[test]
fn a_slip_is_printed_again_only_by_staff_and_the_journal_knows() {
    let house = House::open().with_open(&[ONE]);
    let taken = house.take(SOCIAL);
    assert!(
        house
            .act(
                &crate::house::kiosk(),
                Reprint {
                    ticket: taken.ticket,
                    device: String::new()
                }
            )
            .is_err()
    );
    house
        .at(
            ONE,
            Reprint {
                ticket: taken.ticket,
                device: String::new(),
            },
        )
        .unwrap();
    let entries = house.ask(linli_hall::journal::Tail {
        after: 0,
        limit: 500,
    });
    let asked = linli_hall::journal::Event::ReprintAsked {
        ticket: taken.ticket,
        device: "大门".to_owned(),
    };
    assert_eq!(entries.last().unwrap().event, asked);
}
