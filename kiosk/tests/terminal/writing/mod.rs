//! Writing on the glass: by hand, by pinyin, by a keyboard; and what is left of it afterwards.

mod answers;
mod boards;
mod following;
mod kept;
mod sent;

use egui::{Event, ImeEvent, Pos2, pos2};
use linli_hall::message;
use linli_hall::{Actor, Role};
use linli_kiosk::screens::{Message, Screen, Step};
use linli_kiosk::typing::Board;

use crate::terminal::{Making, Terminal};

/// At the field of a message, with the pad under it.
fn writing() -> Terminal {
    let mut terminal = Terminal::start();
    terminal.tap("点一下，开始");
    terminal.tap("留言");
    terminal.until_screen("message");
    terminal
}

fn message(terminal: &Terminal) -> &Message {
    let Screen::Message(message) = terminal.app().screen() else {
        panic!("no message is being written");
    };
    message
}

fn text(terminal: &Terminal) -> String {
    message(terminal).words.text().to_owned()
}

fn board(terminal: &Terminal) -> Board {
    message(terminal).typing.board()
}

/// 十, in two strokes.
fn draw_ten(terminal: &mut Terminal) {
    draw(terminal, &[[0.2, 0.5], [0.8, 0.5]]);
    draw(terminal, &[[0.5, 0.15], [0.5, 0.85]]);
}

/// As if it came from a keyboard on a cable.
fn type_text(terminal: &mut Terminal, text: &str) {
    terminal.harness.event(Event::Text(text.to_owned()));
    terminal.wait(0.1);
}

/// Draws on the pad; the points are parts of its width and height.
fn draw(terminal: &mut Terminal, stroke: &[[f32; 2]]) {
    let pad = terminal.rect("手写区");
    let at = |[x, y]: [f32; 2]| pos2(pad.min.x + pad.width() * x, pad.min.y + pad.height() * y);
    let points: Vec<Pos2> = stroke
        .windows(2)
        .flat_map(|pair| {
            (0..=8u8).map(move |step| {
                let part = f32::from(step) / 8.0;
                at([
                    pair[0][0] + (pair[1][0] - pair[0][0]) * part,
                    pair[0][1] + (pair[1][1] - pair[0][1]) * part,
                ])
            })
        })
        .collect();
    terminal.press(points[0]);
    for point in &points {
        terminal.harness.event(Event::PointerMoved(*point));
        terminal.harness.step();
    }
    terminal.release(points[points.len() - 1]);
}

fn until_offered(terminal: &mut Terminal, text: &str) {
    terminal.until(&format!("{text} is offered"), |terminal| {
        let typing = &message(terminal).typing;
        typing.is_settled() && typing.candidates().iter().any(|one| one.text == text)
    });
}

/// Sends what is written, without a phone number.
fn send(terminal: &mut Terminal) {
    terminal.tap("写好了");
    // The next button stands where the finger is: it must rest before it counts again.
    terminal.wait(0.6);
    terminal.tap("不留电话，直接发送");
    terminal.until("it is sent", |terminal| {
        matches!(message(terminal).step, Step::Sent(_))
    });
}

/// Types letters on the board.
fn spell(terminal: &mut Terminal, letters: &str) {
    for letter in letters.chars() {
        terminal.tap(&letter.to_string());
        terminal.wait(0.15);
    }
}

#[test]
fn a_message_written_by_hand_reaches_the_clerks() {
    let mut terminal = writing();
    draw_ten(&mut terminal);
    until_offered(&mut terminal, "十");
    terminal.tap("十");
    assert_eq!(text(&terminal), "十");
    send(&mut terminal);
    let clerk = Actor::new(Role::Clerk, "李老师");
    let list = terminal.hall.ask(&clerk, message::List::default()).unwrap();
    assert_eq!(list.len(), 1);
    assert_eq!(list[0].words.readable(), Some("十"));
    terminal.wait(0.6);
    terminal.tap("我知道了");
    terminal.until_screen("home");
}

#[test]
fn letters_become_characters() {
    let mut terminal = writing();
    terminal.tap("拼音");
    spell(&mut terminal, "shequ");
    until_offered(&mut terminal, "社区");
    terminal.tap("社区");
    assert_eq!(text(&terminal), "社区");
    terminal.tap("删除");
    assert_eq!(text(&terminal), "社");
}

#[test]
fn letters_that_sound_alike_are_taken_for_one_another() {
    let mut terminal = writing();
    terminal.tap("拼音");
    spell(&mut terminal, "sequ");
    until_offered(&mut terminal, "社区");
}

