//! Illustrations: drawings of our own, rasterised at the size needed, off the thread that draws.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread;

use egui::{ColorImage, Context, Rect, TextureHandle, TextureOptions, Ui, pos2};
use resvg::{tiny_skia, usvg};

use crate::Look;

/// How many drawings may wait to be rasterised; there are fewer than that.
const WAITING_MAX: usize = 16;
/// Drawings are rasterised in steps of this many pixels a side, and cut to size when painted, so that
/// a screen whose words move a little does not have its picture drawn anew.
const SIDE_STEP: f32 = 128.0;
/// No drawing is rasterised larger than this, in pixels a side.
const SIDE_MAX: u32 = crate::TEXTURE_SIDE_MAX as u32;

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
        }
    }

    /// Every drawing.
    pub const ALL: [Illustration; 5] = [
        Illustration::LivingRoom,
        Illustration::Courtyard,
        Illustration::Closed,
        Illustration::Photograph,
        Illustration::Helper,
    ];
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Size {
    width: u32,
    height: u32,
}

struct Wish {
    illustration: Illustration,
    size: Size,
    ctx: Context,
}

struct Drawn {
    illustration: Illustration,
    size: Size,
    image: ColorImage,
}

/// The drawings of a running app.
pub struct Illustrations {
    wishes: SyncSender<Wish>,
    drawn: Receiver<Drawn>,
    wished: HashMap<Illustration, Size>,
    ready: HashMap<Illustration, TextureHandle>,
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
                for Wish {
                    illustration,
                    size,
                    ctx,
                } in wished
                {
                    let Some(image) = draw(illustration, size, own_folder.as_deref()) else {
                        continue;
                    };
                    if done
                        .send(Drawn {
                            illustration,
                            size,
                            image,
                        })
                        .is_err()
                    {
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
        if self.wished.get(&illustration) != Some(&size) {
            let wish = Wish {
                illustration,
                size,
                ctx: ui.ctx().clone(),
            };
            match self.wishes.try_send(wish) {
                Ok(()) => {
                    self.wished.insert(illustration, size);
                }
                Err(TrySendError::Full(_)) => ui.ctx().request_repaint(),
                Err(TrySendError::Disconnected(_)) => {}
            }
        }
        let ground = egui::epaint::RectShape::filled(rect, radius, look.colours.bar);
        match self.ready.get(&illustration) {
            Some(texture) => {
                // Its middle, pixel for pixel; enlarged, never stretched, where the glass is larger.
                let drawn = texture.size_vec2();
                let scale = (drawn / pixels).min_elem().min(1.0);
                let part = Rect::from_center_size(pos2(0.5, 0.5), pixels * scale / drawn);
                let picture = egui::epaint::RectShape::filled(rect, radius, egui::Color32::WHITE);
                ui.painter().add(picture.with_texture(texture.id(), part));
            }
            None => {
                ui.painter().add(ground);
            }
        }
        if look.draws_boundaries() {
            ui.painter()
                .rect_stroke(rect, radius, look.edge(), egui::StrokeKind::Inside);
        }
    }

    /// Whether every drawing that was asked for is on the screen.
    pub fn settled(&self) -> bool {
        self.wished
            .keys()
            .all(|illustration| self.ready.contains_key(illustration))
    }

    fn receive(&mut self, ctx: &Context) {
        while let Ok(Drawn {
            illustration,
            size,
            image,
        }) = self.drawn.try_recv()
        {
            // A drawing of a size that nobody wants any more came too late.
            if self.wished.get(&illustration) == Some(&size) {
                let texture =
                    ctx.load_texture(illustration.file_name(), image, TextureOptions::LINEAR);
                self.ready.insert(illustration, texture);
            }
        }
    }
}

/// Rasterises a drawing so that it covers `size`, its middle in the middle.
fn draw(illustration: Illustration, size: Size, own_folder: Option<&Path>) -> Option<ColorImage> {
    let own = own_folder
        .and_then(|folder| std::fs::read_to_string(folder.join(illustration.file_name())).ok());
    let parsed = own
        .as_deref()
        .map(parse)
        .unwrap_or_else(|| parse(illustration.built_in()));
    let tree = match parsed.or_else(|_| parse(illustration.built_in())) {
        Ok(tree) => tree,
        Err(error) => {
            tracing::warn!(%error, file = illustration.file_name(), "the drawing cannot be read");
            return None;
        }
    };
    let (width, height) = (size.width as f32, size.height as f32);
    let scale = (width / tree.size().width()).max(height / tree.size().height());
    let transform = tiny_skia::Transform::from_scale(scale, scale).post_translate(
        (width - tree.size().width() * scale) / 2.0,
        (height - tree.size().height() * scale) / 2.0,
    );
    let mut pixmap = tiny_skia::Pixmap::new(size.width, size.height)?;
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    Some(ColorImage::from_rgba_premultiplied(
        [size.width as usize, size.height as usize],
        pixmap.data(),
    ))
}

fn parse(svg: &str) -> Result<usvg::Tree, usvg::Error> {
    usvg::Tree::from_str(svg, &usvg::Options::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_drawing_covers_what_it_is_asked_to_cover() {
        for illustration in Illustration::ALL {
            for (width, height) in [(300, 100), (100, 300)] {
                let image = draw(illustration, Size { width, height }, None).expect("a drawing");
                let corners = [0, width as usize - 1, image.pixels.len() - 1];
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

    #[test]
    fn a_broken_file_of_a_hall_leaves_the_built_in_drawing() {
        let folder = std::env::temp_dir().join("linli-look-broken-illustration");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(
            folder.join(Illustration::Closed.file_name()),
            "this is no drawing",
        )
        .unwrap();
        assert!(
            draw(
                Illustration::Closed,
                Size {
                    width: 20,
                    height: 20
                },
                Some(&folder)
            )
            .is_some()
        );
    }
}
