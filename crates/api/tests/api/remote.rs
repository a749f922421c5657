//! The client end.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use linli_api::{AnyHall, RemoteHall, Server, Settings};
use linli_hall::journal::Event;
use linli_hall::ticket::Take;
use linli_hall::{Actor, Error, Refusal, RequestId, sample};
use linli_hall::{journal, queue};

use crate::house::{House, WIDE};

#[test]
fn a_remote_hall_answers_like_the_hall_itself() {
    let house = House::open();
    let actor = Actor::kiosk("大门");
    let halls = [
        AnyHall::from(house.hall.clone()),
        AnyHall::from(house.remote(&house.kiosk)),
    ];
    let labels = halls.each_ref().map(|hall| {
        hall.perform(&actor, RequestId::fresh(), Take::of(WIDE))
            .unwrap()
            .label
    });
    assert_eq!(labels, ["K0001", "K0002"]);
    let boards = halls
        .each_ref()
        .map(|hall| hall.ask(&actor, queue::Board::default()).unwrap());
    assert_eq!(boards[0], boards[1]);
    let refused = halls
        .each_ref()
        .map(|hall| hall.perform(&actor, RequestId::fresh(), Take::of(sample::JOBS)));
    assert!(
        refused
            .iter()
            .all(|no| matches!(no, Err(Error::Refused(Refusal::Closed { .. }))))
    );
    let heard = halls.each_ref().map(|hall| {
        let mut follower = hall.follow(0).unwrap();
        let mut events = Vec::new();
        while events.len() < house.hall.ask(&actor, journal::Last {}).unwrap() as usize {
            events.extend(follower.next(Duration::from_secs(5)).unwrap());
        }
        (follower.seq(), events)
    });
    assert_eq!(heard[0], heard[1]);
}

#[test]
fn a_hall_that_is_off_is_unreachable_and_says_so_soon() {
    let free = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let hall = RemoteHall::at(&format!("http://{free}/"), None).unwrap();
    let began = Instant::now();
    let outcome = hall.perform(&RequestId::fresh(), &Take::of(WIDE));
    assert!(matches!(outcome, Err(Error::Unreachable(_))), "{outcome:?}");
    assert!(matches!(
        hall.ask(&queue::Board::default()),
        Err(Error::Unreachable(_))
    ));
    assert!(began.elapsed() < Duration::from_secs(5));
}

#[test]
fn what_is_no_hall_is_not_taken_for_one() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        use std::io::{Read, Write};
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(
                b"HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 5\r\n\r\nhello",
            );
        }
    });
    let hall = RemoteHall::at(&format!("http://{address}"), None).unwrap();
    assert!(matches!(
        hall.ask(&queue::Board::default()),
        Err(Error::Unreachable(_))
    ));
}

#[test]
fn addresses_and_tokens_that_cannot_be_are_refused_at_once() {
    for url in [
        "",
        "hall",
        "https://hall",
        "http://",
        "http://a b",
        "ftp://hall",
        "http://hall/?x",
    ] {
        assert!(RemoteHall::at(url, None).is_err(), "{url}");
    }
    assert!(RemoteHall::at("http://hall", Some("a\nb".to_owned())).is_err());
}

#[test]
fn a_server_that_is_started_anew_is_found_again_and_no_number_is_doubled() {
    let house = House::open();
    let hall = house.hall.clone();
    let mut server = Server::start(hall.clone(), Settings::local(), |_| Router::new()).unwrap();
    let at = Settings::at(server.address());
    let remote = RemoteHall::at(&server.local_url(), Some(house.kiosk.clone())).unwrap();
    let ended = AtomicBool::new(false);
    let mut follower = remote
        .follow(hall.ask(&Actor::owner(), journal::Last {}).unwrap())
        .unwrap();
    let (labels, _server): (Vec<String>, Server) = std::thread::scope(|scope| {
        let takers: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    let mut labels = Vec::new();
                    while !ended.load(Ordering::Relaxed) {
                        labels.push(insist(&remote).label);
                    }
                    labels
                })
            })
            .collect();
        for _ in 0..3 {
            std::thread::sleep(Duration::from_millis(300));
            server.stop();
            std::thread::sleep(Duration::from_millis(200));
            server = Server::start(hall.clone(), at.clone(), |_| Router::new()).unwrap();
        }
        std::thread::sleep(Duration::from_millis(300));
        ended.store(true, Ordering::Relaxed);
        let labels = takers.into_iter().flat_map(|taker| taker.join().unwrap());
        (labels.collect(), server)
    });
    let unique: HashSet<_> = labels.iter().cloned().collect();
    assert_eq!(unique.len(), labels.len(), "a number was given twice");
    let mut heard = HashSet::new();
    let patience = Instant::now() + Duration::from_secs(15);
    while heard.len() < unique.len() && Instant::now() < patience {
        for entry in follower.next(Duration::from_secs(1)).unwrap() {
            if let Event::TicketTaken { label, .. } = entry.event {
                assert!(heard.insert(label), "an entry was heard twice");
            }
        }
    }
    assert_eq!(
        heard, unique,
        "every number that was given is one that somebody was told"
    );
}

/// One number for one intention, however often it must be asked for.
fn insist(remote: &RemoteHall) -> linli_hall::ticket::Taken {
    let request = RequestId::fresh();
    loop {
        match remote.perform(&request, &Take::of(WIDE)) {
            Ok(taken) => return taken,
            Err(Error::Unreachable(_)) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

#[test]
fn a_stopped_server_listens_no_more() {
    let hall = linli_hall::Hall::in_memory(sample::clock()).unwrap();
    let server = Server::start(hall, Settings::local(), |_| Router::new()).unwrap();
    let address = server.address();
    assert!(std::net::TcpStream::connect(address).is_ok());
    server.stop();
    assert!(std::net::TcpStream::connect(address).is_err());
}

#[test]
fn an_address_that_is_taken_is_an_error_in_words() {
    let house = House::open();
    let again = Server::start(
        house.hall.clone(),
        Settings::at(house.server.address()),
        |_| Router::new(),
    );
    let Err(error) = again else {
        panic!("two servers at one address")
    };
    assert!(error.to_string().contains("cannot listen"), "{error}");
}
