//! No paper, closed, full, drummed upon.

use linli_devices::printer::PrinterSwitches;
use linli_hall::ticket::{PrintState, Take};
use linli_hall::{Actor, Error, Hall, RequestId, StoreProblem, TicketId, sample, ticket};
use linli_kiosk::screens::Screen;

use crate::remote::serve;
use crate::terminal::{Making, Terminal};

fn no_paper() -> PrinterSwitches {
    PrinterSwitches {
        out_of_paper: true,
        ..PrinterSwitches::default()
    }
}

#[test]
fn fifty_taps_in_one_second_give_one_number() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.wait(1.0);
    let at = terminal.place("社保");
    // A press and a release are two frames: fifty taps take two seconds of frames and less of the hall's.
    for _ in 0..50 {
        terminal.press(at);
        terminal.release(at);
    }
    terminal.until_screen("result");
    terminal.wait(0.5);
    assert_eq!(terminal.numbers_given(), 1);
}

#[test]
fn out_of_paper_keeps_the_one_number_on_the_screen_to_be_photographed() {
    let mut terminal = Making::portrait().printer(no_paper()).start();
    terminal.begin();
    terminal.tap("社保");
    terminal.until_screen("result");
    terminal.until("the screen asks for a photograph", |terminal| {
        terminal.shows("请用手机拍下这个号码")
    });
    let Screen::Result(result) = terminal.app().screen() else {
        panic!("no result")
    };
    let stays = result.until_secs;
    terminal.wait(30.0);
    assert_eq!(terminal.screen(), "result", "it was to stay until {stays}");
    assert_eq!(terminal.numbers_given(), 1);
    assert_eq!(terminal.printer.slips(), 0);
    let shown = terminal
        .hall
        .ask(
            &Actor::owner(),
            ticket::Show {
                ticket: TicketId(1),
            },
        )
        .unwrap();
    assert_eq!(shown.ticket.print, PrintState::Failed);
}

#[test]
fn the_home_screen_says_that_there_is_no_paper() {
    let mut terminal = Making::portrait().printer(no_paper()).start();
    terminal.begin();
    terminal.until("the warning is shown", |terminal| {
        terminal.shows("没有纸了，请拍下号码")
    });
}

#[test]
fn a_closed_service_says_when_it_opens_and_what_else_is_possible() {
    let mut terminal = Terminal::start();
    terminal.begin();
    terminal.tap("就业创业");
    terminal.until_screen("closed");
    // It is Saturday; this service is open from 13:30 and every day but Sunday.
    assert!(terminal.shows("今天 13:30 开始办理"));
    assert!(terminal.shows("办别的事"));
    assert!(terminal.shows("请工作人员帮忙"));
    assert_eq!(terminal.numbers_given(), 0);
}

#[test]
fn a_used_up_quota_says_when_there_are_numbers_again() {
    let mut terminal = Making::portrait()
        .hall(|hall| {
            for _ in 0..60 {
                let take = Take::of(sample::CERTIFICATES);
                hall.perform(&Actor::kiosk("other"), RequestId::fresh(), take)
                    .unwrap();
            }
        })
        .start();
    terminal.begin();
    terminal.tap("户籍证明");
    terminal.until_screen("closed");
    assert!(terminal.shows("每天 60 个号，今天的已经取完了"));
    assert!(terminal.shows("9月28日 星期一 09:00 再来取"));
    assert_eq!(terminal.numbers_given(), 60);
}

#[test]
fn a_hall_that_is_closed_says_so_on_its_first_screen() {
    let mut terminal = Terminal::start();
    // Sunday, 09:41.
    terminal.clock.advance(24 * 3600);
    // The hall's worker looks again when something happens in the hall.
    let call = linli_hall::help::Call::default();
    terminal
        .hall
        .perform(&Actor::kiosk("other"), RequestId::fresh(), call)
        .unwrap();
    terminal.until("the idle screen says so", |terminal| {
        terminal.shows("星期一 09:00 开放")
    });
    terminal.arrive();
    assert!(terminal.shows("您好，现在是休息时间"));
}

