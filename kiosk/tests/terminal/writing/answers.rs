//! What is found for somebody who writes: none of it is lost, and what cannot be had is said.

use linli_kiosk::typing::{Board, Question};
use tempfile::TempDir;

use super::{board, draw_ten, message, spell, text, until_offered, writing};
use crate::terminal::{Making, Terminal};

/// A terminal without any model or dictionary, at the field of a message.
fn without_models() -> (Terminal, TempDir) {
    let folder = TempDir::new().unwrap();
    let mut terminal = Making::portrait().writing_from(folder.path()).start();
    terminal.tap("点一下，开始");
    terminal.tap("留言");
    terminal.until_screen("message");
    (terminal, folder)
}

#[test]
fn a_board_whose_model_cannot_be_read_says_so_and_names_another() {
    let (mut terminal, _folder) = without_models();
    draw_ten(&mut terminal);
    terminal.until("it is said", |terminal| terminal.shows("请用拼音"));
    terminal.tap("拼音");
    terminal.until("it is said", |terminal| terminal.shows("请用手写"));
    assert_eq!(board(&terminal), Board::Pinyin);
    terminal.tap("部首");
    terminal.until("it is said", |terminal| terminal.shows("部首暂时用不了"));
    terminal.tap("上一步");
    terminal.tap("英文字母");
    terminal.tap("l");
    assert_eq!(text(&terminal), "l");
}

#[test]
fn the_radicals_come_although_somebody_writes_on() {
    let mut terminal = writing();
    terminal.tap("拼音");
    spell(&mut terminal, "she");
    until_offered(&mut terminal, "设");
    terminal.tap("部首");
    terminal.until("the keys are there", |terminal| {
        terminal.harness_has_button("4 画")
    });
    // The letters were not thrown away.
    assert_eq!(text(&terminal), "设");
}

#[test]
fn many_letters_at_once_are_answered_by_the_last_of_them() {
    let mut terminal = writing();
    terminal.tap("拼音");
    let places: Vec<_> = ["s", "h", "e", "q", "u"]
        .map(|letter| terminal.place(letter))
        .to_vec();
    for _ in 0..4 {
        for at in &places {
            terminal.press(*at);
            terminal.release(*at);
        }
    }
    until_offered(&mut terminal, "社区社区社区社区");
    assert!(message(&terminal).typing.is_settled());
    assert!(terminal.shows("she'qu'she'qu'she'qu'she'qu"));
}

#[test]
fn a_question_shows_nothing_of_itself_in_a_log() {
    let question = Question::Spell {
        letters: "siren".to_owned(),
        traditional: false,
    };
    assert!(!format!("{question:?}").contains("siren"));
}
