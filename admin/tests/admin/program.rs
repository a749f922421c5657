//! The program itself, started and stopped.

use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

/// The program with a clean environment, in English.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_linli-admin"));
    for name in [
        "LINLI_HALL",
        "LINLI_TOKEN",
        "LINLI_PASSWORD",
        "LC_ALL",
        "LC_MESSAGES",
    ] {
        command.env_remove(name);
    }
    command.env("LANG", "en_GB.UTF-8").stdin(Stdio::null());
    command
}

/// How it ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) lines: Vec<Value>,
    pub(crate) said: String,
}

impl Ended {
    /// The one line of a good run.
    pub(crate) fn good(mut self) -> Value {
        assert_eq!((self.code, self.lines.len()), (Some(0), 1), "{self:?}");
        self.lines.remove(0)
    }
}

/// Runs it on `hall` to its end.
pub(crate) fn run(hall: &str, words: &[&str]) -> Ended {
    run_with(program().args(["--hall", hall]).args(words), "")
}

pub(crate) fn run_with(command: &mut Command, input: &str) -> Ended {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that does not read its input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    Ended {
        code: output.status.code(),
        lines: lines
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or(Value::Null))
            .collect(),
        said: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A hall served by a process of its own, which is killed when this is dropped.
pub(crate) struct Served {
    child: Child,
    pub(crate) url: String,
}

impl Served {
    pub(crate) fn start(folder: &Path, listen: SocketAddr) -> Self {
        let mut child = program()
            .arg("--hall")
            .arg(folder)
            .args(["serve", "--listen", &listen.to_string()])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let said: Value = serde_json::from_str(&line).unwrap();
        let url = said["url"].as_str().unwrap().to_owned();
        Self { child, url }
    }

    /// `kill -9`, and waits until it is gone.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
