//! Nothing that was written is lost: not by going on, nor by another board, nor by leaving for a while.

use egui::Key;
use linli_hall::message::List;
use linli_hall::{Actor, Role};
use linli_kiosk::screens::{Message, Screen, Step};
use linli_kiosk::typing::Board;

use super::{board, draw, draw_ten, message, send, spell, text, type_text, until_offered, writing};
use crate::terminal::Terminal;

/// Waits until the phone number is asked for.
#[track_caller]
fn until_phone(terminal: &mut Terminal) {
    terminal.until("the phone number is asked for", |terminal| {
        message(terminal).step == Step::Phone
    });
}

fn messages(terminal: &Terminal) -> Vec<String> {
    let clerk = Actor::new(Role::Clerk, "李老师");
    let list = terminal.hall.ask(&clerk, List::default()).unwrap();
    let words = list.iter().filter_map(|one| one.words.readable());
    words.map(str::to_owned).collect()
}

#[test]
fn going_on_takes_the_first_candidate_for_what_is_drawn() {
    let mut terminal = writing();
    draw_ten(&mut terminal);
    until_offered(&mut terminal, "十");
    terminal.tap("写好了");
    until_phone(&mut terminal);
    assert_eq!(text(&terminal), "十");
}

#[test]
fn going_on_waits_for_the_answer_that_is_on_its_way() {
    let mut terminal = writing();
    type_text(&mut terminal, "二");
    draw_ten(&mut terminal);
    // The model is read for the first time, which takes a while.
    assert!(!message(&terminal).typing.is_settled());
    terminal.tap("写好了");
    assert_eq!(message(&terminal).step, Step::Words);
    until_phone(&mut terminal);
    assert_eq!(text(&terminal), "二十");
}

#[test]
fn going_on_takes_all_that_was_spelled_bit_by_bit() {
    let mut terminal = writing();
    terminal.tap("拼音");
    spell(&mut terminal, "shequfuwu");
    terminal.tap("写好了");
    until_phone(&mut terminal);
    assert_eq!(text(&terminal), "社区服务");
}

#[test]
fn what_nobody_can_read_is_kept_and_the_writer_is_told() {
    let mut terminal = writing();
    type_text(&mut terminal, "灯");
    terminal.tap("拼音");
    spell(&mut terminal, "vv");
    terminal.until("it is said", |terminal| terminal.shows("拼不出字"));
    for key in ["写好了", "空格", "标点"] {
        terminal.tap(key);
        terminal.wait(0.3);
        assert_eq!(message(&terminal).step, Step::Words, "{key}");
        assert!(terminal.shows("拼不出字"), "{key}");
    }
    assert_eq!(text(&terminal), "灯");
    // Letters that spell nothing are meant as they are.
    terminal.tap("英文字母");
    terminal.wait(0.2);
    assert_eq!(text(&terminal), "灯vv");
    assert_eq!(board(&terminal), Board::Latin);
}

#[test]
fn signs_and_other_boards_take_what_was_drawn_with_them() {
    let mut terminal = writing();
    draw_ten(&mut terminal);
    until_offered(&mut terminal, "十");
    terminal.tap("标点");
    terminal.wait(0.2);
    terminal.tap("，");
    terminal.wait(0.2);
    assert_eq!(text(&terminal), "十，");
    draw_ten(&mut terminal);
    terminal.tap("拼音");
    terminal.until("the board is another one", |terminal| {
        board(terminal) == Board::Pinyin
    });
    assert_eq!(text(&terminal), "十，十");
    spell(&mut terminal, "shequ");
    terminal.tap("数字");
    terminal.until("the board is another one", |terminal| {
        board(terminal) == Board::Digits
    });
    assert_eq!(text(&terminal), "十，十社区");
}

