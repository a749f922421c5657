use linli_hall::queue;
use linli_hall::ticket::{Show, Undo};
use proptest::prelude::*;

use crate::house::{House, MEDICAL, ONE, SOCIAL};

#[test]
fn at_most_two_priority_tickets_in_a_row_while_others_wait() {
    let house = House::open().with_open(&[ONE]);
    for _ in 0..3 {
        house.take(SOCIAL);
    }
    for _ in 0..5 {
        house.take_favoured(SOCIAL);
    }
    let order: Vec<_> = (0..8).map(|_| house.next(ONE).label).collect();
    assert_eq!(
        order,
        [
            "A004", "A005", "A001", "A006", "A007", "A002", "A008", "A003"
        ]
    );
}

#[test]
fn the_number_of_people_ahead_is_what_happens() {
    let house = House::open().with_open(&[ONE]);
    for _ in 0..3 {
        house.take(SOCIAL);
    }
    let told: Vec<_> = (0..5).map(|_| house.take_favoured(SOCIAL)).collect();
    let ahead: Vec<_> = told.iter().map(|taken| taken.ahead).collect();
    assert_eq!(ahead, [0, 1, 3, 4, 6]);
    for taken in &told {
        assert_eq!(
            house
                .ask(Show {
                    ticket: taken.ticket
                })
                .ahead,
            taken.ahead
        );
    }
    let order: Vec<_> = (0..8).map(|_| house.next(ONE).id).collect();
    for taken in &told {
        assert_eq!(order[taken.ahead as usize], taken.ticket);
    }
}

#[test]
fn a_call_that_is_undone_does_not_count_in_the_row() {
    let house = House::open().with_open(&[ONE]);
    house.take(SOCIAL);
    for _ in 0..3 {
        house.take_favoured(SOCIAL);
    }
    house.next(ONE);
    house.next(ONE);
    assert_eq!(house.next(ONE).label, "A001");
    house.at(ONE, Undo { counter: ONE }).unwrap();
    // Still A001's turn: two priority tickets have been called since anybody else was.
    assert_eq!(house.next(ONE).label, "A001");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever comes in whatever order, for whatever bound: nobody who waits sees more than
    /// `bound` priority tickets called in a row, at the counter or for the service.
    #[test]
    fn the_bound_holds_for_every_order_of_arrivals(
        bound in 1_u32..4,
        arrivals in proptest::collection::vec((any::<bool>(), any::<bool>(), 0_u8..3), 1..40),
    ) {
        let house = House::open().with_open(&[ONE]);
        let mut facts = house.ask(linli_hall::place::Show::default());
        facts.priority_in_a_row = bound;
        house.own(linli_hall::place::Set { facts });
        let mut in_a_row = 0;
        let mut waiting_others = 0;
        for (favoured, medical, calls) in arrivals {
            let service = if medical { MEDICAL } else { SOCIAL };
            if favoured { house.take_favoured(service); } else { house.take(service); waiting_others += 1; }
            for _ in 0..calls {
                if house.ask(queue::Board::default()).waiting == 0 { break; }
                if house.next(ONE).favoured() {
                    in_a_row += 1;
                    prop_assert!(in_a_row <= bound || waiting_others == 0, "{in_a_row} in a row");
                    if waiting_others == 0 { in_a_row = 0; }
                } else {
                    in_a_row = 0;
                    waiting_others -= 1;
                }
            }
        }
    }
}
