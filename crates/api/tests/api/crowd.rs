//! A crowd at the door.

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use linli_hall::journal::{Event, Tail, Verify};
use linli_hall::ticket::{CallNext, Take};
use linli_hall::{
    Actor, CounterId, Error, Names, Refusal, RequestId, Role, ServiceId, counter, ticket,
};

use crate::house::{House, WIDE, WIDE_SERVICES};

const CLIENTS: usize = 8;
const NUMBERS: usize = 2000;
const COUNTERS: i64 = 4;

#[test]
fn eight_clients_take_two_thousand_numbers_while_four_counters_call_them() {
    let house = House::open();
    for id in 11..11 + COUNTERS {
        let services = (0..WIDE_SERVICES).map(|n| counter::Served {
            service: ServiceId(WIDE.0 + n),
            preference: 1,
        });
        let plan = counter::Plan {
            id: CounterId(id),
            names: Names::default(),
            services: services.collect(),
        };
        house
            .hall
            .perform(
                &Actor::owner(),
                RequestId::fresh(),
                counter::Set { counter: plan },
            )
            .unwrap();
    }
    let waiting = AtomicUsize::new(NUMBERS);
    let (taken, called) = std::thread::scope(|scope| {
        let (house, waiting) = (&house, &waiting);
        let takers: Vec<_> = (0..CLIENTS)
            .map(|n| scope.spawn(move || take(house, n)))
            .collect();
        let clerks: Vec<_> = (11..11 + COUNTERS)
            .map(|id| scope.spawn(move || call(house, id, waiting)))
            .collect();
        let taken: Vec<_> = takers
            .into_iter()
            .flat_map(|taker| taker.join().unwrap())
            .collect();
        let called: Vec<_> = clerks
            .into_iter()
            .flat_map(|clerk| clerk.join().unwrap())
            .collect();
        (taken, called)
    });
    let unique: HashSet<&String> = taken.iter().collect();
    assert_eq!(
        (taken.len(), unique.len()),
        (NUMBERS, NUMBERS),
        "every number is given once"
    );
    let answered: HashSet<&String> = called.iter().collect();
    assert_eq!(
        (called.len(), answered),
        (NUMBERS, unique),
        "every number is called once"
    );
    journal_tells_the_same(&house);
}

fn take(house: &House, client: usize) -> Vec<String> {
    let remote = house.remote(&house.kiosk);
    let take = |n: usize| {
        let service = ServiceId(WIDE.0 + ((client + n) as i64 % WIDE_SERVICES));
        remote
            .perform(&RequestId::fresh(), &Take::of(service))
            .unwrap()
            .label
    };
    (0..NUMBERS / CLIENTS).map(take).collect()
}

fn call(house: &House, id: i64, waiting: &AtomicUsize) -> Vec<String> {
    let counter = CounterId(id);
    let remote = house.remote(&house.enrol(Role::Clerk, &format!("窗口{id}")));
    remote
        .perform(&RequestId::fresh(), &counter::Open { counter })
        .unwrap();
    let mut called = Vec::new();
    while waiting.load(Ordering::Relaxed) > 0 {
        match remote.perform(
            &RequestId::fresh(),
            &CallNext {
                counter,
                finish: true,
            },
        ) {
            Ok(ticket) => {
                waiting.fetch_sub(1, Ordering::Relaxed);
                called.push(ticket.label);
            }
            Err(Error::Refused(Refusal::NobodyWaits)) => {
                std::thread::sleep(std::time::Duration::from_millis(1))
            }
            Err(error) => panic!("{error}"),
        }
    }
    remote
        .perform(&RequestId::fresh(), &ticket::Finish { counter })
        .map(drop)
        .unwrap();
    called
}

fn journal_tells_the_same(house: &House) {
    let verified = house.hall.ask(&Actor::owner(), Verify::default()).unwrap();
    assert_eq!(verified.first_altered, None);
    let (mut taken, mut called, mut after) = (0, 0, 0);
    loop {
        let page = house
            .hall
            .ask(&Actor::owner(), Tail { after, limit: 500 })
            .unwrap();
        let Some(last) = page.last() else { break };
        after = last.seq;
        taken += page
            .iter()
            .filter(|entry| matches!(entry.event, Event::TicketTaken { .. }))
            .count();
        called += page
            .iter()
            .filter(|entry| matches!(entry.event, Event::TicketCalled { .. }))
            .count();
    }
    assert_eq!((taken, called, after), (NUMBERS, NUMBERS, verified.good));
}
