//! One journey through everything: a touch on the real screen, a slip on a serial line, its QR code
//! in a phone, a clerk's keyboard, the voice, the board, the rating.

use std::time::Duration;

use linli_hall::{journal, queue};

use crate::begin::{Begun, begin, read_qr};
use crate::chromium::Chromium;
use crate::terminal::heard_secs;

#[tokio::test(flavor = "multi_thread")]
async fn from_a_touch_to_being_served() {
    let folder = tempfile::tempdir().unwrap();
    let Begun {
        hall,
        printer,
        display: _display,
        terminal,
        link: on_the_glass,
    } = begin(folder.path()).await;

    // The slip.
    let (page, printer) = tokio::task::spawn_blocking(move || {
        (printer.next_page(Duration::from_secs(60)).unwrap(), printer)
    })
    .await
    .unwrap();
    let slip = page.picture(576);
    let link = read_qr(
        slip.width() as usize,
        slip.height() as usize,
        &slip.to_grey(),
    )
    .expect("a slip has one code");
    assert!(link.contains("/t/"), "{link}");
    assert_eq!((printer.slips(), &link), (1, &on_the_glass));

    // The phone.
    let chromium = Chromium::start().await;
    let phone = chromium.window("phone", 390, 844).await;
    phone.open(&link).await;
    assert_eq!(phone.text_of("number").await, "A001");
    let (address, _) = link.split_once("/t/").unwrap();

    // The board hangs on the wall all the while.
    let board = chromium.window("board", 1920, 1080).await;
    board.open(&format!("{address}/board")).await;
    board.find("board").await;

    // The clerk.
    let counter = chromium.window("counter", 1366, 768).await;
    counter.sign_in(address).await;
    counter.find("next").await;
    counter.says(&["A001"]).await;
    counter.press(" ").await;
    counter.find("current-number").await;

    // Everybody learns of the call without asking.
    let where_to = phone.text_of("called-counter").await;
    assert!(where_to.contains('1'), "{where_to}");
    assert_eq!(board.text_of("now-number").await, "A001");
    for (page, name) in [
        (&phone, "phone-called"),
        (&board, "board-called"),
        (&counter, "counter-called"),
    ] {
        page.picture(name).await;
    }

    // Start, finish, rate.
    counter.press("s").await;
    counter.find("finish").await;
    counter.press("f").await;
    phone.click("rate-5").await;
    phone.find("rated").await;
    counter.find("idle").await;

    let owner = linli_hall::Actor::owner();
    let today = hall.ask(&owner, queue::Figures::default()).unwrap();
    assert_eq!((today.served, today.satisfied_percent), (1, Some(100)));
    assert_eq!(
        hall.ask(&owner, journal::Verify::default())
            .unwrap()
            .first_altered,
        None
    );
    for page in [phone, board, counter] {
        page.close().await;
    }

    // The voice said the call twice: chime, letter, number, counter.
    let recording = terminal.recording.clone();
    terminal.end().await;
    let secs = heard_secs(&recording);
    assert!(secs > 4.0, "{secs} seconds were heard");
}
