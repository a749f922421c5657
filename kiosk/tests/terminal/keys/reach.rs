//! Arrows and Tab lead to everything on every screen, and the ring is seen wherever they lead.

use std::collections::BTreeSet;

use egui::accesskit::{Action, NodeId};
use egui::{Key, Rect};
use egui_kittest::kittest::{NodeT, Queryable};
use linli_kiosk::gallery;
use linli_kiosk::screens::Modes;
use linli_look::{audit, focus};
use linli_texts::Lang;

use super::press;
use crate::terminal::{Making, Terminal};
use crate::walk::show;

/// What can be clicked according to the accessibility tree.
fn clickable(terminal: &Terminal) -> Vec<(NodeId, String)> {
    let nodes = terminal
        .harness
        .query_all_by(|node| node.data().supports_action(Action::Click) && !node.is_hidden());
    nodes
        .map(|node| {
            let node = node.accesskit_node();
            (node.locate().0, node.label().unwrap_or_default())
        })
        .collect()
}

/// Walks every screen on one glass by arrows, in the map that the app goes by, and by Tab, with keys.
fn reach(pixels: [f32; 2], langs: &[Lang], modes: &[Modes]) {
    let mut terminal = Making::sized(pixels[0], pixels[1], 21.5)
        .hall(|hall| gallery::make_busy(hall).unwrap())
        .start();
    audit::start(&terminal.harness.ctx);
    let taken = terminal.a_number();
    let view = terminal.app().hall().unwrap().clone();
    let mut offences = Vec::new();
    let mut walked = 0;
    for lang in langs {
        for modes in modes {
            let secs = terminal.harness.ctx.input(|input| input.time);
            for showing in gallery::every_screen(&view, &taken, secs) {
                show(&mut terminal, &showing, *lang, *modes);
                let name = format!("{lang} {modes:?} {}", showing.name);
                let mut offend = |what: String| offences.push(format!("{name}: {what}"));
                let crossings = focus::crossings(&terminal.harness.ctx);
                for missed in unreached(&crossings) {
                    offend(format!("no arrows lead to {missed}"));
                }
                walked += crossings.len();
                let seen = walk_by_tab(&mut terminal, crossings.len(), &mut offend);
                for (id, control) in clickable(&terminal) {
                    if !seen.contains(&id) {
                        offend(format!("Tab does not lead to {control}"));
                    }
                }
            }
        }
    }
    assert!(walked > 300, "{walked} controls");
    assert!(
        offences.is_empty(),
        "{} offences:\n{}",
        offences.len(),
        offences.join("\n")
    );
}

/// The names of what arrows do not lead to from where keys begin.
fn unreached(crossings: &[focus::Crossing]) -> Vec<String> {
    let mut seen = BTreeSet::from([0]);
    let mut next = vec![0];
    while let Some(at) = next.pop() {
        let arrows = crossings[at].arrows.into_iter().flatten();
        next.extend(arrows.filter(|to| seen.insert(*to)));
    }
    let missed = crossings.iter().enumerate();
    let missed = missed.filter(|(index, _)| !seen.contains(index));
    missed.map(|(_, crossing)| crossing.name.clone()).collect()
}

/// Presses Tab once round; each control must show one ring around it, wholly on the glass.
fn walk_by_tab(
    terminal: &mut Terminal,
    count: usize,
    offend: &mut impl FnMut(String),
) -> BTreeSet<NodeId> {
    let glass = terminal.harness.ctx.viewport_rect();
    let mut seen = BTreeSet::new();
    for _ in 0..count {
        press(terminal, Key::Tab);
        audit::take_rings(&terminal.harness.ctx);
        terminal.harness.step();
        let rings = audit::take_rings(&terminal.harness.ctx);
        let Some((id, name, rect)) = focused_node(terminal) else {
            offend("nothing has the focus".to_owned());
            continue;
        };
        seen.insert(id);
        match rings.as_slice() {
            [ring] if glass.contains_rect(*ring) && ring.intersects(rect) => {}
            rings => offend(format!("{name} shows the rings {rings:?}")),
        }
    }
    seen
}

fn focused_node(terminal: &Terminal) -> Option<(NodeId, String, Rect)> {
    let mut nodes = terminal.harness.query_all_by(|node| node.is_focused());
    nodes.find_map(|node| {
        let rect = node.rect();
        let node = node.accesskit_node();
        Some((node.locate().0, node.label()?, rect))
    })
}

#[test]
fn keys_reach_everything_on_every_screen_in_portrait() {
    let plain = Modes::default();
    let large = Modes {
        large: true,
        ..plain
    };
    let low = Modes { low: true, ..plain };
    reach(
        [1080.0, 1920.0],
        &[Lang::ZH_CN, Lang::EN],
        &[plain, large, low],
    );
}

#[test]
fn keys_reach_everything_on_every_screen_in_landscape() {
    let plain = Modes::default();
    let large = Modes {
        large: true,
        ..plain
    };
    reach([1920.0, 1080.0], &[Lang::ZH_CN, Lang::EN], &[plain, large]);
}
