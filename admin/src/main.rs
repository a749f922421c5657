//! The staff tool.
fn main() {}
