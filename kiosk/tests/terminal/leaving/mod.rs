//! The person at the glass goes, whatever is on it: the same countdown, the same end, nothing left.

mod answers;
mod states;
mod walk;

use std::collections::BTreeSet;

use egui_kittest::kittest::{NodeT, Queryable};
use linli_kiosk::screens::Message;
use linli_look::{audit, focus};

use crate::terminal::{Making, Terminal};

/// Look, number 9, with a little more for rounding.
const UNTIL_ASKED: f64 = 60.1;
const UNTIL_GONE: f64 = 30.0;

/// All that can be learnt from a terminal about whoever is at it.
#[derive(Debug, PartialEq)]
struct Traces {
    /// Every text that is drawn.
    drawn: BTreeSet<String>,
    /// Every name, value and description in the accessibility tree.
    told: BTreeSet<String>,
    /// What the app knows.
    known: String,
    /// Whether egui remembers a field.
    remembers: bool,
    /// Whether it is known where keys were, and on what.
    remembers_keys: bool,
}

impl Traces {
    /// What the last frame left. An audit must be on, and have been emptied before that frame.
    fn of(terminal: &Terminal) -> Traces {
        let drawn = audit::take(&terminal.harness.ctx)
            .into_iter()
            .map(|drawn| drawn.text)
            .collect();
        let mut told = BTreeSet::new();
        for node in terminal.harness.query_all_by(|_| true) {
            let node = node.accesskit_node();
            told.extend(
                [node.label(), node.value(), node.description()]
                    .into_iter()
                    .flatten(),
            );
        }
        Traces {
            drawn,
            told,
            known: known(terminal),
            remembers: Message::remembers(&terminal.harness.ctx),
            remembers_keys: focus::remembers(&terminal.harness.ctx),
        }
    }

    /// The same, of a frame that is drawn for it.
    fn now(terminal: &mut Terminal) -> Traces {
        forget_drawn(terminal);
        terminal.harness.step();
        Traces::of(terminal)
    }
}

/// What the app knows of its person, but for when it was touched and heard last.
fn known(terminal: &Terminal) -> String {
    let known = format!("{:?}", terminal.app());
    let (before, rest) = known.split_once("heard_secs: ").unwrap();
    let (_, rest) = rest.split_once("touched_secs: ").unwrap();
    let (_, after) = rest.split_once(' ').unwrap();
    format!("{before}{after}")
}

fn forget_drawn(terminal: &Terminal) {
    audit::take(&terminal.harness.ctx);
    audit::take_controls(&terminal.harness.ctx);
}

fn now(terminal: &Terminal) -> f64 {
    terminal.harness.ctx.input(|input| input.time)
}

/// A terminal with an audit on, and its traces while nobody has come yet.
fn nobody_here(making: Making) -> (Terminal, Traces) {
    let mut terminal = making.start();
    audit::start(&terminal.harness.ctx);
    terminal.wait(0.1);
    let traces = Traces::now(&mut terminal);
    (terminal, traces)
}

fn asks(terminal: &Terminal) -> bool {
    ["我还在，继续", "我還在，繼續", "Yes, carry on"]
        .iter()
        .any(|button| terminal.harness_has_button(button))
}

/// Lets the time run out and looks at the frame in which it has.
#[track_caller]
fn leave(terminal: &mut Terminal, nobody: &Traces) {
    terminal.skip(UNTIL_ASKED);
    assert!(asks(terminal), "nobody was asked on {}", terminal.screen());
    terminal.until_silent();
    forget_drawn(terminal);
    terminal.skip(UNTIL_GONE);
    assert_eq!(&Traces::of(terminal), nobody);
}
