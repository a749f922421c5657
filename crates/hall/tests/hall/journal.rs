use std::time::Duration;

use linli_hall::Question;
use linli_hall::journal::{Event, Tail, Verify};

use crate::house::{House, SOCIAL};

#[test]
fn the_journal_tells_what_happened_in_order_without_gaps() {
    let house = House::open();
    let taken = house.take(SOCIAL);
    let entries = house.ask(Tail {
        after: 0,
        limit: 500,
    });
    assert!(
        entries
            .iter()
            .enumerate()
            .all(|(place, entry)| entry.seq == place as u64 + 1)
    );
    let last = entries.last().unwrap();
    assert_eq!(
        (last.actor.as_str(), last.action.as_str()),
        ("kiosk:大门", "ticket.take")
    );
    assert!(matches!(&last.event, Event::TicketTaken { ticket, .. } if *ticket == taken.ticket));
    assert_eq!(house.ask(Verify::default()).first_altered, None);
}

#[test]
fn the_first_altered_entry_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::on_disk(folder.path());
    for _ in 0..5 {
        house.take(SOCIAL);
    }
    let good = house.ask(Verify::default());
    assert_eq!(good.first_altered, None);
    let altered = good.good - 2;
    let db = rusqlite::Connection::open(folder.path().join("hall.db")).unwrap();
    let change = "UPDATE journal SET event = replace(event, 'A003', 'A009') WHERE seq = ?1";
    assert_eq!(db.execute(change, [altered.cast_signed()]).unwrap(), 1);
    let found = house.ask(Verify::default());
    assert_eq!(
        (found.first_altered, found.good),
        (Some(altered), altered - 1)
    );
    db.execute(
        "DELETE FROM journal WHERE seq = ?1",
        [altered.cast_signed()],
    )
    .unwrap();
    assert_eq!(
        house.ask(Verify::default()).first_altered,
        Some(altered + 1)
    );
}

#[test]
fn a_follower_hears_of_each_entry_once_and_live() {
    let house = House::open();
    let last = house
        .ask(Tail {
            after: 0,
            limit: 500,
        })
        .last()
        .unwrap()
        .seq;
    let mut follower = house.hall.follow(last);
    assert!(follower.next(Duration::ZERO).unwrap().is_empty());
    let heard = std::thread::scope(|scope| {
        let listening = scope.spawn(move || follower.next(Duration::from_secs(20)).unwrap());
        house.take(SOCIAL);
        listening.join().unwrap()
    });
    assert_eq!(heard.len(), 1);
    assert_eq!(heard[0].action, "ticket.take");
}

#[test]
fn a_follower_hears_what_another_process_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::on_disk(folder.path());
    let last = house
        .ask(Tail {
            after: 0,
            limit: 500,
        })
        .last()
        .unwrap()
        .seq;
    let mut follower = linli_hall::Hall::open(folder.path()).unwrap().follow(last);
    house.take(SOCIAL);
    assert_eq!(follower.next(Duration::from_secs(20)).unwrap().len(), 1);
}

#[test]
fn an_entry_of_a_newer_program_stops_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::on_disk(folder.path());
    house.take(SOCIAL);
    let db = rusqlite::Connection::open(folder.path().join("hall.db")).unwrap();
    let last: u64 = db
        .query_row("SELECT max(seq) FROM journal", [], |row| {
            row.get::<_, i64>(0)
        })
        .unwrap()
        .cast_unsigned();
    let newer = r#"UPDATE journal SET event = '{"event":"moon_landed","by":7}' WHERE seq = ?1"#;
    db.execute(newer, [last.cast_signed()]).unwrap();
    assert_eq!(
        house.ask(Tail {
            after: last - 1,
            limit: 1
        })[0]
            .event,
        Event::Unknown
    );
    assert_eq!(Tail::NAME, "journal.tail");
}
