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

/// Rows that a hint may take.
const HINT_ROWS: usize = 4;

/// Says what came from a keyboard on a cable or from an input method.
fn say_typed(ui: &Ui) {
    for event in ui.ctx().input(|input| input.events.clone()) {
        if let Event::Text(text) | Event::Ime(ImeEvent::Commit(text)) = event {
            spoken::written(ui.ctx(), &text);
        }
    }
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
        spoken::writes(ui.ctx(), name, has_focus);
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
                .show(ui, |ui| {
                    let response = edit.show(ui).response.response;
                    if response.changed() {
                        say_typed(ui);
                    }
                    response
                })
        });
        let response = scope.inner.inner;
        ui.ctx().accesskit_node_builder(self.id, |node| {
            node.set_label(name);
            node.set_placeholder(hint);
        });
        focus::note_field(ui.ctx(), self.id, name, rect, self.text.chars().count());
        focus_ring_around(ui, look, &response, rect, look.radius_large());
    }

    /// Writes at the cursor, in place of what is marked. What does not fit is not written.
    pub fn insert(&mut self, ctx: &Context, text: &str) {
        let (from, to) = self.marked(ctx);
        let chars: Vec<char> = self.text.chars().collect();
        let kept = chars.len() - (to - from);
        let room = self.chars_max.saturating_sub(kept);
        let new: Vec<char> = text.chars().take(room).collect();
        spoken::written(ctx, text);
        self.text = chars[..from]
            .iter()
            .chain(&new)
            .chain(&chars[to..])
            .collect();
        self.set_cursor(ctx, from + new.len());
    }

    /// Takes away what is marked, or the character before the cursor.
    pub fn erase(&mut self, ctx: &Context) {
        let (mut from, to) = self.marked(ctx);
        if from == to {
            from = from.saturating_sub(1);
        }
        let chars: Vec<char> = self.text.chars().collect();
        self.text = chars[..from].iter().chain(&chars[to..]).collect();
        self.set_cursor(ctx, from);
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
