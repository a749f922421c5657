//! Illustrations: drawings of our own, rasterised at the size needed, off the thread that draws.
//!
//! A drawing says itself how it looks in the evening: what has the class `evening` is seen only then,
//! what has the class `day` only by day. One that says nothing is dimmed as a whole.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread;

use egui::{ColorImage, Context, Rect, TextureHandle, TextureOptions, Ui, vec2};
use resvg::{tiny_skia, usvg};

use crate::{Look, Tone};

/// How many drawings may wait to be rasterised; there are fewer than that.
const WAITING_MAX: usize = 16;
/// Drawings are rasterised in steps of this many pixels a side, and cut to size when painted, so that
/// a screen whose words move a little does not have its picture drawn anew.
const SIDE_STEP: f32 = 128.0;
/// No drawing is rasterised larger than this, in pixels a side.
const SIDE_MAX: u32 = crate::TEXTURE_SIDE_MAX as u32;
/// What a drawing must say of itself to be drawn for the evening, and what then holds in it.
const EVENING_MARK: &str = "class=\"evening\"";
const EVENING_STYLE: &str = "<style>.evening{display:inline}.day{display:none}</style>";
const DAY_STYLE: &str = "<style>.evening{display:none}</style>";
/// How much of the light of any other drawing is left in the evening: red, green, blue.
const DIMMED: [f32; 3] = [0.6, 0.58, 0.6];

/// A drawing that a screen can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Illustration {
    /// The room one comes into: wide.
    LivingRoom,
    /// Neighbours under the plane tree: tall, for the idle screen.
    Courtyard,
    /// A closed door with a lamp over it.
    Closed,
    /// A phone photographs a number.
    Photograph,
    /// Someone comes to help.
    Helper,
    /// A letter finds its box.
    Sent,
    /// The cat has the cable.
    Trouble,
    /// Somebody listens, and nobody else hears it.
    Listening,
}

impl Illustration {
    /// The name of its file under `assets/illustrations`, and of a hall's own in its place.
    pub fn file_name(self) -> &'static str {
        match self {
            Illustration::LivingRoom => "living-room.svg",
            Illustration::Courtyard => "courtyard.svg",
            Illustration::Closed => "closed.svg",
            Illustration::Photograph => "photograph.svg",
            Illustration::Helper => "helper.svg",
            Illustration::Sent => "sent.svg",
            Illustration::Trouble => "trouble.svg",
            Illustration::Listening => "listening.svg",
        }
    }

    /// What a wide cut keeps: 0 the upper end, 1 the lower end.
    fn anchor(self) -> f32 {
        match self {
            // The people stand at the foot of the tree.
            Illustration::Courtyard => 0.9,
            _ => 0.5,
        }
    }

    fn built_in(self) -> &'static str {
        match self {
            Illustration::LivingRoom => {
                include_str!("../../../assets/illustrations/living-room.svg")
            }
            Illustration::Courtyard => include_str!("../../../assets/illustrations/courtyard.svg"),
            Illustration::Closed => include_str!("../../../assets/illustrations/closed.svg"),
            Illustration::Photograph => {
                include_str!("../../../assets/illustrations/photograph.svg")
            }
            Illustration::Helper => include_str!("../../../assets/illustrations/helper.svg"),
            Illustration::Sent => include_str!("../../../assets/illustrations/sent.svg"),
            Illustration::Trouble => include_str!("../../../assets/illustrations/trouble.svg"),
            Illustration::Listening => {
                include_str!("../../../assets/illustrations/listening.svg")
            }
        }
    }

    /// Every drawing.
    pub const ALL: [Illustration; 8] = [
        Illustration::LivingRoom,
        Illustration::Courtyard,
        Illustration::Closed,
        Illustration::Photograph,
        Illustration::Helper,
        Illustration::Sent,
        Illustration::Trouble,
        Illustration::Listening,
    ];
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Size {
    width: u32,
    height: u32,
}

/// One drawing at one size, by day or in the evening.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Drawing {
    illustration: Illustration,
    size: Size,
    evening: bool,
}

struct Wish {
    drawing: Drawing,
    ctx: Context,
}

struct Drawn {
    drawing: Drawing,
    image: ColorImage,
}

/// The drawings of a running app.
pub struct Illustrations {
    wishes: SyncSender<Wish>,
    drawn: Receiver<Drawn>,
    wished: HashMap<Illustration, Drawing>,
    ready: HashMap<Illustration, (Drawing, TextureHandle)>,
}

