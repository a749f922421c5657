use jiff::civil::{date, time};
use linli_hall::hours::{DayRule, Openness, Period, Set, SetDay, Show, Week};
use linli_hall::ticket::Take;
use linli_hall::{Actor, Names, Refusal, sample};

use crate::house::{House, SOCIAL, kiosk, refused};

fn openness(house: &House) -> Openness {
    house
        .ask(Show {
            service: Some(SOCIAL),
        })
        .openness
}

#[test]
fn several_periods_a_day_close_for_lunch() {
    let house = House::open();
    let period = |from, to| Period {
        from: time(from, 0, 0, 0),
        to: time(to, 0, 0, 0),
    };
    let week = Week(std::array::from_fn(|_| vec![period(9, 12), period(13, 17)]));
    house.own(Set {
        service: None,
        week: Some(week),
    });
    assert_eq!(
        openness(&house),
        Openness::Open {
            until: time(12, 0, 0, 0)
        }
    );
    house.clock.advance(3 * 3600);
    let Openness::Closed { opens: Some(opens) } = openness(&house) else {
        panic!("it is noon")
    };
    assert_eq!((opens.today, opens.time), (true, time(13, 0, 0, 0)));
    assert!(matches!(
        refused(house.act(&kiosk(), Take::of(SOCIAL))),
        Refusal::Closed { .. }
    ));
}

#[test]
fn a_holiday_is_closed_and_a_make_up_day_works() {
    let house = House::open();
    let today = date(2026, 9, 26);
    house.own(SetDay {
        date: today,
        rule: Some(DayRule::Closed {
            reason: Names::zh("国庆调休"),
        }),
    });
    // Sunday works as a Monday instead.
    house.own(SetDay {
        date: date(2026, 9, 27),
        rule: Some(DayRule::WorksAs { weekday: 1 }),
    });
    let Openness::Closed { opens: Some(opens) } = openness(&house) else {
        panic!("it is a holiday")
    };
    assert_eq!(
        (opens.date, opens.time),
        (date(2026, 9, 27), time(9, 0, 0, 0))
    );
    house.clock.advance(86_400);
    assert_eq!(
        openness(&house),
        Openness::Open {
            until: time(12, 0, 0, 0)
        }
    );
    house.own(SetDay {
        date: date(2026, 9, 27),
        rule: None,
    });
    assert!(!openness(&house).is_open());
}

#[test]
fn a_service_without_hours_has_the_halls_and_can_go_back_to_them() {
    let house = House::open();
    assert!(
        !house
            .ask(Show {
                service: Some(sample::JOBS)
            })
            .openness
            .is_open()
    );
    house.own(Set {
        service: Some(sample::JOBS),
        week: None,
    });
    assert!(
        house
            .ask(Show {
                service: Some(sample::JOBS)
            })
            .openness
            .is_open()
    );
}

#[test]
fn periods_that_overlap_or_end_before_they_begin_are_refused() {
    let house = House::open();
    let period = |from, to| Period {
        from: time(from, 0, 0, 0),
        to: time(to, 0, 0, 0),
    };
    for periods in [
        vec![period(12, 9)],
        vec![period(9, 12), period(11, 13)],
        vec![period(9, 10); 5],
    ] {
        let week = Week::working_days(&periods);
        assert!(
            house
                .act(
                    &Actor::owner(),
                    Set {
                        service: None,
                        week: Some(week)
                    }
                )
                .is_err()
        );
    }
}
