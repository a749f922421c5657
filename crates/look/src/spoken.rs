//! What a frame says to a person who has it spoken.
//!
//! While somebody listens, every text and the control that has the focus are written down as they are
//! drawn, in the order in which they are drawn, and taken after the frame. What is written here and
//! what a screen reader finds in the accessibility tree come from the same widgets.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use egui::{Context, Id};

use crate::audit::ControlKind;

/// A frame that nobody takes does not grow beyond this many texts.
const TEXTS_MAX: usize = 256;

/// Something of a person's own: it is spoken to them alone, and it reaches no log.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Personal(pub String);

impl fmt::Debug for Personal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// The control that has the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    /// Its name.
    pub name: Personal,
    /// Whether the name is a person's own: what they wrote, may have written, or write with it.
    pub is_own: bool,
    /// The language of the name where it is another than the screen's, as a BCP 47 tag.
    pub lang: Option<&'static str>,
    /// What else there is to say of it.
    pub more: String,
    /// For what can be on or off: whether it is on.
    pub selected: Option<bool>,
    /// Whether there is nothing for it to do now.
    pub is_resting: bool,
    /// What it is for.
    pub kind: ControlKind,
}

impl Focus {
    /// Whether it is the same control in the same state, whatever else there is to say of it: what
    /// counts down beside a name is no news.
    pub fn is_same(&self, other: &Focus) -> bool {
        let state = |focus: &Focus| (focus.selected, focus.is_resting, focus.kind);
        self.name == other.name && state(self) == state(other)
    }
}

/// What a frame says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its heading.
    pub heading: String,
    /// Its other texts, in order.
    pub lines: Vec<String>,
    /// What can be chosen, in order.
    pub choices: Vec<String>,
    /// What is news: said when it is there and was not there before.
    pub news: Vec<String>,
    /// News that do not wait for what is being said.
    pub urgent: Vec<String>,
    /// What the person may mean by what was written so far.
    pub offered: Option<Personal>,
    /// What was written in this frame.
    pub written: Vec<Personal>,
    /// What was taken away again in this frame.
    pub erased: Vec<Personal>,
    /// What stands in the field that has the focus.
    pub value: Option<Personal>,
    /// The control that has the focus.
    pub focus: Option<Focus>,
    /// Whether something can be written.
    pub is_writing: bool,
}

type Record = Arc<Mutex<Page>>;

fn id() -> Id {
    Id::unique("linli-spoken")
}

/// Starts or ends writing down what is drawn in a context.
pub fn listen(ctx: &Context, listens: bool) {
    if listens == record(ctx).is_some() {
        return;
    }
    ctx.data_mut(|data| {
        if listens {
            data.insert_temp(id(), Record::default());
        } else {
            data.remove::<Record>(id());
        }
    });
}

/// What was drawn since the last call; `None` while nobody listens.
pub fn take(ctx: &Context) -> Option<Page> {
    with(ctx, std::mem::take)
}

/// Says that `text` was written by the person.
pub fn written(ctx: &Context, text: &str) {
    with(ctx, |page| {
        page.written.push(Personal(text.to_owned()));
    });
}

/// Says that `text` was taken away again by the person.
pub fn erased(ctx: &Context, text: &str) {
    if !text.is_empty() {
        with(ctx, |page| page.erased.push(Personal(text.to_owned())));
    }
}

/// Says what the person may mean by what was written so far.
pub fn offer(ctx: &Context, text: &str) {
    with(ctx, |page| page.offered = Some(Personal(text.to_owned())));
}

/// Says that something can be written here, and what; perhaps just now, into what is there already.
pub fn writes(ctx: &Context, what: &str, value: &str, has_focus: bool) {
    with(ctx, |page| {
        page.is_writing = true;
        if has_focus {
            page.value = Some(Personal(value.to_owned()));
            page.focus = Some(Focus {
                name: Personal(what.to_owned()),
                is_own: false,
                lang: None,
                more: String::new(),
                selected: None,
                is_resting: false,
                kind: ControlKind::Field,
            });
        }
    });
}

/// A text of the screen that is drawn as a part of something else.
pub fn line(ctx: &Context, text: &str) {
    note(ctx, Part::Line, text);
}

/// News that is not drawn as words of its own.
pub fn tell(ctx: &Context, text: &str) {
    note(ctx, Part::News, text);
}

/// The same, of what does not wait for what is being said.
pub fn alarm(ctx: &Context, text: &str) {
    note(ctx, Part::Urgent, text);
}

/// How a text is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Heading,
    Line,
    News,
    Urgent,
}

pub(crate) fn note(ctx: &Context, part: Part, text: &str) {
    with(ctx, |page| match part {
        Part::Heading => text.clone_into(&mut page.heading),
        Part::Line => push(&mut page.lines, text),
        Part::News => push(&mut page.news, text),
        Part::Urgent => push(&mut page.urgent, text),
    });
}

pub(crate) fn note_control(ctx: &Context, has_focus: bool, control: impl FnOnce() -> Focus) {
    with(ctx, |page| {
        let control = control();
        if control.kind == ControlKind::Choice {
            push(&mut page.choices, &control.name.0);
        }
        if has_focus {
            page.focus = Some(control);
        }
    });
}

/// A frame may be laid out twice; what stands on it once is said once.
fn push(texts: &mut Vec<String>, text: &str) {
    if texts.len() < TEXTS_MAX && !texts.iter().any(|known| known == text) {
        texts.push(text.to_owned());
    }
}

fn with<T>(ctx: &Context, act: impl FnOnce(&mut Page) -> T) -> Option<T> {
    let record = record(ctx)?;
    let mut page = record.lock().unwrap_or_else(PoisonError::into_inner);
    Some(act(&mut page))
}

fn record(ctx: &Context) -> Option<Record> {
    ctx.data(|data| data.get_temp(id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn while_nobody_listens_nothing_is_written_down() {
        let ctx = Context::default();
        note(&ctx, Part::Line, "a line");
        assert_eq!(take(&ctx), None);
        listen(&ctx, true);
        note(&ctx, Part::Line, "a line");
        note(&ctx, Part::Line, "a line");
        assert_eq!(take(&ctx).unwrap().lines, ["a line"]);
        listen(&ctx, false);
        assert_eq!(take(&ctx), None);
    }

    #[test]
    fn what_is_a_persons_own_shows_nothing_of_itself_in_a_log() {
        let page = Page {
            offered: Some(Personal("王".to_owned())),
            written: vec![Personal("王".to_owned())],
            erased: vec![Personal("王".to_owned())],
            value: Some(Personal("王".to_owned())),
            focus: Some(Focus {
                name: Personal("王".to_owned()),
                is_own: true,
                lang: None,
                more: String::new(),
                selected: None,
                is_resting: false,
                kind: ControlKind::Candidate,
            }),
            ..Page::default()
        };
        assert!(!format!("{page:?}").contains('王'));
    }
}
