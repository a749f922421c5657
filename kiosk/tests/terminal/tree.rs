//! The accessibility tree: what a screen reader has of every screen, and what it says by itself.

use std::collections::BTreeSet;

use egui::Rect;
use egui::accesskit::{Action, Live, Role, Toggled};
use egui_kittest::kittest::{NodeT, Queryable};
use linli_kiosk::gallery;
use linli_kiosk::screens::{Modes, Screen, SlipState, Step};
use linli_kiosk::typing::Board;
use linli_texts::Lang;

use crate::terminal::{Making, Terminal};
use crate::walk::show;

/// One node as a screen reader has it.
#[derive(Clone, Debug)]
struct Node {
    role: Role,
    /// The label of a control, the words of a text.
    name: String,
    value: String,
    hint: String,
    live: Live,
    toggled: Option<Toggled>,
    is_disabled: bool,
    is_pressed: bool,
    rect: Rect,
}

fn nodes(terminal: &Terminal) -> Vec<Node> {
    let is_seen = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        let mut up = Some(*node);
        std::iter::from_fn(|| {
            let here = up?;
            up = here.parent();
            Some(here)
        })
        .all(|node| !node.is_hidden())
    };
    let found = terminal.harness.query_all_by(is_seen);
    found
        .map(|found| {
            let node = found.accesskit_node();
            let data = node.data();
            let value = node.value().unwrap_or_default();
            let description = data.description().or(data.placeholder());
            Node {
                role: node.role(),
                name: match node.role() {
                    Role::Label => value.clone(),
                    _ => node.label().unwrap_or_default(),
                },
                value,
                hint: description.unwrap_or_default().to_owned(),
                live: data.live().unwrap_or(Live::Off),
                toggled: data.toggled(),
                is_disabled: node.is_disabled(),
                is_pressed: data.supports_action(Action::Click),
                rect: data.bounds().map_or(Rect::NOTHING, |at| {
                    let corner = egui::pos2(at.x0 as f32, at.y0 as f32);
                    Rect::from_min_max(corner, egui::pos2(at.x1 as f32, at.y1 as f32))
                }),
            }
        })
        .collect()
}

/// What a screen reader says by itself, as it stands.
fn said(terminal: &Terminal) -> Vec<(Live, String)> {
    let live = nodes(terminal).into_iter();
    live.filter(|node| node.live != Live::Off)
        .map(|node| (node.live, node.name))
        .collect()
}

#[track_caller]
fn assert_said(terminal: &Terminal, live: Live, words: &str) {
    let said = said(terminal);
    let is_said = said
        .iter()
        .any(|(how, what)| *how == live && what.contains(words));
    assert!(is_said, "{words} is not said {live:?}, but {said:?}");
}

/// What is wrong with the tree of one screen.
fn offences(nodes: &[Node]) -> Vec<String> {
    let mut offences = Vec::new();
    for node in nodes {
        let Node { role, name, .. } = node;
        let is_layout = matches!(role, Role::GenericContainer | Role::TextRun | Role::Window);
        if is_layout && node.is_pressed {
            offences.push(format!("{role:?} {name} can be pressed"));
        }
        if !is_layout && name.trim().is_empty() {
            offences.push(format!("{role:?} at {:?} has no name", node.rect));
        }
        let is_known = matches!(
            role,
            Role::Button
                | Role::Label
                | Role::Heading
                | Role::Image
                | Role::Canvas
                | Role::MultilineTextInput
                | Role::PhoneNumberInput
        );
        if !is_layout && !is_known {
            offences.push(format!("{name} is a {role:?}"));
        }
        if matches!(role, Role::Canvas | Role::MultilineTextInput) && node.hint.is_empty() {
            offences.push(format!("{name} has no hint"));
        }
    }
    let headings = nodes.iter().filter(|node| node.role == Role::Heading);
    let headings: Vec<&Node> = headings.collect();
    match headings.as_slice() {
        [heading] if heading.live != Live::Off => {}
        headings => offences.push(format!("{} headings that are said", headings.len())),
    }
    offences.extend(twice(nodes));
    offences
}

