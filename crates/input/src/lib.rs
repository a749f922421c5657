//! Writing without a keyboard: handwriting, pinyin and radicals.
//!
//! Each turns what a finger did into candidates. Nothing here draws, keeps or learns: what a
//! resident writes is gone when they leave.

mod error;

pub mod handwriting;
pub mod pinyin;
pub mod radicals;

pub use error::InputError;
