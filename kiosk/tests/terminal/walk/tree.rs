//! What an assistive technology can press is what was drawn, and all of it lies on the glass.

use egui::Rect;
use egui::accesskit::{Action, Role};
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};
use linli_look::audit::ControlKind;

use super::numbers::Look;
use crate::terminal::Terminal;

/// Rounding to whole points.
const SLACK: f32 = 1.5;
/// The letters of a row may touch the line between two things.
const TOUCH: f32 = 2.0;

/// Something that the accessibility tree lets one press.
#[derive(Clone, Debug)]
pub(super) struct Pressable {
    name: String,
    /// What is said after the name.
    pub(super) hint: String,
    rect: Rect,
    is_field: bool,
}

/// Everything that can be pressed on the glass, by the accessibility tree.
pub(super) fn pressables(terminal: &Terminal) -> Vec<Pressable> {
    let can_be_pressed = |node: &AccessKitNode<'_>| {
        let mut up = Some(*node);
        let mut line = std::iter::from_fn(|| {
            let here = up?;
            up = here.parent();
            Some(here)
        });
        node.data().supports_action(Action::Click) && line.all(|node| !node.is_hidden())
    };
    let nodes = terminal.harness.query_all_by(can_be_pressed);
    nodes
        .map(|node| Pressable {
            rect: node.rect(),
            hint: node
                .accesskit_node()
                .data()
                .description()
                .unwrap_or_default()
                .to_owned(),
            name: node.accesskit_node().label().unwrap_or_default(),
            is_field: matches!(
                node.accesskit_node().role(),
                Role::MultilineTextInput | Role::PhoneNumberInput
            ),
        })
        .collect()
}

impl Look<'_> {
    pub(super) fn check_tree(&mut self) {
        let glass = self.glass_rect().expand(SLACK);
        for one in self.pressables.clone() {
            // What is written in a field may be longer than the field, which is what is drawn.
            if !one.is_field && !glass.contains_rect(one.rect) {
                self.offend(format!("{} at {:?} leaves the glass", one.name, one.rect));
            }
            let is_drawn = self.controls.iter().any(|control| {
                control.name == one.name
                    && if one.is_field {
                        control.kind == ControlKind::Field
                    } else {
                        alike(control.rect, one.rect)
                    }
            });
            if !is_drawn {
                self.offend(format!("{} is in the tree alone", one.name));
            }
        }
        for control in self.controls.clone() {
            if !glass.contains_rect(control.rect) {
                let rect = control.rect;
                self.offend(format!("{} at {rect:?} leaves the glass", control.name));
            }
            let is_pressed = matches!(
                control.kind,
                ControlKind::Bar | ControlKind::Choice | ControlKind::Candidate
            );
            let mut pressed = self.pressables.iter();
            if is_pressed && !pressed.any(|one| one.name == control.name) {
                self.offend(format!("{} is not in the tree", control.name));
            }
        }
    }

    /// Letters lie on the glass, and over no control but the one they belong to.
    pub(super) fn check_inks(&mut self) {
        let glass = self.glass_rect().expand(SLACK);
        for text in self.texts.clone() {
            if !glass.contains_rect(text.ink) {
                self.offend(format!("{:?} leaves the glass", text.text));
            }
            let ink = text.ink.shrink(TOUCH);
            let over = self.controls.iter().find(|control| {
                control.rect.intersects(ink) && !control.rect.expand(TOUCH).contains_rect(text.room)
            });
            if let Some(control) = over {
                self.offend(format!(
                    "{:?} lies over {}",
                    text.text,
                    control.name.clone()
                ));
            }
        }
    }
}

fn alike(one: Rect, other: Rect) -> bool {
    one.min.distance(other.min) < SLACK && one.max.distance(other.max) < SLACK
}
