//! Controls and text, drawn into rectangles that a screen has laid out.
//!
//! Every control reports itself to the accessibility tree with a role and a name, is as large as the
//! rectangle it is given, shows a press by itself in the next frame, and is pressed by a finger, by
//! Enter or Space on a keyboard, and by an assistive technology alike.

mod bar;
mod button;
mod card;
mod countdown;
mod figure;
mod header;
mod job;
mod key;
mod notice;
mod panel;
mod press;
mod qr;
mod words;

pub use bar::{BarButton, BarRows, bar};
pub use button::Button;
pub use card::{Card, CardState, CardStyle, common_style, titles_fit};
pub use countdown::Countdown;
pub use figure::Figure;
pub use header::{Header, header, header_height};
pub use job::{JobCard, JobStyle};
pub use key::{Key, key};
pub use notice::Notice;
pub use panel::panel;
pub use press::focus_ring_around;
pub use qr::qr;
pub use words::{Words, icon, said};
