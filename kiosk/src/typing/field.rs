//! The text that is being written.
//!
//! The field is egui's own, so that a keyboard on a cable and an input method of the system write into
//! it as anywhere else; the boards on the glass write at the same cursor.

use std::fmt;

use egui::scroll_area::ScrollBarVisibility;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{
    Align2, Context, Event, Frame, Id, ImeEvent, Margin, Rect, ScrollArea, StrokeKind, TextEdit,
    Ui, UiBuilder,
};
use linli_look::audit::{self, ControlKind};
use linli_look::widgets::{Words, focus_ring_around};
use linli_look::{Hue, Look, TypeSize, Weight, focus, spoken};
use unicode_segmentation::UnicodeSegmentation;

/// Rows that a hint may take.
const HINT_ROWS: usize = 4;

/// What came from a keyboard on a cable or from an input method in this frame.
fn typed(ui: &Ui) -> Vec<String> {
    let events = ui.ctx().input(|input| input.events.clone());
    let text = |event| match event {
        Event::Text(text) | Event::Ime(ImeEvent::Commit(text)) => Some(text),
        _ => None,
    };
    events.into_iter().filter_map(text).collect()
}

fn field_id(name: &str) -> Id {
    Id::unique(("linli-field", name))
}

/// A text with a cursor in it, and how long it may be.
#[derive(Clone)]
pub struct Field {
    text: String,
    chars_max: usize,
    id: Id,
    is_new: bool,
    /// The last that was to be written found no room.
    is_overfull: bool,
}

/// What people write reaches no log.
impl fmt::Debug for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Field")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

impl Field {
    /// An empty field. What an earlier field of this name knew is forgotten.
    pub fn new(name: &str, chars_max: usize) -> Field {
        Field {
            text: String::new(),
            chars_max,
            id: field_id(name),
            is_new: true,
            is_overfull: false,
        }
    }

    /// With something in it, for pictures and tests.
    pub fn holding(self, text: &str) -> Field {
        Field {
            text: text.to_owned(),
            ..self
        }
    }

    /// What is written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many more characters fit.
    pub fn chars_left(&self) -> usize {
        self.chars_max.saturating_sub(self.text.chars().count())
    }

    /// Whether the last that was to be written did not fit.
    pub fn is_full(&self) -> bool {
        self.is_overfull
    }

    /// Whoever comes back to it writes on at its end.
    pub fn resume(&mut self) {
        self.is_new = true;
    }

    /// Whether egui remembers anything of the field of this name.
    pub fn remembers(ctx: &Context, name: &str) -> bool {
        TextEdit::load_state(ctx, field_id(name)).is_some()
    }

