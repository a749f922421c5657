//! The rules of the house that a compiler does not check. ARCHITECTURE.md says why.

use std::fs;
use std::path::{Path, PathBuf};

use linli_hall::registry::{ACTIONS, QUESTIONS};

/// Which of our own crates each one may use.
const ARROWS: &[(&str, &[&str])] = &[
    ("crates/hall", &[]),
    ("crates/tokens", &[]),
    ("crates/devices", &[]),
    ("crates/input", &[]),
    ("crates/texts", &["hall"]),
    ("crates/look", &["tokens"]),
    ("crates/api", &["hall"]),
    ("crates/pages", &["api", "hall", "texts", "tokens"]),
    (
        "kiosk",
        &[
            "api", "devices", "hall", "input", "look", "pages", "texts", "tokens",
        ],
    ),
    ("admin", &["api", "hall", "texts"]),
];

/// A file longer than this is more than one thing.
const LINES: usize = 450;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All files below `folder` with this ending.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
    found
}

fn code() -> Vec<PathBuf> {
    ["crates", "kiosk", "admin", "tests"]
        .iter()
        .flat_map(|folder| files(&root().join(folder), "rs"))
        .collect()
}

#[test]
fn arrows_point_one_way() {
    for (home, may_use) in ARROWS {
        let manifest = fs::read_to_string(root().join(home).join("Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        // What only tests use may point anywhere.
        for part in ["dependencies", "build-dependencies"] {
            let Some(used) = manifest.get(part).and_then(toml::Value::as_table) else {
                continue;
            };
            for used in used.keys().filter_map(|name| name.strip_prefix("linli-")) {
                assert!(
                    may_use.contains(&used),
                    "{home} uses linli-{used}, which ARCHITECTURE.md does not allow"
                );
            }
        }
    }
}

#[test]
fn pages_never_pull_in_egui_and_the_hall_no_wire_or_screen() {
    for (home, never) in [
        ("crates/pages", ["egui", "eframe"].as_slice()),
        (
            "crates/hall",
            &[
                "egui",
                "eframe",
                "axum",
                "tokio",
                "ureq",
                "serialport",
                "rodio",
            ],
        ),
        ("crates/api", &["egui", "eframe", "serialport", "rodio"]),
        ("crates/devices", &["egui", "eframe", "axum", "rusqlite"]),
    ] {
        let manifest: toml::Table = fs::read_to_string(root().join(home).join("Cargo.toml"))
            .unwrap()
            .parse()
            .unwrap();
        let used = manifest["dependencies"].as_table().unwrap();
        for crate_name in never {
            assert!(!used.contains_key(*crate_name), "{home} uses {crate_name}");
        }
    }
}

#[test]
fn screens_draw_and_never_do_io() {
    let never = [
        "std::fs",
        "std::net",
        "std::thread",
        "std::process",
        "linli_api",
        "linli_devices",
        "mpsc",
        "AnyHall",
    ];
    for file in files(&root().join("kiosk/src/screens"), "rs") {
        let text = fs::read_to_string(&file).unwrap();
        for word in never {
            assert!(!text.contains(word), "{} names {word}", file.display());
        }
    }
}

#[test]
fn a_rule_of_the_hall_is_found_by_its_name() {
    let names = ACTIONS
        .iter()
        .map(|a| a.name)
        .chain(QUESTIONS.iter().map(|q| q.name));
    for name in names {
        let (noun, _) = name.split_once('.').unwrap();
        let folder = root().join("crates/hall/src").join(noun);
        let sources = if folder.is_dir() {
            files(&folder, "rs")
        } else {
            vec![folder.with_extension("rs")]
        };
        let here = |file: &PathBuf| {
            fs::read_to_string(file).is_ok_and(|text| text.contains(&format!("\"{name}\"")))
        };
        assert!(
            sources.iter().any(here),
            "{name} is not in {}",
            folder.display()
        );
    }
}

#[test]
fn files_stay_short() {
    for file in code() {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= LINES, "{} has {lines} lines", file.display());
    }
}

#[test]
fn the_readme_names_only_commands_that_exist() {
    let (readme, makefile) = (
        fs::read_to_string(root().join("README.md")).unwrap(),
        fs::read_to_string(root().join("Makefile")).unwrap(),
    );
    let commands: Vec<_> = readme
        .split("make ")
        .skip(1)
        .filter_map(|rest| {
            rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
                .next()
        })
        .collect();
    assert!(commands.contains(&"demo") && commands.contains(&"test"));
    for command in commands {
        assert!(
            makefile
                .lines()
                .any(|line| line.starts_with(&format!("{command}:"))),
            "make {command}"
        );
    }
}

#[test]
fn every_picture_and_file_that_the_papers_point_to_is_there() {
    for paper in ["README.md", "ARCHITECTURE.md"] {
        let text = fs::read_to_string(root().join(paper)).unwrap();
        for target in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            if !target.contains("://") && !target.starts_with('#') {
                assert!(root().join(target).exists(), "{paper} points to {target}");
            }
        }
    }
}
