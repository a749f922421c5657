//! A picture of every page, for people to look at: `make screenshots`.

use std::process::Stdio;

use linli_hall::ticket::{CallNext, Start, Take};
use linli_hall::{
    Action, Actor, CounterId, Hall, RequestId, Role, ServiceId, counter, message, sample,
};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;

use crate::chromium::Chromium;
use crate::terminal::program;

const DARK: &str = "--blink-settings=preferredColorScheme=0";

fn act<A: Action>(hall: &Hall, actor: &Actor, action: A) -> A::Outcome {
    hall.perform(actor, RequestId::fresh(), action).unwrap()
}

/// What pages are shown for, by the last part of their links.
struct Links {
    waits: String,
    called: String,
    asked: String,
    answered: String,
}

/// A busy morning.
fn busy(hall: &Hall) -> Links {
    sample::furnish(hall).unwrap();
    sample::employ(hall).unwrap();
    sample::open_all_day(hall).unwrap();
    let (kiosk, owner) = (Actor::kiosk("大门"), Actor::owner());
    let take = |service| act(hall, &kiosk, Take::of(ServiceId(service)));
    let tokens: Vec<_> = [1, 2, 3, 1, 4, 8, 1, 2, 3, 1]
        .map(|service| take(service).token)
        .into();
    for (id, clerk) in [(3, "王老师"), (4, "周老师")] {
        act(
            hall,
            &Actor::new(Role::Clerk, clerk),
            counter::Open {
                counter: CounterId(id),
            },
        );
    }
    for id in [4, 2, 3] {
        act(
            hall,
            &owner,
            CallNext {
                counter: CounterId(id),
                finish: false,
            },
        );
    }
    act(
        hall,
        &owner,
        Start {
            counter: CounterId(2),
        },
    );
    let leave = |words: &str, phone: Option<&str>| {
        let leave = message::Leave {
            words: words.to_owned(),
            phone: phone.map(str::to_owned),
            locale: "zh-CN".to_owned(),
        };
        act(hall, &kiosk, leave)
    };
    let answered = leave("二楼邻乐空间的门关不上，晚上有风。", Some("13812345678"));
    act(
        hall,
        &Actor::new(Role::Clerk, "周老师"),
        message::Answer {
            message: answered.message,
            words: "谢谢提醒，师傅今天下午来修。".to_owned(),
        },
    );
    let asked = leave("下周的编织班还能报名吗？我和邻居想一起来。", None);
    Links {
        waits: tokens[9].clone(),
        called: tokens[0].clone(),
        asked: asked.token,
        answered: answered.token,
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "draws pictures; make screenshots"]
async fn of_every_page() {
    let folder = tempfile::tempdir().unwrap();
    let links = busy(&Hall::open(&folder.path().join("hall")).unwrap());
    let settings = folder.path().join("linli.toml");
    let text = format!(
        "[hall]\nfolder = {:?}\nname = \"大门\"\n[pages]\nlisten = \"127.0.0.1:0\"\n[voice]\non = false\n",
        folder.path().join("hall")
    );
    std::fs::write(&settings, text).unwrap();
    let mut kiosk = Command::new(program("linli-kiosk"))
        .args(["--headless", "--config"])
        .arg(&settings)
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let ready = BufReader::new(kiosk.stdout.take().unwrap())
        .lines()
        .next_line()
        .await
        .unwrap()
        .unwrap();
    let address = ready
        .split_whitespace()
        .find(|word| word.starts_with("http"))
        .unwrap()
        .trim_end_matches('/')
        .to_owned();

    let chromium = Chromium::start().await;
    for (tone, switches) in [
        ("light", vec!["--accept-lang=zh-CN"]),
        ("dark", vec!["--accept-lang=zh-CN", DARK]),
        ("en", vec!["--accept-lang=en"]),
    ] {
        let pages = [
            ("phone-waiting", 390, 844, format!("/t/{}", links.waits)),
            ("phone-called", 390, 844, format!("/t/{}", links.called)),
            ("message-asked", 390, 844, format!("/m/{}", links.asked)),
            (
                "message-answered",
                390,
                844,
                format!("/m/{}", links.answered),
            ),
            ("hall", 390, 844, "/".to_owned()),
            ("take", 390, 844, "/take/1".to_owned()),
            ("board", 1920, 1080, "/board".to_owned()),
            ("sign-in", 1366, 768, "/counter".to_owned()),
        ];
        for (name, width, height, path) in pages {
            let page = chromium
                .window_with(&format!("{name}-{tone}"), width, height, &switches)
                .await;
            page.open(&format!("{address}{path}")).await;
            page.picture(&format!("page-{name}-{tone}")).await;
            page.close().await;
        }
        let desk = chromium
            .window_with(&format!("desk-{tone}"), 1366, 768, &switches)
            .await;
        desk.sign_in(&address).await;
        desk.find("waiting").await;
        desk.picture(&format!("page-counter-{tone}")).await;
        desk.open(&format!("{address}/counter/messages")).await;
        desk.picture(&format!("page-messages-{tone}")).await;
        desk.close().await;
    }
}
