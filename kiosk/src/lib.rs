//! The touchscreen terminal.
//!
//! * [`app`] is the whole app: `logic.rs` takes news from backstage and minds the clock, `ui.rs` draws,
//!   `session.rs` knows what belongs to the person at the glass and when it ends.
//! * [`screens`] holds one file a screen. A screen draws and returns what was [`Asked`](screens::Asked);
//!   it never does I/O, and what it knew is gone when it is left.
//! * [`backstage`] is everything that takes time: the hall, the printer, the scanner, the voice and the
//!   pages, each on threads of its own behind bounded channels.
//! * [`view`] is what the screens see of the hall, [`words`] turns it into sentences.
//! * [`dock`] is the developer's side: the simulated slip and its switches; [`gallery`] is every screen at once.

pub mod app;
pub mod assets;
pub mod backstage;
pub mod cli;
pub mod dock;
pub mod gallery;
pub mod memory;
pub mod run;
pub mod screens;
pub mod settings;
pub mod slip;
pub mod sound;
pub mod typing;
pub mod view;
pub mod words;
