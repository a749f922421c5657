//! Random actions in random order: whatever people press, what must hold holds.

use linli_hall::ticket::{
    Call, CallNext, Cancel, Finish, NoShow, Park, Recall, Start, Take, Transfer, Undo,
};
use linli_hall::{
    Clock, CounterId, Error, Hall, MessageId, ServiceId, TicketId, counter, day, journal, message,
    queue,
};
use proptest::prelude::*;

use crate::house::{House, clerk, kiosk};

#[derive(Debug, Clone)]
enum Step {
    Take(u8, bool),
    Desk(u8, u8, i64),
    Message(u8, i64),
    Wait(u16),
    Season,
    Close,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (1_u8..9, any::<bool>()).prop_map(|(service, favoured)| Step::Take(service, favoured)),
        8 => (1_u8..5, 0_u8..13, 1_i64..30).prop_map(|(at, verb, ticket)| Step::Desk(at, verb, ticket)),
        2 => (0_u8..5, 1_i64..6).prop_map(|(verb, message)| Step::Message(verb, message)),
        2 => (1_u16..3_000).prop_map(Step::Wait),
        1 => Just(Step::Season),
        1 => Just(Step::Close),
    ]
}

/// Does one step. What a rule refuses is fine; anything else is a mistake.
fn perform(house: &House, step: &Step) {
    let done = match *step {
        Step::Take(service, favoured) => {
            let priority = favoured.then_some(linli_hall::ticket::Priority::Age);
            house
                .act(
                    &kiosk(),
                    Take {
                        priority,
                        ..Take::of(ServiceId(service.into()))
                    },
                )
                .map(drop)
        }
        Step::Desk(at, verb, ticket) => desk(house, CounterId(at.into()), verb, TicketId(ticket)),
        Step::Wait(secs) => {
            house.clock.advance(secs.into());
            Ok(())
        }
        Step::Message(verb, id) => message(house, verb, MessageId(id)),
        Step::Season => {
            house.clock.advance(31 * 24 * 3600);
            Ok(())
        }
        Step::Close => house.act(&kiosk(), day::Close::default()).map(drop),
    };
    assert!(
        matches!(done, Ok(()) | Err(Error::Refused(_))),
        "{step:?}: {done:?}"
    );
}

fn desk(house: &House, counter: CounterId, verb: u8, ticket: TicketId) -> Result<(), Error> {
    let by = clerk(counter);
    let note = String::new();
    match verb {
        0 | 1 => house
            .act(
                &by,
                CallNext {
                    counter,
                    finish: verb == 1,
                },
            )
            .map(drop),
        2 => house.act(&by, Call { counter, ticket }).map(drop),
        3 => house.act(&by, Recall { counter }).map(drop),
        4 => house.act(&by, Start { counter }).map(drop),
        5 => house.act(&by, Finish { counter }).map(drop),
        6 => house.act(&by, NoShow { counter }).map(drop),
        7 => house
            .act(
                &by,
                Park {
                    counter,
                    ticket: None,
                    note,
                },
            )
            .map(drop),
        8 => {
            let to_service = Some(ServiceId(ticket.0 % 8 + 1));
            house
                .act(
                    &by,
                    Transfer {
                        counter,
                        ticket: None,
                        to_service,
                        to_counter: Some(counter),
                        note,
                    },
                )
                .map(drop)
        }
        9 => house.act(&by, Cancel { counter, ticket }).map(drop),
        10 | 11 => house.act(&by, Undo { counter }).map(drop),
        _ => house.act(&by, counter::Open { counter }).map(drop),
    }
}

fn message(house: &House, verb: u8, message: MessageId) -> Result<(), Error> {
    let words = "路灯不亮".to_owned();
    match verb {
        0 | 1 => {
            let leave = message::Leave {
                words,
                phone: (verb == 0).then(|| "13812345678".to_owned()),
                locale: "zh-CN".to_owned(),
            };
            house.act(&kiosk(), leave).map(drop)
        }
        2 | 3 => house.at(CounterId(1), message::Answer { message, words }),
        _ => house
            .at(CounterId(1), message::ShowPhone { message })
            .map(drop),
    }
}

/// The counts kept on the side agree with the tickets, nobody is at two places, the chain is whole.
fn check(house: &House, folder: &std::path::Path) {
    let db = rusqlite::Connection::open(folder.join("hall.db")).unwrap();
    let wrong_counts: i64 = db
        .query_row(
            "SELECT count(*) FROM service_days d WHERE waiting <> (SELECT count(*) FROM tickets t
             WHERE t.day = d.day AND t.service = d.service AND t.state = 'waiting')",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let doubly_manned: i64 = db
        .query_row(
            "SELECT count(*) FROM (SELECT counter FROM tickets WHERE state IN ('called', 'serving')
             GROUP BY counter HAVING count(*) > 1)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!((wrong_counts, doubly_manned), (0, 0));
    let overdue: i64 = db
        .query_row(
            "SELECT count(*) FROM messages WHERE (phone IS NOT NULL AND (at < ?1 - 90 * 86400000
             OR answered_at < ?1 - 30 * 86400000)) OR (words IS NOT NULL AND at < ?1 - 365 * 86400000)",
            [house.clock.now().as_millisecond()],
            |row| row.get(0),
        )
        .unwrap();
    let unanswered = house.ask(message::List { answered: false }).len();
    let counted = house
        .ask(queue::Desk {
            counter: CounterId(1),
        })
        .messages;
    assert_eq!((overdue, unanswered), (0, counted as usize));
    assert_eq!(house.ask(journal::Verify::default()).first_altered, None);
    house.ask(queue::Board::default());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pressed_the_hall_stays_whole(steps in proptest::collection::vec(step(), 1..120)) {
        let folder = tempfile::tempdir().unwrap();
        let house = House::on_disk(folder.path()).with_open(&[1, 2, 3].map(CounterId));
        for step in &steps {
            perform(&house, step);
        }
        house.act(&kiosk(), day::Close::default()).unwrap();
        check(&house, folder.path());
        // And it is the same hall after it was closed and opened again.
        let board = house.ask(queue::Board::default());
        let clock = house.clock.clone();
        drop(house);
        let hall: Hall = linli_hall::Opening::default().clock(clock).open(folder.path()).unwrap();
        prop_assert_eq!(hall.ask(&kiosk(), queue::Board::default()).unwrap(), board);
    }
}
