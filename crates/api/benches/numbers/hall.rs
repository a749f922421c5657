//! The hall that is measured: the sample hall with more services, and ten years behind it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use linli_api::{RemoteHall, Server, Settings};
use linli_hall::{
    Action, Actor, CounterId, Hall, ManualClock, Names, Opening, RequestId, Role, ServiceId,
    counter, device, sample, service,
};

/// Services with 9,999 numbers a day each.
pub(crate) const SERVICES: [ServiceId; 8] = [
    ServiceId(20),
    ServiceId(21),
    ServiceId(22),
    ServiceId(23),
    ServiceId(24),
    ServiceId(25),
    ServiceId(26),
    ServiceId(27),
];

pub(crate) struct Bench {
    pub(crate) hall: Hall,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) kiosk: String,
    folder: PathBuf,
}

impl Bench {
    /// A new hall in `folder` with so many tickets served in the years before.
    pub(crate) fn open(folder: &Path, history: u32) -> Self {
        drop(std::fs::remove_dir_all(folder));
        let clock = sample::clock();
        let open = || {
            Opening::default()
                .clock(clock.clone())
                .open(folder)
                .expect("a hall")
        };
        let hall = open();
        furnish(&hall);
        let enrol = device::Enrol {
            role: Role::Kiosk,
            name: "bench".to_owned(),
        };
        let kiosk = act(&hall, enrol).token;
        drop(hall);
        if history > 0 {
            write_history(&folder.join("hall.db"), history);
        }
        Self {
            hall: open(),
            clock,
            kiosk,
            folder: folder.to_owned(),
        }
    }

    /// The numbers begin again.
    pub(crate) fn next_day(&self) {
        self.clock.advance(86_400);
    }

    pub(crate) fn serve(&self) -> Server {
        Server::start(self.hall.clone(), Settings::local(), |_| Router::new()).expect("a server")
    }

    pub(crate) fn remote(&self, server: &Server) -> RemoteHall {
        RemoteHall::at(&server.local_url(), Some(self.kiosk.clone())).expect("an address")
    }

    /// The least that can be done durably: one entry in the journal, and its request.
    pub(crate) fn least(&self) {
        act(
            &self.hall,
            counter::Open {
                counter: CounterId(4),
            },
        );
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

fn act<A: Action>(hall: &Hall, action: A) -> A::Outcome {
    hall.perform(&Actor::owner(), RequestId::fresh(), action)
        .expect("done")
}

fn furnish(hall: &Hall) {
    sample::furnish(hall).expect("the sample hall");
    sample::open_all_day(hall).expect("open");
    for (n, id) in SERVICES.into_iter().enumerate() {
        let letter = ["K", "L", "M", "N", "P", "Q", "R", "S"][n];
        let service = service::Service {
            id,
            names: Names::zh("测试").en("Test"),
            group: None,
            icon: "shield-check".to_owned(),
            series: service::Series {
                prefix: letter.to_owned(),
                first: 1,
                last: 9999,
            },
            daily_quota: None,
            by_phone: true,
            offers_priority: true,
            bring: Names::default(),
            typical_secs: 300,
            place: 10,
        };
        act(hall, service::Set { service });
    }
    for id in 1..=4 {
        let services = SERVICES.map(|service| counter::Served {
            service,
            preference: 1,
        });
        let plan = counter::Plan {
            id: CounterId(id),
            names: Names::default(),
            services: services.to_vec(),
        };
        act(hall, counter::Set { counter: plan });
        act(
            hall,
            counter::Open {
                counter: CounterId(id),
            },
        );
    }
}

/// Served tickets, 275 a day, up to yesterday, as the hall itself would have left them. Through
/// the door a million would take minutes; the figures ask only that they are there.
fn write_history(file: &Path, tickets: u32) {
    let db = rusqlite::Connection::open(file).expect("the hall's file");
    db.execute_batch("PRAGMA synchronous = off; PRAGMA cache_size = -200000; BEGIN")
        .expect("a start");
    db.execute(
        "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1),
         t AS (SELECT i, date('2026-09-25', '-' || (i / 275) || ' days') AS day, 20 + i % 8 AS service,
               1 + (i % 275) / 8 AS number, substr('KLMNPQRS', 1 + i % 8, 1) AS prefix,
               unixepoch('2026-09-25 01:00:00') * 1000 - (i / 275) * 86400000 + (i % 275) * 100000 AS at FROM n)
         INSERT INTO tickets (day, prefix, number, label, service, state, favoured, source, origin, locale, rank,
             taken_at, called_at, started_at, ended_at, counter, calls, low_secs, high_secs, waited_secs)
         SELECT day, prefix, number, prefix || printf('%04d', number), service, 'served', 0, 'kiosk', '大门', 'zh-CN',
             at * 1024, at, at + 600000, at + 630000, at + 900000 + i % 120000, 1 + i % 4, 1, 300, 900, 600
         FROM t ORDER BY i DESC",
        [tickets],
    )
    .expect("a history");
    db.execute_batch("COMMIT; PRAGMA wal_checkpoint(truncate)")
        .expect("an end");
}
