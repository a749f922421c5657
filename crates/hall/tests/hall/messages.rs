use linli_hall::journal::{Entry, Event, Tail};
use linli_hall::message::{Answer, Exchange, Follow, Leave, Left, List, Message, ShowPhone};
use linli_hall::personal::Text;
use linli_hall::{
    Action, Actor, Error, MessageId, Question, Refusal, RequestId, Result, day, queue, ticket,
};

use crate::house::{House, ONE, SOCIAL, clerk, kiosk, refused};

const WORDS: &str = "3 号楼门口的路灯不亮了，\n晚上老人走路害怕。";
const PHONE: &str = "138 1234 5678";

fn note(words: &str, phone: Option<&str>) -> Leave {
    Leave {
        words: words.to_owned(),
        phone: phone.map(str::to_owned),
        locale: "zh-CN".to_owned(),
    }
}

fn leave(house: &House) -> Left {
    house.act(&kiosk(), note(WORDS, Some(PHONE))).unwrap()
}

fn answer(house: &House, message: MessageId, words: &str) -> Result<()> {
    let words = words.to_owned();
    house.at(ONE, Answer { message, words })
}

fn list(house: &House, answered: bool) -> Vec<Message> {
    house.hall.ask(&clerk(ONE), List { answered }).unwrap()
}

fn follow(house: &House, token: &str) -> Result<Exchange> {
    let token = token.to_owned();
    house.hall.ask(&Actor::visitor(), Follow { token })
}

fn text(words: &str) -> Text {
    Text::Readable(words.to_owned())
}

fn journal(house: &House) -> Vec<Entry> {
    let last = house.ask(linli_hall::journal::Last::default());
    let after = last.saturating_sub(500);
    house.ask(Tail { after, limit: 500 })
}

fn close_the_day(house: &House) {
    house.act(&kiosk(), day::Close::default()).unwrap();
}

const DAY: i64 = 24 * 3600;

#[test]
fn a_message_is_left_answered_and_read_by_its_link() {
    let house = House::open();
    let left = leave(&house);
    let waiting = list(&house, false);
    assert_eq!(
        (waiting.len(), waiting[0].message, waiting[0].at),
        (1, left.message, left.at)
    );
    assert_eq!(
        (waiting[0].origin.as_str(), &waiting[0].words),
        ("大门", &text(WORDS))
    );
    let before = follow(&house, &left.token).unwrap();
    assert_eq!((before.words, before.answer), (text(WORDS), None));

    house.clock.advance(60);
    answer(&house, left.message, "  明天来修。\n").unwrap();
    assert!(list(&house, false).is_empty());
    let answered = list(&house, true).remove(0).answer.unwrap();
    assert_eq!(
        (answered.words, answered.by.as_str()),
        (text("明天来修。"), "clerk-1")
    );
    let after = follow(&house, &left.token).unwrap();
    assert_eq!(after.answer, Some(text("明天来修。")));
    assert_eq!(after.answered_at, Some(house.hall.clock().now()));
}

#[test]
fn answering_again_replaces_the_answer_and_stands_in_the_journal() {
    let house = House::open();
    let left = leave(&house);
    answer(&house, left.message, "明天来修。").unwrap();
    answer(&house, left.message, "已经修好了。").unwrap();
    let read = follow(&house, &left.token).unwrap();
    assert_eq!(read.answer, Some(text("已经修好了。")));
    let answers: Vec<bool> = journal(&house)
        .into_iter()
        .filter_map(|entry| match entry.event {
            Event::MessageAnswered { message, again } if message == left.message => Some(again),
            _ => None,
        })
        .collect();
    assert_eq!(answers, [false, true]);
    assert_eq!(
        refused(answer(&house, MessageId(99), "好")),
        Refusal::NoSuchMessage
    );
}

