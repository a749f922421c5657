//! Serves the pages of the sample hall, with people waiting, on the address given (or
//! `127.0.0.1:7301`): `cargo run -p linli-pages --example serve`.

use std::net::SocketAddr;

use linli_api::{Server, Settings};
use linli_hall::device::Report;
use linli_hall::ticket::{CallNext, Finish, NoShow, Park, Priority, Start, Take};
use linli_hall::{
    Action, Actor, CounterId, Hall, ManualClock, RequestId, Result, Role, ServiceId, counter,
    message, presence, sample,
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
    let left = messages(&hall, &kiosk, &clerk, &clock)?;
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
        "{0}/ {0}/board {0}/counter {0}/t/{1} {0}/m/{2} {0}/m/{3} code {code}",
        server.local_url(),
        last.token,
        left[0],
        left[1]
    );
    server.wait();
    Ok(())
}

/// A few messages, the first of them answered; gives back their links.
fn messages(hall: &Hall, kiosk: &Actor, clerk: &Actor, clock: &ManualClock) -> Result<Vec<String>> {
    let mut tokens = Vec::new();
    for (words, phone) in [
        ("请问四点半课堂这个学期还有名额吗？孩子上二年级。", None),
        (
            "3 号楼 2 单元门口的路灯不亮了，晚上老人走路害怕，\n麻烦来看一下。",
            Some("138 1234 5678"),
        ),
        ("谢谢李老师上次帮我查医保，已经办好了。", None),
    ] {
        let leave = message::Leave {
            words: words.to_owned(),
            phone: phone.map(str::to_owned),
            locale: "zh-CN".to_owned(),
        };
        let left = act(hall, kiosk, leave)?;
        if tokens.is_empty() {
            let words = "还有 3 个名额，请带户口本到 2 号窗口登记，周一到周六都可以。".to_owned();
            let message = left.message;
            act(hall, clerk, message::Answer { message, words })?;
        }
        tokens.push(left.token);
        clock.advance(60);
    }
    Ok(tokens)
}

fn act<A: Action>(hall: &Hall, actor: &Actor, action: A) -> Result<A::Outcome> {
    hall.perform(actor, RequestId::fresh(), action)
}
