//! What a clerk should get up for: a printer without paper, somebody who asked for help.

use linli_hall::RequestId;
use linli_hall::device::Device;
use linli_hall::help::HelpCall;
use linli_hall::queue::DeskView;
use linli_texts::{Lang, t};
use maud::{Markup, html};

use super::header::{Mood, mood};
use super::lists::elapsed;
use crate::icon::icon;

pub(super) fn alerts(lang: Lang, desk: &DeskView, now_ms: i64) -> Markup {
    let counter = desk.counter.plan.id;
    html! {
        section id="alerts" class="alerts" data-live="" role="alert" data-test="alerts" {
            @for call in &desk.help { (help(lang, &format!("/counter/{counter}/help"), call, now_ms)) }
            @for device in errands(&desk.devices) {
                @if let Some(words) = words(lang, device) {
                    p class=(if mood(device) == Mood::Now { "alert wrong" } else { "alert" })
                        data-test={ "alert-" (device.kind) } {
                        (icon("warning-fill")) span { (words) }
                    }
                }
            }
        }
    }
}

/// The devices to get up for. A terminal that is silent is one errand, whatever hangs on it.
fn errands(devices: &[Device]) -> impl Iterator<Item = &Device> {
    let mut silent: Vec<&str> = Vec::new();
    devices.iter().filter(move |device| {
        if device.silent {
            let known = silent.contains(&device.owner.as_str());
            silent.push(&device.owner);
            return !known;
        }
        mood(device) != Mood::Well
    })
}

fn help(lang: Lang, action: &str, call: &HelpCall, now_ms: i64) -> Markup {
    let secs = (now_ms - call.at.as_millisecond()).max(0) / 1000;
    html! {
        form class="alert wrong" method="post" action=(action) data-test="alert-help" {
            (icon("hand-waving-fill"))
            span { (t::counter_alert_help(lang, call.origin.as_str())) " " (elapsed(lang, secs)) }
            input type="hidden" name="request" value=(RequestId::fresh().as_str());
            button type="submit" class="button" name="help" value=(call.help) data-test="help-answer" {
                (t::counter_alert_help_answer(lang))
            }
        }
    }
}

fn words(lang: Lang, device: &Device) -> Option<String> {
    let origin = device.owner.as_str();
    Some(match (device.kind.as_str(), device.status.as_str()) {
        _ if device.silent => t::counter_alert_silent(lang, origin),
        ("printer", "paper_out") => t::counter_alert_out(lang, origin),
        ("printer", "paper_near_end") => t::counter_alert_low(lang, origin),
        ("printer", "cover_open") => t::counter_alert_cover(lang, origin),
        ("printer", "unplugged" | "no_device") => t::counter_alert_offline(lang, origin),
        ("printer", _) => t::counter_alert_problem(lang, device.detail.as_str(), origin),
        ("speaker", _) => t::counter_alert_sound(lang, origin),
        // A scanner that is not there is no errand for a clerk.
        _ => return None,
    })
}
