//! `kill -9`, again and again, under load.

use std::collections::HashMap;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

use linli_api::RemoteHall;
use linli_hall::journal::{Event, Tail, Verify};
use linli_hall::ticket::{Take, Taken};
use linli_hall::{
    Actor, Error, Hall, Names, RequestId, Role, ServiceId, TicketId, device, service,
};

use crate::program::Served;

const KILLS: u64 = 8;
const CLIENTS: usize = 6;
const SERVICES: i64 = 3;

/// What somebody was told, by ticket.
type Told = Mutex<HashMap<TicketId, String>>;

#[test]
fn after_each_kill_every_number_that_was_told_is_there_and_none_is_doubled() {
    let folder = tempfile::tempdir().unwrap();
    let token = furnish(folder.path());
    let listen = free_port();
    let told = Told::default();
    let ended = AtomicBool::new(false);
    let remote = RemoteHall::at(&format!("http://{listen}"), Some(token)).unwrap();
    std::thread::scope(|scope| {
        let (remote, told, ended) = (&remote, &told, &ended);
        let clients: Vec<_> = (0..CLIENTS as i64)
            .map(|n| {
                scope.spawn(move || take_until(ended, remote, ServiceId(1 + n % SERVICES), told))
            })
            .collect();
        for round in 0..KILLS {
            let served = Served::start(folder.path(), listen);
            let before = told.lock().unwrap().len();
            // Each kill comes at another moment of the work.
            sleep(Duration::from_millis(120 + 37 * round));
            while told.lock().unwrap().len() == before {
                sleep(Duration::from_millis(5));
            }
            served.kill();
            let told = told.lock().unwrap().clone();
            check(folder.path(), &told);
        }
        let served = Served::start(folder.path(), listen);
        ended.store(true, Ordering::Relaxed);
        let intended: usize = clients
            .into_iter()
            .map(|client| client.join().unwrap())
            .sum();
        served.kill();
        let told = told.lock().unwrap().clone();
        let stored = check(folder.path(), &told);
        assert_eq!(
            (told.len(), stored),
            (intended, intended),
            "one number for each intention"
        );
    });
}

/// Takes numbers, each insisted upon under one request id until somebody answers. Gives how many.
fn take_until(ended: &AtomicBool, remote: &RemoteHall, service: ServiceId, told: &Told) -> usize {
    let mut count = 0;
    while !ended.load(Ordering::Relaxed) {
        let request = RequestId::fresh();
        let taken: Taken = loop {
            match remote.perform(&request, &Take::of(service)) {
                Ok(taken) => break taken,
                Err(Error::Unreachable(_)) => {}
                Err(error) => panic!("{error}"),
            }
        };
        let doubled = told.lock().unwrap().insert(taken.ticket, taken.label);
        assert_eq!(doubled, None, "one ticket was told to two");
        count += 1;
    }
    count
}

/// Opens the file as it was left: everything told is there, no number is there twice, nothing is
/// altered. Gives how many numbers there are.
fn check(folder: &Path, told: &HashMap<TicketId, String>) -> usize {
    let hall = Hall::open(folder).unwrap();
    let owner = Actor::owner();
    assert_eq!(
        hall.ask(&owner, Verify::default()).unwrap().first_altered,
        None
    );
    let mut stored = HashMap::new();
    let mut labels = std::collections::HashSet::new();
    let mut after = 0;
    loop {
        let page = hall.ask(&owner, Tail { after, limit: 500 }).unwrap();
        let Some(last) = page.last() else { break };
        after = last.seq;
        for entry in page {
            if let Event::TicketTaken { ticket, label, .. } = entry.event {
                assert!(labels.insert(label.clone()), "{label} was given twice");
                stored.insert(ticket, label);
            }
        }
    }
    for (ticket, label) in told {
        assert_eq!(
            stored.get(ticket),
            Some(label),
            "a number that was told is lost"
        );
    }
    stored.len()
}

fn furnish(folder: &Path) -> String {
    let hall = Hall::open(folder).unwrap();
    for id in 1..=SERVICES {
        let service = service::Service {
            id: ServiceId(id),
            names: Names::zh("测试"),
            group: None,
            icon: String::new(),
            series: service::Series {
                prefix: ["A", "B", "C"][id as usize - 1].to_owned(),
                first: 1,
                last: 9999,
            },
            daily_quota: None,
            by_phone: false,
            offers_priority: false,
            bring: Names::default(),
            typical_secs: 300,
            place: 0,
        };
        hall.perform(
            &Actor::owner(),
            RequestId::fresh(),
            service::Set { service },
        )
        .unwrap();
    }
    let enrol = device::Enrol {
        role: Role::Kiosk,
        name: "大门".to_owned(),
    };
    hall.perform(&Actor::owner(), RequestId::fresh(), enrol)
        .unwrap()
        .token
}

fn free_port() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
}
