//! What the terminal and the staff's tool share in egui: the theme made from the design tokens,
//! fonts, icons, illustrations and widgets.
//!
//! * [`Glass`] knows how large a screen is in millimetres and how many points that makes.
//! * [`Look`] is handed to every screen: colours, sizes and fonts, for one [`Tone`] and for ordinary
//!   or large type. A screen has no colour, size or font of its own; `clippy.toml` sees to it.
//! * [`widgets`] draws controls and text into rectangles that the screen has laid out, reports each to
//!   the accessibility tree, and shows a press in the very next frame.
//! * [`taps`] makes a slow or a shaky press a tap, and the second half of a nervous double tap nothing.
//! * [`focus`] is where the arrows and OK of a keypad, a keyboard, and a scanner that types come in.
//! * [`audit`] writes down every text that was drawn, so that a test can name the one that is clipped.
//!
//! Nothing here knows a screen, a hall or a device.

pub mod audit;
mod colour;
pub mod focus;
pub mod fonts;
mod glass;
mod icon;
mod illustration;
pub mod layout;
mod look;
pub mod spoken;
pub mod taps;
pub mod widgets;

pub use colour::{Colours, Hue, Tone, contrast};
pub use fonts::FontFiles;
pub use glass::Glass;
pub use icon::Icon;
pub use illustration::{Illustration, Illustrations};
pub use look::{Look, TypeSize, Weight};

/// From one baseline to the next, in ems, which is the height of a row of text. The font's own 1.45 is
/// made for pages, not for signs.
pub const LINE_EM: f32 = 1.28;

/// The largest side of a texture, in pixels. The atlas of the letters is as wide as this from the start
/// and grows downwards with the tallest letter of each row: a wide one is mostly empty.
pub const TEXTURE_SIDE_MAX: usize = 2048;
