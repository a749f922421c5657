//! Answers that come when their person has gone on, or has gone.

use egui::Event;
use linli_hall::{Actor, Role, message};
use linli_kiosk::screens::{HelpState, Message, Screen, Step};

use super::{Traces, UNTIL_ASKED, UNTIL_GONE, asks, forget_drawn, leave, nobody_here};
use crate::terminal::{Making, Terminal};

/// Longer than a person waits for an answer.
const TOO_LONG: f64 = 12.5;

fn hold(terminal: &Terminal, is_held: bool) {
    terminal.cable.as_ref().unwrap().hold(is_held);
}

fn step(terminal: &mut Terminal) -> Option<Step> {
    match terminal.harness.state_mut().screen() {
        Screen::Message(message) => Some(message.step.clone()),
        _ => None,
    }
}

fn help(terminal: &Terminal) -> Option<HelpState> {
    match terminal.app().screen() {
        Screen::Help(help) => Some(help.state),
        _ => None,
    }
}

fn messages(terminal: &Terminal) -> usize {
    let clerk = Actor::new(Role::Clerk, "李老师");
    terminal
        .hall
        .ask(&clerk, message::List::default())
        .unwrap()
        .len()
}

/// Asks for a number over a cable that hangs.
fn ask_for_a_number(terminal: &mut Terminal) {
    terminal.begin();
    hold(terminal, true);
    terminal.tap("社保");
    terminal.wait(0.5);
    assert!(terminal.shows("正在取号，请稍等"));
}

/// Writes something and sends it over a cable that hangs.
fn send_a_message(terminal: &mut Terminal) {
    terminal.arrive();
    terminal.tap("留言");
    terminal.until_screen("message");
    terminal.harness.event(Event::Text("灯坏了".to_owned()));
    terminal.wait(0.2);
    terminal.tap("写好了");
    terminal.wait(0.6);
    hold(terminal, true);
    terminal.tap("不留电话，直接发送");
    assert_eq!(step(terminal), Some(Step::Sending));
}

fn call_for_help(terminal: &mut Terminal) {
    terminal.arrive();
    hold(terminal, true);
    terminal.tap("请人帮忙");
    terminal.until_screen("help");
    terminal.wait(0.6);
    terminal.tap("请工作人员过来");
    assert_eq!(help(terminal), Some(HelpState::Calling));
}

#[test]
fn a_number_on_its_way_is_never_awaited_into_the_countdown() {
    let (mut terminal, nobody) = nobody_here(Making::portrait().remote());
    ask_for_a_number(&mut terminal);
    terminal.skip(TOO_LONG);
    assert_eq!(terminal.screen(), "trouble");
    assert!(!terminal.shows("正在取号，请稍等"));
    leave(&mut terminal, &nobody);
}

#[test]
fn a_number_that_comes_when_its_person_has_gone_is_printed_and_not_shown() {
    let (mut terminal, nobody) = nobody_here(Making::portrait().remote());
    ask_for_a_number(&mut terminal);
    terminal.skip(TOO_LONG);
    leave(&mut terminal, &nobody);
    hold(&terminal, false);
    terminal.until("the slip is out", |terminal| terminal.printer.slips() == 1);
    terminal.wait(0.2);
    assert_eq!(terminal.numbers_given(), 1);
    assert_eq!(Traces::now(&mut terminal), nobody);
}

#[test]
fn a_number_that_comes_late_is_shown_to_who_still_waits_and_its_slip_comes_once() {
    let mut terminal = Making::portrait().remote().start();
    ask_for_a_number(&mut terminal);
    terminal.skip(TOO_LONG);
    assert_eq!(terminal.screen(), "trouble");
    // Asked again while the first answer is on its way: one wish, one number, one slip.
    terminal.tap("再试一次");
    terminal.skip(TOO_LONG);
    assert_eq!(terminal.screen(), "trouble");
    hold(&terminal, false);
    terminal.until_screen("result");
    terminal.until("the slip is out", |terminal| terminal.printer.slips() == 1);
    // What was wished last is done last, so when the help is called, all before it is done.
    terminal.tap("请人帮忙");
    terminal.wait(0.6);
    terminal.tap("请工作人员过来");
    terminal.until("the staff know", |terminal| {
        help(terminal) == Some(HelpState::Called)
    });
    terminal.wait(0.6);
    terminal.tap("返回");
    terminal.until_screen("result");
    assert_eq!((terminal.numbers_given(), terminal.printer.slips()), (1, 1));
}

#[test]
fn a_message_on_its_way_is_forgotten_with_its_writer_and_arrives_all_the_same() {
    let (mut terminal, nobody) = nobody_here(Making::portrait().remote());
    send_a_message(&mut terminal);
    leave(&mut terminal, &nobody);
    hold(&terminal, false);
    terminal.until("it arrives", |terminal| messages(terminal) == 1);
    terminal.wait(0.2);
    assert_eq!(Traces::now(&mut terminal), nobody);
}

#[test]
fn the_next_writer_sees_nothing_of_a_message_that_arrives_late() {
    let mut terminal = Making::portrait().remote().start();
    send_a_message(&mut terminal);
    terminal.skip(UNTIL_ASKED);
    terminal.skip(UNTIL_GONE);
    terminal.arrive();
    terminal.tap("留言");
    terminal.until_screen("message");
    hold(&terminal, false);
    terminal.until("it arrives", |terminal| messages(terminal) == 1);
    terminal.wait(0.2);
    assert_eq!(step(&mut terminal), Some(Step::Words));
}

