//! The web pages of a hall: the counter's, the board's, and those of a phone.
//!
//! Pages are rendered here, complete, and work without scripts; `assets/web/live.js` keeps an open
//! page as the hall is by asking for the same page again whenever the journal has grown, and sends
//! its forms without leaving it. So there is one rendering of each thing, and a page that missed a
//! hundred changes is right again after one answer.
//!
//! ```text
//! /                      the hall: open or not, services and their waits, notices
//! /take/{service}        taking a number by phone
//! /t/{token}             one number: its place, being called, leaving, rating
//! /board                 the screen on the wall
//! /counter               signing in, choosing a counter
//! /counter/{n}           the desk of a counter; POST /counter/{n}/{verb}
//! /pages/{file}          style sheets, scripts, icon
//! …/events               server-sent events: `changed`, `called`, `beat`
//! ```
//!
//! Nothing is decided here: every change is an action at the hall's door, every page an answer of
//! it. A refusal becomes words on the same page. Elements that tests and scripts look for carry a
//! `data-test` name.

mod assets;
mod attempts;
mod board;
mod counter;
mod fault;
mod guard;
mod home;
mod icon;
mod layout;
pub mod limits;
mod live;
mod phone;
mod state;
mod visit;

pub use state::Pages;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;

/// All pages of a hall, to be merged into the server's router.
///
/// The server should provide `ConnectInfo<SocketAddr>`, so that attempts to sign in or to guess a
/// presence code are counted by address; without it they are counted together.
pub fn router(pages: Pages) -> Router {
    Router::new()
        .merge(home::routes())
        .merge(phone::routes())
        .merge(board::routes())
        .merge(counter::routes())
        .merge(assets::routes())
        .layer(middleware::from_fn(guard::language))
        .layer(middleware::from_fn(guard::same_origin))
        .layer(DefaultBodyLimit::max(limits::BODY_BYTES))
        .layer(middleware::from_fn(guard::headers))
        .with_state(pages)
}