#[test]
fn a_rare_character_of_a_name_is_found_by_its_radical() {
    let mut terminal = writing();
    terminal.tap("拼音");
    terminal.tap("部首");
    for name in ["4 画", "王", "15 画"] {
        terminal.until("the keys are there", |terminal| {
            terminal.harness_has_button(name) || terminal.harness_has_button("更多")
        });
        while !terminal.harness_has_button(name) {
            terminal.tap("更多");
            terminal.wait(0.15);
        }
        terminal.tap(name);
        terminal.wait(0.15);
    }
    until_offered(&mut terminal, "㼆");
}

#[test]
fn the_same_key_twice_in_a_row_is_two_letters() {
    let mut terminal = writing();
    terminal.tap("拼音");
    terminal.tap("英文字母");
    terminal.tap("l");
    terminal.wait(0.15);
    terminal.tap("l");
    assert_eq!(text(&terminal), "ll");
}

#[test]
fn a_keyboard_on_a_cable_and_an_input_method_write_as_well() {
    let mut terminal = writing();
    terminal.wait(0.1);
    terminal.harness.event(Event::Text("ok ".to_owned()));
    terminal.harness.step();
    terminal
        .harness
        .event(Event::Ime(ImeEvent::Commit("邻里".to_owned())));
    terminal.harness.step();
    assert_eq!(text(&terminal), "ok 邻里");
}

#[test]
fn nothing_written_is_left_when_the_person_goes() {
    let mut terminal = writing();
    terminal.harness.event(Event::Text("私事".to_owned()));
    terminal.wait(0.2);
    assert_eq!(text(&terminal), "私事");
    terminal.wait(95.0);
    assert_eq!(terminal.screen(), "idle");
    assert!(!Message::remembers(&terminal.harness.ctx));
    terminal.tap("点一下，开始");
    terminal.tap("留言");
    terminal.until_screen("message");
    assert_eq!(text(&terminal), "");
}

#[test]
fn what_was_written_is_still_there_after_asking_for_help() {
    let mut terminal = writing();
    terminal.harness.event(Event::Text("灯坏了".to_owned()));
    terminal.wait(0.2);
    terminal.tap("请人帮忙");
    terminal.tap("返回");
    assert_eq!(text(&terminal), "灯坏了");
}

#[test]
fn a_number_that_is_none_is_said_and_the_words_are_kept() {
    let mut terminal = writing();
    terminal.harness.event(Event::Text("灯坏了".to_owned()));
    terminal.wait(0.2);
    terminal.tap("写好了");
    // The next button stands where the finger is: it must rest before it counts again.
    terminal.wait(0.6);
    for digit in ["1", "2"] {
        terminal.tap(digit);
    }
    terminal.tap("发送");
    terminal.until("it is refused", |terminal| {
        matches!(message(terminal).step, Step::Failed(_))
    });
    assert!(terminal.shows("电话"));
    assert_eq!(text(&terminal), "灯坏了");
    for _ in 0..2 {
        terminal.tap("删除");
        terminal.wait(0.15);
    }
    terminal.tap("再发一次");
    terminal.until("it is sent", |terminal| {
        matches!(message(terminal).step, Step::Sent(_))
    });
}

#[test]
fn without_a_connection_the_words_stay_on_the_glass() {
    let mut terminal = Making::portrait().remote().start();
    terminal.tap("点一下，开始");
    terminal.tap("留言");
    terminal.until_screen("message");
    terminal.harness.event(Event::Text("灯坏了".to_owned()));
    terminal.wait(0.2);
    terminal.server.take().unwrap().stop();
    terminal.tap("写好了");
    // The next button stands where the finger is: it must rest before it counts again.
    terminal.wait(0.6);
    terminal.tap("不留电话，直接发送");
    terminal.until("it is said", |terminal| {
        matches!(message(terminal).step, Step::Failed(_))
    });
    assert!(terminal.shows("您写的都还在"));
    assert_eq!(text(&terminal), "灯坏了");
}

#[test]
fn the_board_follows_the_language_and_can_be_changed() {
    let mut terminal = Terminal::start();
    terminal.tap("点一下，开始");
    terminal.harness.state_mut().session_mut().lang = linli_texts::Lang::EN;
    terminal.wait(0.1);
    terminal.tap("Message");
    terminal.until_screen("message");
    assert_eq!(message(&terminal).typing.board(), Board::Latin);
    terminal.tap("Pen");
    assert_eq!(message(&terminal).typing.board(), Board::Hand);
}
