//! What holds for every answer: time-outs, and what browsers may do with a page of the hall.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use linli_hall::Error;

use super::Rejection;
use crate::limits;

/// Everything comes from the hall itself and nothing is put into a frame. Pages may also show
/// pictures that they hold in themselves (`data:`), such as a QR code.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'";

const HEADERS: &[(&str, &str)] = &[
    ("content-security-policy", CONTENT_SECURITY_POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    // Links hold tokens: other sites never learn them. (`no-referrer` would also take the Origin
    // from the hall's own forms.)
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=()",
    ),
    ("cache-control", "no-store"),
];

/// Sets the headers that an answer has not set itself.
pub(super) async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for &(name, value) in HEADERS {
        response
            .headers_mut()
            .entry(HeaderName::from_static(name))
            .or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Answers in time, if only to say that it is not known how it went.
pub(super) async fn deadline(request: Request, next: Next) -> Response {
    match tokio::time::timeout(limits::REQUEST, next.run(request)).await {
        Ok(response) => response,
        Err(_) => {
            let words = "the hall is too slow now; the same Idempotency-Key can be tried again";
            Rejection::Hall(Error::Unreachable(words.to_owned())).into_response()
        }
    }
}
