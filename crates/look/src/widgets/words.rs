//! Text in a rectangle: as large as wished, smaller when it must be, never clipped.

use std::sync::Arc;

use egui::accesskit::Live;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Align2, Color32, Galley, Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use crate::audit::{self, DrawnText};
use crate::look::font_id;
use crate::spoken::{self, Part};
use crate::{Icon, LINE_EM, Look, TypeSize, Weight, focus};

/// Chinese characters and their like begin here, with the radicals.
const FIRST_WIDE: char = '\u{2e80}';
/// The middle of a Chinese character or a digit is this much above the middle of its line.
const OPTICAL_EM: f32 = 0.055;
/// Small letters hang lower in their line than characters and digits do, by this much.
const HANGING_EM: f32 = 0.09;
/// A text that does not fit is tried smaller by this factor until it does.
const SHRINK: f32 = 0.96;
/// Sizes tried at most; 0.96^40 is a fifth.
const TRIES_MAX: usize = 40;

/// Texts of more rows than this are paragraphs, and their last row may be short.
const BALANCED_ROWS_MAX: usize = 3;
/// Halvings of the width in search of the narrowest that keeps the rows.
const BALANCE_STEPS: usize = 4;

/// A text to be drawn: what it says, how large it would like to be, and how it may give way.
///
/// Words between `**` are bold, so that a translation can put weight where its language wants it.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    text: &'a str,
    size: TypeSize,
    own_points: Option<f32>,
    weight: Weight,
    colour: Option<Color32>,
    align: Align2,
    rows: usize,
    heading: bool,
    live: Live,
    silent: bool,
    aside: bool,
    personal: bool,
}