#[test]
fn a_printer_that_loses_its_paper_gives_no_second_number_when_it_is_back() {
    let mut terminal = Making::portrait().printer(no_paper()).start();
    terminal.begin();
    terminal.tap("社保");
    terminal.until("the photograph is asked for", |terminal| {
        terminal.shows("请用手机拍下这个号码")
    });
    terminal.printer.set_switches(PrinterSwitches::default());
    terminal.wait(5.0);
    assert_eq!(terminal.numbers_given(), 1);
    assert_eq!(
        terminal.printer.slips(),
        0,
        "only staff print a failed slip again"
    );
}

/// Opens a counter again and again until the disk is full. One that fails may have needed a page that
/// the next does not; when many fail in a row, it is the journal that has no room, and nothing fits.
fn fill(hall: &Hall) {
    let mut in_a_row = 0;
    while in_a_row < 40 {
        let counter = linli_hall::CounterId(1);
        let open = linli_hall::counter::Open { counter };
        match hall.perform(&Actor::owner(), RequestId::fresh(), open) {
            Ok(_) => in_a_row = 0,
            Err(error) => {
                assert_eq!(error, Error::Store(StoreProblem::Full));
                in_a_row += 1;
            }
        }
    }
}

#[test]
fn a_full_disk_is_said_and_no_slip_is_printed_for_what_was_not_kept() {
    let mut terminal = Making::portrait().disk_pages(96).hall(fill).start();
    let given = terminal.numbers_given();
    terminal.begin();
    terminal.tap("社保");
    terminal.until_screen("trouble");
    assert!(terminal.shows("终端的存储满了，这一步没有保存"));
    assert_eq!(terminal.numbers_given(), given);
    assert_eq!(terminal.printer.slips(), 0);
}

#[test]
fn two_terminals_on_one_hall_give_different_numbers() {
    let mut terminal = Making::portrait().remote().start();
    terminal
        .hall
        .perform(
            &Actor::kiosk("other"),
            RequestId::fresh(),
            Take::of(sample::SOCIAL_SECURITY),
        )
        .unwrap();
    terminal.begin();
    terminal.tap("社保");
    terminal.until_screen("result");
    assert_eq!(terminal.number().as_deref(), Some("A002"));
    terminal.until("its own slip is out", |terminal| {
        terminal.printer.slips() == 1
    });
}

#[test]
fn a_cut_cable_is_said_and_trying_again_gives_one_number() {
    let mut terminal = Making::portrait().remote().start();
    terminal.begin();
    let server = terminal.server.take().unwrap();
    let address = server.address();
    server.stop();
    terminal.tap("社保");
    terminal.until_screen("trouble");
    assert!(terminal.shows("重复操作不会多取号"));
    terminal.server = Some(serve(&terminal.hall, linli_api::Settings::at(address)));
    terminal.tap("再试一次");
    terminal.until_screen("result");
    assert_eq!(
        (terminal.numbers_given(), terminal.number().as_deref()),
        (1, Some("A001"))
    );
}

#[test]
fn nothing_moves_under_a_finger_when_the_connection_goes() {
    for (making, large) in [
        (Making::portrait(), false),
        (Making::portrait(), true),
        (Making::sized(1366.0, 768.0, 18.5), false),
    ] {
        let mut terminal = making.remote().start();
        terminal.begin();
        terminal.harness.state_mut().session_mut().modes.large = large;
        terminal.wait(0.1);
        let names = ["社保", "请人帮忙"];
        let before = names.map(|name| terminal.place(name));
        terminal.server.take().unwrap().stop();
        terminal.until("the connection is missed", |terminal| {
            terminal.shows("网络断了")
        });
        assert_eq!(names.map(|name| terminal.place(name)), before);
    }
}
