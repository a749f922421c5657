//! Why a request was turned away, and with which status.

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use linli_hall::{Error, Role, StoreProblem};

/// Why a request was turned away: by the hall, or before it came to the hall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection {
    /// The hall said no.
    Hall(Error),
    /// Too many of these from one address.
    TooOften {
        /// When it can be tried again, in seconds.
        wait_secs: u64,
    },
    /// The token is unknown or has expired.
    UnknownToken,
    /// Sent with the cookie of a sign-in, but by another site's page.
    CrossOrigin,
    /// The body is larger than [`BODY_BYTES`](crate::limits::BODY_BYTES).
    TooLarge,
    /// This path takes another method.
    WrongMethod,
}

impl Rejection {
    /// The status on the wire.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Hall(error) => status(error),
            Self::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::UnknownToken => StatusCode::UNAUTHORIZED,
            Self::CrossOrigin => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
        }
    }

    /// The nearest error of the hall: what stands in the body.
    pub fn into_error(self) -> Error {
        let not_allowed = |role: &str, needs: &str| Error::NotAllowed {
            needs: needs.into(),
            role: role.into(),
        };
        match self {
            Self::Hall(error) => error,
            Self::TooOften { .. } => Error::Overloaded,
            Self::UnknownToken => not_allowed("an unknown or expired token", "sign in again"),
            Self::CrossOrigin => not_allowed("a page of another site", "the hall's own page"),
            Self::TooLarge => {
                let kib = crate::limits::BODY_BYTES / 1024;
                Error::bad_input(format!("the body is larger than {kib} KiB"))
            }
            Self::WrongMethod => Error::bad_input("this path takes another method"),
        }
    }
}

/// A visitor who lacks a right may sign in (401); anybody else is who they are (403).
fn status(error: &Error) -> StatusCode {
    match error {
        Error::BadInput(_) => StatusCode::BAD_REQUEST,
        Error::NotAllowed { role, .. } if role == Role::Visitor.name() => StatusCode::UNAUTHORIZED,
        Error::NotAllowed { .. } => StatusCode::FORBIDDEN,
        Error::UnknownName(_) => StatusCode::NOT_FOUND,
        Error::Refused(_) => StatusCode::CONFLICT,
        Error::Store(StoreProblem::Full) => StatusCode::INSUFFICIENT_STORAGE,
        Error::Store(StoreProblem::Busy) | Error::Unreachable(_) | Error::Overloaded => {
            StatusCode::SERVICE_UNAVAILABLE
        }
        Error::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl From<Error> for Rejection {
    fn from(error: Error) -> Self {
        Self::Hall(error)
    }
}

impl IntoResponse for Rejection {
    fn into_response(self) -> Response {
        let status = self.status();
        let wait = match &self {
            Self::TooOften { wait_secs } => Some(*wait_secs),
            _ if status == StatusCode::SERVICE_UNAVAILABLE => Some(1),
            _ => None,
        };
        let mut response = (status, axum::Json(self.into_error())).into_response();
        if let Some(secs) = wait {
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from(secs));
        }
        response
    }
}