    /// Draws the field of this name; `hint` stands in it while nothing is written.
    pub fn show(&mut self, ui: &mut Ui, look: &Look, rect: Rect, name: &str, hint: &str) {
        if std::mem::take(&mut self.is_new) {
            TextEditState::default().store(ui.ctx(), self.id);
            ui.ctx().memory_mut(|memory| memory.request_focus(self.id));
        }
        let has_focus = ui.ctx().memory(|memory| memory.has_focus(self.id));
        spoken::writes(ui.ctx(), name, &self.text, has_focus);
        ui.painter().rect(
            rect,
            look.radius_large(),
            look.colours.card,
            look.field_edge(),
            StrokeKind::Inside,
        );
        audit::note_control(ui.ctx(), name, rect, ControlKind::Field);
        let room = rect.shrink2(egui::vec2(look.inset * 0.8, look.inset * 0.5));
        if self.text.is_empty() {
            spoken::line(ui.ctx(), hint);
            Words::new(hint, TypeSize::Body)
                .colour(look.colours.ink2)
                .rows(HINT_ROWS)
                .align(Align2::LEFT_TOP)
                .silent()
                .paint(ui, look, room);
        }
        let room_left = self.room(ui.ctx());
        let font = look.font(TypeSize::Body, Weight::Regular);
        let edit = TextEdit::multiline(&mut self.text)
            .id(self.id)
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .font(font)
            .text_color(look.colours.ink)
            .char_limit(self.chars_max)
            .desired_width(room.width())
            .desired_rows(1);
        let builder = UiBuilder::new().max_rect(room).id_salt(self.id);
        let scope = ui.scope_builder(builder, |ui| {
            ui.set_clip_rect(rect);
            let visuals = ui.visuals_mut();
            visuals.text_cursor.stroke = look.cursor();
            visuals.selection.bg_fill = look.colours.soft(Hue::Jade);
            // What is written is gone through with the cursor; a bar too thin for a finger is no control.
            ScrollArea::vertical()
                .id_salt(self.id)
                .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden)
                .stick_to_bottom(true)
                .show(ui, |ui| edit.show(ui).response.response)
        });
        let response = scope.inner.inner;
        if has_focus || response.changed() {
            self.note_typed(ui, room_left, response.changed());
        }
        ui.ctx().accesskit_node_builder(self.id, |node| {
            node.set_label(name);
            node.set_placeholder(hint);
        });
        focus::note_field(ui.ctx(), self.id, name, rect, self.text.chars().count());
        focus_ring_around(ui, look, &response, rect, look.radius_large());
    }

    /// Writes at the cursor, in place of what is marked. False when it does not fit: then nothing of it
    /// is written, for half a word is nothing that anybody meant.
    pub fn insert(&mut self, ctx: &Context, text: &str) -> bool {
        let (from, to) = self.marked(ctx);
        let new = text.chars().count();
        self.is_overfull = new > self.room(ctx);
        if self.is_overfull {
            return false;
        }
        if new == 0 {
            return true;
        }
        spoken::written(ctx, text);
        let chars: Vec<char> = self.text.chars().collect();
        let before = chars[..from].iter();
        self.text = before
            .copied()
            .chain(text.chars())
            .chain(chars[to..].iter().copied())
            .collect();
        self.set_cursor(ctx, from + new);
        true
    }

    /// Takes away what is marked, or what looks like one character before the cursor: a letter with its
    /// accent, a sign of several parts.
    pub fn erase(&mut self, ctx: &Context) {
        let (mut from, to) = self.marked(ctx);
        let chars: Vec<char> = self.text.chars().collect();
        if from == to {
            let before: String = chars[..from].iter().collect();
            let last = before.graphemes(true).next_back().unwrap_or_default();
            from -= last.chars().count();
        }
        self.is_overfull = false;
        spoken::erased(ctx, &chars[from..to].iter().collect::<String>());
        self.text = chars[..from].iter().chain(&chars[to..]).collect();
        self.set_cursor(ctx, from);
    }

    /// Moves the cursor by one character, to the right or to the left.
    pub fn move_cursor(&self, ctx: &Context, forward: bool) {
        let (from, to) = self.marked(ctx);
        let chars: Vec<char> = self.text.chars().collect();
        let (before, after) = chars.split_at(if forward { to } else { from });
        let (before, after): (String, String) = (before.iter().collect(), after.iter().collect());
        let at = if forward {
            let next = after.graphemes(true).next().unwrap_or_default();
            to + next.chars().count()
        } else {
            let last = before.graphemes(true).next_back().unwrap_or_default();
            from - last.chars().count()
        };
        self.set_cursor(ctx, at);
    }

    /// Says what came from elsewhere than the boards, as much of it as fitted in.
    fn note_typed(&mut self, ui: &Ui, mut room_left: usize, changed: bool) {
        let typed = typed(ui);
        if changed || !typed.is_empty() {
            self.is_overfull = false;
        }
        for text in typed {
            let fits: String = text.chars().take(room_left).collect();
            room_left -= fits.chars().count();
            self.is_overfull |= fits.len() < text.len();
            if !fits.is_empty() {
                spoken::written(ui.ctx(), &fits);
            }
        }
    }

    /// How many characters can be written at the cursor, in place of what is marked.
    fn room(&self, ctx: &Context) -> usize {
        let (from, to) = self.marked(ctx);
        self.chars_left() + (to - from)
    }

    /// What stands before the cursor, for what may follow it.
    pub fn before_cursor(&self, ctx: &Context) -> String {
        let (from, _) = self.marked(ctx);
        self.text.chars().take(from).collect()
    }

    /// Goes on writing here after a finger pressed a key on the glass. Whoever goes from key to key by
    /// arrows stays on the key.
    pub fn keep_focus(&self, ctx: &Context) {
        if focus::is_shown(ctx) {
            return;
        }
        ctx.memory_mut(|memory| memory.request_focus(self.id));
    }

    /// Leaves nothing of the field of this name in the memory of egui, which keeps what could be
    /// taken back.
    pub fn forget(ctx: &Context, name: &str) {
        ctx.data_mut(|data| data.remove::<TextEditState>(field_id(name)));
    }

    /// The marked characters, from and to; both the cursor when nothing is marked.
    fn marked(&self, ctx: &Context) -> (usize, usize) {
        let end = self.text.chars().count();
        let range = TextEdit::load_state(ctx, self.id).and_then(|state| state.cursor.char_range());
        range.map_or((end, end), |range| {
            let (a, b) = (range.primary.index.0, range.secondary.index.0);
            (a.min(b).min(end), a.max(b).min(end))
        })
    }

    fn set_cursor(&self, ctx: &Context, at: usize) {
        let mut state = TextEdit::load_state(ctx, self.id).unwrap_or_default();
        let cursor = CCursor::new(egui::text::CharIndex(at));
        state.cursor.set_char_range(Some(CCursorRange::one(cursor)));
        TextEdit::store_state(ctx, self.id, state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(text: &str) -> (Context, Field) {
        (Context::default(), Field::new("a field", 10).holding(text))
    }

    #[test]
    fn what_looks_like_one_character_is_erased_at_once() {
        for one in ["好", "é", "e\u{301}", "👨\u{200d}👩\u{200d}👧", "🇨🇳"] {
            let (ctx, mut field) = field(&format!("灯{one}"));
            field.erase(&ctx);
            assert_eq!(field.text(), "灯", "{one}");
        }
    }

    #[test]
    fn what_does_not_fit_is_not_written_at_all() {
        let (ctx, mut field) = field("12345678");
        assert!(!field.insert(&ctx, "三个字"));
        assert!(field.is_full());
        assert_eq!(field.text(), "12345678");
        assert!(field.insert(&ctx, "两字"));
        assert!(!field.is_full());
        assert_eq!(field.chars_left(), 0);
    }

    #[test]
    fn what_is_written_goes_where_the_cursor_is() {
        let (ctx, mut field) = field("门灯");
        field.move_cursor(&ctx, false);
        field.insert(&ctx, "口的");
        assert_eq!(field.text(), "门口的灯");
        field.move_cursor(&ctx, true);
        field.insert(&ctx, "坏了");
        assert_eq!(field.text(), "门口的灯坏了");
    }
}
