//! The screens on the way to a number, and around them.

use std::sync::Arc;

use linli_hall::hours::Openness;
use linli_hall::ticket::{Priority, Taken};
use linli_hall::{Error, NextOpening, Refusal, RequestId, ServiceId, StoreProblem, sample};

use super::{Showing, halls};
use crate::screens::{
    Closed, Help, HelpState, ResultScreen, Screen, Services, SlipState, Trouble, Voice, Why,
};
use crate::view::HallView;

/// Where everybody begins, and what is wrong then.
pub(super) fn beginnings(hall: &Arc<HallView>) -> Vec<Showing> {
    let voice = Voice {
        behind: Box::new(Screen::Home),
    };
    vec![
        Showing::new("idle", Screen::Idle, hall),
        Showing::new("home", Screen::Home, hall),
        Showing::new("voice", Screen::Voice(voice), hall),
        Showing::new("idle-offline", Screen::Idle, hall).offline(),
        Showing::new("home-offline", Screen::Home, hall).offline(),
        Showing::new("home-no-paper", Screen::Home, hall).out_of_paper(),
    ]
}

/// What there is to choose from.
pub(super) fn services(hall: &Arc<HallView>) -> Vec<Showing> {
    let services = |from, priority| Screen::Services(Services { from, priority });
    vec![
        Showing::new("services-more", services(5, None), hall),
        Showing::new("services-priority", services(0, Some(Priority::Age)), hall),
        Showing::new("services", services(0, None), hall),
        Showing::new("services-no-paper", services(0, None), hall).out_of_paper(),
        Showing::new("priority", Screen::Priority, hall),
    ]
}

/// A number, by what the printer does and by who waits.
pub(super) fn results(hall: &Arc<HallView>, taken: &Taken, secs: f64) -> Vec<Showing> {
    let next = Taken {
        ahead: 0,
        wait: None,
        ..taken.clone()
    };
    vec![
        result("result", taken, SlipState::Printing, hall, secs),
        result("result-printed", taken, SlipState::Printed, hall, secs),
        result("result-photograph", taken, SlipState::None, hall, secs),
        result("result-unsure", taken, SlipState::Unsure, hall, secs),
        // Nobody is ahead, and no counter serves yet.
        result("result-next", &next, SlipState::Printing, hall, secs),
    ]
}

fn result(
    name: &'static str,
    taken: &Taken,
    slip: SlipState,
    hall: &Arc<HallView>,
    secs: f64,
) -> Showing {
    let link = format!("http://192.168.1.20:7300/t/{}", taken.token);
    let result = ResultScreen::new(taken.clone(), slip, link, secs);
    Showing::new(name, Screen::Result(Box::new(result)), hall)
}

/// Why there is no number.
pub(super) fn refusals(hall: &Arc<HallView>) -> Vec<Showing> {
    let today = opening_of_jobs(hall);
    let later = today.map(|opens| NextOpening {
        today: false,
        ..opens
    });
    let full = Why::Full {
        quota: Some(60),
        opens: later,
    };
    let not_open = |opens| closed(sample::JOBS, Why::NotOpen { opens });
    let full_store = Error::Store(StoreProblem::Full);
    let used_up = Error::Refused(Refusal::SeriesExhausted { last: 199 });
    let no_service = Error::Refused(Refusal::NoSuchService);
    let mut all = vec![
        Showing::new("closed-today", not_open(today), hall),
        Showing::new("closed-later", not_open(later), hall),
        Showing::new("closed-unknown", not_open(None), hall),
        Showing::new("closed-full", closed(sample::CERTIFICATES, full), hall),
    ];
    let troubles = [
        ("trouble", Error::Unreachable(String::new())),
        ("trouble-busy", Error::Overloaded),
        ("trouble-store", Error::Store(StoreProblem::Busy)),
        ("trouble-full-store", full_store),
        ("trouble-used-up", used_up),
        ("trouble-no-service", no_service),
    ];
    all.extend(troubles.map(|(name, error)| Showing::new(name, trouble(error), hall)));
    all
}

fn opening_of_jobs(hall: &HallView) -> Option<NextOpening> {
    match hall.service(sample::JOBS)?.openness {
        Openness::Closed { opens } => opens,
        Openness::Open { .. } => None,
    }
}

fn closed(service: ServiceId, why: Why) -> Screen {
    Screen::Closed(Closed { service, why })
}

fn trouble(error: Error) -> Screen {
    Screen::Trouble(Box::new(Trouble {
        request: RequestId::fresh(),
        service: sample::JOBS,
        priority: None,
        error,
    }))
}

/// A person is asked for.
pub(super) fn help(hall: &Arc<HallView>) -> Vec<Showing> {
    let unstaffed = Arc::new(halls::unstaffed(hall));
    vec![
        helped("help", HelpState::Offered, hall),
        helped("help-calling", HelpState::Calling, hall),
        helped("help-called", HelpState::Called, hall),
        helped("help-failed", HelpState::Failed, hall),
        helped("help-unstaffed", HelpState::Offered, &unstaffed),
    ]
}

fn helped(name: &'static str, state: HelpState, hall: &Arc<HallView>) -> Showing {
    let help = Help {
        state,
        ..Help::over(Screen::Home)
    };
    Showing::new(name, Screen::Help(help), hall)
}

/// The same screens after hours, and in a hall whose names are as long as names become.
pub(super) fn in_other_halls(hall: &Arc<HallView>, taken: &Taken, secs: f64) -> Vec<Showing> {
    let shut = Arc::new(halls::shut(hall));
    let long = Arc::new(halls::long_named(hall));
    let services = || {
        Screen::Services(Services {
            from: 0,
            priority: None,
        })
    };
    let why = Why::NotOpen {
        opens: opening_of_jobs(hall),
    };
    vec![
        Showing::new("idle-shut", Screen::Idle, &shut),
        Showing::new("home-shut", Screen::Home, &shut),
        Showing::new("services-shut", services(), &shut),
        Showing::new("idle-long-names", Screen::Idle, &long),
        Showing::new("home-long-names", Screen::Home, &long),
        Showing::new("services-long-names", services(), &long),
        Showing::new("closed-long-names", closed(sample::JOBS, why), &long),
        helped("help-long-names", HelpState::Offered, &long),
        result("result-long-names", taken, SlipState::Printing, &long, secs),
    ]
}
