use linli_hall::ticket::{Show, State, Take};
use linli_hall::{Error, Names, Refusal, ServiceId, sample, service};

use crate::house::{CIVIL, House, SOCIAL, kiosk, refused};

#[test]
fn numbers_of_a_series_follow_each_other_and_series_do_not_mix() {
    let house = House::open();
    let labels: Vec<_> = [SOCIAL, SOCIAL, CIVIL, SOCIAL]
        .map(|service| house.take(service).label)
        .into();
    assert_eq!(labels, ["A001", "A002", "B001", "A003"]);
}

#[test]
fn numbers_begin_again_on_the_next_day_and_the_old_ones_stay() {
    let house = House::open();
    let first = house.take(SOCIAL);
    // Saturday to Monday: Sunday is closed.
    house.clock.advance(2 * 86_400);
    let second = house.take(SOCIAL);
    assert_eq!(
        (first.label.as_str(), second.label.as_str()),
        ("A001", "A001")
    );
    assert_ne!(first.ticket, second.ticket);
    assert_eq!(
        house
            .ask(Show {
                ticket: first.ticket
            })
            .ticket
            .state,
        State::Waiting
    );
}

#[test]
fn the_day_turns_by_the_halls_own_clock() {
    let house = House::open();
    house.own(linli_hall::hours::Set {
        service: None,
        week: None,
    });
    // 15:59:59 UTC is 23:59:59 in Shanghai.
    house.clock.set("2026-09-26T15:59:59Z".parse().unwrap());
    assert_eq!(house.take(SOCIAL).label, "A001");
    house.clock.advance(1);
    assert_eq!(house.take(SOCIAL).label, "A001");
    assert_eq!(house.take(SOCIAL).label, "A002");
}

#[test]
fn a_clock_that_jumps_back_never_repeats_a_number() {
    let house = House::open();
    house.own(linli_hall::hours::Set {
        service: None,
        week: None,
    });
    house.take(SOCIAL);
    house.clock.advance(86_400);
    house.take(SOCIAL);
    house.clock.advance(-86_400);
    assert_eq!(house.take(SOCIAL).label, "A002");
}

#[test]
fn a_series_ends_at_its_ceiling() {
    let house = House::open();
    let mut services = house.ask(service::List::default());
    let mut service = services.swap_remove(0);
    service.series.last = 2;
    house.own(service::Set { service });
    house.take(SOCIAL);
    house.take(SOCIAL);
    assert_eq!(
        refused(house.act(&kiosk(), Take::of(SOCIAL))),
        Refusal::SeriesExhausted { last: 2 }
    );
}

#[test]
fn a_digit_band_gives_digits_alone() {
    let house = House::open();
    let mut service = house.ask(service::List::default()).swap_remove(0);
    service.series = service::Series {
        prefix: String::new(),
        first: 101,
        last: 199,
    };
    house.own(service::Set { service });
    assert_eq!(house.take(SOCIAL).label, "101");
}

#[test]
fn bands_that_overlap_are_refused_and_the_same_band_may_be_shared() {
    let house = House::open();
    let mut service = house.ask(service::List::default()).swap_remove(0);
    service.id = ServiceId(20);
    service.series.first = 200;
    service.series.last = 400;
    let refusal = refused(house.act(
        &linli_hall::Actor::owner(),
        service::Set {
            service: service.clone(),
        },
    ));
    assert_eq!(refusal, Refusal::SeriesOverlap { with: SOCIAL });
    service.series.first = 1;
    service.series.last = 299;
    house.own(service::Set { service });
    assert_eq!(house.take(SOCIAL).label, "A001");
    assert_eq!(house.take(ServiceId(20)).label, "A002");
}

#[test]
fn a_quota_that_is_used_up_says_when_there_is_more() {
    let house = House::open();
    let mut service = house
        .ask(service::List::default())
        .into_iter()
        .find(|s| s.id == sample::CERTIFICATES)
        .unwrap();
    service.daily_quota = Some(1);
    house.own(service::Set { service });
    house.take(sample::CERTIFICATES);
    let Refusal::QuotaReached {
        quota: 1,
        opens: Some(opens),
    } = refused(house.act(&kiosk(), Take::of(sample::CERTIFICATES)))
    else {
        panic!("the quota is reached")
    };
    assert_eq!(
        (opens.date.to_string(), opens.today),
        ("2026-09-28".to_owned(), false)
    );
}

#[test]
fn a_closed_service_says_when_it_opens() {
    let house = House::open();
    let Refusal::Closed { opens: Some(opens) } =
        refused(house.act(&kiosk(), Take::of(sample::JOBS)))
    else {
        panic!("it is closed")
    };
    assert_eq!(
        (opens.today, opens.time.to_string()),
        (true, "13:30:00".to_owned())
    );
}

#[test]
fn a_retired_or_unknown_service_gives_no_number() {
    let house = House::open();
    house.own(service::Retire { service: SOCIAL });
    assert_eq!(
        refused(house.act(&kiosk(), Take::of(SOCIAL))),
        Refusal::NoSuchService
    );
    assert_eq!(
        refused(house.act(&kiosk(), Take::of(ServiceId(999)))),
        Refusal::NoSuchService
    );
}

#[test]
fn nonsense_is_refused_in_words() {
    let house = House::open();
    let good = house.ask(service::List::default()).swap_remove(0);
    let bad = [
        service::Service {
            names: Names::zh(" "),
            ..good.clone()
        },
        service::Service {
            names: Names::zh(&"长".repeat(61)),
            ..good.clone()
        },
        service::Service {
            names: Names::zh("a\u{7}b"),
            ..good.clone()
        },
        service::Service {
            id: ServiceId(0),
            ..good.clone()
        },
        service::Service {
            typical_secs: 0,
            ..good.clone()
        },
        service::Service {
            series: service::Series {
                prefix: "甲".to_owned(),
                first: 1,
                last: 9,
            },
            ..good.clone()
        },
        service::Service {
            series: service::Series {
                prefix: "A".to_owned(),
                first: 9,
                last: 1,
            },
            ..good
        },
    ];
    for service in bad {
        let error = house
            .act(&linli_hall::Actor::owner(), service::Set { service })
            .unwrap_err();
        assert!(
            matches!(&error, Error::BadInput(words) if words.len() > 10),
            "{error:?}"
        );
    }
}
