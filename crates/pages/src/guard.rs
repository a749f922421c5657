//! What holds for every page: headers, origins, the language of a link.

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY,
    SET_COOKIE, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use linli_texts::{Lang, t};

use crate::fault;
use crate::visit::{Wished, language_cookie};

/// Only our own files; nothing inline, no frames around us, forms only to us.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Adds the headers that keep a page to itself.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let fixed: [(HeaderName, &'static str); 6] = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        // A number's link is its key: it must not travel to another site as a referrer.
        (REFERRER_POLICY, "same-origin"),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), microphone=(), geolocation=()",
        ),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // "Back" must show the page as it is now, with a request id of its own.
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Refuses a form that was sent from another site. Old browsers that say nothing of where they come
/// from are let in: their cookies are `SameSite` or they hold none.
pub(crate) async fn same_origin(request: Request, next: Next) -> Response {
    let foreign = request.method() != Method::GET
        && request.method() != Method::HEAD
        && is_foreign(request.headers());
    if foreign {
        let lang = Lang::default();
        return fault::page(StatusCode::FORBIDDEN, lang, t::error_not_here(lang)).into_response();
    }
    next.run(request).await
}

fn is_foreign(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    match (text(ORIGIN.as_str()), text(HOST.as_str())) {
        (Some(origin), Some(host)) => {
            origin
                .strip_prefix("http://")
                .or_else(|| origin.strip_prefix("https://"))
                != Some(host)
        }
        (Some(_), None) => true,
        (None, _) => false,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            );
        }
        is_foreign(&headers)
    }

    #[test]
    fn a_form_from_another_site_is_foreign() {
        assert!(foreign(&[("sec-fetch-site", "cross-site")]));
        assert!(foreign(&[("sec-fetch-site", "same-site")]));
        assert!(foreign(&[
            ("origin", "http://evil.example"),
            ("host", "hall.local:7300")
        ]));
        assert!(foreign(&[("origin", "null"), ("host", "hall.local:7300")]));
    }

    #[test]
    fn a_form_of_our_own_is_not() {
        assert!(!foreign(&[("sec-fetch-site", "same-origin")]));
        assert!(!foreign(&[
            ("origin", "http://hall.local:7300"),
            ("host", "hall.local:7300")
        ]));
        assert!(!foreign(&[]));
    }
}
