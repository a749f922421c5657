//! The screen on the wall.

mod view;

use axum::Router;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use linli_api::ServerState;
use linli_hall::queue::{Board, Shown};
use linli_hall::{Actor, Result, place};
use linli_texts::{Lang, t};
use maud::html;

use crate::layout::Page;
use crate::look::look;
use crate::visit::Visit;
use crate::{fault, limits, live};

pub(crate) fn routes() -> Router<ServerState> {
    Router::new().route("/board", get(show)).route(
        "/board/events",
        get(|State(state): State<ServerState>| async move { live::line(&state, None) }),
    )
}

async fn show(State(state): State<ServerState>, visit: Visit) -> Response {
    let seen = look(&state, |hall| -> Result<(Shown, Lang)> {
        let shown = hall.ask(&Actor::visitor(), Board::default())?;
        let locale = hall.ask(&Actor::visitor(), place::Show::default())?.locale;
        Ok((shown, locale.parse().unwrap_or_default()))
    });
    match seen.await {
        Ok((shown, own)) => {
            // A television asks for the language of its menus, which is not the hall's.
            let lang = visit.chosen.unwrap_or(own);
            let title = format!("{} · {}", t::board_title(lang), shown.names.get(lang.tag()));
            let page = Page::new(lang, &title)
                .sheet("board")
                .script("board")
                .body("board");
            let page = page.live("/board/events", limits::BOARD_EVERY_SECS);
            Html(page.render(view::wall(lang, &shown))).into_response()
        }
        Err(error) => {
            // An open board keeps what it shows; one that is just switched on says so and tries again.
            tracing::error!(%error, "the board cannot be shown");
            let lang = visit.chosen.unwrap_or_default();
            let page = Page::new(lang, t::board_title(lang))
                .sheet("board")
                .body("board")
                .retry(RETRY_SECS);
            let words = html! { div.wall { section.now.quiet-hall { p.please { (t::board_reconnecting(lang)) } } } };
            (fault::status(&error.into()), Html(page.render(words))).into_response()
        }
    }
}

/// A board that could not be shown is asked for again after so long.
const RETRY_SECS: u32 = 5;