#[test]
fn the_message_that_has_waited_longest_comes_first_and_the_desk_counts_them() {
    let house = House::open();
    let messages: Vec<MessageId> = (0..3)
        .map(|_| {
            house.clock.advance(1);
            leave(&house).message
        })
        .collect();
    answer(&house, messages[1], "好").unwrap();
    let order: Vec<MessageId> = list(&house, false).iter().map(|m| m.message).collect();
    assert_eq!(order, [messages[0], messages[2]]);
    assert_eq!(house.ask(queue::Desk { counter: ONE }).messages, 2);
}

#[test]
fn a_number_is_masked_until_somebody_looks_and_the_journal_says_who() {
    let house = House::open();
    let left = leave(&house);
    assert_eq!(list(&house, false)[0].phone, Some(text("138****5678")));
    let request = RequestId::parse("look-1").unwrap();
    let look = || ShowPhone {
        message: left.message,
    };
    let shown = house
        .hall
        .perform(&clerk(ONE), request.clone(), look())
        .unwrap();
    assert_eq!(shown.phone, "13812345678");
    let looked = journal(&house).pop().unwrap();
    assert_eq!(looked.actor, "clerk:clerk-1");
    assert!(matches!(looked.event, Event::PhoneShown { message } if message == left.message));
    let again = house.hall.perform(&clerk(ONE), request, look());
    assert_eq!(again.err().unwrap().refusal(), Some(&Refusal::ShownOnce));

    let without = house.act(&kiosk(), note("谢谢你们", None)).unwrap();
    assert_eq!(list(&house, false)[1].phone, None);
    let none = house.at(
        ONE,
        ShowPhone {
            message: without.message,
        },
    );
    assert_eq!(none.err().unwrap().refusal(), Some(&Refusal::NoPhone));
}

#[test]
fn an_empty_number_is_no_number_and_a_wrong_one_is_refused_in_words() {
    let house = House::open();
    for none in ["", "   "] {
        house.act(&kiosk(), note("好", Some(none))).unwrap();
        assert_eq!(list(&house, false)[0].phone, None);
    }
    for wrong in ["1381234567", "12345", "问我老伴"] {
        let left = house.act(&kiosk(), note("好", Some(wrong)));
        assert_eq!(refused(left), Refusal::NotAPhone, "{wrong}");
    }
}

#[test]
fn words_that_are_empty_too_long_or_hold_control_characters_are_refused() {
    let house = House::open();
    let message = leave(&house).message;
    let long = "长".repeat(501);
    for wrong in ["", "  \n ", &long, "响\u{7}铃", "制\t表", "回\r车", "零\0"] {
        let left = house.act(&kiosk(), note(wrong, None));
        assert!(matches!(left, Err(Error::BadInput(_))), "{wrong:?}");
        let answered = answer(&house, message, wrong);
        assert!(matches!(answered, Err(Error::BadInput(_))), "{wrong:?}");
    }
    let longest = "长".repeat(500);
    let left = house.act(&kiosk(), note(&format!(" {longest}\n"), None));
    let read = follow(&house, &left.unwrap().token).unwrap();
    assert_eq!(read.words, text(&longest));
}

#[test]
fn a_repeated_request_leaves_one_message() {
    let house = House::open();
    let request = RequestId::parse("leave-1").unwrap();
    let tap = || {
        house
            .hall
            .perform(&kiosk(), request.clone(), note(WORDS, Some(PHONE)))
            .unwrap()
    };
    assert_eq!(tap(), tap());
    assert_eq!(list(&house, false).len(), 1);
}

#[test]
fn a_terminal_takes_six_messages_in_ten_minutes_and_says_when_it_takes_more() {
    let house = House::open();
    for _ in 0..6 {
        leave(&house);
        house.clock.advance(30);
    }
    let left = house.act(&kiosk(), note(WORDS, None));
    assert_eq!(refused(left), Refusal::TooManyMessages { minutes: 7 });
    house
        .act(&Actor::kiosk("后门"), note(WORDS, None))
        .expect("another terminal is not held up");
    house.clock.advance(7 * 60);
    leave(&house);
    assert!(house.act(&kiosk(), note(WORDS, None)).is_err());
}

