//! Serves the pages of the sample hall, with people waiting, on the address given (or
//! `127.0.0.1:7301`): `cargo run -p linli-pages --example serve`.

use std::net::SocketAddr;

use linli_api::{Server, Settings};
use linli_hall::device::Report;
use linli_hall::ticket::{CallNext, Finish, NoShow, Park, Priority, Start, Take};
use linli_hall::{
    Action, Actor, CounterId, Hall, RequestId, Result, Role, ServiceId, counter, presence, sample,
};

fn main() -> Result<()> {
    let address = std::env::args().nth(1).and_then(|text| text.parse().ok());
    let address = address.unwrap_or(SocketAddr::from(([127, 0, 0, 1], 7301)));
    let clock = sample::clock();
    let hall = Hall::in_memory(clock.clone())?;
    sample::furnish(&hall)?;
    sample::employ(&hall)?;
    let kiosk = Actor::kiosk("大门终端");
    let clerk = Actor::new(Role::Manager, sample::CLERK.0);
    for id in 1..=4 {
        act(
            &hall,
            &clerk,
            counter::Open {
                counter: CounterId(id),
            },
        )?;
    }
    let take = |service: i64, priority: Option<Priority>| Take {
        service: ServiceId(service),
        priority,
        locale: "zh-CN".to_owned(),
        print: false,
    };
    for round in 0..9 {
        act(&hall, &kiosk, take(1, None))?;
        act(
            &hall,
            &kiosk,
            take(2 + round % 3, (round == 2).then_some(Priority::Age)),
        )?;
        clock.advance(70);
    }
    for id in [1, 2, 3, 4, 1, 2, 3] {
        let counter = CounterId(id);
        act(
            &hall,
            &clerk,
            CallNext {
                counter,
                finish: true,
            },
        )?;
        clock.advance(25);
        act(&hall, &clerk, Start { counter })?;
        clock.advance(160);
    }
    act(
        &hall,
        &clerk,
        Park {
            counter: CounterId(3),
            ticket: None,
            note: "去复印".to_owned(),
        },
    )?;
    act(
        &hall,
        &clerk,
        Finish {
            counter: CounterId(2),
        },
    )?;
    act(
        &hall,
        &clerk,
        CallNext {
            counter: CounterId(2),
            finish: false,
        },
    )?;
    clock.advance(40);
    act(
        &hall,
        &clerk,
        NoShow {
            counter: CounterId(2),
        },
    )?;
    act(
        &hall,
        &clerk,
        CallNext {
            counter: CounterId(3),
            finish: false,
        },
    )?;
    clock.advance(95);
    let last = act(&hall, &kiosk, take(1, None))?;
    for (kind, status) in [("printer", "ready"), ("speaker", "ready")] {
        let report = Report {
            kind: kind.to_owned(),
            status: status.to_owned(),
            detail: String::new(),
        };
        act(&hall, &kiosk, report)?;
    }
    let code = hall.ask(&kiosk, presence::Show::default())?.code;

    let server = Server::start(hall, Settings::at(address), linli_pages::router)?;
    println!(
        "{0}/ {0}/board {0}/counter {0}/t/{1} code {code}",
        server.local_url(),
        last.token
    );
    server.wait();
    Ok(())
}

fn act<A: Action>(hall: &Hall, actor: &Actor, action: A) -> Result<A::Outcome> {
    hall.perform(actor, RequestId::fresh(), action)
}
