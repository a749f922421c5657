//! Somebody at the terminal needs a person: who learns of it, and how it ends.

use linli_hall::{Actor, help};

use crate::begin::{Begun, begin};
use crate::chromium::Chromium;

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_for_help_is_seen_at_the_counter_and_on_the_wall_until_somebody_goes() {
    let folder = tempfile::tempdir().unwrap();
    let Begun {
        hall,
        printer: _printer,
        display,
        mut terminal,
        link,
    } = begin(folder.path()).await;
    let (address, _) = link.split_once("/t/").unwrap();

    let chromium = Chromium::start().await;
    let board = chromium.window("board", 1920, 1080).await;
    board.open(&format!("{address}/board")).await;
    board.find("notices").await;
    let counter = chromium.window("counter", 1366, 768).await;
    counter.sign_in(address).await;
    counter.find("next").await;

    // In the middle of another job, and back to it.
    terminal.touch("请人帮忙", &display).await;
    terminal.tells("screen help").await;
    terminal.touch("请工作人员过来", &display).await;
    let on_the_wall = board.text_of("help").await;
    assert!(on_the_wall.contains("大门"), "{on_the_wall}");
    let at_the_counter = counter.text_of("alert-help").await;
    assert!(at_the_counter.contains("大门"), "{at_the_counter}");
    board.picture("board-help").await;
    counter.picture("counter-help").await;

    counter.click("help-answer").await;
    board.find("notices").await;
    let open = hall
        .ask(&Actor::owner(), help::List::default())
        .unwrap()
        .len();
    assert_eq!(open, 0);
    for page in [board, counter] {
        page.close().await;
    }
    terminal.end().await;
}
