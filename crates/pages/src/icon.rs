//! Icons drawn into the page: Phosphor, MIT (`assets/web/icons/LICENSE`).

use maud::{Markup, PreEscaped, html};

macro_rules! icons {
    ($($name:literal)*) => {
        /// The drawing of an icon by the name of its file.
        fn drawing(name: &str) -> Option<&'static str> {
            match name {
                $($name => Some(include_str!(
                    concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/web/icons/", $name, ".svg")
                )),)*
                _ => None,
            }
        }
    };
}

icons! {
    "arrow-counter-clockwise" "bell-ringing-fill" "briefcase-fill" "caret-down" "caret-left" "certificate-fill"
    "chat-circle-dots-fill" "chat-circle-text-fill" "check-circle-fill" "clock-fill" "first-aid-kit-fill"
    "flower-lotus-fill" "hand-heart-fill" "hand-waving-fill" "heart-fill" "heartbeat-fill" "house-fill" "identification-card-fill"
    "map-pin-fill" "megaphone-simple-fill" "person-simple-walk-fill" "printer-fill" "question-fill"
    "shield-check-fill" "speaker-high-fill" "speaker-slash-fill" "star-fill" "stethoscope-fill" "ticket-fill"
    "translate" "tree-fill" "user-list-fill" "users-three-fill" "warning-fill" "wheelchair-fill"
}

/// An icon that says nothing by itself: words stand beside it.
pub(crate) fn icon(name: &str) -> Markup {
    let drawing = drawing(name).unwrap_or_default();
    // The files are our own; the class lets the style sheet size them.
    html! { (PreEscaped(drawing.replacen("<svg ", "<svg class=\"icon\" aria-hidden=\"true\" ", 1))) }
}

/// The icon that a hall chose for a service, filled; a ticket if the pages do not have it.
pub(crate) fn service(name: &str) -> Markup {
    let filled = format!("{name}-fill");
    icon(if drawing(&filled).is_some() {
        &filled
    } else {
        "ticket-fill"
    })
}
