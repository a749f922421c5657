//! The cookie of a sign-in.

use axum::http::{HeaderMap, HeaderValue, header};
use linli_hall::{Error, Result, limits};

/// Its name.
pub const SESSION_COOKIE: &str = "linli_session";

/// The `Set-Cookie` that keeps a sign-in's token: out of reach of scripts, and never sent along
/// by another site. Over HTTPS (as `public_url` says) it is never sent without it.
///
/// # Errors
/// If the token is not one of the hall's.
pub fn session_cookie(token: &str, public_url: &str) -> Result<HeaderValue> {
    if token.is_empty()
        || !token
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
    {
        return Err(Error::bad_input("this is not a token"));
    }
    written(token, limits::SESSION_HOURS * 3600, public_url)
}

/// The `Set-Cookie` that forgets it.
///
/// # Errors
/// None that can happen; it is written like the other one.
pub fn clear_session(public_url: &str) -> Result<HeaderValue> {
    written("", 0, public_url)
}

fn written(token: &str, secs: i64, public_url: &str) -> Result<HeaderValue> {
    let secure = if public_url.starts_with("https://") {
        "; Secure"
    } else {
        ""
    };
    let cookie = format!(
        "{SESSION_COOKIE}={token}; Path=/; Max-Age={secs}; HttpOnly; SameSite=Strict{secure}"
    );
    HeaderValue::try_from(cookie).map_err(|error| Error::bad_input(error.to_string()))
}

/// The token in the cookie of a request.
pub(super) fn session_of(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, token)| *name == SESSION_COOKIE && !token.is_empty())
        .map(|(_, token)| token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_is_found_among_other_cookies() {
        let mut headers = HeaderMap::new();
        headers.append(
            header::COOKIE,
            HeaderValue::from_static("lang=zh; linli_session=abc-_1; x=y"),
        );
        assert_eq!(session_of(&headers), Some("abc-_1"));
    }

    #[test]
    fn a_cleared_session_is_no_session() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("linli_session="));
        assert_eq!(session_of(&headers), None);
    }

    #[test]
    fn a_token_cannot_bring_attributes_of_its_own() {
        assert!(session_cookie("abc; Domain=elsewhere", "http://hall").is_err());
    }

    #[test]
    fn over_https_the_cookie_is_kept_to_https() {
        let cookie = session_cookie("abc", "https://hall").unwrap();
        assert!(cookie.to_str().unwrap().ends_with("; Secure"));
        let cookie = session_cookie("abc", "http://hall").unwrap();
        assert!(!cookie.to_str().unwrap().contains("Secure"));
    }
}
