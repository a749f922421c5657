//! The boards: what stands on them, how they come, and what they keep.

use egui::{Event, Pos2, Shape};
use linli_hall::limits::MESSAGE_CHARS;
use linli_kiosk::screens::Step;
use linli_kiosk::typing::Board;
use linli_texts::Lang;

use super::{board, draw, draw_ten, message, spell, text, type_text, until_offered, writing};
use crate::terminal::{Making, Terminal};

#[test]
fn a_sentence_in_letters_needs_no_other_board() {
    let mut terminal = writing();
    terminal.tap("拼音");
    terminal.tap("英文字母");
    for key in ["h", "i", ",", "!", "?", "'", "+"] {
        terminal.tap(key);
        terminal.wait(0.15);
    }
    for _ in 0..3 {
        if terminal.harness_has_button("1") {
            break;
        }
        terminal.tap("更多");
        terminal.wait(0.15);
    }
    terminal.tap("1");
    terminal.wait(0.15);
    assert_eq!(text(&terminal), "hi,!?'+1");
    assert_eq!(board(&terminal), Board::Latin);
    // There is a way back to the signs.
    terminal.tap("前一页");
    terminal.wait(0.15);
    assert!(terminal.harness_has_button(","));
}

#[test]
fn signs_are_as_wide_as_what_they_stand_with() {
    let mut terminal = writing();
    terminal.tap("标点");
    terminal.wait(0.1);
    let texts = |terminal: &Terminal| -> Vec<String> {
        let candidates = message(terminal).typing.candidates().iter();
        candidates.map(|one| one.text.clone()).collect()
    };
    let wide = texts(&terminal);
    assert!(wide.contains(&"，".to_owned()) && wide.contains(&"·".to_owned()));
    terminal.tap("拼音");
    terminal.tap("英文字母");
    terminal.wait(0.1);
    let narrow = texts(&terminal);
    assert!(narrow.contains(&",".to_owned()) && !narrow.contains(&"，".to_owned()));
}

#[test]
fn radicals_are_one_touch_away_from_the_pad_and_lead_back_to_it() {
    let mut terminal = writing();
    terminal.tap("部首");
    assert_eq!(board(&terminal), Board::Radicals);
    terminal.until("the keys are there", |terminal| {
        terminal.harness_has_button("4 画")
    });
    terminal.tap("上一步");
    terminal.wait(0.1);
    assert_eq!(board(&terminal), Board::Hand);
}

#[test]
fn rare_characters_of_names_are_spelled() {
    let mut terminal = writing();
    terminal.tap("拼音");
    spell(&mut terminal, "yan");
    until_offered(&mut terminal, "䶮");
    for _ in 0..3 {
        terminal.tap("删除");
        terminal.wait(0.15);
    }
    spell(&mut terminal, "ying");
    until_offered(&mut terminal, "㼆");
}

#[test]
fn what_was_spelled_is_shown_in_syllables() {
    let mut terminal = writing();
    terminal.tap("拼音");
    spell(&mut terminal, "shequfuwu");
    terminal.until("the syllables are shown", |terminal| {
        terminal.shows("she'qu'fu'wu")
    });
}

#[test]
fn what_is_drawn_stays_on_a_pad_of_another_shape() {
    let mut terminal = writing();
    draw(&mut terminal, &[[0.2, 0.5], [0.8, 0.5]]);
    for mode in ["大字", "大字"] {
        let session = terminal.harness.state_mut().session_mut();
        session.modes.large ^= true;
        session.modes.low ^= true;
        terminal.wait(0.1);
        assert!(message(&terminal).typing.has_begun(), "{mode}");
    }
    let session = terminal.harness.state_mut().session_mut();
    session.modes.low = true;
    terminal.wait(0.1);
    draw(&mut terminal, &[[0.5, 0.15], [0.5, 0.85]]);
    until_offered(&mut terminal, "十");
}

#[test]
fn every_key_beside_the_pad_has_room_in_low_reach_and_large_type() {
    let mut terminal = writing();
    let session = terminal.harness.state_mut().session_mut();
    session.modes.low = true;
    session.modes.large = true;
    terminal.wait(0.1);
    let target = terminal.app().look().target;
    for key in ["删除", "重写", "拼音", "部首", "标点"] {
        let rect = terminal.rect(key);
        assert!(
            rect.width() >= target - 0.5 && rect.height() >= target - 0.5,
            "{key}: {rect:?}"
        );
    }
}