#[test]
fn a_message_that_takes_long_is_said_and_its_answer_is_shown_when_it_comes() {
    let mut terminal = Making::portrait().remote().start();
    send_a_message(&mut terminal);
    terminal.skip(TOO_LONG);
    assert!(matches!(step(&mut terminal), Some(Step::Failed(_))));
    // The answer finds its message also while help is asked for.
    terminal.tap("请人帮忙");
    terminal.until_screen("help");
    hold(&terminal, false);
    terminal.until("it arrives", |terminal| messages(terminal) == 1);
    terminal.wait(0.6);
    terminal.tap("返回");
    terminal.until("it is shown", |terminal| terminal.shows("我知道了"));
    assert!(matches!(step(&mut terminal), Some(Step::Sent(_))));
}

#[test]
fn what_is_changed_after_a_slow_sending_is_not_lost() {
    let mut terminal = Making::portrait().remote().start();
    send_a_message(&mut terminal);
    terminal.skip(TOO_LONG);
    terminal.tap("返回");
    terminal.wait(0.2);
    terminal.tap("删除");
    terminal.wait(0.6);
    terminal.tap("写好了");
    hold(&terminal, false);
    terminal.until("the first arrives", |terminal| messages(terminal) == 1);
    terminal.wait(0.6);
    terminal.tap("不留电话，直接发送");
    terminal.until("both are there", |terminal| messages(terminal) == 2);
    terminal.until("it is said", |terminal| {
        matches!(terminal.app().screen(), Screen::Message(message) if matches!(message.step, Step::Sent(_)))
    });
}

#[test]
fn a_call_for_help_that_takes_long_is_said_with_what_to_do_and_may_still_come_through() {
    let mut terminal = Making::portrait().remote().start();
    call_for_help(&mut terminal);
    terminal.skip(TOO_LONG);
    assert!(terminal.shows("没能通知到，请直接找我们"));
    hold(&terminal, false);
    terminal.until("the staff know", |terminal| {
        help(terminal) == Some(HelpState::Called)
    });
    let calls = terminal
        .hall
        .ask(&Actor::owner(), linli_hall::help::List::default())
        .unwrap();
    assert_eq!(calls.len(), 1);
}

#[test]
fn a_call_for_help_without_a_connection_is_said_with_what_to_do() {
    let mut terminal = Making::portrait().remote().start();
    terminal.arrive();
    terminal.server.take().unwrap().stop();
    terminal.tap("请人帮忙");
    terminal.wait(0.6);
    terminal.tap("请工作人员过来");
    terminal.until("it is said", |terminal| {
        terminal.shows("没能通知到，请直接找我们")
    });
    assert!(terminal.shows("窗口现在没有人，请到服务吧台"));
}

#[test]
fn a_call_that_fails_is_told_to_who_has_gone_on_but_not_to_the_next() {
    let mut terminal = Making::portrait().remote().start();
    call_for_help(&mut terminal);
    terminal.wait(0.6);
    terminal.tap("我知道了");
    terminal.until_screen("home");
    terminal.server.take().unwrap().stop();
    hold(&terminal, false);
    terminal.until_screen("help");
    assert!(terminal.shows("没能通知到，请直接找我们"));
}

#[test]
fn the_next_person_who_asks_for_help_sees_nothing_of_the_call_before() {
    let mut terminal = Making::portrait().remote().start();
    call_for_help(&mut terminal);
    terminal.skip(UNTIL_ASKED);
    assert!(asks(&terminal));
    terminal.skip(UNTIL_GONE);
    terminal.arrive();
    terminal.tap("请人帮忙");
    terminal.until_screen("help");
    hold(&terminal, false);
    terminal.until("the call arrives", |terminal| {
        let calls = linli_hall::help::List::default();
        terminal.hall.ask(&Actor::owner(), calls).unwrap().len() == 1
    });
    terminal.wait(0.2);
    assert_eq!(help(&terminal), Some(HelpState::Offered));
}

/// What somebody who writes is offered, once it is known.
fn offered(terminal: &Terminal) -> Vec<String> {
    match terminal.app().screen() {
        Screen::Message(message) if message.typing.is_settled() => {
            let candidates = message.typing.candidates().iter();
            candidates.map(|one| one.text.clone()).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn what_is_found_for_a_writer_who_has_gone_is_not_offered_to_the_next() {
    let (mut terminal, nobody) = nobody_here(Making::portrait());
    let mut first = None;
    for _ in 0..3 {
        terminal.arrive();
        terminal.tap("留言");
        terminal.until_screen("message");
        terminal.until("beginnings are offered", |terminal| {
            !offered(terminal).is_empty()
        });
        let beginnings = first.get_or_insert_with(|| offered(&terminal)).clone();
        assert_eq!(offered(&terminal), beginnings);
        terminal.tap("拼音");
        // The question is on its way when its person goes.
        terminal.tap("s");
        terminal.skip(UNTIL_ASKED);
        forget_drawn(&terminal);
        terminal.skip(UNTIL_GONE);
        assert_eq!(Traces::of(&terminal), nobody);
        assert!(!Message::remembers(&terminal.harness.ctx));
    }
}
