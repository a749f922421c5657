use linli_hall::forecast::Score;
use linli_hall::service;
use linli_hall::ticket::Start;

use crate::house::{House, ONE, SOCIAL, THREE};

fn serve(house: &House, secs: i64) {
    house.next(ONE);
    house.at(ONE, Start { counter: ONE }).unwrap();
    house.clock.advance(secs);
    house.finish(ONE);
}

#[test]
fn without_a_counter_there_is_no_forecast() {
    let house = House::open();
    assert_eq!(house.take(SOCIAL).wait, None);
}

#[test]
fn an_idle_counter_means_no_wait() {
    let house = House::open().with_open(&[ONE]);
    let wait = house.take(SOCIAL).wait.unwrap();
    assert_eq!((wait.low_secs, wait.minutes().1), (0, 1));
}

#[test]
fn the_forecast_learns_from_those_served() {
    let slow = House::open().with_open(&[ONE]);
    let fast = House::open().with_open(&[ONE]);
    for (house, secs) in [(&slow, 900), (&fast, 60)] {
        for _ in 0..15 {
            house.take(SOCIAL);
            serve(house, secs);
        }
        for _ in 0..4 {
            house.take(SOCIAL);
        }
    }
    let wait = |house: &House| house.take(SOCIAL).wait.unwrap();
    let (slow, fast) = (wait(&slow), wait(&fast));
    assert!(slow.low_secs > fast.high_secs, "{slow:?} {fast:?}");
    // Four ahead at a minute each, and the last one half served.
    assert!(fast.low_secs < 270 && 270 < fast.high_secs, "{fast:?}");
}

#[test]
fn a_second_counter_shortens_the_wait() {
    let wait = |counters: &[_]| {
        let house = House::open().with_open(counters);
        for _ in 0..6 {
            house.take(SOCIAL);
        }
        house.take(SOCIAL).wait.unwrap()
    };
    let (one, two) = (wait(&[ONE]), wait(&[ONE, THREE]));
    assert!(two.high_secs < one.high_secs, "{one:?} {two:?}");
}

#[test]
fn each_forecast_is_scored_against_what_happened() {
    let house = House::open().with_open(&[ONE]);
    assert_eq!(
        house
            .ask(Score {
                service: None,
                days: 7
            })
            .inside_percent,
        None
    );
    let told = house.take(SOCIAL).wait.unwrap();
    house.clock.advance(90);
    house.next(ONE);
    let score = house.ask(Score {
        service: Some(SOCIAL),
        days: 1,
    });
    let error = (90 - (told.low_secs + told.high_secs) / 2).abs();
    assert_eq!(
        (score.tickets, score.mean_error_secs, score.inside_percent),
        (1, Some(error), Some(0))
    );
    let offer = house.ask(service::Offer::default());
    assert_eq!(offer[0].waiting, 0);
}

/// A whole morning with service times that scatter: most waits lie within what was told.
#[test]
fn most_waits_of_a_busy_morning_lie_within_what_was_told() {
    let house = House::open().with_open(&[ONE]);
    for _ in 0..5 {
        house.take(SOCIAL);
    }
    for round in 0..45_i64 {
        house.take(SOCIAL);
        // 3 to 11 minutes, in an order that does not repeat soon.
        serve(&house, 180 + (round * 37 % 17) * 30);
    }
    let score = house.ask(Score {
        service: None,
        days: 1,
    });
    assert!(
        score.tickets >= 45 && score.inside_percent.unwrap() >= 60,
        "{score:?}"
    );
}
