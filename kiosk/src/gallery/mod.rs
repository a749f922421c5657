//! Every screen in each of its states, on the sample hall on a busy morning: for the pictures that are
//! looked at, and for the tests that walk all of them.

mod halls;
mod jobs;
mod queue;
mod writing;

use std::sync::Arc;

use linli_devices::printer::PrinterStatus;
use linli_hall::ticket::{Take, Taken};
use linli_hall::{Action, Actor, CounterId, Hall, RequestId, Result, ServiceId, counter, sample};

#[cfg(feature = "gallery")]
pub use halls::stretched;
pub use jobs::show_jobs;

use crate::app::App;
use crate::screens::Screen;
use crate::view::HallView;

/// The people who wait on a busy morning, by what they came for.
const WAITING: [i64; 9] = [1, 1, 1, 1, 2, 3, 4, 4, 6];
/// The counters that are open.
const OPEN: [i64; 3] = [1, 2, 3];

/// Opens counters and lets people wait.
///
/// # Errors
/// As the door.
pub fn make_busy(hall: &Hall) -> Result<()> {
    for counter in OPEN {
        act(
            hall,
            &Actor::owner(),
            counter::Open {
                counter: CounterId(counter),
            },
        )?;
    }
    for service in WAITING {
        act(hall, &Actor::kiosk("gallery"), Take::of(ServiceId(service)))?;
    }
    Ok(())
}

/// A number, taken now.
///
/// # Errors
/// As the door.
pub fn a_number(hall: &Hall) -> Result<Taken> {
    act(
        hall,
        &Actor::kiosk("gallery"),
        Take {
            print: true,
            ..Take::of(sample::SOCIAL_SECURITY)
        },
    )
}

/// One screen in one state.
#[derive(Clone, Debug)]
pub struct Showing {
    /// A name that tells the states apart.
    pub name: &'static str,
    /// The screen.
    pub screen: Screen,
    /// The hall around it.
    pub hall: Arc<HallView>,
    /// Whether the hall cannot be reached.
    pub is_offline: bool,
    /// Whether the printer has no paper.
    pub is_out_of_paper: bool,
}

impl Showing {
    fn new(name: &'static str, screen: Screen, hall: &Arc<HallView>) -> Showing {
        Showing {
            name,
            screen,
            hall: Arc::clone(hall),
            is_offline: false,
            is_out_of_paper: false,
        }
    }

    fn offline(self) -> Showing {
        Showing {
            is_offline: true,
            ..self
        }
    }

    fn out_of_paper(self) -> Showing {
        Showing {
            is_out_of_paper: true,
            ..self
        }
    }

    /// Puts it on the glass at `secs`, with all that stands around it.
    pub fn put(&self, app: &mut App, secs: f64) {
        let mut screen = self.screen.clone();
        // What would be over or late by now has only just begun.
        match &mut screen {
            Screen::Result(result) => result.stay(secs),
            Screen::Message(message) => message.sent_secs = secs,
            Screen::Help(help) => help.called_secs = secs,
            _ => {}
        }
        app.show(screen);
        app.set_offline(self.is_offline);
        let printer = if self.is_out_of_paper {
            PrinterStatus::PaperOut
        } else {
            PrinterStatus::Ready
        };
        app.set_printer(printer);
        app.set_hall(Arc::clone(&self.hall));
    }
}

/// Every screen in each of its states, come to `secs` seconds after the start.
pub fn every_screen(view: &HallView, taken: &Taken, secs: f64) -> Vec<Showing> {
    let hall = Arc::new(view.clone());
    [
        queue::beginnings(&hall),
        writing::messages(&hall),
        queue::services(&hall),
        queue::results(&hall, taken, secs),
        queue::refusals(&hall),
        queue::help(&hall),
        queue::in_other_halls(&hall, taken, secs),
    ]
    .concat()
}

fn act<A: Action>(hall: &Hall, actor: &Actor, action: A) -> Result<A::Outcome> {
    hall.perform(actor, RequestId::fresh(), action)
}