/// Words that would be read twice: in a control and over it, or two nodes at one place.
fn twice(nodes: &[Node]) -> Vec<String> {
    let mut offences = Vec::new();
    let texts: Vec<&Node> = nodes
        .iter()
        .filter(|node| !node.name.is_empty() && node.role != Role::TextRun)
        .collect();
    for (index, one) in texts.iter().enumerate() {
        for other in &texts[index + 1..] {
            if one.name == other.name && one.rect.intersects(other.rect) {
                offences.push(format!("{} is read twice", one.name));
            }
        }
        let control = texts.iter().find(|control| {
            control.role == Role::Button
                && one.role != Role::Button
                && one.live == Live::Off
                && control.rect.contains_rect(one.rect)
        });
        if let Some(control) = control {
            offences.push(format!("{} is read again in {}", one.name, control.name));
        }
    }
    offences
}

fn walk(pixels: [f32; 2]) {
    let mut terminal = Making::sized(pixels[0], pixels[1], 21.5)
        .hall(|hall| gallery::make_busy(hall).unwrap())
        .start();
    let taken = terminal.a_number();
    let view = terminal.app().hall().unwrap().clone();
    let mut found = Vec::new();
    let mut roles = BTreeSet::new();
    for lang in Lang::all() {
        for large in [false, true] {
            let modes = Modes {
                large,
                ..Modes::default()
            };
            let secs = terminal.harness.ctx.input(|input| input.time);
            for showing in gallery::every_screen(&view, &taken, secs) {
                show(&mut terminal, &showing, lang, modes);
                let nodes = nodes(&terminal);
                roles.extend(nodes.iter().map(|node| format!("{:?}", node.role)));
                let mut wrong = offences(&nodes);
                if nodes
                    .iter()
                    .filter(|node| node.toggled.is_some())
                    .all(|node| (node.toggled == Some(Toggled::True)) != large)
                {
                    wrong.push("large type is not said to be what it is".to_owned());
                }
                let tag = terminal.harness.root().accesskit_node();
                if tag.data().language() != Some(lang.tag()) {
                    wrong.push(format!("the tree is in {:?}", tag.data().language()));
                }
                let name = format!("{lang} {}", showing.name);
                found.extend(wrong.into_iter().map(|what| format!("{name}: {what}")));
            }
        }
    }
    // A walk that saw no fields, codes and pads has not seen every screen.
    assert!(roles.len() >= 8, "{roles:?}");
    assert!(
        found.is_empty(),
        "{} offences:\n{}",
        found.len(),
        found.join("\n")
    );
}

#[test]
fn every_node_has_a_role_a_name_and_its_state_in_portrait() {
    walk([1080.0, 1920.0]);
}

#[test]
fn every_node_has_a_role_a_name_and_its_state_in_landscape() {
    walk([1920.0, 1080.0]);
}

/// On a screen of the gallery.
fn at(terminal: &mut Terminal, screen: Screen) {
    terminal.harness.state_mut().show(screen);
    terminal.wait(0.1);
}

fn at_a_message() -> Terminal {
    let mut terminal = Terminal::start();
    terminal.tap("点一下，开始");
    terminal.tap("留言");
    terminal.until_screen("message");
    terminal
}

fn set_step(terminal: &mut Terminal, step: Step) {
    let mut screen = terminal.app().screen().clone();
    let Screen::Message(message) = &mut screen else {
        panic!("no message is being written");
    };
    message.step = step;
    at(terminal, screen);
}

#[test]
fn the_slip_is_followed_in_words() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.tap("社保");
    terminal.until_screen("result");
    assert_said(&terminal, Live::Polite, "A001");
    terminal.until("the slip is out", |terminal| {
        matches!(terminal.app().screen(), Screen::Result(result) if result.slip == SlipState::Printed)
    });
    assert_said(&terminal, Live::Polite, "小票已打好");
}

