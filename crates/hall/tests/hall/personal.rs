//! What is written to the disk of what people say of themselves.

use std::fs;
use std::path::Path;

use linli_hall::message::{Answer, Follow, Leave, Left, List, ShowPhone};
use linli_hall::personal::Text;
use linli_hall::{Actor, Hall, Opening, Refusal, RequestId};

use crate::house::{House, ONE, clerk, kiosk};

const WORDS: &str = "路灯不亮了，晚上老人走路害怕。";
const REPLY: &str = "已经报修，明天有人来。";
const PHONE: &str = "13812345678";

fn leave(hall: &Hall) -> Left {
    let leave = Leave {
        words: WORDS.to_owned(),
        phone: Some(PHONE.to_owned()),
        locale: "zh-CN".to_owned(),
    };
    hall.perform(&kiosk(), RequestId::fresh(), leave).unwrap()
}

/// Every byte that the hall has on disk.
fn disk(folder: &Path) -> Vec<u8> {
    let files = fs::read_dir(folder).unwrap().map(Result::unwrap);
    files
        .flat_map(|file| fs::read(file.path()).unwrap())
        .collect()
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

/// The folder with the hall's file copied from `folder`, but not its key.
fn restored_without_key(folder: &Path) -> tempfile::TempDir {
    let restored = tempfile::tempdir().unwrap();
    let db = rusqlite::Connection::open(folder.join("hall.db")).unwrap();
    db.execute("VACUUM INTO ?1", [restored.path().join("hall.db").to_str()])
        .unwrap();
    restored
}

#[test]
fn neither_words_nor_numbers_stand_in_clear_in_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::on_disk(folder.path());
    let message = leave(&house.hall).message;
    let words = REPLY.to_owned();
    house.at(ONE, Answer { message, words }).unwrap();
    house.at(ONE, ShowPhone { message }).unwrap();
    let bytes = disk(folder.path());
    assert!(
        holds(&bytes, "大门".as_bytes()) && holds(&bytes, b"message.leave"),
        "the log is among the bytes"
    );
    for secret in [WORDS, REPLY, PHONE, "5678", "路灯"] {
        assert!(!holds(&bytes, secret.as_bytes()), "{secret}");
    }
}

#[test]
fn only_the_owner_reads_the_key_and_it_stays_the_same() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hall.key");
    drop(Hall::open(folder.path()).unwrap());
    let key = fs::read(&file).unwrap();
    assert_eq!(key.len(), 32);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    drop(Hall::open(folder.path()).unwrap());
    assert_eq!(fs::read(&file).unwrap(), key);
    let mode = fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn what_was_written_is_read_after_opening_again() {
    let folder = tempfile::tempdir().unwrap();
    let token = leave(&House::on_disk(folder.path()).hall).token;
    let hall = Hall::open(folder.path()).unwrap();
    let read = hall.ask(&Actor::visitor(), Follow { token }).unwrap();
    assert_eq!(read.words, Text::Readable(WORDS.to_owned()));
}

#[test]
fn a_hall_without_its_key_goes_on_and_says_what_it_cannot_read() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::on_disk(folder.path());
    let lost = leave(&house.hall);
    let restored = restored_without_key(folder.path());
    let hall = Opening::default()
        .clock(house.clock.clone())
        .open(restored.path())
        .unwrap();
    house.clock.advance(1);
    let new = leave(&hall);
    let listed = hall.ask(&clerk(ONE), List { answered: false }).unwrap();
    let words: Vec<_> = listed
        .iter()
        .map(|m| (m.message, m.words.clone()))
        .collect();
    assert_eq!(
        words,
        [
            (lost.message, Text::Unreadable),
            (new.message, Text::Readable(WORDS.to_owned()))
        ]
    );
    assert_eq!(listed[0].phone, Some(Text::Unreadable));
    let look = ShowPhone {
        message: lost.message,
    };
    let looked = hall.perform(&clerk(ONE), RequestId::fresh(), look);
    assert_eq!(looked.err().unwrap().refusal(), Some(&Refusal::Unreadable));
    // With the key put back, what it had sealed is read again.
    drop(hall);
    fs::copy(
        folder.path().join("hall.key"),
        restored.path().join("hall.key"),
    )
    .unwrap();
    let hall = Hall::open(restored.path()).unwrap();
    let listed = hall.ask(&clerk(ONE), List { answered: false }).unwrap();
    let readable = |text: &Text| text.readable().is_some();
    assert!(readable(&listed[0].words) && !readable(&listed[1].words));
}

#[test]
fn a_damaged_key_is_put_aside_and_does_not_stop_the_hall() {
    let folder = tempfile::tempdir().unwrap();
    leave(&House::on_disk(folder.path()).hall);
    fs::write(folder.path().join("hall.key"), "torn").unwrap();
    let hall = Hall::open(folder.path()).unwrap();
    let listed = hall.ask(&clerk(ONE), List { answered: false }).unwrap();
    assert_eq!(listed[0].words, Text::Unreadable);
    let aside = folder.path().join("hall.key.damaged");
    assert_eq!(fs::read(aside).unwrap(), b"torn");
    assert_eq!(fs::read(folder.path().join("hall.key")).unwrap().len(), 32);
}

#[test]
fn programs_that_open_a_new_hall_at_once_share_one_key() {
    let folder = tempfile::tempdir().unwrap();
    let halls: Vec<Hall> = std::thread::scope(|scope| {
        let open = || Hall::open(folder.path()).unwrap();
        let opening: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
        opening
            .into_iter()
            .map(|hall| hall.join().unwrap())
            .collect()
    });
    let token = leave(&halls[0]).token;
    for hall in &halls {
        let token = token.clone();
        let read = hall.ask(&Actor::visitor(), Follow { token }).unwrap();
        assert_eq!(read.words, Text::Readable(WORDS.to_owned()));
    }
}

#[test]
fn what_was_wiped_is_gone_from_the_file_even_sealed() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::on_disk(folder.path());
    for _ in 0..5 {
        leave(&house.hall);
    }
    let db = rusqlite::Connection::open(folder.path().join("hall.db")).unwrap();
    let mut rows = db
        .prepare("SELECT words FROM messages UNION ALL SELECT phone FROM messages")
        .unwrap();
    let sealed: Vec<Vec<u8>> = rows
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    // A part of a sealed text is found too: pages are written over in parts.
    let found = || {
        let bytes = disk(folder.path());
        let parts = sealed.iter().flat_map(|text| text.chunks_exact(8));
        parts.filter(|part| holds(&bytes, part)).count()
    };
    // The log of what was written is emptied, as it is when the last program closes the file.
    let empty_the_log = || {
        let busy: i64 = db
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .unwrap();
        assert_eq!(busy, 0);
    };
    empty_the_log();
    assert!(found() > 0);
    house.clock.advance(366 * 24 * 3600);
    house
        .act(&kiosk(), linli_hall::day::Close::default())
        .unwrap();
    empty_the_log();
    assert_eq!(found(), 0);
}