#[test]
fn a_link_opens_only_the_kind_of_thing_that_it_was_made_for() {
    let house = House::open();
    let (ticket, left) = (house.take(SOCIAL), leave(&house));
    assert_eq!(ticket.ticket.0, left.message.0, "the same number of each");
    assert_eq!(
        refused(follow(&house, &ticket.token)),
        Refusal::BadLink,
        "a ticket's link opens no message"
    );
    let token = left.token.clone();
    let opened = house
        .hall
        .ask(&Actor::visitor(), ticket::Follow { token })
        .map(drop);
    assert_eq!(refused(opened), Refusal::BadLink);
    let other = leave(&house).token;
    let forged = format!("{}{}", &other[..11], &left.token[11..]);
    for wrong in [forged.as_str(), "", "AAAA", "!"] {
        assert_eq!(refused(follow(&house, wrong)), Refusal::BadLink, "{wrong}");
    }
}

#[test]
fn messages_are_left_at_a_terminal_and_read_by_those_who_serve() {
    fn turned_away<T>(tried: Result<T>) -> bool {
        matches!(tried, Err(Error::NotAllowed { .. }))
    }
    let house = House::open();
    let message = leave(&house).message;
    let words = "好".to_owned();
    for nobody in [Actor::visitor(), kiosk()] {
        assert!(turned_away(
            house.hall.ask(&nobody, List { answered: false })
        ));
        assert!(turned_away(house.act(&nobody, ShowPhone { message })));
        let words = words.clone();
        assert!(turned_away(house.act(&nobody, Answer { message, words })));
    }
    for nobody in [Actor::visitor(), clerk(ONE)] {
        assert!(turned_away(house.act(&nobody, note(WORDS, None))));
    }
    assert_eq!(
        (Leave::NAME, Answer::NAME, ShowPhone::NAME),
        ("message.leave", "message.answer", "message.show_phone")
    );
    assert_eq!(
        (List::NAME, Follow::NAME),
        ("message.list", "message.follow")
    );
}

#[test]
fn numbers_and_words_are_wiped_when_their_time_is_over_and_the_rest_stays() {
    let house = House::open();
    let (answered, unanswered) = (leave(&house), leave(&house));
    house.clock.advance(DAY);
    answer(&house, answered.message, "好").unwrap();
    let phones = |house: &House| {
        let phone = |answered| list(house, answered).remove(0).phone.unwrap();
        (phone(true), phone(false))
    };
    let masked = || text("138****5678");

    house.clock.advance(30 * DAY);
    close_the_day(&house);
    assert_eq!(phones(&house), (masked(), masked()), "not a day too early");
    house.clock.advance(1);
    close_the_day(&house);
    assert_eq!(phones(&house), (Text::Wiped, masked()));
    house.clock.advance(60 * DAY);
    close_the_day(&house);
    assert_eq!(phones(&house), (Text::Wiped, Text::Wiped));
    let look = house.at(
        ONE,
        ShowPhone {
            message: unanswered.message,
        },
    );
    assert_eq!(look.err().unwrap().refusal(), Some(&Refusal::NoPhone));
    assert_eq!(
        follow(&house, &unanswered.token).unwrap().words,
        text(WORDS)
    );

    house.clock.advance(275 * DAY);
    close_the_day(&house);
    assert!(list(&house, true).is_empty() && list(&house, false).is_empty());
    let read = follow(&house, &answered.token).unwrap();
    assert_eq!((read.words, read.answer), (Text::Wiped, Some(Text::Wiped)));
    assert_eq!(read.at, answered.at, "that it was left stays");
    assert_eq!(
        refused(answer(&house, unanswered.message, "好")),
        Refusal::NoSuchMessage
    );
    close_the_day(&house);
    let wiped: Vec<(u32, u32)> = journal(&house)
        .into_iter()
        .filter_map(|entry| match entry.event {
            Event::MessagesWiped { phones, messages } => Some((phones, messages)),
            _ => None,
        })
        .collect();
    assert_eq!(wiped, [(1, 0), (1, 0), (0, 2)]);
}
