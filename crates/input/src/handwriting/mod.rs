//! Handwriting: strokes of a finger become characters to choose from.
//!
//! The strokes are drawn into a small picture which a model for printed and handwritten lines
//! reads, so neither order nor direction nor number of strokes matters. Everything a resident
//! may write is ranked in one list: Han characters, simplified and traditional, digits, Latin
//! letters and Chinese marks. What is sure is read once. What is not, and what is small in its
//! field, is read again next to a character of known size, because a mark or a letter is told
//! by its size and its place. Wide ink is read once more as a line of several characters.

mod classes;
mod companion;
mod drawing;
mod ink;
mod rank;
mod reader;
mod recogniser;

pub use drawing::CHARACTERS_MAX;
pub use ink::{COORDINATE_MAX, Ink, POINTS_MAX, Point, STROKES_MAX, Stroke};
pub use recogniser::{Candidate, Recogniser};
