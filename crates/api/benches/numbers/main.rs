//! How many numbers a second, how soon a call, how soon the board; beside what the disk can do.
//!
//! `cargo bench --workspace --bench numbers` on a machine that does nothing else; `-- HTTP` after
//! it measures only what has `HTTP` in its name. `LINLI_BENCH_TICKETS` sets the length of the
//! history (usual: a million tickets, ten years).

mod disk;
mod hall;
mod load;
mod table;

use std::path::Path;

use linli_hall::ticket::{CallNext, Take};
use linli_hall::{Actor, CounterId, RequestId, Role, day, queue};

use hall::{Bench, SERVICES};
use load::Times;
use table::Table;

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
    let wish = std::env::var("LINLI_BENCH_TICKETS").ok();
    let history = wish.and_then(|text| text.parse().ok()).unwrap_or(HISTORY);
    let mut table = Table::wanted();
    table.measure("the disk: 4 KiB appended and synced, one by one", || {
        disk::syncs(&root)
    });
    if let Some(new) = table
        .wants("no history")
        .then(|| Bench::open(&root.join("new"), 0))
    {
        numbers(&mut table, &new, "no history");
        calls(&mut table, &new, "no history");
    }
    let years = format!("{history} tickets of history");
    if let Some(old) = table
        .wants(&years)
        .then(|| Bench::open(&root.join("old"), history))
    {
        numbers(&mut table, &old, &years);
        calls(&mut table, &old, &years);
    }
    table.print();
}

fn service(client: usize, n: usize) -> linli_hall::ServiceId {
    SERVICES[(client * 3 + n) % SERVICES.len()]
}

fn numbers(table: &mut Table, bench: &Bench, history: &str) {
    let take = |client: usize, n: usize| {
        let take = Take::of(service(client, n));
        bench
            .hall
            .perform(&Actor::kiosk("bench"), RequestId::fresh(), take)
            .expect("a number");
    };
    let take = &take;
    bench.next_day();
    table.measure(&format!("in process, 1 thread, {history}"), || {
        load::run(1, NUMBERS / 4, |_| move |n| take(0, n))
    });
    table.measure(&format!("in process, {CLIENTS} threads, {history}"), || {
        load::run(CLIENTS, NUMBERS, |client| move |n| take(client, n))
    });
    bench.next_day();
    let served = bench.serve();
    table.measure(
        &format!("HTTP, {CLIENTS} keep-alive clients, {history}"),
        || {
            load::run(CLIENTS, NUMBERS, |client| {
                let mut line = load::Line::open(served.address(), &bench.kiosk);
                move |n| line.take(service(client, n))
            })
        },
    );
    bench.next_day();
    table.measure(&format!("HTTP, {CLIENTS} × RemoteHall, {history}"), || {
        load::run(CLIENTS, NUMBERS / 2, |client| {
            let remote = bench.remote(&served);
            move |n| {
                remote
                    .perform(&RequestId::fresh(), &Take::of(service(client, n)))
                    .expect("a number");
            }
        })
    });
}

fn calls(table: &mut Table, bench: &Bench, history: &str) {
    bench.next_day();
    let hall = &bench.hall;
    let kiosk = Actor::kiosk("bench");
    let clerk = Actor::new(Role::Manager, "bench");
    let board = Actor::new(Role::Board, "bench");
    let counter = CounterId(1);
    let take = |n: usize| {
        hall.perform(&kiosk, RequestId::fresh(), Take::of(service(0, n)))
            .expect("a number")
    };
    for n in 0..WAITING {
        take(n);
    }
    table.measure(&format!("call next, {WAITING} waiting, {history}"), || {
        let mut times = Times::default();
        for n in 0..LOOKS {
            let next = CallNext {
                counter,
                finish: true,
            };
            times.time(|| {
                hall.perform(&clerk, RequestId::fresh(), next)
                    .expect("somebody")
            });
            // One comes for each that is called, so that 500 wait all the time.
            bench.clock.advance(1);
            take(n);
        }
        times
    });
    table.measure(&format!("  the least that is durable, {history}"), || {
        Times::of(LOOKS, || bench.least())
    });
    table.measure(
        &format!("board question, {WAITING} waiting, {history}"),
        || {
            Times::of(LOOKS, || {
                hall.ask(&board, queue::Board::default()).expect("a board")
            })
        },
    );
    table.measure(
        &format!("desk question, {WAITING} waiting, {history}"),
        || {
            Times::of(LOOKS / 4, || {
                hall.ask(&clerk, queue::Desk { counter }).expect("a desk")
            })
        },
    );
    // What the measurements before left over is ended first; then looking for more is measured,
    // which every hall does each minute.
    let close = || {
        hall.perform(&kiosk, RequestId::fresh(), day::Close::default())
            .expect("closed")
    };
    while close().expired > 0 {}
    table.measure(&format!("day close, nothing left, {history}"), || {
        Times::of(LOOKS / 4, close)
    });
}