#[test]
fn a_hand_that_does_not_wait_writes_the_next_character() {
    let mut terminal = writing();
    draw_ten(&mut terminal);
    // The model is read for the first time, which takes a while.
    terminal.tap("标点");
    draw(&mut terminal, &[[0.2, 0.5], [0.8, 0.48]]);
    until_offered(&mut terminal, "一");
    assert_eq!(text(&terminal), "十");
    terminal.tap("写好了");
    until_phone(&mut terminal);
    assert_eq!(text(&terminal), "十一");
}

#[test]
fn a_space_that_comes_before_its_answer_takes_it_when_it_is_there() {
    let mut terminal = writing();
    terminal.tap("拼音");
    spell(&mut terminal, "sheq");
    // Without a pause: the answer to the last letter is still on its way.
    terminal.tap("u");
    terminal.tap("空格");
    terminal.until("it is written", |terminal| !text(terminal).is_empty());
    assert_eq!(text(&terminal), "社区");
}

#[test]
fn a_message_that_was_left_is_there_again_in_the_same_session() {
    let mut terminal = writing();
    type_text(&mut terminal, "门口的灯坏了");
    for leave in ["返回", "首页"] {
        terminal.tap(leave);
        terminal.until_screen("home");
        assert!(!Message::remembers(&terminal.harness.ctx));
        terminal.wait(0.6);
        terminal.tap("留言");
        terminal.until_screen("message");
        assert_eq!(text(&terminal), "门口的灯坏了", "{leave}");
    }
    terminal.wait(0.6);
    terminal.harness.key_press(Key::Escape);
    terminal.until_screen("home");
    terminal.wait(0.6);
    terminal.tap("留言");
    terminal.until_screen("message");
    // One writes on at the end.
    type_text(&mut terminal, "，请修");
    assert_eq!(text(&terminal), "门口的灯坏了，请修");
}

#[test]
fn what_is_drawn_and_not_taken_yet_is_there_again_as_well() {
    let mut terminal = writing();
    draw_ten(&mut terminal);
    until_offered(&mut terminal, "十");
    terminal.tap("首页");
    terminal.until_screen("home");
    terminal.wait(0.6);
    terminal.tap("留言");
    terminal.until_screen("message");
    assert!(message(&terminal).typing.has_begun());
    terminal.tap("十");
    terminal.wait(0.2);
    assert_eq!(text(&terminal), "十");
}

#[test]
fn a_draft_is_gone_with_its_session_and_with_its_sending() {
    let mut terminal = writing();
    type_text(&mut terminal, "私事");
    terminal.tap("首页");
    terminal.until_screen("home");
    // There is something of a person's own: they are asked before it goes.
    terminal.skip(61.0);
    assert!(terminal.harness_has_button("我还在，继续"));
    assert!(!format!("{:?}", terminal.app()).contains("私事"));
    terminal.skip(30.0);
    assert_eq!(terminal.screen(), "idle");
    terminal.arrive();
    terminal.tap("留言");
    terminal.until_screen("message");
    assert_eq!(text(&terminal), "");
    type_text(&mut terminal, "灯坏了");
    send(&mut terminal);
    terminal.wait(0.6);
    terminal.tap("首页");
    terminal.until_screen("home");
    terminal.wait(0.6);
    terminal.tap("留言");
    terminal.until_screen("message");
    assert_eq!(text(&terminal), "");
}

#[test]
fn a_message_that_arrives_after_its_writer_left_the_screen_is_not_written_twice() {
    let mut terminal = writing();
    type_text(&mut terminal, "灯坏了");
    terminal.tap("写好了");
    terminal.wait(0.6);
    let at = terminal.place("不留电话，直接发送");
    terminal.press(at);
    terminal.release(at);
    if let Screen::Message(_) = terminal.app().screen() {
        terminal.tap("首页");
    }
    terminal.until("it is there", |terminal| messages(terminal).len() == 1);
    terminal.until_screen("home");
    terminal.wait(0.6);
    terminal.tap("留言");
    terminal.until_screen("message");
    assert_eq!(text(&terminal), "");
    assert_eq!(messages(&terminal), ["灯坏了"]);
}
