//! The pages, asked for over HTTP from the real server on a real hall.

mod board;
mod desk;
mod guard;
mod home;
mod messages;
mod phone;
mod sign_in;
mod support;
