//! What holds for every page: whose forms are taken, and the language of a link.

use axum::extract::Request;
use axum::http::Method;
use axum::http::header::{ORIGIN, SET_COOKIE};
use axum::middleware::Next;
use axum::response::Response;
use linli_api::{Rejection, is_same_origin};
use linli_texts::Lang;

use crate::fault;
use crate::visit::{Wished, language_cookie};

/// Refuses a form that was sent from another site, also one without a cookie: nobody signs a clerk
/// in, or leaves a queue, from elsewhere. A request that does not say where it comes from is no
/// browser's form; the API still refuses it if it carries a cookie.
pub(crate) async fn same_origin(request: Request, next: Next) -> Response {
    let looks = matches!(*request.method(), Method::GET | Method::HEAD);
    let headers = request.headers();
    let says = headers.contains_key("sec-fetch-site") || headers.contains_key(ORIGIN);
    if !looks && says && !is_same_origin(headers) {
        return fault::of(Lang::default(), &Rejection::CrossOrigin);
    }
    next.run(request).await
}

/// `?lang=en` chooses a language, here and from now on.
pub(crate) async fn language(mut request: Request, next: Next) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let wished = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang=")?.parse::<Lang>().ok());
    let Some(lang) = wished else {
        return next.run(request).await;
    };
    request.extensions_mut().insert(Wished(lang));
    let mut response = next.run(request).await;
    if let Some(cookie) = language_cookie(lang) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}
