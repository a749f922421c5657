//! The touchscreen terminal.
