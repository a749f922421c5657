//! What is offered to go on with, and in which characters.

use egui::{Event, Key};
use linli_texts::Lang;

use super::{message, spell, text, type_text, until_offered, writing};
use crate::terminal::Terminal;

/// What is offered, once it is known.
fn offered(terminal: &Terminal) -> Option<Vec<String>> {
    let typing = &message(terminal).typing;
    let candidates = typing.candidates().iter().map(|one| one.text.clone());
    typing.is_settled().then(|| candidates.collect())
}

/// What is offered now that something else stands before the cursor.
#[track_caller]
fn offered_anew(terminal: &mut Terminal) -> Vec<String> {
    terminal.wait(0.1);
    terminal.until("it is known what may follow", |terminal| {
        offered(terminal).is_some()
    });
    offered(terminal).unwrap()
}

fn has(offered: &[String], text: &str) -> bool {
    offered.iter().take(6).any(|one| one == text)
}

#[test]
fn an_empty_field_is_offered_how_messages_begin() {
    let mut terminal = writing();
    let beginnings = offered_anew(&mut terminal);
    assert!(has(&beginnings, "我"), "{beginnings:?}");
    assert!(has(&beginnings, "请"), "{beginnings:?}");
}

#[test]
fn a_message_is_written_with_what_is_offered() {
    let mut terminal = writing();
    type_text(&mut terminal, "门口的灯");
    until_offered(&mut terminal, "坏了");
    terminal.tap("坏了");
    until_offered(&mut terminal, "请");
    assert_eq!(text(&terminal), "门口的灯坏了");
}

#[test]
fn what_is_offered_follows_what_was_typed_erased_and_moved_to() {
    let mut terminal = writing();
    type_text(&mut terminal, "楼上");
    assert!(has(&offered_anew(&mut terminal), "漏水"));
    // Typed by a keyboard on a cable.
    type_text(&mut terminal, "的灯");
    assert!(has(&offered_anew(&mut terminal), "坏了"));
    for _ in 0..2 {
        terminal.tap("删除");
        terminal.wait(0.2);
    }
    assert_eq!(text(&terminal), "楼上");
    assert!(has(&offered_anew(&mut terminal), "漏水"));
    // The cursor before the first character: a sentence begins there.
    for _ in 0..2 {
        terminal.harness.key_press(Key::ArrowLeft);
        terminal.wait(0.1);
    }
    assert!(has(&offered_anew(&mut terminal), "我"));
    // After what is in no dictionary nothing is offered.
    terminal.harness.key_press(Key::End);
    terminal.harness.event(Event::Text("hello".to_owned()));
    assert_eq!(offered_anew(&mut terminal), Vec::<String>::new());
}

#[test]
fn whoever_comes_back_is_offered_what_follows_their_words() {
    let mut terminal = writing();
    type_text(&mut terminal, "楼上");
    terminal.tap("首页");
    terminal.until_screen("home");
    terminal.wait(0.6);
    terminal.tap("留言");
    terminal.until_screen("message");
    assert!(has(&offered_anew(&mut terminal), "漏水"));
}

/// In traditional characters, at the field of a message.
fn writing_traditional() -> Terminal {
    let mut terminal = Terminal::start();
    terminal.tap("点一下，开始");
    terminal.harness.state_mut().session_mut().lang = Lang::ZH_HANT;
    terminal.wait(0.1);
    terminal.tap("留言");
    terminal.until_screen("message");
    terminal
}

#[test]
fn who_reads_traditional_characters_spells_them() {
    let mut terminal = writing_traditional();
    terminal.tap("拼音");
    spell(&mut terminal, "shequ");
    until_offered(&mut terminal, "社區");
    terminal.tap("社區");
    terminal.wait(0.2);
    spell(&mut terminal, "fa");
    until_offered(&mut terminal, "髮");
    until_offered(&mut terminal, "發");
    assert_eq!(text(&terminal), "社區");
}

#[test]
fn what_follows_traditional_characters_is_traditional() {
    let mut terminal = writing_traditional();
    type_text(&mut terminal, "門口的燈");
    until_offered(&mut terminal, "壞了");
    terminal.tap("壞了");
    terminal.wait(0.2);
    assert_eq!(text(&terminal), "門口的燈壞了");
}

#[test]
fn another_language_keeps_the_words_and_what_is_offered_follows_it() {
    let mut terminal = writing();
    type_text(&mut terminal, "我");
    terminal.tap("拼音");
    spell(&mut terminal, "shequ");
    until_offered(&mut terminal, "社区");
    terminal.harness.state_mut().session_mut().lang = Lang::ZH_HANT;
    until_offered(&mut terminal, "社區");
    terminal.tap("社區");
    terminal.wait(0.2);
    assert_eq!(text(&terminal), "我社區");
}
