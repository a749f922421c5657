//! Where the answer to a message will be: by phone, and by the number at the desk.

use egui::Event;
use linli_devices::printer::PrinterStatus;
use linli_hall::{Actor, Role, message as messages};
use linli_kiosk::screens::{Screen, SlipState, Step};

use super::{message, send, writing};
use crate::terminal::{Making, Terminal};

/// A message that the hall has.
fn sent(mut terminal: Terminal) -> Terminal {
    terminal
        .harness
        .event(Event::Text("门口的灯坏了".to_owned()));
    terminal.wait(0.1);
    send(&mut terminal);
    terminal.wait(0.6);
    terminal
}

#[test]
fn who_has_no_phone_takes_the_number_of_the_message_home_on_paper() {
    let mut terminal = sent(writing());
    let clerk = Actor::new(Role::Clerk, "李老师");
    let list = messages::List::default();
    let number = terminal.hall.ask(&clerk, list).unwrap()[0].message.0;
    assert!(terminal.shows(&format!("{number} 号留言")));
    assert_eq!(terminal.printer.slips(), 0, "nobody has asked for paper");
    terminal.tap("打印小票");
    terminal.until("the slip is out", |terminal| {
        message(terminal).slip == Some(SlipState::Printed)
    });
    assert_eq!(terminal.printer.slips(), 1);
    assert!(terminal.shows("小票已打好"));
    assert!(!terminal.harness_has_button("打印小票"));
    let slip = terminal.printer.last_slip().unwrap();
    let Step::Sent(left) = &message(&terminal).step else {
        panic!("the message is not sent");
    };
    assert_eq!(read_qr(&slip).as_deref(), Some(left.link.as_str()));
    // A ticket's slip it is not: no number was given.
    assert_eq!(terminal.numbers_given(), 0);
}

#[test]
fn without_paper_nobody_is_offered_any_and_the_number_is_on_the_glass() {
    let mut terminal = Making::portrait().without_printer().start();
    terminal.arrive();
    terminal.tap("留言");
    terminal.until_screen("message");
    let terminal = sent(terminal);
    assert!(!terminal.harness_has_button("打印小票"));
    assert!(terminal.shows("号留言"));
}

#[test]
fn a_slip_that_does_not_come_is_said_over_the_number_that_stays() {
    let mut terminal = sent(writing());
    let Screen::Message(message) = terminal.app().screen() else {
        panic!("the message is gone");
    };
    let mut unprinted = message.clone();
    unprinted.slip = Some(SlipState::None);
    let app = terminal.harness.state_mut();
    app.show(Screen::Message(unprinted));
    app.set_printer(PrinterStatus::PaperOut);
    terminal.harness.step();
    terminal.harness.step();
    assert!(terminal.shows("小票打不出来"));
    assert!(terminal.shows("号留言"));
    assert!(!terminal.harness_has_button("打印小票"));
}

/// The code on a slip, read as a phone would.
fn read_qr(slip: &linli_devices::printer::Bitmap) -> Option<String> {
    let grey = slip.to_grey();
    let (width, height) = (slip.width() as usize, slip.height() as usize);
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
    let codes = picture.detect_grids();
    Some(codes.first()?.decode().ok()?.1)
}