impl<'a> Words<'a> {
    /// One row of regular text at the left, in ink.
    pub fn new(text: &'a str, size: TypeSize) -> Words<'a> {
        Words {
            text,
            size,
            own_points: None,
            weight: Weight::Regular,
            colour: None,
            align: Align2::LEFT_CENTER,
            rows: 1,
            heading: false,
            live: Live::Off,
            silent: false,
            aside: false,
            personal: false,
        }
    }

    /// In bold.
    pub fn bold(self) -> Self {
        Words {
            weight: Weight::Bold,
            ..self
        }
    }

    /// In a colour of the look.
    pub fn colour(self, colour: Color32) -> Self {
        Words {
            colour: Some(colour),
            ..self
        }
    }

    /// Where it stands in its rectangle.
    pub fn align(self, align: Align2) -> Self {
        Words { align, ..self }
    }

    /// How many rows it may take.
    pub fn rows(self, rows: usize) -> Self {
        Words { rows, ..self }
    }

    /// At a size that was found for several texts together.
    pub fn points(self, points: f32) -> Self {
        Words {
            own_points: Some(points),
            ..self
        }
    }

    /// The heading of its screen: a screen reader says it when the screen comes.
    pub fn heading(self) -> Self {
        Words {
            heading: true,
            live: Live::Polite,
            ..self
        }
    }

    /// News: a screen reader says it when it changes.
    pub fn live(self) -> Self {
        Words {
            live: Live::Polite,
            ..self
        }
    }

    /// What went wrong, or ends soon: a screen reader says it at once.
    pub fn urgent(self) -> Self {
        Words {
            live: Live::Assertive,
            ..self
        }
    }

    /// Part of a control that is already named, so it has no place of its own in the tree.
    pub fn silent(self) -> Self {
        Words {
            silent: true,
            ..self
        }
    }

    /// Not part of what the screen says: it is the same on every screen, and the voice leaves it out.
    pub fn aside(self) -> Self {
        Words {
            aside: true,
            ..self
        }
    }

    /// A person's own: the voice leaves it out.
    pub fn personal(self) -> Self {
        Words {
            personal: true,
            ..self
        }
    }

    /// The largest size, at most the one wished, at which the text fits into `room`.
    pub fn fitting_points(&self, ui: &Ui, look: &Look, room: Vec2) -> f32 {
        self.fit(ui, look, room).0
    }

    /// What the text covers when it is fitted into `room`.
    pub fn measure(&self, ui: &Ui, look: &Look, room: Vec2) -> Vec2 {
        self.fit(ui, look, room).1.size()
    }

    /// Whether the text fits into `room` at the wished size.
    pub fn fits_unshrunk(&self, ui: &Ui, look: &Look, room: Vec2) -> bool {
        let points = self.wished(look);
        fits(&self.lay_out(ui, look, points, room.x), room, points)
    }

    /// Draws the text and returns what it covers.
    pub fn paint(&self, ui: &Ui, look: &Look, rect: Rect) -> Rect {
        let (points, galley) = self.fit(ui, look, rect.size());
        let boxed = self.align.align_size_within_rect(galley.size(), rect);
        let mut ink = self.align.align_size_within_rect(galley.size(), rect);
        if self.align.y() == Align::Center && galley.rows.len() == 1 {
            ink = ink.translate(vec2(0.0, -self.optical_em() * points));
        }
        if audit::is_on(ui.ctx()) {
            // The leading above and below a line may leave the room; the letters may not.
            let leading = (LINE_EM - 1.0) / 2.0 * points;
            let letters = boxed.shrink2(vec2(0.0, leading));
            let drawn = DrawnText {
                text: self.plain(),
                size: points,
                ink: letters,
                room: rect,
                colour: self.ink(look),
                cut: galley.elided || breaks_a_word(&galley),
            };
            audit::note(ui.ctx(), drawn);
        }
        // A galley that is centred or right-aligned has its origin on that line.
        let origin = egui::pos2(
            self.align.x().to_factor() * ink.width() + ink.min.x,
            ink.min.y,
        );
        ui.painter().galley(origin, galley, self.ink(look));
        if !self.silent {
            self.report(ui, ink);
        }
        ink
    }

    /// How far the letters are raised so that they are seen in the middle, in ems.
    fn optical_em(&self) -> f32 {
        let has_small = self.text.contains(char::is_lowercase);
        let has_large = self.text.contains(|letter: char| letter >= FIRST_WIDE);
        if has_small && !has_large {
            OPTICAL_EM + HANGING_EM
        } else {
            OPTICAL_EM
        }
    }

    fn ink(&self, look: &Look) -> Color32 {
        self.colour.unwrap_or(look.colours.ink)
    }

    fn wished(&self, look: &Look) -> f32 {
        self.own_points.unwrap_or_else(|| look.size(self.size))
    }

    fn plain(&self) -> String {
        self.text.replace("**", "")
    }

    fn fit(&self, ui: &Ui, look: &Look, room: Vec2) -> (f32, Arc<Galley>) {
        let mut points = self.wished(look);
        let floor = look.smallest().min(points);
        let mut galley = self.lay_out(ui, look, points, room.x);
        for _ in 0..TRIES_MAX {
            if points <= floor || fits(&galley, room, points) {
                break;
            }
            points = (points * SHRINK).max(floor);
            galley = self.lay_out(ui, look, points, room.x);
        }
        let galley = self.balance(ui, look, points, room, galley);
        (points, galley)
    }

    /// Two or three rows of about the same length read better than a long one and a lonely word.
    fn balance(
        &self,
        ui: &Ui,
        look: &Look,
        points: f32,
        room: Vec2,
        galley: Arc<Galley>,
    ) -> Arc<Galley> {
        let rows = galley.rows.len();
        if !(2..=BALANCED_ROWS_MAX).contains(&rows) || galley.elided || self.text.contains('\n') {
            return galley;
        }
        let (mut narrow, mut wide) = (room.x * 0.5, room.x);
        let mut best = galley;
        for _ in 0..BALANCE_STEPS {
            let middle = (narrow + wide) / 2.0;
            let tried = self.lay_out(ui, look, points, middle);
            if tried.rows.len() == rows && fits(&tried, vec2(middle, room.y), points) {
                (best, wide) = (tried, middle);
            } else {
                narrow = middle;
            }
        }
        best
    }

    fn lay_out(&self, ui: &Ui, look: &Look, points: f32, width: f32) -> Arc<Galley> {
        let mut job = LayoutJob {
            halign: self.align.x(),
            wrap: TextWrapping {
                max_width: width.max(1.0),
                max_rows: self.rows,
                ..TextWrapping::default()
            },
            ..LayoutJob::default()
        };
        for (index, part) in self.text.split("**").enumerate() {
            let weight = if index % 2 == 1 {
                Weight::Bold
            } else {
                self.weight
            };
            let format = TextFormat {
                font_id: font_id(points, weight.family()),
                color: self.ink(look),
                line_height: Some((points * LINE_EM).round()),
                ..TextFormat::default()
            };
            job.append(part, 0.0, format);
        }
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }

    fn report(&self, ui: &Ui, ink: Rect) {
        let place = [ink.min.x as i32, ink.min.y as i32];
        let id: Id = ui.scope_id().with((self.text, place));
        let role = if self.heading {
            Role::Heading
        } else {
            Role::Label
        };
        if !self.aside && !self.personal {
            let part = match (self.heading, self.live) {
                (true, _) => Part::Heading,
                (false, Live::Off) => Part::Line,
                (false, Live::Polite) => Part::News,
                (false, Live::Assertive) => Part::Urgent,
            };
            spoken::note(ui.ctx(), part, &self.plain());
        }
        let response = ui.interact(ink, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(role, true, self.plain()));
        say_when_it_changes(ui, id, self.live);
    }
}

/// Words that are not drawn: what happened, for who does not see it. `rect` is where it happened.
pub fn said(ui: &Ui, rect: Rect, words: &str, live: Live) {
    // One node for the place: a screen reader says its words whenever they are other ones.
    let id: Id = ui
        .scope_id()
        .with(("said", rect.min.x as i32, rect.min.y as i32));
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    say_when_it_changes(ui, id, live);
}

fn say_when_it_changes(ui: &Ui, id: Id, live: Live) {
    focus::note_node(ui.ctx(), id);
    if live != Live::Off {
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_live(live));
    }
}

fn fits(galley: &Galley, room: Vec2, points: f32) -> bool {
    // What sticks out of a line's box by less than its leading is air.
    let air = (LINE_EM - 1.0) * points;
    !galley.elided
        && galley.size().x <= room.x + 0.5
        && galley.size().y <= room.y + air
        && !breaks_a_word(galley)
}

/// Whether a row ends in the middle of a word that is written with letters.
fn breaks_a_word(galley: &Galley) -> bool {
    galley.rows.windows(2).any(|pair| {
        let [above, below] = pair else { return false };
        let ends = above.row.text().chars().next_back();
        let begins = below.row.text().chars().next();
        let is_letter = |letter: Option<char>| {
            letter.is_some_and(|letter| letter.is_alphanumeric() && letter < FIRST_WIDE)
        };
        !above.ends_with_newline && is_letter(ends) && is_letter(begins)
    })
}

/// Draws an icon with its middle in the middle of `rect`.
pub fn icon(ui: &Ui, rect: Rect, icon: Icon, points: f32, colour: Color32) {
    let galley = ui
        .painter()
        .layout_no_wrap(icon.text(), icon.font(points), colour);
    // The glyphs of Phosphor fill their em box, which is not the middle of the text face's line.
    let ink = galley.mesh_bounds;
    let corner = rect.center() - ink.center().to_vec2();
    ui.painter().galley(corner, galley, colour);
}
