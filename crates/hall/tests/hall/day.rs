use linli_hall::day::Close;
use linli_hall::queue;
use linli_hall::ticket::{Show, State};

use crate::house::{House, ONE, SOCIAL, kiosk};

#[test]
fn those_who_hold_a_number_are_served_for_an_hour_after_closing_and_then_expire() {
    let house = House::open().with_open(&[ONE]);
    let (first, second) = (house.take(SOCIAL), house.take(SOCIAL));
    // Saturday closes at 16:00: 16:30 is within the hour.
    house.clock.advance(6 * 3600 + 49 * 60);
    assert_eq!(house.act(&kiosk(), Close::default()).unwrap().expired, 0);
    assert_eq!(house.next(ONE).id, first.ticket);
    house.finish(ONE);
    house.clock.advance(40 * 60);
    assert_eq!(house.act(&kiosk(), Close::default()).unwrap().expired, 1);
    assert_eq!(
        house
            .ask(Show {
                ticket: second.ticket
            })
            .ticket
            .state,
        State::Expired
    );
    assert_eq!(house.ask(queue::Board::default()).waiting, 0);
    assert_eq!(house.act(&kiosk(), Close::default()).unwrap().expired, 0);
}

#[test]
fn lunch_is_not_the_end_of_the_day() {
    let house = House::open();
    let taken = house.take(SOCIAL);
    // Monday, 12:59: closed for lunch since 12:00.
    house.clock.advance(2 * 86_400);
    let monday = house.take(SOCIAL);
    house.clock.advance(3 * 3600 + 18 * 60);
    house.act(&kiosk(), Close::default()).unwrap();
    assert_eq!(
        house
            .ask(Show {
                ticket: taken.ticket
            })
            .ticket
            .state,
        State::Expired
    );
    assert_eq!(
        house
            .ask(Show {
                ticket: monday.ticket
            })
            .ticket
            .state,
        State::Waiting
    );
}

#[test]
fn yesterdays_tickets_are_never_called_today() {
    let house = House::open().with_open(&[ONE]);
    house.take(SOCIAL);
    house.clock.advance(2 * 86_400);
    let today = house.take(SOCIAL);
    assert_eq!(house.next(ONE).id, today.ticket);
}
