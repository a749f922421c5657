//! Slips, fonts, and small helpers that several tests share.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use linli_devices::printer::{Bitmap, Slip, SlipQr, SlipRow};

/// No event that is awaited takes longer, on however busy a machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) const URL: &str = "http://192.168.1.20:7300/t/7Q2mXv9KpR4dLw8ZtN3f";

pub(crate) fn assets() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets")
}

pub(crate) fn fonts() -> PathBuf {
    assets().join("fonts")
}

pub(crate) fn chinese_slip() -> Slip {
    Slip {
        hall: "梧桐里社区会客厅".into(),
        headlines: vec!["社保业务".into()],
        number: "A012".into(),
        under_number: "前面还有 3 人".into(),
        rows: vec![
            SlipRow::new("大约等候", "8–15 分钟"),
            SlipRow::new("取号时间", "11月22日 09:41"),
            SlipRow::new("窗口", "1、2 号"),
        ],
        notes_title: "请带好".into(),
        notes: vec!["身份证原件".into(), "社保卡（没有可不带）".into()],
        qr: Some(SlipQr {
            url: URL.into(),
            caption: "扫码看叫号进度".into(),
        }),
        footer: "过号不作废，请到任一窗口说明".into(),
    }
}

pub(crate) fn bilingual_slip() -> Slip {
    Slip {
        hall: "梧桐里社区会客厅".into(),
        headlines: vec!["医疗保险".into(), "Medical insurance".into()],
        number: "B107".into(),
        under_number: "12 people ahead of you".into(),
        rows: vec![
            SlipRow::new("Expected wait", "25–40 min"),
            SlipRow::new("Taken at", "22 Nov, 09:41"),
            SlipRow::new("Counters", "1, 2, 4"),
        ],
        notes_title: "Please bring · 请带好".into(),
        notes: vec![
            "Your passport or residence permit 护照或居留证件".into(),
            "Medical insurance card 医保卡".into(),
        ],
        qr: Some(SlipQr {
            url: URL.into(),
            caption: "Scan to follow the queue".into(),
        }),
        footer: "Missed your call? Any counter will help.".into(),
    }
}

/// What a phone would read from the paper.
pub(crate) fn read_qr(picture: &Bitmap) -> Option<String> {
    let grey = picture.to_grey();
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| grey[y * width + x]);
    let grids = image.detect_grids();
    grids.first()?.decode().ok().map(|(_, text)| text)
}

/// Saves a picture under `target/tmp/slips` for looking at.
pub(crate) fn save_png(picture: &Bitmap, name: &str) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("slips");
    std::fs::create_dir_all(&folder).unwrap();
    let file = std::fs::File::create(folder.join(format!("{name}.png"))).unwrap();
    let mut encoder = png::Encoder::new(file, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&picture.to_grey()).unwrap();
}

/// Events of a worker, in order.
pub(crate) struct Events<T> {
    inbox: Receiver<T>,
    seen: Vec<T>,
}

impl<T: std::fmt::Debug + Send + 'static> Events<T> {
    pub(crate) fn new() -> (impl FnMut(T) + Send + 'static, Self) {
        let (send, inbox): (SyncSender<T>, _) = sync_channel(256);
        let tell = move |event| send.send(event).expect("the test has gone");
        let events = Self {
            inbox,
            seen: Vec::new(),
        };
        (tell, events)
    }

    /// Waits for an event of a kind and gives it, passing over the others.
    #[track_caller]
    pub(crate) fn until(&mut self, mut is_it: impl FnMut(&T) -> bool) -> &T {
        let end = Instant::now() + PATIENCE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(event) = self.inbox.recv_timeout(left) else {
                panic!("it never came; seen: {:?}", self.seen);
            };
            let found = is_it(&event);
            self.seen.push(event);
            if found {
                return self.seen.last().unwrap();
            }
        }
    }

    /// All events so far, those passed over included.
    pub(crate) fn so_far(&mut self) -> &[T] {
        self.seen.extend(self.inbox.try_iter());
        &self.seen
    }
}