#[test]
fn sending_and_what_became_of_it_are_said() {
    let mut terminal = at_a_message();
    set_step(&mut terminal, Step::Phone);
    let before = said(&terminal);
    set_step(&mut terminal, Step::Sending);
    assert_ne!(said(&terminal), before);
    assert_said(&terminal, Live::Polite, "正在发送");
    let error = linli_hall::Error::Unreachable(String::new());
    set_step(&mut terminal, Step::Failed(error));
    assert_said(&terminal, Live::Assertive, "没有发出去");
}

#[test]
fn that_there_are_candidates_is_said() {
    let mut terminal = at_a_message();
    terminal.tap("拼音");
    let count = |terminal: &Terminal| {
        let said = said(terminal);
        said.into_iter().find(|(_, words)| words.contains("个可选"))
    };
    assert_eq!(count(&terminal), None);
    terminal.tap("s");
    terminal.until("there are candidates", |terminal| {
        count(terminal).is_some_and(|(live, _)| live == Live::Polite)
    });
}

#[test]
fn a_call_for_help_is_said_to_have_reached_somebody() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.tap("请人帮忙");
    terminal.until_screen("help");
    terminal.tap("请工作人员过来");
    terminal.until("the staff know", |terminal| terminal.shows("已经通知了"));
    assert_said(&terminal, Live::Polite, "已经通知了");
}

#[test]
fn a_lost_connection_is_said() {
    let mut terminal = Terminal::start();
    terminal.arrive();
    let before = said(&terminal);
    terminal.harness.state_mut().set_offline(true);
    terminal.wait(0.1);
    assert_ne!(said(&terminal), before);
    assert_said(&terminal, Live::Polite, "网络断了");
}

#[test]
fn the_countdown_is_said_at_once_and_hides_what_lies_under_it() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.wait(61.5);
    assert_said(&terminal, Live::Assertive, "您还在吗？ 30");
    let buttons: Vec<String> = nodes(&terminal)
        .into_iter()
        .filter(|node| node.is_pressed)
        .map(|node| node.name)
        .collect();
    assert_eq!(buttons, ["我还在，继续"]);
    // Not every second, or nothing else would be heard.
    let before = said(&terminal);
    terminal.wait(5.0);
    assert_eq!(said(&terminal), before);
    terminal.wait(6.0);
    assert_said(&terminal, Live::Assertive, "您还在吗？ 20");
}

#[test]
fn what_has_no_meaning_yet_is_said_to_rest() {
    let mut terminal = at_a_message();
    let rests = |terminal: &Terminal| {
        let next = nodes(terminal)
            .into_iter()
            .find(|node| node.name == "写好了");
        next.unwrap().is_disabled
    };
    assert!(rests(&terminal));
    terminal
        .harness
        .event(egui::Event::Text("灯坏了".to_owned()));
    terminal.wait(0.2);
    assert!(!rests(&terminal));
    let field = nodes(&terminal)
        .into_iter()
        .find(|node| node.role == Role::MultilineTextInput);
    assert_eq!(field.unwrap().value, "灯坏了");
}

#[test]
fn capitals_are_a_mode_that_is_on_or_off() {
    let mut terminal = at_a_message();
    let mut screen = terminal.app().screen().clone();
    if let Screen::Message(message) = &mut screen {
        message.typing.set_board(Board::Latin);
    }
    at(&mut terminal, screen);
    let toggled = |terminal: &Terminal| {
        let key = nodes(terminal).into_iter().find(|node| node.name == "大写");
        key.unwrap().toggled
    };
    assert_eq!(toggled(&terminal), Some(Toggled::False));
    terminal.tap("大写");
    assert_eq!(toggled(&terminal), Some(Toggled::True));
}
