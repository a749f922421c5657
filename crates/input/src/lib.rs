//! Writing without a keyboard: handwriting, pinyin and radicals, in simplified and traditional
//! characters.
//!
//! Each turns what a finger did into candidates. Nothing here draws, keeps or learns: what a
//! resident writes is gone when they leave.

mod error;
mod mapped;

pub mod handwriting;
pub mod pinyin;
pub mod radicals;
pub mod traditional;

pub use error::InputError;
