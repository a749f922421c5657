//! What is typed, and what comes back.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::Stdio;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::{Served, program, run, run_with};

fn any_port() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 0))
}

/// A new hall that is always open, with one service.
fn hall() -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path().join("hall").to_str().unwrap().to_owned();
    let service = json!({ "service": {
        "id": 1, "names": { "zh-CN": "社保" }, "series": { "prefix": "A", "first": 1, "last": 9999 },
    } });
    let set = run(&at, &["--new", "act", "service.set", &service.to_string()]);
    assert_eq!(set.code, Some(0), "{}", set.said);
    (folder, at)
}

#[test]
fn an_act_and_an_ask_speak_json() {
    let (_folder, at) = hall();
    let taken = run(&at, &["act", "ticket.take", r#"{"service":1}"#]).good();
    assert_eq!(taken["label"], "A0001");
    let board = run(&at, &["ask", "queue.board"]).good();
    assert_eq!(board["waiting"], 1);
    let piped = run_with(
        program().args(["--hall", &at, "act", "ticket.take", "-"]),
        r#"{"service":1}"#,
    );
    assert_eq!(piped.good()["label"], "A0002");
}

#[test]
fn the_same_request_is_done_once() {
    let (_folder, at) = hall();
    let take = || {
        run(
            &at,
            &[
                "act",
                "ticket.take",
                r#"{"service":1}"#,
                "--request",
                "slip-7",
            ],
        )
        .good()
    };
    assert_eq!(take(), take());
}

#[test]
fn a_no_of_the_hall_is_said_in_words_and_ends_with_1() {
    let (_folder, at) = hall();
    let refused = run(&at, &["act", "ticket.take", r#"{"service":99}"#]);
    assert_eq!((refused.code, refused.lines.len()), (Some(1), 0));
    assert!(
        refused.said.contains("This service was not found"),
        "{}",
        refused.said
    );
    let refused = run_with(
        program().env("LANG", "zh_CN.UTF-8").args([
            "--hall",
            &at,
            "act",
            "ticket.take",
            r#"{"service":99}"#,
        ]),
        "",
    );
    assert!(!refused.said.contains("This service"), "{}", refused.said);
    assert_eq!(run(&at, &["ask", "no.such"]).code, Some(1));
}

#[test]
fn a_wrong_command_line_ends_with_2_and_points_to_the_help() {
    let (_folder, at) = hall();
    let wrong: [&[&str]; 7] = [
        &[],
        &["dance"],
        &["act"],
        &["act", "ticket.take", "{"],
        &["follow", "soon"],
        &["enrol", "robot", "R2"],
        &["--colour", "ask", "queue.board"],
    ];
    for words in wrong {
        let ended = run(&at, words);
        assert_eq!(ended.code, Some(2), "{words:?}: {}", ended.said);
        assert!(ended.said.contains("--help"), "{words:?}: {}", ended.said);
    }
    assert_eq!(
        run_with(program().args(["ask", "queue.board"]), "").code,
        Some(2)
    );
}

#[test]
fn a_mistyped_folder_does_not_become_a_hall() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path().join("hal");
    let ended = run(at.to_str().unwrap(), &["ask", "queue.board"]);
    assert_eq!(ended.code, Some(2));
    assert!(!at.exists());
}

#[test]
fn help_names_every_command_and_version_is_one_line() {
    let help = program().arg("--help").output().unwrap();
    let text = String::from_utf8(help.stdout).unwrap();
    assert!(help.status.success());
    for command in [
        "act", "ask", "run", "enrol", "verify", "follow", "serve", "names",
    ] {
        assert!(text.contains(&format!("\n    {command} ")), "{command}");
    }
    assert!(
        program()
            .arg("--version")
            .output()
            .unwrap()
            .stdout
            .starts_with(b"linli-admin ")
    );
}

#[test]
fn names_lists_what_there_is_without_a_hall() {
    let ended = run_with(program().arg("names"), "");
    let acts: Vec<&Value> = ended
        .lines
        .iter()
        .filter_map(|line| line.get("act"))
        .collect();
    assert!(acts.contains(&&json!("ticket.take")));
}

#[test]
fn an_enrolled_machine_acts_over_the_network_with_its_token() {
    let (folder, at) = hall();
    let kiosk = run(&at, &["enrol", "kiosk", "大门"]);
    assert!(kiosk.said.contains("shown once"));
    let token = kiosk.good()["token"].as_str().unwrap().to_owned();
    let served = Served::start(&folder.path().join("hall"), any_port());
    let take = [
        "--hall",
        &served.url,
        "act",
        "ticket.take",
        r#"{"service":1}"#,
    ];
    assert_eq!(
        run_with(program().args(take).env("LINLI_TOKEN", &token), "").good()["label"],
        "A0001"
    );
    assert_eq!(
        run_with(program().args(take).args(["--token", &token]), "").good()["label"],
        "A0002"
    );
    let visitor = run_with(program().args(take), "");
    assert_eq!(visitor.code, Some(1), "{}", visitor.said);
    let follow = run_with(
        program()
            .args(["--hall", &served.url, "verify"])
            .env("LINLI_TOKEN", &token),
        "",
    );
    assert_eq!(follow.code, Some(1), "a kiosk does not oversee");
}

#[test]
fn staff_sign_in_with_the_password_given_or_the_one_that_was_made() {
    let (_folder, at) = hall();
    let sign_in = |name: &str, password: &str| {
        run(
            &at,
            &[
                "act",
                "staff.sign_in",
                &json!({ "name": name, "password": password }).to_string(),
            ],
        )
        .code
    };
    let made = run(&at, &["enrol", "staff", "李老师"]).good();
    assert_eq!(made["role"], "clerk");
    assert_eq!(
        sign_in("李老师", made["password"].as_str().unwrap()),
        Some(0)
    );
    let words = [
        "--hall",
        &at,
        "enrol",
        "staff",
        "王主任",
        "--role",
        "manager",
        "--password-stdin",
    ];
    let given = run_with(program().args(words), "correct horse\n").good();
    assert_eq!(
        (&given["role"], given.get("password")),
        (&json!("manager"), None)
    );
    assert_eq!(
        (
            sign_in("王主任", "correct horse"),
            sign_in("王主任", "wrong horse")
        ),
        (Some(0), Some(1))
    );
    let words = ["--hall", &at, "enrol", "staff", "赵老师"];
    run_with(
        program()
            .args(words)
            .env("LINLI_PASSWORD", "battery staple"),
        "",
    )
    .good();
    assert_eq!(sign_in("赵老师", "battery staple"), Some(0));
    assert_eq!(run(&at, &["enrol", "staff", "赵老师"]).code, Some(1));
}

#[test]
fn a_script_stops_at_the_step_that_is_refused() {
    let (folder, at) = hall();
    let script = folder.path().join("script.json");
    let take = json!({ "act": "ticket.take", "with": { "service": 1 } });
    std::fs::write(
        &script,
        json!([take, { "act": "no.such" }, take]).to_string(),
    )
    .unwrap();
    let ended = run(&at, &["run", script.to_str().unwrap()]);
    assert_eq!((ended.code, ended.lines.len()), (Some(1), 1));
    assert!(ended.said.contains("step 2 (no.such)"), "{}", ended.said);
    assert_eq!(run(&at, &["ask", "queue.board"]).good()["waiting"], 1);
}

#[test]
fn verify_says_that_nothing_was_altered() {
    let (_folder, at) = hall();
    let verified = run(&at, &["verify"]).good();
    assert_eq!(verified["first_altered"], Value::Null);
    assert!(verified["good"].as_u64().unwrap() > 0);
}

#[test]
fn a_hall_that_is_off_ends_with_3() {
    let ended = run("http://127.0.0.1:9", &["ask", "queue.board"]);
    assert_eq!(ended.code, Some(3), "{}", ended.said);
    assert!(ended.said.contains("cannot be reached"), "{}", ended.said);
}

#[test]
fn follow_writes_what_happens_as_it_happens() {
    let (_folder, at) = hall();
    let mut child = program()
        .args(["--hall", &at, "follow", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut next = || serde_json::from_str::<Value>(&lines.next().unwrap().unwrap()).unwrap();
    assert_eq!(next()["action"], "service.set");
    run(&at, &["act", "ticket.take", r#"{"service":1}"#]).good();
    assert_eq!(next()["event"]["label"], "A0001");
    child.kill().unwrap();
    child.wait().unwrap();
}
