//! Every screen in each of its states, on the sample hall on a busy morning: for the pictures that are
//! looked at, and for the tests that walk all of them.

mod jobs;

use linli_hall::hours::Openness;
use linli_hall::ticket::{Priority, Take, Taken};
use linli_hall::{
    Action, Actor, CounterId, Error, Hall, MessageId, NextOpening, RequestId, Result, ServiceId,
    counter, sample,
};

use linli_texts::Lang;

pub use jobs::show_jobs;

use crate::assets;
use crate::backstage::radicals;
use crate::screens::{
    Closed, Help, HelpState, Message, ResultScreen, Screen, Services, SlipState, Step, Trouble,
    Voice, Why,
};
use crate::slip::LeftMessage;
use crate::typing::Board;
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
    /// Whether the hall cannot be reached.
    pub is_offline: bool,
}

/// Every screen in each of its states, come to `secs` seconds after the start.
pub fn every_screen(view: &HallView, taken: &Taken, secs: f64) -> Vec<Showing> {
    let link = format!("http://192.168.1.20:7300/t/{}", taken.token);
    let result = |slip| {
        Screen::Result(Box::new(ResultScreen::new(
            taken.clone(),
            slip,
            link.clone(),
            secs,
        )))
    };
    let closed = |service, why| Screen::Closed(Closed { service, why });
    let help = |state| {
        Screen::Help(Help {
            state,
            ..Help::over(Screen::Home)
        })
    };
    let opens = view
        .service(sample::JOBS)
        .and_then(|offered| match offered.openness {
            Openness::Closed { opens } => opens,
            Openness::Open { .. } => None,
        });
    let later = opens.map(|opens| NextOpening {
        today: false,
        ..opens
    });
    let screens = [
        ("idle", Screen::Idle),
        ("message", message(Board::Hand)),
        ("message-pinyin", message(Board::Pinyin)),
        ("message-latin", message(Board::Latin)),
        ("message-digits", message(Board::Digits)),
        ("message-radicals", message(Board::Radicals)),
        ("message-phone", message_at(Step::Phone)),
        (
            "message-failed",
            message_at(Step::Failed(Error::Overloaded)),
        ),
        (
            "message-sent",
            message_at(Step::Sent(LeftMessage {
                message: MessageId(12),
                at: jiff::Timestamp::UNIX_EPOCH,
                link: "http://192.168.1.20:7300/m/AAAAAAAAAAFCXSNfDs5-MC4C6QVWSMQd".to_owned(),
            })),
        ),
        ("home", Screen::Home),
        (
            "services-more",
            Screen::Services(Services {
                from: 5,
                priority: None,
            }),
        ),
        (
            "services-priority",
            Screen::Services(Services {
                from: 0,
                priority: Some(Priority::Age),
            }),
        ),
        (
            "services",
            Screen::Services(Services {
                from: 0,
                priority: None,
            }),
        ),
        ("priority", Screen::Priority),
        ("result", result(SlipState::Printing)),
        ("result-printed", result(SlipState::Printed)),
        ("result-photograph", result(SlipState::None)),
        ("result-unsure", result(SlipState::Unsure)),
        ("closed-today", closed(sample::JOBS, Why::NotOpen { opens })),
        (
            "closed-later",
            closed(sample::JOBS, Why::NotOpen { opens: later }),
        ),
        (
            "closed-unknown",
            closed(sample::JOBS, Why::NotOpen { opens: None }),
        ),
        (
            "closed-full",
            closed(
                sample::CERTIFICATES,
                Why::Full {
                    quota: Some(60),
                    opens: later,
                },
            ),
        ),
        ("trouble", trouble()),
        ("help", help(HelpState::Offered)),
        ("help-called", help(HelpState::Called)),
        ("help-failed", help(HelpState::Failed)),
        (
            "voice",
            Screen::Voice(Voice {
                behind: Box::new(Screen::Home),
            }),
        ),
    ];
    let offline = [
        ("idle-offline", Screen::Idle),
        ("home-offline", Screen::Home),
    ];
    let showing = |is_offline| {
        move |(name, screen)| Showing {
            name,
            screen,
            is_offline,
        }
    };
    let screens = screens.into_iter().map(showing(false));
    screens
        .chain(offline.into_iter().map(showing(true)))
        .collect()
}

fn message(board: Board) -> Screen {
    let mut message = Message::new(Lang::ZH_CN);
    message.typing.set_board(board);
    let candidates = match board {
        Board::Hand => vec!["子", "了", "孑", "予", "孓", "仔", "字"],
        Board::Pinyin => vec!["社区", "设区", "射去", "社", "设", "蛇", "射"],
        Board::Latin | Board::Digits | Board::Radicals => Vec::new(),
    };
    if board == Board::Radicals {
        // Without them the board has no keys, and that is seen at once.
        message
            .typing
            .take_radicals(radicals(&assets::folder()).unwrap_or_default());
    }
    message.typing.offer(&candidates);
    Screen::Message(Box::new(message))
}

fn message_at(step: Step) -> Screen {
    let mut message = Message::new(Lang::ZH_CN);
    message.words = message
        .words
        .holding("三号楼门口的灯坏了，晚上看不清台阶，老人走着不放心。");
    message.step = step;
    Screen::Message(Box::new(message))
}

fn trouble() -> Screen {
    Screen::Trouble(Box::new(Trouble {
        request: RequestId::fresh(),
        service: sample::JOBS,
        priority: None,
        error: Error::Unreachable(String::new()),
    }))
}

fn act<A: Action>(hall: &Hall, actor: &Actor, action: A) -> Result<A::Outcome> {
    hall.perform(actor, RequestId::fresh(), action)
}
