use linli_hall::ticket::{Call, Park, Show, Start, State, Undo};
use linli_hall::{Refusal, TicketId};

use crate::house::{House, ONE, SOCIAL, THREE, refused};

fn state(house: &House, ticket: TicketId) -> State {
    house.ask(Show { ticket }).ticket.state
}

#[test]
fn a_misclick_is_undone_within_ten_seconds() {
    let house = House::open().with_open(&[ONE]);
    let taken = house.take(SOCIAL);
    house.next(ONE);
    house.clock.advance(9);
    house.at(ONE, Undo { counter: ONE }).unwrap();
    let standing = house.ask(Show {
        ticket: taken.ticket,
    });
    assert_eq!(
        (
            standing.ticket.state,
            standing.ticket.calls,
            standing.ticket.waited_secs
        ),
        (State::Waiting, 0, None)
    );
    house.next(ONE);
    house.clock.advance(11);
    assert_eq!(
        refused(house.at(ONE, Undo { counter: ONE })),
        Refusal::NothingToUndo
    );
}

#[test]
fn finish_and_next_is_undone_as_one() {
    let house = House::open().with_open(&[ONE]);
    let (first, second) = (house.take(SOCIAL), house.take(SOCIAL));
    house.next(ONE);
    house.at(ONE, Start { counter: ONE }).unwrap();
    house.next(ONE);
    house.at(ONE, Undo { counter: ONE }).unwrap();
    assert_eq!(state(&house, first.ticket), State::Serving);
    assert_eq!(state(&house, second.ticket), State::Waiting);
    assert_eq!(
        refused(house.at(ONE, Undo { counter: ONE })),
        Refusal::NothingToUndo
    );
}

#[test]
fn what_another_has_moved_since_is_not_undone() {
    let house = House::open().with_open(&[ONE, THREE]);
    let taken = house.take(SOCIAL);
    house.next(ONE);
    house
        .at(
            ONE,
            Park {
                counter: ONE,
                ticket: None,
                note: "去复印".to_owned(),
            },
        )
        .unwrap();
    house
        .at(
            THREE,
            Call {
                counter: THREE,
                ticket: taken.ticket,
            },
        )
        .unwrap();
    assert_eq!(
        refused(house.at(ONE, Undo { counter: ONE })),
        Refusal::NothingToUndo
    );
    assert_eq!(state(&house, taken.ticket), State::Called);
}
