//! Whether a browser sends a request from one of the hall's own pages.

use axum::http::{HeaderMap, header};

/// Whether the request comes from a page of the address that it is sent to. Asked for every
/// change that is made by the cookie of a sign-in.
///
/// `Sec-Fetch-Site` says it outright; browsers too old for it send `Origin` with every POST. A
/// request with neither is not from a browser that could be trusted with a cookie.
/// Source: OWASP, "Cross-Site Request Forgery Prevention", Fetch Metadata and standard headers.
pub fn is_same_origin(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin";
    }
    let (Some(origin), Some(host)) = (text(header::ORIGIN.as_str()), text(header::HOST.as_str()))
    else {
        return false;
    };
    let own = |scheme: &str, port: &str| {
        origin
            .strip_prefix(scheme)
            .is_some_and(|from| without(from, port).eq_ignore_ascii_case(without(host, port)))
    };
    own("http://", ":80") || own("https://", ":443")
}

fn without<'a>(host: &'a str, default_port: &str) -> &'a str {
    host.strip_suffix(default_port).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, axum::http::HeaderValue::from_static(value));
        }
        is_same_origin(&headers)
    }

    #[test]
    fn the_halls_own_page_is_known_by_either_header() {
        assert!(asked(&[("sec-fetch-site", "same-origin")]));
        assert!(asked(&[
            ("origin", "http://hall:7300"),
            ("host", "hall:7300")
        ]));
        assert!(asked(&[("origin", "https://Hall"), ("host", "hall:443")]));
    }

    #[test]
    fn another_site_another_port_and_silence_are_not_the_hall() {
        assert!(!asked(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "http://hall"),
            ("host", "hall")
        ]));
        assert!(!asked(&[("sec-fetch-site", "same-site")]));
        assert!(!asked(&[
            ("origin", "http://hall:81"),
            ("host", "hall:7300")
        ]));
        assert!(!asked(&[("origin", "null"), ("host", "hall")]));
        assert!(!asked(&[("host", "hall")]));
    }
}
