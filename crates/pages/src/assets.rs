//! Style sheets and scripts, part of the program: nothing to install, nothing from elsewhere.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::Router;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use linli_api::ServerState;

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";

pub(crate) fn routes() -> Router<ServerState> {
    Router::new().route("/pages/{file}", get(file))
}

/// Named in a page by its name alone; the browser asks each time whether it has changed, which is
/// one short answer in the hall's own network, and never shows an old script with a new page.
async fn file(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some((kind, text)) = named(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = tag(text);
    if headers
        .get(IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes())
    {
        return (StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response();
    }
    (
        [
            (CONTENT_TYPE, kind.to_owned()),
            (CACHE_CONTROL, "no-cache".to_owned()),
            (ETAG, tag),
        ],
        text,
    )
        .into_response()
}

fn named(name: &str) -> Option<(&'static str, &'static str)> {
    macro_rules! web {
        ($name:literal) => {
            include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../assets/web/",
                $name
            ))
        };
    }
    Some(match name {
        "tokens.css" => (CSS, linli_tokens::css()),
        "base.css" => (CSS, web!("base.css")),
        "board.css" => (CSS, web!("board.css")),
        "counter.css" => (CSS, web!("counter.css")),
        "phone.css" => (CSS, web!("phone.css")),
        "live.js" => (JS, web!("live.js")),
        "board.js" => (JS, web!("board.js")),
        "counter.js" => (JS, web!("counter.js")),
        "phone.js" => (JS, web!("phone.js")),
        "icon.svg" => ("image/svg+xml", web!("icon.svg")),
        _ => return None,
    })
}

fn tag(text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}
