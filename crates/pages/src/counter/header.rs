//! The line at the top of a desk: which counter, what it serves, how the devices are, who sits here.

use linli_hall::counter::{Counter, Status};
use linli_hall::device::Device;
use linli_hall::queue::DeskView;
use linli_hall::service::Service;
use linli_texts::{Lang, t};
use maud::{Markup, html};

use super::hand::button;
use super::messages;
use crate::icon::icon;
use crate::layout::languages;

/// What a counter is called beside its number: its own name, or what it serves.
pub(super) fn served_names(lang: Lang, counter: &Counter, services: &[Service]) -> String {
    let own = counter.plan.names.get(lang.tag());
    if !own.is_empty() {
        return own.to_owned();
    }
    let mut served = counter.plan.services.clone();
    served.sort_by_key(|served| served.preference);
    let names = served.iter().filter_map(|served| {
        services
            .iter()
            .find(|service| service.id == served.service)
            .map(|service| service.names.get(lang.tag()))
    });
    names.collect::<Vec<_>>().join(" · ")
}

pub(super) fn header(
    lang: Lang,
    name: &str,
    desk: &DeskView,
    services: &[Service],
    works: bool,
) -> Markup {
    let number = desk.counter.plan.id.to_string();
    let (class, words) = match desk.counter.status {
        Status::Open => ("status", t::counter_state_open(lang)),
        Status::Paused => ("status paused", t::counter_state_paused(lang)),
        Status::Closed => ("status closed", t::counter_state_closed(lang)),
    };
    html! {
        header id="header" data-live="" {
            h1 data-test="counter" { (t::counter_name(lang, number)) }
            span class=(class) data-test="status" { (words) }
            @if works { (seat(lang, desk)) }
            span.services { (served_names(lang, &desk.counter, services)) }
            (messages_link(lang, desk.messages))
            (printer(lang, &desk.devices))
            (sound(lang, &desk.devices))
            details class="ask" id="menu" {
                summary data-test="menu" { (name) " " (icon("caret-down")) }
                div.sheet {
                    a class="button" href="/counter?all=1" data-test="change" { (t::counter_change(lang)) }
                    form method="post" action="/counter/sign-out" data-leave="" {
                        button type="submit" class="button" data-test="sign-out" { (t::counter_sign_out(lang)) }
                    }
                    (languages(lang))
                }
            }
        }
    }
}

/// The way to the messages of residents, with how many wait for an answer.
fn messages_link(lang: Lang, count: u32) -> Markup {
    html! {
        a class="button messages" href=(messages::PATH) data-key="m" aria-keyshortcuts="M" data-test="messages" {
            (t::message_counter(lang))
            @if count > 0 { b data-test="messages-count" { (count) } }
            kbd { "M" }
        }
    }
}

/// Pausing and coming back, and giving the seat up while nobody is in hand.
fn seat(lang: Lang, desk: &DeskView) -> Markup {
    let at = desk.counter.plan.id;
    html! {
        div.seat {
            @match desk.counter.status {
                Status::Open => (button(lang, at, "pause", t::counter_pause(lang), None, false, false)),
                Status::Paused if desk.in_hand.is_some() => (button(lang, at, "open", t::counter_resume(lang), None, false, false)),
                Status::Paused | Status::Closed => {},
            }
            @if desk.in_hand.is_none() { (button(lang, at, "close", t::counter_close(lang), None, false, false)) }
        }
    }
}

/// How a device is, for a clerk: nothing to do, soon something, something now.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mood {
    Well,
    Soon,
    Now,
}

pub(super) fn mood(device: &Device) -> Mood {
    match device.status.as_str() {
        _ if device.silent => Mood::Now,
        "ready" => Mood::Well,
        "paper_near_end" => Mood::Soon,
        _ => Mood::Now,
    }
}

/// The printer that is worst off: that is the one to go to.
fn worst<'a>(devices: &'a [Device], kind: &str) -> Option<&'a Device> {
    devices
        .iter()
        .filter(|device| device.kind == kind)
        .max_by_key(|device| mood(device))
}

fn printer(lang: Lang, devices: &[Device]) -> Markup {
    let printer = worst(devices, "printer");
    let words = match printer {
        None => t::counter_printer_none(lang),
        Some(printer) if printer.silent => t::counter_printer_offline(lang),
        Some(printer) => match printer.status.as_str() {
            "ready" => t::counter_printer_ok(lang),
            "paper_near_end" => t::counter_printer_low(lang),
            "paper_out" => t::counter_printer_out(lang),
            "cover_open" => t::counter_printer_cover(lang),
            "unplugged" | "no_device" => t::counter_printer_offline(lang),
            _ => t::counter_printer_problem(lang),
        },
    };
    html! {
        span class=(class(printer)) data-test="printer" { (icon("printer-fill")) (words) }
    }
}

fn sound(lang: Lang, devices: &[Device]) -> Markup {
    // One speaker that works is heard by everybody.
    let speaker = devices
        .iter()
        .filter(|device| device.kind == "speaker")
        .min_by_key(|device| mood(device));
    let (drawing, words) = match speaker {
        None => ("speaker-slash-fill", t::counter_sound_none(lang)),
        Some(speaker) if mood(speaker) == Mood::Well => {
            ("speaker-high-fill", t::counter_sound_ok(lang))
        }
        Some(_) => ("speaker-slash-fill", t::counter_sound_off(lang)),
    };
    html! {
        span class=(class(speaker)) data-test="sound" { (icon(drawing)) (words) }
    }
}

fn class(device: Option<&Device>) -> &'static str {
    match device.map(mood) {
        Some(Mood::Well) => "device",
        Some(Mood::Now) => "device bad",
        Some(Mood::Soon) | None => "device warn",
    }
}
