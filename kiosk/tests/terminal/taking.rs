//! Taking a number.

use linli_hall::ticket::{PrintState, Priority, Unprinted};
use linli_hall::{Actor, TicketId, counter, ticket};
use linli_kiosk::screens::{Screen, SlipState};

use crate::terminal::{Making, Terminal, act};

#[test]
fn a_number_is_one_touch_from_the_home_screen() {
    let mut terminal = Terminal::start();
    assert_eq!(terminal.screen(), "idle");
    terminal.begin();
    terminal.tap("社保");
    terminal.until_screen("result");
    assert_eq!(terminal.number().as_deref(), Some("A001"));
    assert!(terminal.shows("取号成功"));
    assert!(terminal.shows("A001"));
}

#[test]
fn the_slip_comes_out_and_the_hall_knows_it() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.tap("医保");
    terminal.until("the slip is out", |terminal| terminal.printer.slips() == 1);
    terminal.until("the screen says so", |terminal| {
        terminal.shows("小票已打好")
    });
    let kiosk = Actor::kiosk("door");
    terminal.until("it is noted", |terminal| {
        terminal
            .hall
            .ask(&kiosk, Unprinted::default())
            .unwrap()
            .is_empty()
    });
}

#[test]
fn services_beyond_the_sixth_are_one_touch_further() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.tap("更多事项");
    terminal.until("the others are shown", |terminal| {
        terminal.harness_has_button("综合咨询")
    });
    terminal.tap("综合咨询");
    terminal.until_screen("result");
    assert_eq!(terminal.number().as_deref(), Some("J001"));
}

#[test]
fn ok_leads_home_and_the_number_is_forgotten() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.tap("民政");
    terminal.until_screen("result");
    terminal.tap("我知道了");
    terminal.until_screen("home");
    assert!(!terminal.shows("B001"));
}

#[test]
fn someone_who_may_be_seen_first_says_why_and_gets_a_favoured_number() {
    let mut terminal = Terminal::start();
    terminal.arrive();
    terminal.tap("需要优先办理？请点这里");
    terminal.until_screen("priority");
    terminal.tap("70 岁以上");
    terminal.until_screen("services");
    assert!(terminal.shows("优先为您办理：70 岁以上"));
    terminal.tap("社保");
    terminal.until_screen("result");
    let shown = terminal
        .hall
        .ask(
            &Actor::owner(),
            ticket::Show {
                ticket: TicketId(1),
            },
        )
        .unwrap();
    assert_eq!(shown.ticket.priority, Some(Priority::Age));
}

#[test]
fn a_number_taken_in_english_is_a_number_in_english() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.tap("English");
    terminal.tap("Social security");
    terminal.until_screen("result");
    assert!(terminal.shows("Your number"));
    let shown = terminal
        .hall
        .ask(
            &Actor::owner(),
            ticket::Show {
                ticket: TicketId(1),
            },
        )
        .unwrap();
    assert_eq!(shown.ticket.locale, "en");
}

#[test]
fn a_slip_that_staff_ask_for_again_is_printed_again_without_a_second_number() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.tap("社保");
    terminal.until("the slip is out", |terminal| terminal.printer.slips() == 1);
    act(
        &terminal.hall,
        ticket::Reprint {
            ticket: TicketId(1),
            device: String::new(),
        },
    );
    terminal.until("the second slip is out", |terminal| {
        terminal.printer.slips() == 2
    });
    assert_eq!(terminal.numbers_given(), 1);
}

#[test]
fn the_result_says_which_counters_to_sit_near() {
    let mut terminal = Making::portrait()
        .hall(|hall| {
            act(
                hall,
                counter::Open {
                    counter: linli_hall::CounterId(1),
                },
            );
        })
        .start();
    terminal.begin();
    terminal.tap("社保");
    terminal.until_screen("result");
    assert!(terminal.shows("请在 1 号窗口 附近坐一坐"));
}

#[test]
fn without_a_printer_the_number_is_to_be_photographed() {
    let mut terminal = Making::portrait().without_printer().start();
    terminal.begin();
    terminal.tap("社保");
    terminal.until_screen("result");
    let Screen::Result(result) = terminal.app().screen() else {
        panic!("no result")
    };
    assert_eq!(result.slip, SlipState::None);
    assert!(terminal.shows("请用手机拍下这个号码"));
    let shown = terminal
        .hall
        .ask(
            &Actor::owner(),
            ticket::Show {
                ticket: TicketId(1),
            },
        )
        .unwrap();
    assert_eq!(shown.ticket.print, PrintState::None);
}
