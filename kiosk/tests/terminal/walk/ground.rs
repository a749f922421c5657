//! What was painted under a point: not what was meant to be, but the triangles of the frame, in the
//! order in which they cover one another.

use std::sync::Arc;

use egui::epaint::{ClippedShape, Mesh, Shape, TessellationOptions, Tessellator, TextShape};
use egui::{Color32, Pos2, Rect, TextureId};

/// Everything that one frame paints, the lowest first.
pub(crate) struct Ground {
    paper: Color32,
    layers: Vec<Layer>,
}

struct Layer {
    clip: Rect,
    bounds: Rect,
    paint: Paint,
}

enum Paint {
    /// Plain colours.
    Plain(Mesh),
    /// A picture, whose colours are its own.
    Picture,
    Text(TextShape),
}

/// A row of text or an icon as it is painted.
pub(crate) struct Painted {
    /// Its place among what is painted.
    pub(crate) at: usize,
    pub(crate) text: String,
    pub(crate) is_icon: bool,
    pub(crate) rect: Rect,
    pub(crate) colours: Vec<Color32>,
}

impl Ground {
    /// What `shapes` paint on `paper`.
    pub(crate) fn of(shapes: &[ClippedShape], paper: Color32, pixels_per_point: f32) -> Ground {
        let options = TessellationOptions {
            feathering: false,
            prerasterized_discs: false,
            ..TessellationOptions::default()
        };
        let mut tessellator = Tessellator::new(pixels_per_point, options, [1, 1], Vec::new());
        let mut ground = Ground {
            paper,
            layers: Vec::new(),
        };
        for clipped in shapes {
            ground.add(&mut tessellator, clipped.clip_rect, &clipped.shape);
        }
        ground
    }

    fn add(&mut self, tessellator: &mut Tessellator, clip: Rect, shape: &Shape) {
        let bounds = shape.visual_bounding_rect();
        let paint = match shape {
            Shape::Noop => return,
            Shape::Vec(shapes) => {
                for shape in shapes {
                    self.add(tessellator, clip, shape);
                }
                return;
            }
            Shape::Text(text) => Paint::Text(text.clone()),
            shape if is_picture(shape) => Paint::Picture,
            Shape::Mesh(mesh) => Paint::Plain(Mesh::clone(mesh)),
            shape => {
                let mut mesh = Mesh::default();
                tessellator.set_clip_rect(Rect::EVERYTHING);
                tessellator.tessellate_shape(shape.clone(), &mut mesh);
                Paint::Plain(mesh)
            }
        };
        self.layers.push(Layer {
            clip,
            bounds,
            paint,
        });
    }

    /// The colour at a point when the first `end` layers are painted; `None` where it is a picture's.
    pub(crate) fn colour(&self, point: Pos2, end: usize) -> Option<Color32> {
        let mut colour = Some(self.paper);
        for layer in &self.layers[..end] {
            if !layer.clip.contains(point) || !layer.bounds.contains(point) {
                continue;
            }
            match &layer.paint {
                Paint::Text(_) => {}
                Paint::Picture => colour = None,
                Paint::Plain(mesh) => {
                    let Some(on_top) = colour_in(mesh, point) else {
                        continue;
                    };
                    colour = if on_top.is_opaque() {
                        Some(on_top)
                    } else {
                        colour.map(|beneath| beneath.blend(on_top))
                    };
                }
            }
        }
        colour
    }

    /// The colour at a point when all is painted but the letters.
    pub(crate) fn whole(&self, point: Pos2) -> Option<Color32> {
        self.colour(point, self.layers.len())
    }

    /// Where the last thing begins that lies over the whole of `glass` and lets it shine through, such
    /// as a veil; 0 when there is none.
    pub(crate) fn veiled(&self, glass: Rect) -> usize {
        let is_veil = |layer: &Layer| match &layer.paint {
            Paint::Plain(mesh) => {
                layer.bounds.contains_rect(glass)
                    && mesh.vertices.iter().all(|vertex| !vertex.color.is_opaque())
            }
            _ => false,
        };
        self.layers.iter().rposition(is_veil).unwrap_or(0)
    }

    /// Every row of text and every icon from the layer `from` on.
    pub(crate) fn painted(&self, from: usize) -> Vec<Painted> {
        let mut painted = Vec::new();
        for (at, layer) in self.layers.iter().enumerate().skip(from) {
            let Paint::Text(text) = &layer.paint else {
                continue;
            };
            for placed in &text.galley.rows {
                let row = Arc::clone(&placed.row);
                let rect = row
                    .visuals
                    .mesh_bounds
                    .translate((text.pos + placed.pos.to_vec2()).to_vec2());
                if row.visuals.mesh.vertices.is_empty() {
                    continue;
                }
                painted.push(Painted {
                    at,
                    text: row.text(),
                    is_icon: is_icon(text),
                    rect: rect.intersect(layer.clip),
                    colours: colours(text, &row.visuals.mesh),
                });
            }
        }
        painted
    }
}

fn is_picture(shape: &Shape) -> bool {
    match shape {
        Shape::Rect(rect) => rect
            .brush
            .as_ref()
            .is_some_and(|brush| brush.fill_texture_id != TextureId::default()),
        Shape::Mesh(mesh) => mesh.texture_id != TextureId::default(),
        Shape::Callback(_) => true,
        _ => false,
    }
}

fn is_icon(text: &TextShape) -> bool {
    let sections = &text.galley.job.sections;
    sections.iter().all(|section| {
        let family = section.format.font_id.family.to_string();
        [linli_look::fonts::ICONS, linli_look::fonts::ICONS_FILLED].contains(&family.as_str())
    })
}

/// The colours of a row's letters.
fn colours(text: &TextShape, mesh: &Mesh) -> Vec<Color32> {
    if let Some(colour) = text.override_text_color {
        return vec![colour];
    }
    let mut colours: Vec<Color32> = Vec::new();
    for vertex in &mesh.vertices {
        let colour = if vertex.color == Color32::PLACEHOLDER {
            text.fallback_color
        } else {
            vertex.color
        };
        if !colours.contains(&colour) {
            colours.push(colour);
        }
    }
    colours
}

/// The colour of the triangle over a point, if there is one.
fn colour_in(mesh: &Mesh, point: Pos2) -> Option<Color32> {
    mesh.indices.chunks_exact(3).find_map(|corners| {
        let [a, b, c] = [0, 1, 2].map(|corner| &mesh.vertices[corners[corner] as usize]);
        let cross = |one: Pos2, other: Pos2, third: Pos2| {
            (other.x - one.x) * (third.y - one.y) - (other.y - one.y) * (third.x - one.x)
        };
        let whole = cross(a.pos, b.pos, c.pos);
        if whole.abs() < f32::EPSILON {
            return None;
        }
        let parts = [
            cross(b.pos, c.pos, point) / whole,
            cross(c.pos, a.pos, point) / whole,
            cross(a.pos, b.pos, point) / whole,
        ];
        if parts.iter().any(|part| *part < -0.000_1) {
            return None;
        }
        let mixed = [a, b, c]
            .iter()
            .zip(parts)
            .map(|(vertex, part)| vertex.color.gamma_multiply(part.clamp(0.0, 1.0)))
            .fold(Color32::TRANSPARENT, |sum, colour| sum + colour);
        // Mixing loses a shade or two; where all corners are alike there is nothing to mix.
        let is_plain = a.color == b.color && b.color == c.color;
        Some(if is_plain { a.color } else { mixed })
    })
}
