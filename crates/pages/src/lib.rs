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
//! /m/{token}             one message for the hall, and its answer
//! /board                 the screen on the wall
//! /counter               signing in, choosing a counter
//! /counter/{n}           the desk of a counter; POST /counter/{n}/{verb}
//! /counter/messages      the messages of residents; POST /counter/messages/{n}/{verb}
//! /pages/{file}          style sheets, scripts, icon
//! /live, …/events        server-sent events: `changed`, `called`, `beat`
//! ```
//!
//! Nothing is decided here: every change is an action at the hall's door, every page an answer of
//! it. A refusal becomes words on the same page. Elements that tests and scripts look for carry a
//! `data-test` name. Who calls, how often they may, how large a form is and which headers an answer
//! carries are matters of `linli-api`, whose server these routes stand beside:
//!
//! ```no_run
//! # fn main() -> linli_hall::Result<()> {
//! use linli_api::{Server, Settings};
//! let hall = linli_hall::Hall::open(std::path::Path::new("hall"))?;
//! let server = Server::start(hall, Settings::local(), linli_pages::router)?;
//! # Ok(()) }
//! ```

mod assets;
mod board;
mod counter;
mod fault;
mod guard;
mod home;
mod icon;
mod layout;
pub mod limits;
mod live;
mod look;
mod phone;
mod visit;
mod when;

use axum::Router;
use axum::middleware;
use linli_api::ServerState;

/// All pages of a hall, to stand beside the API of its server.
pub fn router(state: ServerState) -> Router {
    Router::new()
        .merge(home::routes())
        .merge(phone::routes())
        .merge(board::routes())
        .merge(counter::routes())
        .merge(assets::routes())
        .fallback(fault::unknown)
        .layer(middleware::from_fn(guard::language))
        .layer(middleware::from_fn(guard::same_origin))
        .with_state(state)
}
