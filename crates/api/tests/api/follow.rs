//! The journal as server-sent events.

use std::io::{BufRead, BufReader, Read};
use std::time::Duration;

use linli_hall::Role;
use linli_hall::journal::{Entry, Event};

use crate::house::House;

/// An open stream, read line by line.
struct Stream {
    lines: Box<dyn BufRead>,
}

impl Stream {
    fn open(house: &House, query: &str, last_event_id: Option<u64>) -> Self {
        let agent = ureq::Agent::config_builder()
            .proxy(None)
            .timeout_per_read(Some(Duration::from_secs(10)));
        let agent: ureq::Agent = agent.build().into();
        let mut get = agent.get(house.url(&format!("/api/follow{query}")));
        get = get.header("authorization", format!("Bearer {}", house.kiosk));
        if let Some(id) = last_event_id {
            get = get.header("last-event-id", id.to_string());
        }
        let response = get.call().unwrap();
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let body: Box<dyn Read> = Box::new(response.into_body().into_reader());
        Self {
            lines: Box::new(BufReader::new(body)),
        }
    }

    /// The next event: its id and its entry, which must agree.
    fn next(&mut self) -> Entry {
        let (mut id, mut entry) = (None, None);
        loop {
            let mut line = String::new();
            assert!(
                self.lines.read_line(&mut line).unwrap() > 0,
                "the stream ended"
            );
            match line.trim_end() {
                "" if entry.is_some() => break,
                line => {
                    if let Some(text) = line.strip_prefix("id:") {
                        id = Some(text.trim().parse::<u64>().unwrap());
                    } else if let Some(text) = line.strip_prefix("data:") {
                        entry = Some(serde_json::from_str::<Entry>(text).unwrap());
                    }
                }
            }
        }
        let entry = entry.unwrap();
        assert_eq!(id, Some(entry.seq));
        entry
    }

    fn take(&mut self, count: u64) -> Vec<Entry> {
        (0..count).map(|_| self.next()).collect()
    }
}

fn last(house: &House) -> u64 {
    house.get("/api/health").good()["seq"].as_u64().unwrap()
}

#[test]
fn a_follower_goes_on_after_the_last_event_it_had() {
    let house = House::open();
    let before = last(&house);
    let mut stream = Stream::open(&house, "?after=0", None);
    let first = stream.take(before);
    assert_eq!(first[0].seq, 1);
    house.take();
    assert_eq!(stream.next().seq, before + 1);
    drop(stream);
    for _ in 0..5 {
        house.take();
    }
    // The browser's own header is newer than the address it began with.
    let mut stream = Stream::open(&house, "?after=0", Some(before + 1));
    for _ in 0..5 {
        house.take();
    }
    let seqs: Vec<u64> = stream.take(10).iter().map(|entry| entry.seq).collect();
    assert_eq!(seqs, (before + 2..=before + 11).collect::<Vec<_>>());
}

#[test]
fn without_a_place_to_begin_only_what_is_new_comes() {
    let house = House::open();
    let before = last(&house);
    let mut stream = Stream::open(&house, "", None);
    let taken = house.take();
    let entry = stream.next();
    assert_eq!(entry.seq, before + 1);
    assert!(matches!(entry.event, Event::TicketTaken { label, .. } if taken["label"] == label));
}

#[test]
fn nothing_is_lost_between_looking_back_and_listening() {
    let house = House::open();
    std::thread::scope(|scope| {
        let busy = scope.spawn(|| (0..300).for_each(|_| drop(house.take())));
        let readers: Vec<_> = (0..6)
            .map(|n| {
                let house = &house;
                scope.spawn(move || {
                    std::thread::sleep(Duration::from_millis(20 * n));
                    let from = last(house);
                    let mut stream = Stream::open(house, &format!("?after={from}"), None);
                    for seq in from + 1..from + 100 {
                        assert_eq!(stream.next().seq, seq);
                    }
                })
            })
            .collect();
        busy.join().unwrap();
        // Those who came late wait for more than the 300.
        for _ in 0..100 {
            house.take();
        }
        readers
            .into_iter()
            .for_each(|reader| reader.join().unwrap());
    });
}

#[test]
fn what_another_process_writes_is_followed_too() {
    let house = House::open();
    let mut stream = Stream::open(&house, "", None);
    house.take();
    stream.next();
    let other = linli_hall::Opening::default()
        .clock(house.clock.clone())
        .open(house.folder())
        .unwrap();
    let take = linli_hall::ticket::Take::of(crate::house::WIDE);
    let request = linli_hall::RequestId::fresh();
    let taken = other
        .perform(&linli_hall::Actor::kiosk("后门"), request, take)
        .unwrap();
    assert!(
        matches!(stream.next().event, Event::TicketTaken { ticket, .. } if ticket == taken.ticket)
    );
}

#[test]
fn a_visitor_may_not_follow() {
    assert_eq!(House::open().get("/api/follow").status, 401);
}

#[test]
fn followers_are_bounded_and_a_place_is_free_again_when_one_leaves() {
    let house = House::open();
    let mut streams: Vec<_> = (0..linli_api::limits::FOLLOWERS)
        .map(|_| Stream::open(&house, "", None))
        .collect();
    let board = house.enrol(Role::Board, "屏幕");
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .proxy(None)
        .build()
        .into();
    let follow = || {
        let get = agent
            .get(house.url("/api/follow"))
            .header("authorization", format!("Bearer {board}"));
        get.call().unwrap().status().as_u16()
    };
    assert_eq!(follow(), 503);
    streams.truncate(10);
    house.take();
    let free = (0..50).any(|_| {
        std::thread::sleep(Duration::from_millis(50));
        follow() == 200
    });
    assert!(free);
}