impl Illustrations {
    /// Starts the thread that draws.
    ///
    /// A file of the same name in `own_folder` takes the place of a built-in drawing.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(own_folder: Option<PathBuf>) -> std::io::Result<Illustrations> {
        let (wishes, wished) = sync_channel::<Wish>(WAITING_MAX);
        let (done, drawn) = sync_channel(WAITING_MAX);
        thread::Builder::new()
            .name("illustrator".to_owned())
            .spawn(move || {
                for Wish { drawing, ctx } in wished {
                    let Some(image) = draw(drawing, own_folder.as_deref()) else {
                        continue;
                    };
                    if done.send(Drawn { drawing, image }).is_err() {
                        return;
                    }
                    ctx.request_repaint();
                }
            })?;
        Ok(Illustrations {
            wishes,
            drawn,
            wished: HashMap::new(),
            ready: HashMap::new(),
        })
    }

    /// Paints a drawing so that it covers `rect`, cut to rounded corners.
    ///
    /// Until it is ready, and when the file is no drawing, a quiet ground stands in its place.
    pub fn paint(
        &mut self,
        ui: &Ui,
        look: &Look,
        illustration: Illustration,
        rect: Rect,
        radius: f32,
    ) {
        self.receive(ui.ctx());
        let pixels = (rect.size() * ui.ctx().pixels_per_point()).round();
        if pixels.x < 1.0 || pixels.y < 1.0 {
            return;
        }
        let stepped = |side: f32| ((side / SIDE_STEP).ceil() * SIDE_STEP) as u32;
        let size = Size {
            width: stepped(pixels.x).min(SIDE_MAX),
            height: stepped(pixels.y).min(SIDE_MAX),
        };
        let drawing = Drawing {
            illustration,
            size,
            evening: look.tone() == Tone::Evening,
        };
        self.wish(ui.ctx(), drawing);
        let shown = self.ready.get(&illustration);
        match shown.filter(|(ready, _)| ready.evening == drawing.evening) {
            Some((ready, texture)) => {
                // What matters of it, pixel for pixel; enlarged where the glass is larger, never stretched.
                let drawn = texture.size_vec2();
                let cover = (drawn / pixels).min_elem();
                let scale = if *ready == drawing {
                    cover.min(1.0)
                } else {
                    cover
                };
                let part = pixels * scale / drawn;
                let corner = vec2(0.5, illustration.anchor()) * (vec2(1.0, 1.0) - part);
                let part = Rect::from_min_size(corner.to_pos2(), part);
                let picture = egui::epaint::RectShape::filled(rect, radius, egui::Color32::WHITE);
                ui.painter().add(picture.with_texture(texture.id(), part));
            }
            None => {
                let ground = egui::epaint::RectShape::filled(rect, radius, look.colours.bar);
                ui.painter().add(ground);
            }
        }
        if look.draws_boundaries() {
            ui.painter()
                .rect_stroke(rect, radius, look.edge(), egui::StrokeKind::Inside);
        }
    }

    fn wish(&mut self, ctx: &Context, drawing: Drawing) {
        if self.wished.get(&drawing.illustration) == Some(&drawing) {
            return;
        }
        let wish = Wish {
            drawing,
            ctx: ctx.clone(),
        };
        match self.wishes.try_send(wish) {
            Ok(()) => {
                self.wished.insert(drawing.illustration, drawing);
            }
            Err(TrySendError::Full(_)) => ctx.request_repaint(),
            Err(TrySendError::Disconnected(_)) => {}
        }
    }

    /// Whether every drawing is on the screen as it was asked for last.
    pub fn settled(&self) -> bool {
        self.wished.iter().all(|(illustration, wished)| {
            let ready = self.ready.get(illustration);
            ready.is_some_and(|(ready, _)| ready == wished)
        })
    }

    fn receive(&mut self, ctx: &Context) {
        while let Ok(Drawn { drawing, image }) = self.drawn.try_recv() {
            let illustration = drawing.illustration;
            // A drawing that nobody wants any more as it is came too late.
            if self.wished.get(&illustration) == Some(&drawing) {
                let name = illustration.file_name();
                let texture = ctx.load_texture(name, image, TextureOptions::LINEAR);
                self.ready.insert(illustration, (drawing, texture));
            }
        }
    }
}

