use std::sync::Arc;

use linli_hall::ticket::Take;
use linli_hall::{
    Actor, Error, Hall, Names, Opening, Refusal, RequestId, StoreProblem, hours, journal, sample,
    service,
};

use crate::house::{House, SOCIAL, kiosk};

#[test]
fn what_was_given_is_there_after_opening_again() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::on_disk(folder.path());
    let (clock, taken) = (house.clock.clone(), house.take(SOCIAL));
    drop(house);
    let hall = Opening::default().clock(clock).open(folder.path()).unwrap();
    assert_eq!(
        hall.perform(&kiosk(), RequestId::fresh(), Take::of(SOCIAL))
            .unwrap()
            .label,
        "A002"
    );
    assert_eq!(
        hall.ask(
            &Actor::visitor(),
            linli_hall::ticket::Follow { token: taken.token }
        )
        .unwrap()
        .label,
        "A001"
    );
}

#[test]
fn two_programs_on_one_hall_never_give_the_same_number() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::on_disk(folder.path());
    let other = Opening::default()
        .clock(house.clock.clone())
        .open(folder.path())
        .unwrap();
    let mut labels: Vec<String> = std::thread::scope(|scope| {
        let take = |hall: Hall, name: &'static str| {
            scope.spawn(move || {
                let take = |_| {
                    hall.perform(&Actor::kiosk(name), RequestId::fresh(), Take::of(SOCIAL))
                        .unwrap()
                        .label
                };
                (0..40).map(take).collect::<Vec<_>>()
            })
        };
        let hands = [take(house.hall.clone(), "大门"), take(other, "后门")];
        hands
            .into_iter()
            .flat_map(|hand| hand.join().unwrap())
            .collect()
    });
    labels.sort();
    labels.dedup();
    assert_eq!((labels.len(), labels[79].as_str()), (80, "A080"));
    assert_eq!(house.ask(journal::Verify::default()).first_altered, None);
}

#[test]
fn a_full_disk_is_said_and_nothing_acknowledged_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let clock = sample::clock();
    let hall = Opening::default()
        .clock(clock)
        .disk_pages(96)
        .open(folder.path())
        .unwrap();
    sample::furnish(&hall).unwrap();
    let mut service = hall
        .ask(&Actor::owner(), service::List::default())
        .unwrap()
        .swap_remove(0);
    service.series.last = 9999;
    hall.perform(
        &Actor::owner(),
        RequestId::fresh(),
        service::Set { service },
    )
    .unwrap();
    let mut given = Vec::new();
    let error = loop {
        match hall.perform(&kiosk(), RequestId::fresh(), Take::of(SOCIAL)) {
            Ok(taken) => given.push(taken.label),
            Err(error) => break error,
        }
    };
    assert_eq!(error, Error::Store(StoreProblem::Full));
    assert!(given.len() > 20, "{}", given.len());
    // The hall still answers, and every number that was given is there.
    let verified = hall
        .ask(&Actor::owner(), journal::Verify::default())
        .unwrap();
    assert_eq!(verified.first_altered, None);
    let board = hall
        .ask(&Actor::owner(), linli_hall::queue::Board::default())
        .unwrap();
    assert_eq!(board.waiting as usize, given.len());
    drop(hall);
    let roomy = Opening::default()
        .clock(sample::clock())
        .open(folder.path())
        .unwrap();
    let next = roomy
        .perform(&kiosk(), RequestId::fresh(), Take::of(SOCIAL))
        .unwrap();
    assert_eq!(next.label, format!("A{:04}", given.len() + 1));
}

#[test]
fn a_damaged_or_newer_file_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("hall.db"),
        "this is no database, it only says so ".repeat(100),
    )
    .unwrap();
    assert_eq!(
        Hall::open(folder.path()).err(),
        Some(Error::Store(StoreProblem::Damaged))
    );

    let folder = tempfile::tempdir().unwrap();
    drop(Hall::open(folder.path()).unwrap());
    let db = rusqlite::Connection::open(folder.path().join("hall.db")).unwrap();
    db.pragma_update(None, "user_version", 999).unwrap();
    drop(db);
    let error = Hall::open(folder.path()).err().unwrap();
    assert!(error.to_string().contains("newer"), "{error}");
}

#[test]
fn the_schema_itself_refuses_a_number_given_twice_and_a_ticket_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::on_disk(folder.path());
    house.take(SOCIAL);
    let db = rusqlite::Connection::open(folder.path().join("hall.db")).unwrap();
    let twice = "INSERT INTO tickets (day, prefix, number, label, service, state, favoured, source, origin, locale, rank,
                 taken_at) SELECT day, prefix, number, label, service, state, favoured, source, origin, locale, rank,
                 taken_at FROM tickets";
    assert!(
        db.execute(twice, [])
            .unwrap_err()
            .to_string()
            .contains("UNIQUE")
    );
    assert!(
        db.execute("DELETE FROM tickets", [])
            .unwrap_err()
            .to_string()
            .contains("never deleted")
    );
}

#[test]
fn only_the_owner_reads_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    drop(Hall::open(folder.path()).unwrap());
    let mode = std::fs::metadata(folder.path().join("hall.db"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn fifty_taps_at_once_with_one_request_are_one_number() {
    let house = House::open();
    let hall = Arc::new(house.hall.clone());
    let request = RequestId::fresh();
    let labels: Vec<String> = std::thread::scope(|scope| {
        let taps: Vec<_> = (0..50)
            .map(|_| {
                let (hall, request) = (Arc::clone(&hall), request.clone());
                scope.spawn(move || {
                    hall.perform(&kiosk(), request, Take::of(SOCIAL))
                        .unwrap()
                        .label
                })
            })
            .collect();
        taps.into_iter().map(|tap| tap.join().unwrap()).collect()
    });
    assert!(labels.iter().all(|label| label == "A001"));
}

#[test]
fn what_another_program_sets_holds_for_the_next_number() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::on_disk(folder.path());
    let other = Opening::default()
        .clock(house.clock.clone())
        .open(folder.path())
        .unwrap();
    let set = |quota| {
        let mut service = other
            .ask(&Actor::owner(), service::List::default())
            .unwrap()
            .swap_remove(0);
        service.daily_quota = quota;
        let set = service::Set { service };
        other
            .perform(&Actor::owner(), RequestId::fresh(), set)
            .unwrap();
    };
    house.take(SOCIAL);
    set(Some(1));
    let refused = house.act(&kiosk(), Take::of(SOCIAL)).unwrap_err();
    assert!(
        matches!(
            refused,
            Error::Refused(Refusal::QuotaReached { quota: 1, .. })
        ),
        "{refused:?}"
    );
    set(None);
    assert_eq!(house.take(SOCIAL).label, "A002");
    let closed = hours::SetDay {
        date: "2026-09-26".parse().unwrap(),
        rule: Some(hours::DayRule::Closed {
            reason: Names::default(),
        }),
    };
    other
        .perform(&Actor::owner(), RequestId::fresh(), closed)
        .unwrap();
    let refused = house.act(&kiosk(), Take::of(SOCIAL)).unwrap_err();
    assert!(
        matches!(refused, Error::Refused(Refusal::Closed { .. })),
        "{refused:?}"
    );
}

#[test]
fn a_file_of_the_first_version_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let db = rusqlite::Connection::open(folder.path().join("hall.db")).unwrap();
    db.execute_batch(include_str!("../../migrations/0001_queue.sql"))
        .unwrap();
    db.pragma_update(None, "user_version", 1).unwrap();
    drop(db);
    let house = House::on_disk(folder.path());
    assert_eq!(house.take(SOCIAL).label, "A001");
}
