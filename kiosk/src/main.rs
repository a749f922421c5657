//! The touchscreen terminal.
fn main() {}