/// Rasterises a drawing so that it covers its size, what matters of it in sight.
fn draw(drawing: Drawing, own_folder: Option<&Path>) -> Option<ColorImage> {
    let Drawing {
        illustration,
        size,
        evening,
    } = drawing;
    let own = own_folder
        .and_then(|folder| std::fs::read_to_string(folder.join(illustration.file_name())).ok());
    let parsed = own.as_deref().map(|svg| (svg, parse(svg, evening)));
    let built_in = illustration.built_in();
    let (svg, tree) = match parsed {
        Some((svg, Ok(tree))) => (svg, tree),
        _ => match parse(built_in, evening) {
            Ok(tree) => (built_in, tree),
            Err(error) => {
                let file = illustration.file_name();
                tracing::warn!(%error, file, "the drawing cannot be read");
                return None;
            }
        },
    };
    let (width, height) = (size.width as f32, size.height as f32);
    let scale = (width / tree.size().width()).max(height / tree.size().height());
    let transform = tiny_skia::Transform::from_scale(scale, scale).post_translate(
        (width - tree.size().width() * scale) / 2.0,
        (height - tree.size().height() * scale) * illustration.anchor(),
    );
    let mut pixmap = tiny_skia::Pixmap::new(size.width, size.height)?;
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    if evening && !svg.contains(EVENING_MARK) {
        dim(pixmap.data_mut());
    }
    Some(ColorImage::from_rgba_premultiplied(
        [size.width as usize, size.height as usize],
        pixmap.data(),
    ))
}

fn parse(svg: &str, evening: bool) -> Result<usvg::Tree, usvg::Error> {
    let style = if evening { EVENING_STYLE } else { DAY_STYLE };
    let styled = match svg.rfind("</svg>") {
        Some(end) => [&svg[..end], style, &svg[end..]].concat(),
        None => svg.to_owned(),
    };
    usvg::Tree::from_str(&styled, &usvg::Options::default())
}

/// Takes light away from pixels of four bytes each.
fn dim(pixels: &mut [u8]) {
    for pixel in pixels.chunks_exact_mut(4) {
        for (channel, part) in pixel.iter_mut().zip(DIMMED) {
            *channel = (f32::from(*channel) * part) as u8;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(illustration: Illustration, [width, height]: [u32; 2], evening: bool) -> Drawing {
        Drawing {
            illustration,
            size: Size { width, height },
            evening,
        }
    }

    fn light(image: &ColorImage) -> f32 {
        let sum: u32 = image.pixels.iter().map(|pixel| u32::from(pixel.g())).sum();
        sum as f32 / image.pixels.len() as f32
    }

    #[test]
    fn every_built_in_drawing_covers_what_it_is_asked_to_cover() {
        for illustration in Illustration::ALL {
            for size in [[300, 100], [100, 300]] {
                for evening in [false, true] {
                    let image = draw(drawing(illustration, size, evening), None).unwrap();
                    let corners = [0, size[0] as usize - 1, image.pixels.len() - 1];
                    for corner in corners {
                        assert_eq!(
                            image.pixels[corner].a(),
                            255,
                            "{illustration:?} leaves a corner bare"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn no_drawing_glares_in_the_evening() {
        for illustration in Illustration::ALL {
            assert!(illustration.built_in().contains(EVENING_MARK));
            let by_day = light(&draw(drawing(illustration, [64, 64], false), None).unwrap());
            let evening = light(&draw(drawing(illustration, [64, 64], true), None).unwrap());
            assert!(
                evening < by_day * 0.7,
                "{illustration:?}: {evening} of {by_day}"
            );
        }
    }

    #[test]
    fn a_drawing_of_a_hall_that_knows_no_evening_is_dimmed() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(Illustration::Closed.file_name());
        let white = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z" fill="white"/></svg>"#;
        std::fs::write(file, white).unwrap();
        let image = |evening| {
            let drawing = drawing(Illustration::Closed, [8, 8], evening);
            light(&draw(drawing, Some(folder.path())).unwrap())
        };
        assert_eq!(image(false), 255.0);
        assert!(image(true) < 160.0);
    }

    #[test]
    fn a_broken_file_of_a_hall_leaves_the_built_in_drawing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(Illustration::Closed.file_name());
        std::fs::write(file, "this is no drawing").unwrap();
        let closed = drawing(Illustration::Closed, [20, 20], false);
        assert!(draw(closed, Some(folder.path())).is_some());
    }
}
