//! Journeys through the whole are in `journeys/`; this crate has nothing else.
