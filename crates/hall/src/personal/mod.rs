//! Personal data of residents: sealed in the file, masked on screens, wiped after its time.
//!
//! Whatever a resident says of themselves goes through this module and nowhere else. It is never
//! in the journal, in a stored outcome or in a log. Its time is a limit, named in
//! [`limits`](crate::limits), and kept by `day.close`.

mod file;
mod key;
mod phone;
mod text;

pub(crate) use file::key_in;
pub(crate) use key::{Field, Key};
pub use phone::mask_phone;
pub(crate) use phone::phone;
pub use text::Text;
