//! How many numbers a second, how soon a call, how soon the board; beside what the disk can do.
//!
//! `cargo bench -p linli-api` on a machine that does nothing else. `LINLI_BENCH_TICKETS` sets the
//! length of the history (usual: a million tickets, ten years).

mod disk;
mod hall;
mod load;
mod table;

use std::path::Path;

use linli_hall::ticket::{CallNext, Take};
use linli_hall::{Actor, CounterId, Error, Refusal, RequestId, Role, queue};

use hall::{Bench, SERVICES};
use table::{Row, Table};

/// Clients at the door at once, as at the terminals and phones of a busy hall.
const CLIENTS: usize = 8;
/// Numbers taken in one measurement.
const NUMBERS: usize = 40_000;
/// People who wait when calls are measured.
const WAITING: usize = 500;
/// Calls and looks in one measurement.
const LOOKS: usize = 2_000;
/// Ten years of a hall.
const HISTORY: u32 = 1_000_000;

fn main() {
    // On the disk that the project lies on: a memory file system would measure nothing.
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench");
    let history = std::env::var("LINLI_BENCH_TICKETS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(HISTORY);
    let mut table = Table::default();
    table.add(disk::syncs(&root));
    let new = Bench::open(&root.join("new"), 0);
    numbers(&mut table, &new, "no history");
    calls(&mut table, &new, "no history");
    let old = Bench::open(&root.join("old"), history);
    let years = format!("{history} tickets of history");
    numbers(&mut table, &old, &years);
    calls(&mut table, &old, &years);
    table.print();
}

fn numbers(table: &mut Table, bench: &Bench, history: &str) {
    let hall = &bench.hall;
    let take = |client: usize, n: usize| {
        let service = SERVICES[(client * 3 + n) % SERVICES.len()];
        hall.perform(
            &Actor::kiosk("bench"),
            RequestId::fresh(),
            Take::of(service),
        )
        .expect("a number");
    };
    let take = &take;
    bench.next_day();
    table.add(Row::of(
        &format!("in process, 1 thread, {history}"),
        load::run(1, NUMBERS / 4, |_| move |n| take(0, n)),
    ));
    table.add(Row::of(
        &format!("in process, {CLIENTS} threads, {history}"),
        load::run(CLIENTS, NUMBERS, |client| move |n| take(client, n)),
    ));
    bench.next_day();
    let served = bench.serve();
    let http = load::run(CLIENTS, NUMBERS, |client| {
        let mut line = load::Line::open(served.address(), &bench.kiosk);
        move |n| line.take(SERVICES[(client * 3 + n) % SERVICES.len()])
    });
    table.add(Row::of(
        &format!("HTTP, {CLIENTS} keep-alive clients, {history}"),
        http,
    ));
    bench.next_day();
    let remote = load::run(CLIENTS, NUMBERS / 2, |client| {
        let remote = bench.remote(&served);
        move |n| {
            let take = Take::of(SERVICES[(client * 3 + n) % SERVICES.len()]);
            remote
                .perform(&RequestId::fresh(), &take)
                .expect("a number");
        }
    });
    table.add(Row::of(
        &format!("HTTP, {CLIENTS} × RemoteHall, {history}"),
        remote,
    ));
}

fn calls(table: &mut Table, bench: &Bench, history: &str) {
    bench.next_day();
    let hall = &bench.hall;
    let kiosk = Actor::kiosk("bench");
    let clerk = Actor::new(Role::Manager, "bench");
    let take = |n: usize| {
        hall.perform(
            &kiosk,
            RequestId::fresh(),
            Take::of(SERVICES[n % SERVICES.len()]),
        )
    };
    for n in 0..WAITING {
        take(n).expect("a number");
    }
    // One comes for each that is called, so that 500 wait all the time.
    let mut called = load::Times::default();
    for n in 0..LOOKS {
        let next = CallNext {
            counter: CounterId(1),
            finish: true,
        };
        called.time(|| match hall.perform(&clerk, RequestId::fresh(), next) {
            Ok(_) => {}
            Err(Error::Refused(Refusal::NobodyWaits)) => panic!("500 wait"),
            Err(error) => panic!("{error}"),
        });
        bench.clock.advance(1);
        take(n).expect("a number");
    }
    table.add(Row::of(
        &format!("call next, {WAITING} waiting, {history}"),
        called,
    ));
    let mut commits = load::Times::default();
    for _ in 0..LOOKS {
        commits.time(|| bench.least());
    }
    table.add(Row::of(
        &format!("  of which the commit itself, {history}"),
        commits,
    ));
    let mut looks = load::Times::default();
    for _ in 0..LOOKS {
        looks.time(|| {
            drop(
                hall.ask(&Actor::new(Role::Board, "bench"), queue::Board::default())
                    .expect("a board"),
            )
        });
    }
    table.add(Row::of(
        &format!("board question, {WAITING} waiting, {history}"),
        looks,
    ));
    let mut looks = load::Times::default();
    for _ in 0..LOOKS / 4 {
        looks.time(|| {
            drop(
                hall.ask(
                    &clerk,
                    queue::Desk {
                        counter: CounterId(1),
                    },
                )
                .expect("a desk"),
            )
        });
    }
    table.add(Row::of(
        &format!("desk question, {WAITING} waiting, {history}"),
        looks,
    ));
}