#[test]
fn near_the_end_it_is_shown_how_many_characters_are_left() {
    let mut terminal = writing();
    type_text(&mut terminal, &"灯".repeat(MESSAGE_CHARS - 51));
    assert!(!terminal.shows("还能写"));
    type_text(&mut terminal, "灯");
    assert!(terminal.shows("还能写 50 个字"));
    type_text(&mut terminal, &"灯".repeat(49));
    assert!(terminal.shows("还能写 1 个字"));
    // A word of two has no room: it is kept where it was begun, and that is said.
    terminal.tap("拼音");
    spell(&mut terminal, "shequ");
    until_offered(&mut terminal, "社区");
    terminal.tap("写好了");
    terminal.until("it is said", |terminal| terminal.shows("写满了"));
    assert_eq!(message(&terminal).step, Step::Words);
    assert!(message(&terminal).typing.has_begun());
    assert_eq!(text(&terminal).chars().count(), MESSAGE_CHARS - 1);
    // What comes by a cable is cut where there is no more room, and that is said as well.
    type_text(&mut terminal, "灯灯灯");
    assert!(terminal.shows("写满了"));
    assert_eq!(text(&terminal).chars().count(), MESSAGE_CHARS);
}

#[test]
fn the_cursor_goes_where_something_is_missing() {
    let mut terminal = writing();
    type_text(&mut terminal, "号楼的灯");
    terminal.tap("拼音");
    terminal.tap("数字");
    for _ in 0..4 {
        terminal.tap("光标左移");
        terminal.wait(0.15);
    }
    terminal.tap("3");
    terminal.wait(0.15);
    terminal.tap("光标右移");
    terminal.wait(0.15);
    terminal.tap("删除");
    terminal.wait(0.15);
    assert_eq!(text(&terminal), "3楼的灯");
}

#[test]
fn a_finger_on_the_board_leaves_the_field_in_focus() {
    let mut terminal = writing();
    let field = terminal.focused();
    assert_eq!(field.as_deref(), Some("想对我们说什么？"));
    draw_ten(&mut terminal);
    until_offered(&mut terminal, "十");
    assert_eq!(terminal.focused(), field);
    for key in [
        "重写",
        "部首",
        "4 画",
        "上一步",
        "上一步",
        "标点",
        "更多",
        "拼音",
        "s",
        "更多",
    ] {
        terminal.until("the key is there", |terminal| {
            terminal.harness_has_button(key)
        });
        let at = terminal.place(key);
        terminal.press(at);
        assert_eq!(terminal.focused(), field, "{key} is pressed");
        terminal.release(at);
        assert_eq!(terminal.focused(), field, "{key} was pressed");
        terminal.wait(0.15);
    }
}

/// Where a text is painted in the last frame, from the upper edge.
fn painted(terminal: &Terminal, text: &str) -> f32 {
    fn find(shape: &Shape, text: &str) -> Option<Pos2> {
        match shape {
            Shape::Text(shape) if shape.galley.text() == text => Some(shape.pos),
            Shape::Vec(shapes) => shapes.iter().find_map(|shape| find(shape, text)),
            _ => None,
        }
    }
    let shapes = &terminal.harness.output().shapes;
    let found = shapes.iter().find_map(|clipped| find(&clipped.shape, text));
    found.unwrap().y
}

#[test]
fn the_board_comes_up_and_can_be_pressed_where_it_will_stand() {
    let mut terminal = Terminal::start();
    terminal.arrive();
    let at = terminal.place("留言");
    terminal.press(at);
    terminal.release(at);
    assert_eq!(terminal.screen(), "message");
    terminal.harness.step();
    let (key, first) = (terminal.place("拼音"), painted(&terminal, "拼音"));
    // A picture in between is nearer to where it will stand.
    terminal.wait(0.06);
    let between = painted(&terminal, "拼音");
    terminal.wait(0.2);
    let last = painted(&terminal, "拼音");
    assert!(
        first > between && between > last,
        "{first} {between} {last}"
    );
    assert!(first - last > 100.0);
    assert_eq!(terminal.place("拼音"), key);
    // The same again from the phone number back to the words; this time it is pressed on its way.
    type_text(&mut terminal, "灯");
    terminal.tap("写好了");
    terminal.wait(0.6);
    let back = terminal.place("返回");
    terminal.press(back);
    terminal.release(back);
    terminal.harness.step();
    assert!(painted(&terminal, "拼音") > last + 100.0);
    terminal.press(key);
    terminal.release(key);
    terminal.wait(0.3);
    assert_eq!(board(&terminal), Board::Pinyin);
}

#[test]
fn in_english_the_signs_of_letters_are_offered_on_every_glass() {
    for (width, height, inches) in [(1080.0, 1920.0, 21.5), (1366.0, 768.0, 21.5)] {
        let mut terminal = Making::sized(width, height, inches).start();
        terminal.tap("点一下，开始");
        terminal.harness.state_mut().session_mut().lang = Lang::EN;
        terminal.wait(0.1);
        terminal.tap("Message");
        terminal.until_screen("message");
        terminal.wait(0.3);
        terminal.tap(",");
        terminal.wait(0.15);
        terminal.harness.event(Event::Text("ok".to_owned()));
        terminal.wait(0.1);
        assert_eq!(text(&terminal), ",ok");
    }
}
