//! The screens of a message, from the first word to the answer's place.

use std::sync::Arc;

use linli_hall::{Error, MessageId, Refusal, StoreProblem};
use linli_texts::Lang;

use super::Showing;
use crate::assets;
use crate::backstage::radicals;
use crate::screens::{Message, Screen, SlipState, Step};
use crate::slip::LeftMessage;
use crate::typing::Board;
use crate::view::HallView;

const WORDS: &str = "三号楼门口的灯坏了，晚上看不清台阶，老人走着不放心。";
const LINK: &str = "http://192.168.1.20:7300/m/AAAAAAAAAAFCXSNfDs5-MC4C6QVWSMQd";
const PHONE: &str = "13812345678";
const DRAWN: [&str; 7] = ["子", "了", "孑", "予", "孓", "仔", "字"];
const SPELLED: [&str; 7] = ["社区", "设区", "射去", "社", "设", "蛇", "射"];

/// Every step of a message, on every board.
pub(super) fn messages(hall: &Arc<HallView>) -> Vec<Showing> {
    let messages = [
        ("message", on(Board::Hand)),
        ("message-pinyin", on(Board::Pinyin)),
        ("message-latin", on(Board::Latin)),
        ("message-digits", on(Board::Digits)),
        ("message-radicals", on(Board::Radicals)),
        ("message-written", written()),
        ("message-spelled", spelled(0)),
        // The last pages hold few.
        ("message-spelled-last", spelled(6)),
        ("message-marks", marks()),
        ("message-capitals", capitals()),
        ("message-radicals-which", by_radical(&[4])),
        ("message-radicals-rest", by_radical(&[4, 0])),
        ("message-phone", at(Step::Phone)),
        ("message-phone-typed", at(Step::Phone).calling_back(PHONE)),
        ("message-sending", at(Step::Sending).calling_back(PHONE)),
        ("message-failed", at(Step::Failed(Error::Overloaded))),
        ("message-not-a-phone", refused(Refusal::NotAPhone)),
        (
            "message-too-many",
            refused(Refusal::TooManyMessages { minutes: 9 }),
        ),
        ("message-full-store", at(Step::Failed(full_store()))),
        ("message-sent", sent(None)),
        ("message-sent-printing", sent(Some(SlipState::Printing))),
        ("message-sent-unprinted", sent(Some(SlipState::None))),
    ];
    messages
        .map(|(name, message)| Showing::new(name, Screen::Message(Box::new(message)), hall))
        .into()
}

fn sent(slip: Option<SlipState>) -> Message {
    let left = LeftMessage {
        message: MessageId(12),
        at: jiff::Timestamp::UNIX_EPOCH,
        link: LINK.to_owned(),
    };
    let mut message = at(Step::Sent(left));
    message.slip = slip;
    message
}

fn on(board: Board) -> Message {
    let mut message = Message::new(Lang::ZH_CN);
    message.typing.set_board(board);
    match board {
        Board::Hand => message.typing.offer(&DRAWN),
        Board::Pinyin => message.typing.offer(&SPELLED),
        // Without them the board has no keys, and that is seen at once.
        Board::Radicals => message
            .typing
            .take_radicals(radicals(&assets::folder()).unwrap_or_default()),
        Board::Latin | Board::Digits => {}
    }
    message
}

fn written() -> Message {
    let mut message = on(Board::Hand);
    message.words = message.words.holding(WORDS);
    message
}

fn spelled(from: usize) -> Message {
    let mut message = written();
    message.typing.set_board(Board::Pinyin);
    message.typing.has_spelled("she'qu", &SPELLED, from);
    message
}

fn marks() -> Message {
    let mut message = written();
    message.typing.set_board(Board::Pinyin);
    message.typing.offer_marks();
    message
}

fn capitals() -> Message {
    let mut message = on(Board::Latin);
    message.typing.turn_capitals_on();
    message
}

/// After these keys of the board of radicals, by what they stand for.
fn by_radical(chosen: &[usize]) -> Message {
    let mut message = on(Board::Radicals);
    message.typing.choose_radical(chosen);
    message
}

fn at(step: Step) -> Message {
    let mut message = Message::new(Lang::ZH_CN);
    message.words = message.words.holding(WORDS);
    message.step = step;
    message
}

fn refused(refusal: Refusal) -> Message {
    at(Step::Failed(Error::Refused(refusal))).calling_back(PHONE)
}

fn full_store() -> Error {
    Error::Store(StoreProblem::Full)
}
